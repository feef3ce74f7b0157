//! OWN: what the office itself wants written one way.

use super::rule::{Page, Rule, Words};
use crate::analysis::Severity;
use crate::house::HouseMark;

/// Each entry of an office is a rule of its own.
const MANY: usize = 40;
const BASIS: &str = "本单位用语";

pub(super) static WRITTEN: Rule = Rule {
    code: "OWN-001",
    title: "不合本单位用语",
    severity: Severity::Warning,
    basis: BASIS,
    page: Page {
        what: "“本单位用语”里写作“错 => 对”的词语，全文逐字查找，建议改为对的写法。",
        why: "同一单位的文件，名称、提法应当一致；由本单位自己规定，随本稿保存，不存在别处。",
        bad: "各镇要到服务局办理。",
        good: "各镇要到服务中心办理。",
        silent: "没有写进“本单位用语”的一概不报；单独一行的词语是对的，别的规则也不再报它的字词、标点、数字和名称。",
    },
    on: true,
    apart: MANY,
    words: Words::None,
    check: |draft, findings| {
        for mark in draft.house_marks() {
            if let HouseMark::Wrong(span, right) = mark {
                let range = draft.source.range(*span);
                let message = format!("“{}”按本单位用语应写作“{right}”。", draft.slice(range));
                findings.add(range, message).exactly(*span).fix_exactly(*span, *right);
            }
        }
    },
};

pub(super) static MATCHED: Rule = Rule {
    code: "OWN-002",
    title: "本单位要留意的写法",
    severity: Severity::Hint,
    basis: BASIS,
    page: Page {
        what: "“本单位用语”里写在两个“/”之间的式子（正则表达式），在全文里逐处查找，报出式子后面的说明。",
        why: "有的写法不能一个词一个词地列出，如编号、简称后面的数字；由本单位自己规定。",
        bad: "腾退第3号楼。",
        good: "腾退青岭县政务大院第三办公楼。",
        silent: "式子总是在原文上逐字匹配；全文特别长、式子又多的，只查到一处为止，并说明。",
    },
    on: true,
    apart: MANY,
    words: Words::None,
    check: |draft, findings| {
        for mark in draft.house_marks() {
            let (span, message) = match mark {
                HouseMark::Matched(span, message) => (span, format!("{}。", message.trim_end_matches('。'))),
                HouseMark::Unread(span) => (span, "全文太长，本单位用语的式子只查到这里。".to_owned()),
                HouseMark::Right(_) | HouseMark::Wrong(..) => continue,
            };
            findings.add(draft.source.range(*span), message).exactly(*span);
        }
    },
};
