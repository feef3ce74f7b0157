//! What a piece of text does, as far as its words tell: order, introduce, close.

use crate::lexicon::modal::find_modal;
use crate::lexicon::openers::Openers;
use crate::mention::unit::{level_of, tail_of};
use std::sync::LazyLock;

/// An item with children whose own text is a sentence up to this long has only
/// a heading: （三）推进便利化，打造分拨中心。
const HEADING_CHARS: usize = 45;

/// Whether `c` closes a piece or holds two apart.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '。' | '；' | '，' | '、' | '：' | '\n' | '）' | ']' | '】')
}

/// Whether a piece says anything: more than an orphan of a page break.
pub(super) fn has_words(piece: &str) -> bool {
    piece.chars().filter(|c| !is_mark(*c) && !matches!(c, '（' | '”' | '“')).take(4).count() == 4
}

/// 工作目标：…: a line that names what it says.
pub(super) fn opens_with_label(text: &str) -> bool {
    const LABEL_CHARS: usize = 9;
    text.chars().take(LABEL_CHARS).take_while(|c| !matches!(c, '，' | '。' | '、')).any(|c| c == '：')
}

/// 其他行业领域也要…, 以上项目必须…: a paragraph beside the fields or items before it.
pub(super) fn is_beside(text: &str) -> bool {
    ["其他", "其它", "此外", "另外", "以上", "上述"].iter().any(|w| text.starts_with(w)) && obliges(text)
}

/// Verbs of a text that orders something without a verb of obligation.
static OBLIGING: LazyLock<Openers> = LazyLock::new(|| {
    Openers::new([
        "请", "严格", "加强", "开展", "落实", "推进", "完善", "建立", "强化", "组织", "报送", "上报", "做好", "抓好",
        "确保", "需在", "需于", "需将", "需按",
    ])
});

/// Whether a text orders something.
pub(super) fn obliges(text: &str) -> bool {
    let treats = |clause: &str| {
        clause.starts_with('将') || clause.starts_with('把') || clause.starts_with('由') || hands(clause)
    };
    find_modal(text).is_some() || OBLIGING.within(text) || text.split(['，', '。', '；']).any(treats)
}

/// 学生由区教育局统筹安排: a unit behind 由, and what it does.
fn hands(clause: &str) -> bool {
    const NAME_CHARS: usize = 20;
    clause.match_indices('由').any(|(at, word)| {
        let name = &clause[at + word.len()..];
        let ends = name.char_indices().take(NAME_CHARS).map(|(at, c)| at + c.len_utf8());
        ends.filter(|end| name[*end..].chars().nth(1).is_some())
            .any(|end| tail_of(&name[..end]).is_some() && level_of(name).is_some())
    })
}

/// Whether a text is no longer than a heading and holds one sentence at most.
pub(super) fn is_one_sentence(text: &str) -> bool {
    text.chars().count() <= HEADING_CHARS && !text.trim_end_matches('。').contains(['。', '；'])
}

/// 现就…通知如下：
pub(super) fn is_lead_in(text: &str) -> bool {
    let end = text.trim_end_matches(is_mark);
    text.ends_with('：') || ["如下", "以下", "以下工作", "以下任务", "以下措施"].iter().any(|w| end.ends_with(w))
}

/// What stands before the clause that leads in.
pub(super) fn without_lead_in(text: &str) -> &str {
    let body = text.trim_end_matches(is_mark);
    body.rfind(['，', '。', '；', '：']).map_or("", |end| &body[..end])
}

/// Whether a text says what is done: a verb of obligation, or a clause that
/// opens with a verb.
pub(super) fn has_measures(text: &str) -> bool {
    find_modal(text).is_some()
        || text.contains("原则上")
        || text.split(['，', '。', '；']).any(|clause| OBLIGING.at(clause).next().is_some())
}

/// 现将《…》印发给你们，请认真贯彻执行: the letter that sends a document along.
fn forwards(text: &str) -> bool {
    let sends = ["印发", "转发", "下发", "制定", "制订", "编制", "拟定"].iter().any(|verb| text.contains(verb));
    let along = ["给你", "发你", "予以印发", "予以转发", "印发实施"].iter().any(|words| text.contains(words));
    let asks = text.contains('》') && text.contains('请');
    let carry_out = ["执行", "落实", "实施", "贯彻", "学习"].iter().any(|verb| text.contains(verb));
    sends && (along || asks && carry_out)
}

