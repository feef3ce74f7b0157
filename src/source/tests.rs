use super::{LineKind, Source};
use crate::span::Span;

fn lines(text: &str) -> Vec<String> {
    let source = Source::new(text);
    source.lines().iter().map(|l| source.slice(l.range).to_owned()).collect()
}

#[test]
fn noise_and_width() {
    for (text, expected) in [
        ("", &[][..]),
        (" \n\t\n　", &[]),
        ("**1. 煤矿。** 严格", &["1.煤矿。严格"]),
        ("## 一、总体要求\n---\n要抓好。", &["一、总体要求", "要抓好。"]),
        ("(一)强化,落实;", &["（一）强化，落实；"]),
        ("８月１５日前，8:30，1,000人", &["8月15日前，8:30，1,000人"]),
        ("<p>各县&nbsp;区</p>", &["各县区"]),
        ("a<b，5<6", &["a<b，5<6"]),
        ("第一段。\n— 3 —\n第二段。", &["第一段。", "第二段。"]),
        ("第一段。\n第 3 页 共 12 页\n第二段。", &["第一段。", "第二段。"]),
        ("落实，\n第\\1\u{200b}页\n责任。", &["落实，责任。"]),
        ("各县\u{0}区\u{200b}局", &["各县区局"]),
        ("县\u{202e}应\u{9b}急\u{ffff}局\u{3164}", &["县应急局"]),
        ("\\局应抓好|落实。", &["局应抓好落实。"]),
        ("由县⼯信局牵头，4⽉15⽇前完成。", &["由县工信局牵头，4月15日前完成。"]),
        ("2024-04-01  9:00至 18:00", &["2024-04-01 9:00至18:00"]),
        ("2024-09-1 8:30，共 3 5 人", &["2024-09-1 8:30，共35人"]),
        ("２ ０ ２ ４ 年 4 月 1 5 日", &["2024年4月15日"]),
        ("2024 10", &["2024 10"]),
        ("1,000 8 :30", &["1,000 8:30"]),
    ] {
        assert_eq!(lines(text), expected, "{text:?}");
    }
}

#[test]
fn paragraphs_cut_by_pages_and_wraps() {
    for (text, expected) in [
        ("遏制较大事故、减\n\n\n少一般事故。", &["遏制较大事故、减少一般事故。"][..]),
        ("（县工信局、县应急局、\n县市场监管局负责）", &["（县工信局、县应急局、县市场监管局负责）"]),
        ("加快建设，实现“三断”\n\n情况下的指挥。", &["加快建设，实现“三断”情况下的指挥。"]),
        ("一、树牢理念，增强自觉性\n要抓好。", &["一、树牢理念，增强自觉性", "要抓好。"]),
        ("工作完成，防范\n2.煤矿。严格落实。", &["工作完成，防范", "2.煤矿。严格落实。"]),
        (
            "青岭县人民政府\n关于做好工作的通知\n青政发〔2024〕1号",
            &["青岭县人民政府", "关于做好工作的通知", "青政发〔2024〕1号"],
        ),
        ("落实责任。\n青岭县人民政府\n2024年2月18日", &["落实责任。", "青岭县人民政府", "2024年2月18日"]),
        ("开展整治。（县应急局负责）\n其他行业也要整治。", &["开展整治。（县应急局负责）", "其他行业也要整治。"]),
        ("抓好落实\n责任单位：县应急局", &["抓好落实", "责任单位：县应急局"]),
        ("发文机关：青岭县人民政府\n关于做好工作的通知", &["发文机关：青岭县人民政府", "关于做好工作的通知"]),
        (
            "主题分类：农业、林业\n标题：关于做好工作的通知\n各镇：",
            &["主题分类：农业、林业", "标题：关于做好工作的通知", "各镇："],
        ),
        ("附件：任务分工表\n青岭县人民政府", &["附件：任务分工表", "青岭县人民政府"]),
        ("联系人：陈某，电话：123\n青岭县人民政府", &["联系人：陈某，电话：123", "青岭县人民政府"]),
    ] {
        assert_eq!(lines(text), expected, "{text:?}");
    }
}

