//! The verbs of obligation: 要, 应, 须, 必须, 不得, ….

/// A verb of obligation, and the words in which its characters mean something
/// else: characters that may not stand before it, and that may not follow.
struct Modal {
    word: &'static str,
    not_after: &'static str,
    not_before: &'static str,
}

/// Longest first.
const MODALS: &[Modal] = &[
    Modal { word: "应当", not_after: "", not_before: "" },
    Modal { word: "必须", not_after: "", not_before: "" },
    Modal { word: "务必", not_after: "", not_before: "" },
    Modal { word: "不得", not_after: "", not_before: "" },
    Modal { word: "严禁", not_after: "", not_before: "" },
    Modal { word: "需要", not_after: "", not_before: "" },
    // 重要 主要 需要 纪要 概要 首要 只要 摘要 简要 必要 紧要 提要; 要求 要点 要素 要件 要害 要闻 要领 要塞 要职
    Modal {
        word: "要", not_after: "重主需纪概首只摘简必紧提扼险择刚", not_before: "求点素件害闻领塞职道约事地么"
    },
    // 应急 应对 应用 响应 相应 供应 对应 适应 效应 反应 应届 应收 应付 应聘 应邀 应变 应战 应征 应援 应诉
    Modal {
        word: "应",
        not_after: "响相供对适效反感呼回因顺照答策理叫",
        not_before: "急对用届收付聘邀变战征援诉装答声运景考纳税约",
    },
    // 须知 必须
    Modal { word: "须", not_after: "必无毋胡", not_before: "知臾" },
];

/// Finds the first verb of obligation in `text`: its byte offset and length.
///
/// ```
/// use notice_analyzer::lexicon::modal::find_modal;
/// assert_eq!(find_modal("各单位要抓好"), Some((9, 3)));
/// assert_eq!(find_modal("应急预案的主要要求"), None);
/// ```
pub fn find_modal(text: &str) -> Option<(usize, usize)> {
    let mut previous = '\0';
    for (at, c) in text.char_indices() {
        if opens_modal(c)
            && let Some(len) = modal_at(&text[at..], previous)
        {
            return Some((at, len));
        }
        previous = c;
    }
    None
}

/// The length of the verb of obligation that `text` opens with, given the
/// character before it.
pub fn modal_at(text: &str, before: char) -> Option<usize> {
    if !text.starts_with(opens_modal) {
        return None;
    }
    MODALS.iter().find_map(|modal| {
        let after = text.strip_prefix(modal.word)?.chars().next();
        let free = !modal.not_after.contains(before) && after.is_none_or(|c| !modal.not_before.contains(c));
        free.then_some(modal.word.len())
    })
}

/// What [`MODALS`] open with: a quick look before they are tried.
fn opens_modal(c: char) -> bool {
    matches!(c, '应' | '必' | '务' | '不' | '严' | '需' | '要' | '须')
}

#[cfg(test)]
mod tests {
    use super::find_modal;

    #[test]
    fn modals() {
        for (text, expected) in [
            ("各单位要加强值守", Some("要")),
            ("企业应建立制度", Some("应")),
            ("应当依法处理", Some("应当")),
            ("必须达到标准", Some("必须")),
            ("不得上岗", Some("不得")),
            ("须经批准", Some("须")),
            ("重要论述和主要负责人", None),
            ("应急响应和应用", None),
            ("相应要求", None),
            ("加强预警“叫应”", None),
            ("须臾不可放松", None),
            ("按照要点", None),
        ] {
            let found = find_modal(text).map(|(at, len)| &text[at..at + len]);
            assert_eq!(found, expected, "{text}");
        }
    }
}
