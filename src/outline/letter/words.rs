//! The words that tell the parts of a letter apart.

use crate::lexicon::numeral::leading_number;
use crate::lexicon::page::{self, PageLabel};

/// Sorts of documents (文种): the last word of a title. The fifteen of the
/// regulation (条例 8) and those that offices use besides.
const DOC_TYPES: &[&str] = &[
    "决议", "决定", "命令", "令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "函",
    "纪要", "方案", "计划", "规划", "要点", "办法", "规定", "细则", "规则", "条例", "规范", "规程", "章程", "准则",
    "制度", "预案", "指南", "指引", "措施", "举措", "安排", "清单", "总结", "答复", "倡议书", "责任书", "承诺书",
];
/// What a title may end with besides: lists and tables that are pasted alone.
const LIST_WORDS: &[&str] = &["分工", "分解", "分解表", "分工表", "任务表", "一览表", "台账", "进度表", "计划表"];
/// A version that still asks for opinions, in brackets behind a title or alone.
const DRAFT_WORDS: &[&str] = &["征求意见稿", "讨论稿", "送审稿", "审议稿", "代拟稿", "报审稿", "草案", "草稿", "初稿"];
/// What brackets that belong to a title end with: （试行）, （2024年修订）.
const TITLE_BRACKETS: &[&str] = &["试行", "暂行", "修订", "修正", "年", "版", "年度"];
/// Opens what a title is about; what stands before it is the issuer.
const TOPIC_WORDS: &[&str] = &["关于", "印发", "转发", "批转", "下发", "公布"];
/// How urgent or secret a document is: lines above its letterhead.
const URGENCY: &[&str] =
    &["特急", "加急", "平急", "急件", "特提", "明电", "密电", "绝密", "机密", "秘密", "内部", "内部资料", "不予公开"];
/// Opens a line behind the signature, or behind the text, that belongs to
/// nobody's task.
const NOTES: &[&str] = &[
    "（此件", "（本文", "（信息公开", "（公开方式", "（联系", "（主动公开", "（依申请公开", "责任编辑", "上一篇",
    "下一篇", "扫一扫", "分享到", "相关链接", "相关阅读", "附件下载", "【打印", "【关闭", "核稿：", "打印：",
    "联系人：", "联系人及", "联系电话：", "联系方式：", "信息公开选项", "信息公开属性", "公开方式：", "公开属性：",
    "校对：", "校核：", "审核：", "打字：", "录入：", "拟稿：", "承办处室：", "承办人：", "主题词：", "共印：",
    "（共印", "印数：", "印制份数",
];
/// Opens a list of those who get a copy.
const COPY_LABELS: &[&str] = &["抄送：", "抄报：", "抄送单位：", "抄送机关：", "抄发：", "分送："];
/// Opens the name of an attachment, or its first page.
const ATTACHMENT_LABELS: &[&str] = &["附件", "附表", "附录", "附"];
/// The name of an attachment behind 附件1 has at most this many characters.
const ATTACHMENT_CHARS: usize = 50;
/// What goes on after a reference to an attachment within a sentence.
const SENTENCE_TAILS: &[&str] = &["中", "所", "的", "和", "与", "及", "为", "是", "要", "至", "）"];
/// Ends that make a line before a colon a lead-in, not a list of addressees.
const LEAD_INS: &[&str] = &[
    "如下", "通知", "意见", "事项", "要求", "指出", "强调", "内容", "公告", "通告", "决定", "说明", "附件", "附表",
    "方案", "措施", "原则", "目标", "任务", "时间", "地点", "对象", "范围", "方式", "标题", "主题", "如下几点",
];
/// What a letter opens with, behind its addressees.
const LETTER_OPENERS: &[&str] = &[
    "为", "根据", "按照", "依据", "依照", "遵照", "经", "现", "你", "我", "近", "日前", "自", "今年", "当前", "目前",
    "随着", "由于", "鉴于", "因", "贯彻", "《", "有关", "兹", "定于", "接", "按", "19", "20",
];
/// Words that no list of addressees holds.
const CLAUSE_WORDS: &[&str] = &["现将", "现就", "为了", "根据", "按照", "要求", "通知", "提出", "贯彻", "落实", "如下"];

/// The sort of document that a title names, without what is in brackets
/// behind it.
pub(super) fn doc_type(title: &str) -> Option<&'static str> {
    let core = without_brackets(title);
    DOC_TYPES.iter().filter(|word| core.ends_with(*word)).max_by_key(|word| word.len()).copied()
}

/// Whether `text` ends as titles end.
pub(super) fn ends_title(text: &str) -> bool {
    DOC_TYPES.iter().chain(LIST_WORDS).any(|word| text.ends_with(word))
}

/// Where the topic of a title starts, outside of quotes: the bytes before it
/// name the issuer.
pub(super) fn topic_at(title: &str) -> Option<usize> {
    let mut depth = 0;
    title.char_indices().map(|(at, _)| at).find(|at| {
        let rest = &title[*at..];
        depth += quotes_opened(rest);
        depth == 0 && TOPIC_WORDS.iter().any(|word| rest.starts_with(word))
    })
}