/// The paragraphs of a notice without numbers that say why, not what.
pub(super) fn is_opening(text: &str) -> bool {
    forwards(text)
        || is_lead_in(text)
        || is_formula(text)
        || ["为贯彻", "为深入", "为进一步", "为认真", "为切实", "为做好", "近期", "近年来", "根据"]
            .iter()
            .any(|w| text.starts_with(w))
            && text.ends_with('：')
}

/// 以上措施自印发之日起施行: from when the document itself holds.
pub(super) fn takes_effect(text: &str) -> bool {
    ["本", "以上", "上述"].iter().any(|word| text.starts_with(word))
        && ["起施行", "起实施", "起执行", "起开始执行", "起生效", "起试行"].iter().any(|word| text.contains(word))
}

/// 监督电话：…: where one may ask.
fn tells_contact(text: &str) -> bool {
    const LABEL_CHARS: usize = 12;
    let end = text.char_indices().take(LABEL_CHARS).find(|(_, c)| *c == '：');
    end.is_some_and(|(end, _)| {
        ["电话", "热线", "联系人", "邮箱", "传真"].iter().any(|word| text[..end].ends_with(word))
    })
}

/// 特此通知; 本通知自印发之日起施行.
pub(super) fn is_formula(text: &str) -> bool {
    takes_effect(text)
        || tells_contact(text)
        || [
            "特此", "本通知", "本意见", "本方案", "本办法", "自本", "自印发", "自发布", "附件", "附：", "联系人",
            "联系电话", "（联系", "此件", "（此件", "未尽事宜", "以上意见如", "以上报告如", "以上请示如", "当否",
            "妥否", "可否",
        ]
        .iter()
        .any(|w| text.starts_with(w))
}

/// A closing paragraph speaks for the notice as a whole, not for its last item:
/// 各地、各有关部门要…; 本措施由县住建局负责解释.
pub(super) fn speaks_for_whole(text: &str) -> bool {
    is_formula(text)
        || text.starts_with('请')
        || names_itself(text)
        || addresses_all(text)
        || refers_to_whole(text)
        || ["各单位要结合实际", "各单位请"].iter().any(|w| text.starts_with(w))
}

/// 本政策措施, 上述措施: what the document calls itself.
fn names_itself(text: &str) -> bool {
    const SELF_CHARS: usize = 6;
    static KINDS: LazyLock<Openers> = LazyLock::new(|| {
        Openers::new([
            "通知", "公告", "通告", "意见", "方案", "办法", "措施", "政策", "细则", "规定", "文件", "计划", "要点",
            "条例",
        ])
    });
    let head = ["本", "此", "以上", "上述"].iter().find_map(|word| text.strip_prefix(word)).unwrap_or("");
    head.char_indices().take(SELF_CHARS).any(|(at, _)| KINDS.at(&head[at..]).next().is_some())
}

/// 应急局要按照本通知精神…; 各单位在执行过程中遇到问题，要…: the document as a whole.
fn refers_to_whole(text: &str) -> bool {
    ["本通知精神", "本意见精神", "本方案精神", "在执行过程中", "在执行中"].iter().any(|words| text.contains(words))
        && obliges(text)
}

/// 各地各部门要, 各县区、各有关单位要: everybody, before a verb of obligation.
fn addresses_all(text: &str) -> bool {
    const NAMES_CHARS: usize = 20;
    let end = text.char_indices().nth(NAMES_CHARS).map_or(text.len(), |(at, _)| at);
    static URGES: LazyLock<Openers> = LazyLock::new(|| {
        Openers::new([
            "高度重视", "提高认识", "统一思想", "加强组织领导", "加强领导", "切实加强组织领导", "进一步统一思想",
        ])
    });
    // 各地要加强组织领导: what closes a notice.
    let urged = |(_, deed): (&str, &str)| URGES.at(deed).next().is_some();
    if text.starts_with('各') && text.split_once('要').is_some_and(urged) {
        return true;
    }
    let names = text[..end].split_once('要').map_or("", |(names, _)| names);
    let of = |word: &str| names.matches(word).count();
    of("各") + of("有关") + of("相关") > 1 + of("各有关") + of("各相关") && !names.contains(['，', '。', '：', '；'])
}

/// Whether a closing paragraph orders something in a sentence that is no formula, or
/// says who answers for the document.
pub(super) fn closes_with_order(text: &str) -> bool {
    text.split_inclusive('。').any(|sentence| {
        let answers = sentence.contains('由') && ["负责", "解释"].iter().any(|deed| sentence.contains(deed));
        // 以上意见如无不妥，请批转各地执行，并请县水利局制订办法。
        let orders = obliges(sentence) && !is_formula(sentence) && !names_itself(sentence);
        answers || sentence.contains("并请") || orders && !sentence.starts_with("让我们")
    })
}
