//! Bytes as the page carries them: packed by LZMA, which takes a fifth less than
//! deflate, and written in letters that mean nothing to HTML. Two of 91 letters
//! hold 13 bits, which takes a twelfth less than base64. www/packed.js and
//! www/lzma.js read them.

use anyhow::{Context, Result};
use lzma_rust2::{EncodeMode, LzmaOptions, LzmaWriter, MfType};
use std::io::Write;

/// As thorough as can be; a module fits into the dictionary. What www/lzma.js
/// reads is fixed: 3 bits of the letter before tell of the next, places nothing.
const OPTIONS: LzmaOptions = LzmaOptions {
    dict_size: 1 << 23,
    lc: 3,
    lp: 0,
    pb: 0,
    mode: EncodeMode::Normal,
    nice_len: LzmaOptions::NICE_LEN_MAX,
    mf: MfType::Bt4,
    depth_limit: 512,
    preset_dict: None,
};
/// How many letters there are.
const LETTERS: u32 = 91;
/// How many bits two of them hold.
const BITS: u32 = 13;

/// `bytes` packed and written in letters.
///
/// # Errors
///
/// Where the packer fails.
pub fn packed(bytes: &[u8]) -> Result<String> {
    let mut packer = LzmaWriter::new_no_header(Vec::new(), &OPTIONS, false).context("packing")?;
    packer.write_all(bytes).context("packing")?;
    Ok(letters(&packer.finish().context("packing")?))
}

/// The printable characters of ASCII, without those that mean something to a
/// browser or to the placeholders of the build.
fn alphabet() -> Vec<char> {
    ('!'..='~').filter(|letter| !['<', '&', '{'].contains(letter)).collect()
}

/// The lower bits come first.
fn letters(bytes: &[u8]) -> String {
    let alphabet = alphabet();
    let mut written = String::with_capacity(bytes.len() * 5 / 4);
    let (mut held, mut held_bits) = (0u32, 0);
    let mut write = |pair: u32| written.extend([pair % LETTERS, pair / LETTERS].map(|value| alphabet[value as usize]));
    for byte in bytes {
        held |= u32::from(*byte) << held_bits;
        held_bits += 8;
        if held_bits >= BITS {
            write(held % (1 << BITS));
            held >>= BITS;
            held_bits -= BITS;
        }
    }
    if held_bits > 0 {
        write(held);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letters_hold_every_pair_of_bits() {
        let letters = alphabet().len();
        assert!(letters == LETTERS as usize && letters * letters >= 1 << BITS);
    }

    #[test]
    fn two_letters_hold_thirteen_bits() {
        let cases: [(&[u8], &str); 5] =
            [(&[], ""), (&[0], "!!"), (&[1], "\"!"), (&[91], "!\""), (&[0xff, 0x1f], "\"~!!")];
        for (bytes, expected) in cases {
            assert_eq!(letters(bytes), expected, "{bytes:?}");
        }
        assert_eq!(letters(&[0xff; 13]).len(), 16);
    }
}
