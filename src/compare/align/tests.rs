use super::{Entry, Group, groups};
use crate::compare::side::Side;

const TEXTS: [(&str, &str); 8] = [
    ("压实责任", "各级领导干部要履行安全生产职责，定期研究解决突出问题。"),
    ("排查隐患", "对危险化学品、燃气、道路交通开展拉网式排查，建立问题台账。"),
    ("应急演练", "组织防汛抢险和森林火灾扑救演练，完善预案，储备物资。"),
    ("宣传教育", "利用广播电视和新媒体播放警示教育片，推进五进活动。"),
    ("科技支撑", "建设监测预警平台，推广视频智能分析和无人机巡查。"),
    ("执法检查", "严厉打击非法违法行为，落实举报奖励制度和联合惩戒。"),
    ("队伍建设", "加强专职救援队伍规范化管理，开展岗位练兵比武。"),
    ("资金保障", "把安全生产经费纳入财政预算，提高资金使用效益。"),
];

fn entries<'a>(texts: &[(&'a str, &'a str)]) -> Vec<Entry<'a>> {
    texts.iter().map(|(title, text)| Entry { title, text }).collect()
}

/// `0-0` for a pair, `1-1+2` for a split, `-3` and `4-` for what stands alone.
fn shown(left: &[(&str, &str)], right: &[(&str, &str)]) -> String {
    let join = |list: &[usize]| list.iter().map(usize::to_string).collect::<Vec<_>>().join("+");
    let show = |group: &Group| format!("{}-{}", join(&group.left), join(&group.right));
    let found = groups(&entries(left), &entries(right), &|_: Side, _, _| true);
    found.iter().map(show).collect::<Vec<_>>().join(" ")
}

fn changed(change: impl FnOnce(&mut Vec<(&'static str, &'static str)>)) -> String {
    let mut right = TEXTS.to_vec();
    change(&mut right);
    shown(&TEXTS, &right)
}

#[test]
fn alignments() {
    let unchanged = "0-0 1-1 2-2 3-3 4-4 5-5 6-6 7-7";
    assert_eq!(changed(|_| ()), unchanged);
    assert_eq!(changed(|t| t[2].0 = ""), unchanged, "lost its title");
    assert_eq!(changed(|t| t[2].0 = "强化演练"), unchanged, "renamed");
    assert_eq!(changed(|t| t[2].1 = "全部内容重新写过，与原文没有一句相同。"), unchanged, "rewritten under its title");
    assert_eq!(changed(|t| t.swap(0, 7)), "0-7 1-1 2-2 3-3 4-4 5-5 6-6 7-0", "moved");
    assert_eq!(changed(|t| _ = t.remove(3)), "0-0 1-1 2-2 3- 4-3 5-4 6-5 7-6", "dropped");
    let added = ("心理服务", "为受灾群众提供心理疏导。");
    assert_eq!(changed(|t| t.insert(3, added)), "0-0 1-1 2-2 -3 3-4 4-5 5-6 6-7 7-8", "new");
    assert_eq!(changed(|t| t.insert(0, added)), "-0 0-1 1-2 2-3 3-4 4-5 5-6 6-7 7-8", "new at the start");
    let halves = [("排查隐患", "对危险化学品、燃气、道路交通开展拉网式排查，"), ("", "建立问题台账。")];
    assert_eq!(
        changed(|t| drop(t.splice(1..2, halves))),
        "0-0 1-1+2 2-3 3-4 4-5 5-6 6-7 7-8",
        "split into a long and a short row"
    );
    let both = (
        "执法检查",
        "严厉打击非法违法行为，落实举报奖励制度和联合惩戒。加强专职救援队伍规范化管理，开展岗位练兵比武。",
    );
    assert_eq!(changed(|t| drop(t.splice(5..7, [both]))), "0-0 1-1 2-2 3-3 4-4 5+6-5 7-6", "merged");
}

#[test]
fn nothing_is_invented() {
    assert_eq!(shown(&TEXTS[..2], &TEXTS[5..7]), "-0 -1 0- 1-");
    assert_eq!(shown(&[], &[]), "");
    assert_eq!(shown(&TEXTS[..1], &[]), "0-");
    assert_eq!(shown(&[("", "")], &[("", "")]), "0-0");
}

/// The same words many times: the first answers the first.
#[test]
fn repeated_entries() {
    let many = [("", "抓好落实。"); 20];
    let found = groups(&entries(&many), &entries(&many), &|_: Side, _, _| true);
    assert!(found.iter().enumerate().all(|(at, group)| group.left == [at] && group.right == [at]));
}
