//! What the heading above a list and the clause that leads in say of its members:
//! conditions, objects, papers, duties.

use super::paragraph::Paragraph;
use crate::lexicon::list::{HEADING, WordList};
use crate::mention::unit::tail_of;
use crate::source::Source;

static OBJECTS: WordList = WordList::of(HEADING, "objects");
static QUALITIES: WordList = WordList::of(HEADING, "qualities");
static DUTIES: WordList = WordList::of(HEADING, "duties");
static COPULAS: WordList = WordList::of(HEADING, "copulas");
/// Characters of a heading that names nothing else, at most.
const QUALITY_CHARS: usize = 8;

/// The last clause in front of a list: 申请材料包括：
pub(super) fn lead_in(text: &str) -> &str {
    let body = text.trim_end_matches(['：', '。', '；', ':']);
    body.rsplit(['。', '；', '，', '：']).next().unwrap_or(body)
}

/// What 下列 stands before.
fn listed(lead_in: &str) -> Option<&str> {
    ["下列", "以下"].iter().find_map(|word| lead_in.split_once(word)).map(|(_, noun)| noun)
}

/// Whether a clause above a list says that it defines what the sentence speaks
/// of: 对符合以下条件之一的家庭，给予补贴。
pub(super) fn defines(source: &Source, paragraphs: &[Paragraph]) -> bool {
    let above = paragraphs.last().map_or("", |paragraph| source.slice(paragraph.range));
    above.split(['。', '；', '，', '：']).any(defines_objects)
}

/// 符合下列条件之一的, 存在下列问题的社会团体: the list says what the sentence
/// speaks of.
fn defines_objects(lead_in: &str) -> bool {
    const HEAD_CHARS: usize = 8;
    listed(lead_in).is_some_and(|noun| {
        let relative =
            noun.split_once('的').is_some_and(|(head, _)| head.chars().take(HEAD_CHARS + 1).count() <= HEAD_CHARS);
        let opens = || OBJECTS.opens(noun);
        relative || noun.contains("之一") || heads_objects(noun) || opens()
    })
}

/// 申请材料包括, 重点是, 按以下顺序登记.
pub(super) fn announces_objects(lead_in: &str) -> bool {
    let head = lead_in.trim_end_matches("如下").trim_end_matches("主要");
    listed(lead_in).is_some_and(|noun| !noun.is_empty() && !names_duties(noun))
        || head.len() < lead_in.len() && heads_objects(head)
        || COPULAS.closes(lead_in) && !names_duties(lead_in)
}

/// 县政府全体会议的主要任务是: what one body is there for, not what is handed out.
pub(super) fn names_own_duties(lead_in: &str) -> bool {
    let named = ["主要任务是", "任务是", "主要职责是", "职责是"].iter().find_map(|words| lead_in.strip_suffix(words));
    named.and_then(|owner| owner.strip_suffix('的')).is_some_and(|owner| tail_of(owner).is_some())
}

/// 申报条件, 享受补贴的条件: a noun, not what is to be done with one (调整贷款的放款条件).
pub(super) fn names_qualities(heading: &str) -> bool {
    let owned = ["享受", "具备", "符合", "申请", "申报", "参加"].iter().any(|verb| heading.starts_with(verb));
    if owned && heading.ends_with("条件") {
        return true;
    }
    // 转贷的办理条件如下: it announces nothing but them.
    if let Some(announced) = heading.strip_suffix("如下") {
        return QUALITIES.closes(announced);
    }
    let brief = heading.chars().nth(QUALITY_CHARS).is_none() && !heading.contains('的');
    brief && !QUALITIES.contains(heading) && QUALITIES.closes(heading)
}

/// 申报材料, 应提供的资料.
pub(super) fn names_papers(noun: &str) -> bool {
    const BROUGHT: [&str; 6] = ["提供", "提交", "申请", "申报", "所需", "报名"];
    let stem = ["材料清单", "材料", "资料"].iter().find_map(|papers| noun.strip_suffix(papers));
    stem.is_some_and(|stem| BROUGHT.iter().any(|verb| stem.contains(verb)))
}

pub(super) fn heads_objects(noun: &str) -> bool {
    OBJECTS.closes(noun)
}

fn names_duties(noun: &str) -> bool {
    DUTIES.iter().any(|duty| noun.contains(duty))
}
