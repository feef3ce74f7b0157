//! What may stand before the subject of a clause: item numbers, connectors,
//! times, adverbials.

use super::syntax::Syntax;
use crate::lexicon::class::Classes;
use crate::source::TokenKind;

impl Syntax<'_, '_> {
    /// Moves past what may stand before the subject of a clause: item numbers,
    /// connectors, times, adverbials.
    pub fn open(&self, first: usize, end: usize) -> usize {
        let mut at = first;
        while at < end {
            at = match self.step_open(at, first, end) {
                Some(next) => next,
                None => return at,
            };
        }
        end
    }

    fn step_open(&self, at: usize, first: usize, end: usize) -> Option<usize> {
        if let Some(behind) = self.behind_time(at).or_else(|| self.behind_led_time(at)) {
            return Some(behind.min(end));
        }
        let token = &self.tokens[at];
        if let Some(behind) = self.behind_article(at, end) {
            return Some(behind);
        }
        // 2024年|县住建局将…: a year that says nothing of when it must be done.
        if token.kind == TokenKind::Number && at + 2 < end && self.is(at + 1, "年") {
            return Some(at + 2);
        }
        let marker = at == first && (matches!(token.kind, TokenKind::Number | TokenKind::Mark) || self.is(at, "（"));
        if marker && let Some(behind) = self.behind_marker(at, end) {
            return Some(behind);
        }
        if at == first
            && let Some(behind) = self.behind_frame(at, end)
        {
            return Some(behind);
        }
        if matches!(token.kind, TokenKind::Close | TokenKind::Pause | TokenKind::Mark) {
            return Some(at + 1);
        }
        if token.classes.has(Classes::CONNECTOR) {
            return Some(at + 1);
        }
        self.behind_finding(at, end).or_else(|| self.behind_adverbial(at, end))
    }

    /// 经查实|相关部门将…: how it came to light, right before a name that opens with 各
    /// or 有关.
    fn behind_finding(&self, at: usize, end: usize) -> Option<usize> {
        const VERBS: usize = 2;
        let verbs =
            (at + 1..end).take(VERBS).take_while(|i| self.tokens[*i].is_verb() && !self.has(*i, Classes::CLASS_HEAD));
        let behind = at + 1 + verbs.count();
        let found = self.is(at, "经") && behind > at + 1 && behind < end && self.has(behind, Classes::CLASS_HEAD);
        found.then_some(behind)
    }

    /// 第八条, 【信息调查】: the number of an article, and what it is about.
    fn behind_article(&self, at: usize, end: usize) -> Option<usize> {
        const NUMBER: usize = 3;
        if matches!(self.word(at), "【" | "[") {
            return self.source.partner(at).filter(|close| *close < end).map(|close| close + 1);
        }
        if !self.word(at).starts_with('第') {
            return None;
        }
        let last = (at..end.min(at + NUMBER)).find(|i| self.word(*i).ends_with(['条', '章', '款', '项']))?;
        Some(last + 1)
    }

    /// 3. and （三）: the number of a list within a paragraph.
    fn behind_marker(&self, at: usize, end: usize) -> Option<usize> {
        match self.tokens[at].kind {
            TokenKind::Number => {
                let mark = self.tokens.get(at + 1).filter(|_| at + 1 < end)?.kind;
                (matches!(mark, TokenKind::Mark | TokenKind::Pause) || self.is(at + 1, "）")).then_some(at + 2)
            }
            TokenKind::Open => {
                let close = self.source.partner(at).filter(|close| *close == at + 2)?;
                (self.tokens[at + 1].kind == TokenKind::Number).then_some(close + 1)
            }
            TokenKind::Mark => matches!(self.word(at).chars().next(), Some('①'..='⑳')).then_some(at + 1),
            _ => None,
        }
    }

    /// 重组后|各类企业, 勘查过程中|有关部门: a few words with their frame before a name that
    /// opens with 各 or 有关.
    fn behind_frame(&self, at: usize, end: usize) -> Option<usize> {
        const WORDS: usize = 5;
        // 支持辖内|各银行: pressed, and so no frame.
        if self.has(at, Classes::PRESS) {
            return None;
        }
        let words = (at..end.min(at + WORDS)).take_while(|i| self.tokens[*i].is_word());
        let frame = words.skip(1).find(|i| self.has(*i, Classes::FRAME))?;
        // 试点期间|物业服务企业申请补贴….
        let plain = |i: usize| !self.tokens[i].is_verb() && !self.tokens[i].is_adverb();
        let spell = self.is(frame, "期间") && !self.is(frame + 1, "的") && (at..frame).all(plain);
        (frame + 1 < end && (spell || self.has(frame + 1, Classes::CLASS_HEAD))).then_some(frame + 1)
    }

    /// 在3月底前, 于6月1日: a time behind its preposition.
    pub(super) fn behind_led_time(&self, at: usize) -> Option<usize> {
        let led = at < self.tokens.len()
            && matches!(self.word(at), "在" | "于" | "到" | "自" | "从" | "截至" | "确保" | "力争");
        led.then(|| self.behind_time(at + 1)).flatten()
    }

    /// 在县委领导下, 各校组建社团时: an adverbial with its frame, up to a comma or
    /// right before a name.
    fn behind_adverbial(&self, at: usize, end: usize) -> Option<usize> {
        if !["在", "待", "按照", "根据", "当"].contains(&self.word(at)) {
            return None;
        }
        let mut frame = at + 1;
        while frame < end {
            if self.has(frame, Classes::FRAME) && frame > at + 1 {
                return Some(frame + 1);
            }
            if self.tokens[frame].kind == TokenKind::Pause && !self.is(at, "在") && !self.is(at, "待") {
                return None;
            }
            frame = self.next(frame, end);
        }
        None
    }
}
