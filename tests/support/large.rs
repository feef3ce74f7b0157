//! A draft with many items and as many rows in its annex.

use std::fmt::Write as _;

const MATTERS: &[&str] = &[
    "燃气管网", "校园食堂", "农村公路", "地下车库", "敬老机构", "老旧电梯", "尾矿水库", "冷链仓储", "景区索道",
    "施工塔吊", "渔港码头", "加油站点", "商场影院", "自建房屋", "危化运输", "森林防火",
];
const WORKS: &[&str] = &[
    "开展拉网式排查", "建立问题台账", "修订应急预案", "组织岗位培训", "安装监测设备", "明确包保干部", "公布举报电话",
    "落实整改资金", "约谈责任单位", "推广示范做法", "聘请专家会诊", "划定管控区域",
];
const UNITS: &[&str] = &[
    "市应急局", "市住建局", "市教育局", "市公安局", "市水利局", "市财政局", "市交通运输局", "市民政局", "市商务局",
    "市文旅局", "市生态环境局", "市消防救援支队",
];

/// The draft: `items` numbered tasks, then the annex that repeats them; in every
/// fifth row a word and a unit differ.
pub fn draft(items: usize) -> String {
    let mut body = "云溪市人民政府关于开展专项整治的意见\n（征求意见稿）\n各县（市、区）人民政府：\n".to_owned();
    let mut annex = "附件\n重点任务分工\n序号\t任务\t主要内容\t责任单位\n".to_owned();
    for item in 0..items {
        let (title, text, units) = task(item);
        let _ = writeln!(body, "{}.{title}。{text}（{units}负责）", item + 1);
        let changed = if item % 5 == 0 { text.replace("年底前", "9月底前") } else { text };
        let fewer = if item % 5 == 1 { units.split('、').next().unwrap_or_default() } else { &units };
        let _ = writeln!(annex, "{}\t{title}\t{changed}\t{fewer}负责", item + 1);
    }
    body + &annex
}

fn task(item: usize) -> (String, String, String) {
    let pick = |list: &[&'static str], nth: usize| list[(item * 7 + nth * (item % 5 + 3)) % list.len()];
    let matter = pick(MATTERS, item / MATTERS.len());
    let title = format!("整治{matter}第{}类隐患", item / MATTERS.len() + 1);
    let works: Vec<&str> = (0..6).map(|nth| pick(WORKS, nth)).collect();
    let text = format!("针对{matter}存在的突出问题，{}，年底前完成{}处整改。", works.join("，"), item * 3 + 11);
    (title, text, (0..3).map(|nth| pick(UNITS, nth)).collect::<Vec<_>>().join("、"))
}
