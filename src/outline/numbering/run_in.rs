//! Headings run into their text: 加强巡检各县水务局要建立台账. The heading ends where
//! a sentence begins; each place is weighed.

use super::title::is_sentence;
use crate::lexicon::lexemes::verb_at;
use crate::lexicon::modal::modal_at;
use crate::mention::unit::tail_of;

/// How sure a cut must be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum RunIn {
    /// Siblings agree that headings are run in.
    Likely = 3,
    /// Line ends are lost.
    Sure = 4,
    /// The heading is one that plans have: 工作目标, 补助对象.
    Named = 5,
}

/// A heading is this long.
const HEADING_CHARS: std::ops::RangeInclusive<usize> = 4..=20;
/// What follows it in its clause is longer than this.
const BEHIND_CHARS: usize = 4;

/// What a sentence opens with.
const OPENERS: &[&str] = &[
    "各", "我省", "我市", "我县", "我区", "我局", "我校", "我院", "我委", "我厅", "我镇", "本", "全省", "全市", "全县",
    "全区", "全国", "为", "按照", "根据", "依据", "通过", "坚持", "对", "以", "从", "到20", "到2", "自", "围绕",
    "聚焦", "结合", "针对", "凡", "20",
];
/// Words that open like these and go on with the phrase.
const NO_OPENERS: &[&str] = &[
    "各类", "各种", "各项", "各方", "各界", "各自", "以及", "以上", "以下", "以内", "以外", "为主", "为重", "为先",
    "自治", "自然", "自主", "自查", "自救", "对接", "对象", "对策", "从业", "从严", "本质", "本领", "以旧", "以案",
    "为民", "自律", "自评", "本地", "为本", "对口", "自我", "为基", "对比",
];
/// Nouns that head a part of a plan.
const NOUNS: &[&str] = &[
    "目标", "要求", "思路", "原则", "任务", "范围", "对象", "标准", "方式", "内容", "条件", "时间", "步骤", "措施",
    "依据", "思想", "重点", "程序", "流程", "材料", "组织领导", "组织保障", "组织实施", "工作安排", "时间安排",
    "任务分工",
];
/// What no heading ends with.
const NO_ENDS: &[char] = &['的', '和', '与', '及', '、', '对', '在', '为', '将', '把', '等', '由', '以', '“', '（'];
/// What no heading opens with.
const NO_HEADS: &[&str] =
    &["按照", "根据", "依据", "通过", "结合", "针对", "从", "在", "由", "为", "以", "各", "本", "到"];

/// The bytes of the heading that `phrase` opens with and goes on behind.
pub(super) fn run_in(phrase: &str, grade: RunIn) -> Option<usize> {
    let clause = phrase.split('，').next().unwrap_or(phrase);
    if NO_HEADS.iter().any(|word| clause.starts_with(word)) {
        return None;
    }
    let places = clause.char_indices().enumerate().skip(*HEADING_CHARS.start());
    let ends = places.take(HEADING_CHARS.end() - HEADING_CHARS.start() + 1).map(|(_, (at, _))| at);
    let mut best = (grade as i32 - 1, None);
    for end in ends {
        let (heading, behind) = clause.split_at(end);
        let score = score(heading, behind);
        if score > best.0 && is_heading(heading) && behind.chars().nth(BEHIND_CHARS).is_some() {
            best = (score, Some(end));
        }
    }
    best.1
}

/// What speaks for a heading that ends here.
fn score(heading: &str, behind: &str) -> i32 {
    let noun = NOUNS.iter().any(|noun| heading.ends_with(noun));
    let opens = OPENERS.iter().any(|word| behind.starts_with(word));
    let opens = opens && !NO_OPENERS.iter().any(|word| behind.starts_with(word));
    let ordered = modal_at(behind, '\0').is_some() || noun && verb_at(behind).is_some();
    let repeated = opens_alike(heading, behind);
    3 * i32::from(opens || ordered)
        + 2 * i32::from(noun)
        + 2 * i32::from(repeated)
        + i32::from(verb_at(heading).is_some())
}

/// 申请方式申请人…: the text takes up the words of its heading.
fn opens_alike(heading: &str, behind: &str) -> bool {
    let two = |text: &str| text.char_indices().nth(2).map(|(end, _)| end);
    two(heading).is_some_and(|end| behind.starts_with(&heading[..end]))
}

fn is_heading(words: &str) -> bool {
    let plain = |c: char| ('一'..='龥').contains(&c) || matches!(c, '“' | '”' | '、' | '（' | '）');
    words.chars().all(plain) && !words.ends_with(NO_ENDS) && tail_of(words).is_none() && !is_sentence(words)
}
