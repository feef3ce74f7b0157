//! OWN: what the office itself wants written one way.

use super::work::{Check, page};
use crate::house::HouseMark;

/// Each entry of an office is a rule of its own.
const MANY: usize = 40;

pub(super) static WRITTEN: Check = page!("OWN-001", |draft, findings| {
    for mark in draft.house_marks() {
        if let HouseMark::Wrong(span, right) = mark {
            let range = draft.source.range(*span);
            let message = format!("“{}”按本单位用语应写作“{right}”。", draft.slice(range));
            findings.add(range, message).exactly(*span).fix_exactly(*span, *right);
        }
    }
})
.apart(MANY);

pub(super) static MATCHED: Check = page!("OWN-002", |draft, findings| {
    for mark in draft.house_marks() {
        let (span, message) = match mark {
            HouseMark::Matched(span, message) => (span, format!("{}。", message.trim_end_matches('。'))),
            HouseMark::Unread(span) => (span, "全文太长，本单位用语的式子只查到这里。".to_owned()),
            HouseMark::Right(_) | HouseMark::Wrong(..) => continue,
        };
        findings.add(draft.source.range(*span), message).exactly(*span);
    }
})
.apart(MANY);
