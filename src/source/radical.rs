//! Radicals: characters that look like 月 and 工 and are others, as PDF files
//! and text recognition leave them.

/// What a radical of the block "Kangxi Radicals" (from U+2F00 on) is read as;
/// where Unicode names a traditional character, the simplified one.
const KANGXI: &str = "\
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土\
    士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈户手\
    支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉\
    瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳\
    聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾见角言谷豆豕豸贝赤走足身车辛\
    辰辵邑酉釆里金长门阜隶隹雨青非面革韦韭音页风飞食首香马骨高髟斗鬯\
    鬲鬼鱼鸟卤鹿麦麻黄黍黑黹黾鼎鼓鼠鼻齐齿龙龟龠";
/// The same for "CJK Radicals Supplement" (from U+2E80 on); [`NONE`] stands for
/// one that is no character of its own.
const SUPPLEMENT: &str = "\
    ＿厂＿＿乙＿冂＿刀＿卜＿小小兀＿尢＿巳幺＿＿＿＿＿＿＿旡日月歺母\
    民＿＿＿＿＿丬牛＿王疋目示＿竹＿＿＿＿＿＿＿羊羊＿＿＿聿肉臼＿＿\
    ＿虎＿＿西见角＿＿贝足车＿＿＿＿＿长＿长门＿＿雨青韦页风飞食食＿\
    ＿＿马骨鬼鱼鸟卤麦黄黾＿齐＿齿＿龙＿＿龟";
const NONE: char = '＿';
/// Characters of the tables, in UTF-8 bytes.
const WIDE_BYTES: usize = 3;

/// The common character that the radical `c` is taken for.
pub(super) fn common(c: char) -> Option<char> {
    let (table, first) = match c {
        '\u{2e80}'..='\u{2ef3}' => (SUPPLEMENT, 0x2e80),
        '\u{2f00}'..='\u{2fd5}' => (KANGXI, 0x2f00),
        _ => return None,
    };
    let at = (c as usize - first) * WIDE_BYTES;
    table.get(at..)?.chars().next().filter(|c| *c != NONE)
}

#[cfg(test)]
mod tests {
    use super::common;

    #[test]
    fn radicals_are_read_as_what_they_look_like() {
        let read: String = "⼯⽉⽇⼾⼈⻓⻄⺠⻋⻔⻘⿓".chars().filter_map(common).collect();
        assert_eq!(read, "工月日户人长西民车门青龙");
        let first_and_last = ['\u{2e80}', '\u{2ef3}', '\u{2f00}', '\u{2fd5}'].map(common);
        assert_eq!(first_and_last, [None, Some('龟'), Some('一'), Some('龠')]);
        assert!(['月', 'a', '\u{2fd6}', '\u{2eff}'].iter().all(|c| common(*c).is_none()));
    }
}
