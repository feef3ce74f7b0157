//! What lines say, which are refused, and that no pattern takes long.

use super::{Fault, HouseMark, HouseStyle};
use crate::span::Span;
use std::time::Instant;

#[test]
fn lines_that_cannot_be_used_are_named() {
    let long = "长".repeat(201);
    for (line, fault) in [
        ("云", Fault::Short),
        ("=> 部分", Fault::NoWrong),
        ("部份 =>", Fault::NoRight),
        ("部份 => 部份", Fault::NoRight),
        ("/第\\d+号", Fault::Open),
        ("/第\\d+号/", Fault::Silent),
        ("/第\\d+号/   ", Fault::Silent),
        ("/第(号/ 说明", Fault::Syntax),
        ("/\\q/ 说明", Fault::Syntax),
        ("/(?<=第)号/ 说明", Fault::Syntax),
        ("/\\w{500}{500}/ 说明", Fault::Large),
        ("/(甲{1000}){1000}/ 说明", Fault::Large),
        ("/号*/ 说明", Fault::Empty),
        ("//  说明", Fault::Empty),
        ("云协平台", Fault::Twice),
        ("云协平台 => 云协中心", Fault::Twice),
        (long.as_str(), Fault::Long(200)),
    ] {
        let wrong = HouseStyle::read(&format!("\u{feff}# 本单位\n云协平台\n\n{line}\n")).expect_err(line);
        assert_eq!((wrong.len(), wrong[0].line, &wrong[0].fault), (1, 4, &fault), "{line}");
        assert!(wrong[0].sentence().starts_with("第4行：") && wrong[0].to_string().starts_with("line 4: "), "{line}");
    }
    let nested = format!("/{}甲{}/ 说明", "(".repeat(40), ")".repeat(40));
    assert_eq!(HouseStyle::read(&nested).expect_err("deep")[0].fault, Fault::Syntax);
    let many: String = (0..3001).map(|count| format!("词语{count}\n")).collect();
    assert_eq!(HouseStyle::read(&many).expect_err("many")[0].fault, Fault::Many(3000));
    let patterns: String = (0..101).map(|count| format!("/第{count}号/ 说明\n")).collect();
    assert_eq!(HouseStyle::read(&patterns).expect_err("patterns")[0].fault, Fault::ManyPatterns);
    let several = HouseStyle::read("云\n云协平台\n/甲\n部份 =>").expect_err("several");
    assert_eq!(several.iter().map(|bad| bad.line).collect::<Vec<_>>(), [1, 3, 4]);
}

#[test]
fn words_pairs_and_patterns_are_found_as_they_are_pasted() {
    let house = HouseStyle::read(
        "部份额\n部份=>部分\n服务局 ＝＞ 服务中心\n/a/b/ 斜线\n/\\d+\\s\\w/ 空格/分开\n/第[一二]号/无空格",
    )
    .expect("a house style");
    for (text, marks) in [
        ("", vec![]),
        ("部分", vec![]),
        ("😀部份，部份额。", vec![HouseMark::Wrong(Span::new(2, 4), "部分"), HouseMark::Right(Span::new(5, 8))]),
        ("服务局a/b", vec![HouseMark::Wrong(Span::new(0, 3), "服务中心"), HouseMark::Matched(Span::new(3, 6), "斜线")]),
        (
            "2024 年，😀10\u{3000}万",
            vec![HouseMark::Matched(Span::new(0, 6), "空格/分开"), HouseMark::Matched(Span::new(9, 13), "空格/分开")],
        ),
        ("第二号", vec![HouseMark::Matched(Span::new(0, 3), "无空格")]),
        ("部 份", vec![]),
    ] {
        assert_eq!(house.marks(text), marks, "{text}");
    }
    assert!(HouseStyle::read("# 空\n\n").expect("nothing").is_empty());
}

/// The engine is linear, and what is too long for all patterns is told.
#[test]
fn no_pattern_hangs() {
    let evil: String = (0..100).map(|count| format!("/(甲+)+{count}|(a|甲)*乙{{0,20}}丙/ 说明{count}\n")).collect();
    let house = HouseStyle::read(&evil).expect("a house style");
    let text = "甲".repeat(700_000);
    let started = Instant::now();
    let marks = house.marks(&text);
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
    assert_eq!(marks, [HouseMark::Unread(Span::new(20_000, 700_000))]);
}
