//! Bytes as letters that HTML leaves alone, whatever the encoding: thirteen bits in two letters.

/// How many letters there are: the square is a little more than two to the power of thirteen.
const LETTERS: u16 = 91;

/// Writes bytes as letters; `www/single/letters.js` reads them.
pub fn write(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 16 / 13 + 4);
    let (mut bits, mut count) = (0_u32, 0);
    // Two bytes more, for the last bits to come out.
    for byte in bytes.iter().chain(&[0, 0]) {
        bits = bits << 8 | u32::from(*byte);
        count += 8;
        if count >= 13 {
            count -= 13;
            let pair = (bits >> count) as u16;
            bits &= (1 << count) - 1;
            text.extend([letter(pair / LETTERS), letter(pair % LETTERS)]);
        }
    }
    text
}

/// The printable letters, but for the space, quotes, the backslash and what begins a tag.
fn letter(number: u16) -> char {
    // From 33 on, the four that are left out have their place taken by the last ones.
    let code = 33 + number as u8;
    match code {
        b'"' => '|',
        b'<' => '}',
        b'\\' => '~',
        _ => code as char,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_those_that_html_leaves_alone() {
        let all: String = (0..LETTERS).map(letter).collect();
        assert!(all.bytes().all(|byte| byte.is_ascii_graphic()) && !all.contains(['"', '<', '\\']));
        let mut sorted = all.chars().collect::<Vec<_>>();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(sorted.len(), usize::from(LETTERS));
    }

    #[test]
    fn thirteen_bits_take_two_letters() {
        assert_eq!(write(&[]), "!!");
        assert_eq!(write(&[0, 0]), "!!!!");
        assert!(write(&[255; 1300]).len() <= 1604);
    }
}
