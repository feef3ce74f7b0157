//! Which characters write words.

/// Whether `c` is a Chinese character.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '〇')
}

/// Whether `c` is a letter or a digit of any script. Chinese characters and their
/// marks, nearly all that a notice holds, are told at once.
///
/// ```
/// use notice_analyzer::lexicon::letter::is_letter;
/// assert!(is_letter('县') && is_letter('A') && is_letter('3'));
/// assert!(!is_letter('，') && !is_letter(' '));
/// ```
pub fn is_letter(c: char) -> bool {
    const MARKS: &[char] = &['，', '。', '、', '；', '：', '（', '）', '“', '”', '《', '》'];
    is_han(c) || !MARKS.contains(&c) && c.is_alphanumeric()
}
