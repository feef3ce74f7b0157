//! Characters that are not seen, and those that turn others round.

/// Whether `c` shows nothing of itself: controls, marks that turn the direction
/// of writing, joiners and variation selectors (`Default_Ignorable_Code_Point`
/// of Unicode), and code points that are no characters at all.
///
/// ```
/// use notice_analyzer::source::is_invisible;
/// assert!(is_invisible('\u{202e}') && is_invisible('\u{9b}') && is_invisible('\u{ffff}'));
/// assert!(!is_invisible('县') && !is_invisible(' ') && !is_invisible('\u{fffd}'));
/// ```
pub fn is_invisible(c: char) -> bool {
    c.is_control() || is_ignorable(c) || is_no_character(c)
}

fn is_ignorable(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

fn is_no_character(c: char) -> bool {
    matches!(c, '\u{fdd0}'..='\u{fdef}') || c as u32 & 0xfffe == 0xfffe
}
