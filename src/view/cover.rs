//! Which classes of units a unit belongs to, as far as the names say it.

use crate::analysis::UnitCategory;
use crate::lexicon::list::{UNIT, WordList};
use crate::mention::unit::category_of;

/// What a class is called at its end, and what the names of its members end
/// with.
const CLASSES: &[(&[&str], &[&str])] = &[
    (&["乡镇", "镇", "乡", "街道", "镇街", "乡镇街道"], &["镇", "乡", "街道", "街道办", "街道办事处"]),
    (&["县市区", "县区", "县", "区", "市县", "市区"], &["县", "区", "市", "旗"]),
    (&["学校", "中小学", "高校"], &["学校", "中学", "小学", "大学", "学院"]),
    (&["医院", "医疗机构"], &["医院", "卫生院"]),
    (&["企业", "国有企业"], &["公司", "集团"]),
];

static DEPARTMENTS: WordList = WordList::of(UNIT, "departments");

/// Why `unit` is one of `class`: `“各乡镇”包括它（按名称判断）`; `None` where
/// nothing says so.
pub(super) fn covered(class: &str, unit: &str) -> Option<String> {
    if class == unit || !is_class(class) {
        return None;
    }
    let by_name = CLASSES.iter().any(|(classes, members)| is_of(class, classes) && is_of(unit, members));
    let department = category_of(unit) == UnitCategory::Department || category_of(unit) == UnitCategory::Party;
    let any = DEPARTMENTS.closes(class) && department;
    (by_name || any).then(|| format!("“{class}”可能包括它，请核对"))
}

/// Whether the name is that of many: 各…, 有关…, …成员单位.
fn is_class(name: &str) -> bool {
    name.starts_with('各') || name.contains("有关") || name.contains("相关") || name.ends_with("成员单位")
}

/// Whether a name, without what governments are called, ends with a word.
fn is_of(name: &str, words: &[&str]) -> bool {
    let bare: String = name.chars().filter(|c| !"（）()、〔〕".contains(*c)).collect();
    let bare = bare.trim_end_matches("人民政府").trim_end_matches("政府").trim_end_matches("党委");
    words.iter().any(|word| bare.ends_with(word))
}

#[cfg(test)]
mod tests {
    use super::covered;

    #[test]
    fn a_class_covers_those_whose_names_say_so() {
        let cases = [
            ("各乡镇人民政府", "柳林镇人民政府", true),
            ("各乡镇", "柳林镇", true),
            ("各县（市、区）人民政府", "青岭县", true),
            ("各乡镇", "县应急局", false),
            ("有关部门", "县应急局", true),
            ("县安委会各成员单位", "县水利局", true),
            ("各部门", "柳林镇", false),
            ("县水利局", "县应急局", false),
            ("各有关企业", "云溪水务公司", true),
        ];
        for (class, unit, covers) in cases {
            assert_eq!(covered(class, unit).is_some(), covers, "{class} {unit}");
        }
    }
}