/// What the character that `text` opens with adds to the quotes that are open.
pub(super) fn quotes_opened(text: &str) -> i32 {
    match text.chars().next() {
        Some('《' | '〈' | '“') => 1,
        Some('》' | '〉' | '”') => -1,
        _ => 0,
    }
}

/// The bytes of the mark of a draft that `text` opens with: （征求意见稿）, or
/// 征求意见稿 as a whole line.
pub(super) fn draft_mark(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('（').and_then(|t| t.split_once('）')).map(|(inner, _)| inner);
    let named = |text: &str| text.chars().count() <= 20 && DRAFT_WORDS.iter().any(|word| text.contains(word));
    match inner {
        Some(inner) => named(inner).then_some("（".len() + inner.len() + "）".len()),
        None => DRAFT_WORDS.iter().any(|word| text.ends_with(word) && text.chars().count() <= 9).then_some(text.len()),
    }
}

/// The bytes of brackets that belong to the title before them.
pub(super) fn title_bracket(text: &str) -> Option<usize> {
    let (inner, _) = text.strip_prefix('（')?.split_once('）')?;
    let belongs = inner.chars().count() <= 20 && TITLE_BRACKETS.iter().any(|word| inner.ends_with(word));
    belongs.then_some("（".len() + inner.len() + "）".len())
}

/// Whether a line opens what a letter has to say: 为做好…，现就…通知如下.
pub(super) fn opens_letter(text: &str) -> bool {
    let clause = text.contains(['，', '。', '；']) || text.ends_with('：') && is_lead_in(text);
    clause && LETTER_OPENERS.iter().any(|word| text.starts_with(word))
}

/// Whether the line is one that a web page or an office form adds.
pub(super) fn is_page_line(text: &str) -> bool {
    let urgent = URGENCY.iter().any(|word| text.starts_with(word) && text.chars().count() <= word.chars().count() + 4);
    let copy_number = (4..=8).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    urgent || copy_number || page::is_page_line(text)
}

/// Whether the line is a note behind the text.
pub(super) fn is_note(text: &str) -> bool {
    let page = || page::is_page_line(text) && page::page_label(text).is_none_or(|(label, _)| label == PageLabel::Other);
    NOTES.iter().any(|note| text.starts_with(note)) || page()
}

/// The bytes of the label that opens a list of those who get a copy.
pub(super) fn copy_label(text: &str) -> Option<usize> {
    COPY_LABELS.iter().find(|label| text.starts_with(*label)).map(|label| label.len())
}

/// A label that opens the name of an attachment, or its first page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct AttachmentLabel {
    /// Where the name behind it starts, in bytes; the end if there is none.
    pub(super) name: usize,
    /// Whether a colon stands before the name: 附件：… lists attachments or
    /// opens one, 附件1 on its line opens one.
    pub(super) colon: bool,
}

/// 附件, 附件1, 附件：…, 附表一：…, 附件2.…
pub(super) fn attachment_label(text: &str) -> Option<AttachmentLabel> {
    let label = ATTACHMENT_LABELS.iter().find(|label| text.starts_with(*label))?;
    let rest = &text[label.len()..];
    let number = leading_number(rest).filter(|(n, _)| (1..100).contains(n)).map_or(0, |(_, len)| len);
    let at = label.len() + number;
    let after = &text[at..];
    if after.starts_with('：') {
        return Some(AttachmentLabel { name: at + "：".len(), colon: true });
    }
    if after.is_empty() {
        return (number > 0 || *label != "附").then_some(AttachmentLabel { name: at, colon: false });
    }
    let name = after.trim_start_matches(['.', '、']);
    let named = number > 0 && is_attachment_name(name);
    named.then_some(AttachmentLabel { name: text.len() - name.len(), colon: false })
}

/// Whether the words behind 附件1 are a name, not the rest of a sentence.
pub(super) fn is_attachment_name(words: &str) -> bool {
    !words.contains(['，', '。', '；', '：', '、'])
        && words.chars().take(ATTACHMENT_CHARS + 1).count() <= ATTACHMENT_CHARS
        && !SENTENCE_TAILS.iter().any(|word| words.starts_with(word))
}

/// Whether a stretch before a colon leads in to something.
pub(super) fn is_lead_in(text: &str) -> bool {
    LEAD_INS.iter().any(|word| text.ends_with(word)) || CLAUSE_WORDS.iter().any(|word| text.contains(word))
}

/// A title without the brackets and the by-name in quotes behind it, and without
/// 《》 around it.
fn without_brackets(title: &str) -> &str {
    let behind = |open: char, close: char| title.rfind(open).filter(|at| *at > 0 && title.ends_with(close));
    match behind('（', '）').or_else(|| behind('“', '”')) {
        Some(open) => without_brackets(&title[..open]),
        None if title.starts_with('《') => title.trim_end_matches('》'),
        None => title,
    }
}
