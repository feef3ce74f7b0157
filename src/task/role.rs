//! The role that a predicate gives its subject: its first verb decides.

use super::predicate::{Predicate, Strength};
use super::syntax::Syntax;
use crate::analysis::Role;
use crate::lexicon::class::Classes;
use crate::source::{Clause, TokenKind};

/// Words between 按照 and the 职责 that it names, at most.
const PART_TOKENS: usize = 4;

/// Of the roles that the sentences of one item give a unit, the highest counts.
pub(super) fn rank(role: Role) -> u8 {
    match role {
        Role::Lead => 2,
        Role::Responsible => 1,
        Role::Support | Role::Supervise => 0,
    }
}

impl Syntax<'_, '_> {
    /// The role that a predicate gives its subject: its first verb decides.
    pub(super) fn role_of(&self, predicate: Predicate, end: usize) -> Role {
        let Some(verb) = predicate.verb else { return Role::Responsible };
        if let Some(role) = self.named_role(verb, end) {
            return role;
        }
        if self.acts_together(verb, end) {
            // 按各自职责协同实施: each helps by its part.
            if self.is_by_part(verb) && self.is(verb, "协同") {
                return Role::Support;
            }
            return self.role_of(Predicate { verb: Some(verb + 1), ..predicate }, end);
        }
        if self.has(verb, Classes::JOIN)
            || self.has(verb, Classes::LEAD) && !self.plans_itself(verb, end)
            || self.leads_later(verb, end)
            || self.coordinates(verb, end)
        {
            Role::Lead
        } else if self.supports(verb, end) || self.gives(verb) && self.supports(verb + 1, end) || self.helps(verb, end)
        {
            Role::Support
        } else if self.supervises(verb, end) {
            Role::Supervise
        } else {
            Role::Responsible
        }
    }

    /// 统筹安排指标, 统筹资金: what one plans alone, unlike 统筹推进.
    fn plans_itself(&self, verb: usize, end: usize) -> bool {
        const ALONE: [&str; 7] = ["安排", "建立", "建设", "考虑", "使用", "利用", "研究"];
        const THINGS: [&str; 3] = ["资金", "资源", "指标"];
        let next = verb + 1;
        self.is(verb, "统筹")
            && next < end
            && (ALONE.contains(&self.word(next)) || THINGS.iter().any(|thing| self.word(end - 1).ends_with(thing)))
    }

    /// Whether 按职责 or its like stands before the verb, also behind a comma: 按照职责，协同….
    fn is_by_part(&self, verb: usize) -> bool {
        (verb.saturating_sub(PART_TOKENS)..verb)
            .any(|at| ["职责", "分工", "职能"].iter().any(|part| self.word(at).ends_with(part)))
    }

    /// 联合制定办法, 协同实施: together, with nobody named.
    pub(super) fn acts_together(&self, verb: usize, end: usize) -> bool {
        let next = verb + 1;
        matches!(self.word(verb), "联合" | "协同")
            && next < end
            && self.tokens[next].is_verb()
            && !self.names_body(next, end)
    }

    /// The role that the predicate from `at` on gives; where the clause only says
    /// how, its verb stands behind the comma: 结合职能，加强指导.
    pub(super) fn role_ahead(&self, at: usize, predicate: Predicate, clause: Clause) -> Role {
        let own = predicate.verb.is_some_and(|verb| !self.is_verb_phrase(verb) || self.word(verb).starts_with('各'))
            || (at..clause.end).any(|i| self.stands_as_verb(i, clause.end));
        // 各部门根据分工牵头落实: behind what a preposition brings.
        // 以融资业务为主业: no lead.
        let leads = |i: usize| {
            (self.has(i, Classes::LEAD) && !self.is(i, "为主") || self.is(i, "会同"))
                && self.stands_as_verb(i, clause.end)
                && !self.plans_itself(i, clause.end)
        };
        if predicate.verb.is_none() && (at..clause.end).any(leads) {
            return Role::Lead;
        }
        // 对采购进行|指导监督.
        let oversees = |i: usize| (self.is(i, "进行") || self.is(i, "开展")) && self.has(i + 1, Classes::SUPERVISE);
        if predicate.verb.is_none() && predicate.strength > Strength::Duty && (at..clause.end).any(oversees) {
            return Role::Supervise;
        }
        if let Some(verb) = self.verb_by_part(at, clause.end).filter(|_| predicate.verb.is_none()) {
            return self.role_of(Predicate { verb: Some(verb), ..predicate }, clause.end);
        }
        let (first, end) = self.clause_behind(clause.end);
        // 县民政局根据实际情况，适时会同县财政局…: who asks others along leads.
        let asks = |i: usize| self.has(i, Classes::JOIN) && !self.acts_together(i, end);
        let joins = (first..end).find(|i| !self.tokens[*i].is_adverb()).is_some_and(asks);
        if clause.stop == Some('，') && joins && predicate.verb.is_none() {
            return Role::Lead;
        }
        if own || clause.stop != Some('，') {
            return self.role_of(predicate, clause.end);
        }
        self.predicate(self.open(first, end), end).map_or(Role::Responsible, |ahead| self.role_of(ahead, end))
    }

