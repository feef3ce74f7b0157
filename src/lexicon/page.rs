//! The lines that a web page or an office form puts around a notice. They are
//! no paragraphs: none goes on in the next.

/// What the value behind a label is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageLabel {
    /// 发文机关.
    Issuer,
    /// 发文字号.
    Number,
    /// 标题.
    Title,
    /// 成文日期.
    Date,
    /// Nothing that the notice itself says.
    Other,
}

use PageLabel::{Date, Issuer, Number, Other, Title};

/// Labels, without their colon.
const LABELS: &[(&str, PageLabel)] = &[
    ("发文机关", Issuer),
    ("发文机构", Issuer),
    ("发文单位", Issuer),
    ("制发机关", Issuer),
    ("发布机构", Issuer),
    ("发布单位", Issuer),
    ("公开责任部门", Issuer),
    ("发文字号", Number),
    ("发文文号", Number),
    ("文号", Number),
    ("文件编号", Number),
    ("标题", Title),
    ("信息名称", Title),
    ("文件名称", Title),
    ("名称", Title),
    ("成文日期", Date),
    ("发文日期", Date),
    ("生成日期", Other),
    ("发布日期", Other),
    ("发布时间", Other),
    ("公开日期", Other),
    ("公开时间", Other),
    ("生效日期", Other),
    ("实施日期", Other),
    ("废止日期", Other),
    ("索引号", Other),
    ("信息索引", Other),
    ("主题分类", Other),
    ("体裁分类", Other),
    ("组配分类", Other),
    ("信息类别", Other),
    ("信息分类", Other),
    ("服务对象", Other),
    ("公文种类", Other),
    ("内容概述", Other),
    ("主题词", Other),
    ("关键词", Other),
    ("有效性", Other),
    ("时效", Other),
    ("效力", Other),
    ("效力状态", Other),
    ("公开方式", Other),
    ("公开范围", Other),
    ("来源", Other),
    ("信息来源", Other),
    ("文章来源", Other),
    ("作者", Other),
    ("编辑", Other),
    ("责任编辑", Other),
    ("浏览次数", Other),
    ("浏览量", Other),
    ("阅读次数", Other),
    ("阅读量", Other),
    ("点击数", Other),
    ("点击量", Other),
    ("访问量", Other),
    ("字体", Other),
    ("字号", Other),
    ("分享到", Other),
    ("打印", Other),
    ("当前位置", Other),
    ("您的位置", Other),
    ("您当前的位置", Other),
    ("首页", Other),
    ("签发人", Other),
    ("签发", Other),
    ("签批盖章", Other),
    ("等级", Other),
    ("紧急程度", Other),
    ("缓急", Other),
    ("密级", Other),
    ("份号", Other),
    ("发电单位", Other),
    ("发往", Other),
    ("上一篇", Other),
    ("下一篇", Other),
    ("相关链接", Other),
    ("相关阅读", Other),
    ("附件下载", Other),
];
/// 首页>政务公开>通知公告 takes at most this many characters.
const TRAIL_CHARS: usize = 60;
/// Whole lines that such pages add.
const LINES: &[&str] = &[
    "打印", "打印本页", "关闭", "关闭窗口", "返回顶部", "返回", "下载", "收藏", "分享", "大中小", "扫一扫", "相关链接",
    "相关阅读", "政策解读", "通知公告", "信息公开", "政务公开", "发往见报头",
];

/// The label that a line of the cleaned view opens with, and where its value
/// starts (bytes).
///
/// ```
/// use notice_analyzer::lexicon::page::{PageLabel, page_label};
/// assert_eq!(page_label("发文字号：青政发〔2024〕3号"), Some((PageLabel::Number, 15)));
/// assert_eq!(page_label("各镇人民政府："), None);
/// ```
pub fn page_label(line: &str) -> Option<(PageLabel, usize)> {
    let inner = line.trim_start_matches(['【', '［', '[', '（']);
    let opened = line.len() - inner.len();
    let end = inner.char_indices().take(8).find(|(_, c)| *c == '：')?.0;
    let (_, label) = LABELS.iter().find(|(label, _)| *label == &inner[..end])?;
    Some((*label, opened + end + "：".len()))
}

/// Whether a line as a whole belongs to the page, not to the notice.
pub fn is_page_line(line: &str) -> bool {
    let core = line.trim_matches(['【', '】', '［', '］', '[', ']']);
    let trail = core.chars().take(TRAIL_CHARS + 1).count() <= TRAIL_CHARS && core.contains(['>', '›', '»']);
    page_label(line).is_some() || LINES.contains(&core) || trail
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_page() {
        for (line, expected) in [
            ("索引号：000014/2024-00012", true),
            ("【字体：大中小】", true),
            ("【打印】", true),
            ("发文机关：青岭县人民政府", true),
            ("标题：关于做好工作的通知", true),
            ("当前位置：首页>政务公开", true),
            ("首页>政务公开>政策文件", true),
            ("各镇人民政府：", false),
            ("责任单位：县应急局", false),
            ("来源于企业的隐患要及时整改。", false),
            ("标题", false),
            ("", false),
        ] {
            assert_eq!(is_page_line(line), expected, "{line}");
        }
    }
}