#[test]
fn table_rows() {
    let kinds = |text: &str| Source::new(text).lines().iter().map(|l| l.kind).collect::<Vec<_>>();
    use LineKind::{Row, Text};
    assert_eq!(kinds("序号\t任务\t单位\n1\t排查\t应急局"), [Row, Row]);
    assert_eq!(kinds("|序号|任务|\n|---|---|\n|1|排查|"), [Row, Row]);
    assert_eq!(kinds("1.\t总体要求\n要抓好。"), [Text, Text]);
    assert_eq!(kinds("1.\t加强领导。\n2.\t压实责任。"), [Text, Text]);
    assert_eq!(kinds("1\t加强领导\n2\t压实责任"), [Row, Row]);
    assert_eq!(kinds("1\t排查隐\t县应急局\n\t患。\t"), [Row, Row]);
    assert_eq!(kinds("县政府办公室\t\t2024年2月29日印发"), [Text]);
    assert_eq!(kinds("县政府办公室\t2024年2月29日印发"), [Text]);
    assert_eq!(lines("|1| 排 查 |局|"), ["1\t排查\t局"]);
    assert_eq!(lines("|1|排\\|查|局|"), ["1\t排查\t局"]);
    assert_eq!(lines("1\t<p>甲。</p> <p>乙。</p>\t局"), ["1\t甲。\u{b}乙。\u{b}\t局"]);
}

#[test]
fn spans_lead_back() {
    for (text, word, expected) in [
        ("各 县\n\n**年底前**完成", "年底前", Span::new(7, 10)),
        ("😀县(应急局)", "（应急局）", Span::new(3, 8)),
        ("𠮷县应急局", "应急局", Span::new(3, 6)),
        ("遏制、减\n\n少事故", "减少", Span::new(3, 7)),
        ("各县。\n\n各乡。", "县。\n", Span::new(1, 3)),
        ("1\t排查\t局 　\n2\t整治\t县局\n", "县局", Span::new(14, 16)),
    ] {
        let source = Source::new(text);
        let at = source.clean().find(word).expect(text);
        let range = crate::span::TextRange::new(at, at + word.len());
        assert_eq!(source.span(range), expected, "{text:?}");
        // A line end of the view stands for no character of the text.
        let words = crate::span::TextRange::new(at, at + word.trim_end_matches('\n').len());
        assert_eq!(source.range(expected), words, "{text:?}");
    }
}

#[test]
fn every_place_leads_there_and_back() {
    let source = Source::new("😀县(应急局)，各 县\n\n**年底前**完成\n1\t<p>甲。</p> <p>𠮷。</p>\t局\n");
    let starts: Vec<usize> = source.clean().char_indices().map(|(at, _)| at).collect();
    let shown = |at: usize| !source.clean()[at..].starts_with(['\n', super::CELL_BREAK]);
    for &start in starts.iter().filter(|at| shown(**at)) {
        for &last in starts.iter().filter(|at| **at >= start && shown(**at)) {
            let width = source.clean()[last..].chars().next().map_or(0, char::len_utf8);
            let range = crate::span::TextRange::new(start, last + width);
            assert_eq!(source.range(source.span(range)), range);
        }
    }
}

#[test]
fn what_the_view_left_out_or_folded() {
    let source = Source::new("县(应急局),做好 2024 年。\n  **工作**。");
    let folded: Vec<_> = source.folded().map(|(range, c)| (source.slice(range), c)).collect();
    assert_eq!(folded, [("（", '('), ("）", ')'), ("，", ',')]);
    let noise: Vec<_> = source.noise().map(|(at, noise)| (source.clean()[at..].chars().next(), noise)).collect();
    assert_eq!(
        noise,
        [(Some('2'), " "), (Some('年'), " "), (Some('\n'), "\n"), (Some('工'), "  **"), (Some('。'), "**")]
    );
}

#[test]
fn written_keeps_the_characters_of_the_text() {
    let source = Source::new("（县 住建局\n负责)");
    let all = crate::span::TextRange::new(0, source.clean().len());
    assert_eq!(source.written(all), "（县住建局负责)");
}

#[test]
fn an_insertion_at_a_line_end_stays_on_its_line() {
    let text = "抄送：县委办公室\n附件1";
    let source = Source::new(text);
    let end = source.clean().find('\n').unwrap();
    let at = crate::TextRange::new(end, end);
    assert_eq!((source.span(at).start, source.span(at).end), (8, 8));
}