    /// 按照各自职责主动|配合: the verb behind words that only say by which part.
    fn verb_by_part(&self, at: usize, end: usize) -> Option<usize> {
        let led = (at..end).find(|i| !self.has(*i, Classes::MODAL) && !self.tokens[*i].is_adverb())?;
        let by = ["按", "按照", "根据", "依据"].iter().any(|word| self.is(led, word));
        let part = (led + 1..end).find(|i| ["职责", "职能", "分工", "职责分工"].contains(&self.word(*i)))?;
        (by && part <= led + PART_TOKENS).then(|| (part + 1..end).find(|i| self.stands_as_verb(*i, end))).flatten()
    }

    /// 各部门要密切配合, 各单位密切协作、各司其职: several that help each other.
    pub(super) fn is_mutual(&self, predicate: Predicate, end: usize) -> bool {
        let together = |at: usize| ["配合", "协作", "协同"].iter().any(|word| self.word(at).ends_with(word));
        let alone =
            |verb: usize| together(verb) && self.tokens.get(verb + 1).is_some_and(|t| t.kind == TokenKind::Pause);
        // 按照各自职责主动配合: each by its part, and so others than each other.
        let by_part = (end.saturating_sub(PART_TOKENS)..end).any(|at| self.word(at).ends_with("职责"));
        // 积极支持配合: the work of others.
        let of_others = end > 1 && (self.is(end - 2, "支持") || self.gives(end - 2));
        !by_part && !of_others && (together(end - 1) || predicate.verb.is_some_and(alone))
    }

    /// 作为配合单位, 为牵头单位.
    fn named_role(&self, verb: usize, end: usize) -> Option<Role> {
        if !matches!(self.word(verb), "作为" | "为" | "是") {
            return None;
        }
        role_of_label(self.source.slice(self.range(verb + 1, end)))
    }

    /// 配合, 协助; with an object of its own, 支持 is a task like others.
    fn supports(&self, verb: usize, end: usize) -> bool {
        // 积极支持、配合提供数据.
        let next = verb + 1;
        // 应当参加培训: what is one's own.
        if self.is(verb, "参加") && next < end && !self.is(next, "的") {
            return false;
        }
        let listed = next + 1 < end && self.tokens[next].kind == TokenKind::Pause && self.supports(next + 1, end);
        // 支持|配合.
        let with_others = listed || next < end && self.is(verb, "支持") && self.has(next, Classes::SUPPORT);
        self.has(verb, Classes::SUPPORT) && (next >= end || !self.is(verb, "支持") || with_others)
    }

    /// 给予配合, 做好相关配合工作: a verb that only carries the next one.
    fn gives(&self, verb: usize) -> bool {
        ["给予", "予以"].iter().any(|word| self.is(verb, word))
    }

    /// 做好相关配合工作: what is done well is help, and nothing else.
    fn helps(&self, verb: usize, end: usize) -> bool {
        let rest = self.source.slice(self.range(verb + 1, end));
        let help = ["有关", "相关"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
        // 按职责加强配合.
        if self.is(verb, "加强") && rest == "配合" && self.is_by_part(verb) {
            return true;
        }
        self.is(verb, "做好") && matches!(help, "配合工作" | "协调配合工作" | "配合协调工作" | "协助工作")
    }

    /// 按职责分工牵头: the verb of the lead behind another one, unless it says who
    /// leads a body that is set up.
    fn leads_later(&self, verb: usize, end: usize) -> bool {
        // 发挥统筹协调作用, 履行牵头抓总责任.
        // 发挥政府主导作用 says of the government what it is.
        let leads = |at: usize| self.has(at, Classes::LEAD) && !self.is(at, "主导");
        if ["发挥", "履行", "承担"].contains(&self.word(verb)) && (verb + 1..end).any(leads) {
            return true;
        }
        let lead = (verb..end).find(|at| self.word(*at) == "牵头");
        lead.is_some_and(|lead| !(verb..lead).any(|at| self.has(at, Classes::SET_UP)))
    }

    /// 负责统筹申请工作, 负责全县工作的统筹协调, 做好综合协调.
    fn coordinates(&self, verb: usize, end: usize) -> bool {
        const COORDINATION: [&str; 3] = ["统筹协调", "综合协调", "组织协调"];
        let next = verb + 1;
        if !matches!(self.word(verb), "负责" | "做好") || next >= end {
            return false;
        }
        let words = self.source.slice(self.range(next, end));
        self.has(next, Classes::LEAD) && self.is(verb, "负责") || COORDINATION.iter().any(|word| words.contains(word))
    }

    /// 督促, 负责指导, 加强督促检查; 跟踪、督查; 加强对各镇的指导.
    fn supervises(&self, verb: usize, end: usize) -> bool {
        const LIGHT: [&str; 5] = ["负责", "加强", "强化", "做好", "抓好"];
        let next = verb + 1;
        let light = LIGHT.contains(&self.word(verb)) && next < end;
        let of_others = light && self.is(next, "对") && self.has(end - 1, Classes::SUPERVISE);
        let through = light && self.has(next, Classes::SUPERVISE) || of_others;
        let listed =
            next + 1 < end && self.tokens[next].kind == TokenKind::Pause && self.has(next + 1, Classes::SUPERVISE);
        self.has(verb, Classes::SUPERVISE) || through || listed
    }
}

/// The role that a noun such as 牵头单位 gives.
pub(super) fn role_of_label(label: &str) -> Option<Role> {
    if label.contains("牵头") || label.contains("主办") {
        Some(Role::Lead)
    } else if label.contains("配合") || label.contains("协办") || label.contains("参与") {
        Some(Role::Support)
    } else {
        None
    }
}
