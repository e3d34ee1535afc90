//! Decoding of a file to UTF-8, slice by slice.

use std::fmt;

/// The character encoding of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, or plain ASCII.
    #[default]
    Utf8,
    /// UTF-16, the lower byte first, as Excel's "Unicode text".
    Utf16Le,
    /// UTF-16, the higher byte first.
    Utf16Be,
    /// Windows-1252: one byte a character, as older Western European programs write.
    Windows1252,
}

impl Encoding {
    /// All encodings.
    pub const ALL: [Self; 4] = [Self::Utf8, Self::Utf16Le, Self::Utf16Be, Self::Windows1252];

    /// The encoding of this name, or `None` where there is none.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|encoding| encoding.name() == name)
    }

    /// The name in a choice. It never changes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1252 => "windows-1252",
        }
    }

    /// The encoding of a text that begins so: by the byte order mark, or by evidence. Every other byte of UTF-16 is
    /// mostly 0, and Windows-1252 is hardly ever valid UTF-8 once it has an accent.
    pub fn of(bytes: &[u8]) -> Self {
        match bytes {
            [0xff, 0xfe, ..] => return Self::Utf16Le,
            [0xfe, 0xff, ..] => return Self::Utf16Be,
            _ => {}
        }
        let zeros = |from: usize| bytes.iter().skip(from).step_by(2).filter(|&&b| b == 0).count();
        let (even, odd) = (zeros(0), zeros(1));
        let half = bytes.len() / 2;
        if 3 * odd > half && 10 * even < odd {
            return Self::Utf16Le;
        }
        if 3 * even > half && 10 * odd < even {
            return Self::Utf16Be;
        }
        if is_mostly_utf8(bytes) { Self::Utf8 } else { Self::Windows1252 }
    }
}

/// Whether bytes are UTF-8, or have more characters of it beyond ASCII than bytes that are none of it: a file of
/// Windows-1252 hardly has any. The bytes may end amid a character.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|character| !character.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    let ends_amid =
        std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none() && bad == 1);
    bad == 0 || ends_amid || good > bad
}

impl fmt::Display for Encoding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le | Self::Utf16Be => "UTF-16",
            Self::Windows1252 => "Windows-1252",
        })
    }
}

/// Characters of Windows-1252 in place of the control characters 0x80 to 0x9f (WHATWG Encoding Standard).
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Decodes slices to UTF-8. A character that a slice leaves unfinished waits for the next one.
#[derive(Clone, Debug)]
pub(super) struct Decoder {
    encoding: Encoding,
    /// Whether nothing was decoded yet, so that a byte order mark may follow.
    fresh: bool,
    /// A byte that is half a unit of UTF-16.
    half: Option<u8>,
    /// The first unit of a pair of UTF-16.
    lead: Option<u16>,
}

impl Decoder {
    pub(super) fn new(encoding: Encoding) -> Self {
        Self { encoding, fresh: true, half: None, lead: None }
    }

    /// Appends a slice in UTF-8. The first slice must have the whole byte order mark.
    pub(super) fn push(&mut self, slice: &[u8], to: &mut Vec<u8>) {
        let bom: &[u8] = match self.encoding {
            Encoding::Utf8 => b"\xef\xbb\xbf",
            Encoding::Utf16Le => b"\xff\xfe",
            Encoding::Utf16Be => b"\xfe\xff",
            Encoding::Windows1252 => b"",
        };
        let slice = match slice.strip_prefix(bom) {
            Some(rest) if self.fresh => rest,
            _ => slice,
        };
        self.fresh = false;
        let before = to.len();
        match self.encoding {
            Encoding::Utf8 => to.extend_from_slice(slice),
            Encoding::Windows1252 => slice.iter().for_each(|&byte| match byte {
                0x80..=0x9f => append(WINDOWS_1252[usize::from(byte - 0x80)], to),
                _ => append(char::from(byte), to),
            }),
            Encoding::Utf16Le | Encoding::Utf16Be => {
                slice.iter().for_each(|&byte| match self.half.take() {
                    None => self.half = Some(byte),
                    Some(first) if self.encoding == Encoding::Utf16Le => {
                        self.unit(u16::from_le_bytes([first, byte]), to);
                    }
                    Some(first) => self.unit(u16::from_be_bytes([first, byte]), to),
                })
            }
        }
        without_zeros(to, before);
    }

    /// Ends the text. An unfinished character becomes the replacement character.
    pub(super) fn finish(&mut self, to: &mut Vec<u8>) {
        if self.lead.take().is_some() | self.half.take().is_some() {
            append(char::REPLACEMENT_CHARACTER, to);
        }
    }

    fn unit(&mut self, unit: u16, to: &mut Vec<u8>) {
        if let Some(lead) = self.lead.take() {
            if (0xdc00..0xe000).contains(&unit) {
                let code = 0x1_0000 + ((u32::from(lead) - 0xd800) << 10) + u32::from(unit) - 0xdc00;
                append(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER), to);
                return;
            }
            append(char::REPLACEMENT_CHARACTER, to);
        }
        if (0xd800..0xdc00).contains(&unit) {
            self.lead = Some(unit);
        } else {
            let character = char::from_u32(u32::from(unit));
            append(character.unwrap_or(char::REPLACEMENT_CHARACTER), to);
        }
    }
}

/// Removes zeros from the text behind a place: some programs write them, and they mean nothing.
fn without_zeros(text: &mut Vec<u8>, from: usize) {
    if memchr::memchr(0, &text[from..]).is_some() {
        let kept: Vec<u8> = text.drain(from..).filter(|&byte| byte != 0).collect();
        text.extend(kept);
    }
}

fn append(character: char, to: &mut Vec<u8>) {
    to.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Größe (m²);Preis €\n1,5;−3 😀\n";

    fn decoded(encoding: Encoding, bytes: &[u8], step: usize) -> String {
        let (mut decoder, mut text) = (Decoder::new(encoding), Vec::new());
        let (first, rest) = bytes.split_at(bytes.len().min(3));
        decoder.push(first, &mut text);
        rest.chunks(step).for_each(|slice| decoder.push(slice, &mut text));
        decoder.finish(&mut text);
        String::from_utf8(text).expect("UTF-8")
    }

    #[test]
    fn every_encoding_is_told_and_read_however_it_is_sliced() {
        let units = |to: fn(u16) -> [u8; 2]| TEXT.encode_utf16().flat_map(to).collect::<Vec<_>>();
        let (little, big) = (units(u16::to_le_bytes), units(u16::to_be_bytes));
        for step in [1, 2, 3, 1_000] {
            for (encoding, bytes) in [
                (Encoding::Utf8, TEXT.as_bytes().to_vec()),
                (Encoding::Utf8, ["\u{feff}".as_bytes(), TEXT.as_bytes()].concat()),
                (Encoding::Utf16Le, little.clone()),
                (Encoding::Utf16Le, [b"\xff\xfe".to_vec(), little.clone()].concat()),
                (Encoding::Utf16Be, big.clone()),
                (Encoding::Utf16Be, [b"\xfe\xff".to_vec(), big.clone()].concat()),
            ] {
                assert_eq!(Encoding::of(&bytes), encoding);
                assert_eq!(decoded(encoding, &bytes, step), TEXT);
            }
            let western = b"t (\xb0C);Preis \x80\n";
            assert_eq!(Encoding::of(western), Encoding::Windows1252);
            assert_eq!(decoded(Encoding::Windows1252, western, step), "t (°C);Preis €\n");
        }
    }

    #[test]
    fn a_mark_tells_the_encoding_where_hardly_a_byte_is_zero() {
        let units = |to: fn(u16) -> [u8; 2]| "\u{feff}年月日".encode_utf16().flat_map(to).collect();
        let (little, big): (Vec<u8>, Vec<u8>) = (units(u16::to_le_bytes), units(u16::to_be_bytes));
        assert_eq!(Encoding::of(&little), Encoding::Utf16Le);
        assert_eq!(Encoding::of(&big), Encoding::Utf16Be);
    }

    #[test]
    fn zeros_in_every_other_byte_alone_tell_utf_16() {
        /// The bytes in each other's places.
        fn exchanged(bytes: &[u8]) -> Vec<u8> {
            bytes.chunks_exact(2).flat_map(|pair| [pair[1], pair[0]]).collect()
        }
        for (bytes, is_wide) in [
            (b"1\0,\x002\0\n\0".to_vec(), true),
            (b"a\0,\0Z \n\0".to_vec(), true),
            // Stray zeros are left out of a text.
            (b"a\0,b\n1,2\n3,4\n5".to_vec(), false),
            // A third is not more than a third.
            (b"a\0,b\n1".to_vec(), false),
            // Zeros at both places are none of characters.
            (vec![0; 24], false),
            ([b"\0\0".to_vec(), b"a\0".repeat(10)].concat(), true),
            ([b"\0\0".to_vec(), b"a\0".repeat(9)].concat(), false),
            ([b"\0a".to_vec(), b"a\0".repeat(10)].concat(), false),
            ([b"\0a".to_vec(), b"a\0".repeat(11)].concat(), true),
        ] {
            let expected =
                if is_wide { [Encoding::Utf16Le, Encoding::Utf16Be] } else { [Encoding::Utf8; 2] };
            assert_eq!(
                [Encoding::of(&bytes), Encoding::of(&exchanged(&bytes))],
                expected,
                "{bytes:?}"
            );
        }
    }

    #[test]
    fn what_is_looked_at_may_end_amid_a_character() {
        assert_eq!(Encoding::of("Größe".as_bytes()), Encoding::Utf8);
        assert_eq!(Encoding::of(&"Grö".as_bytes()[..3]), Encoding::Utf8);
        assert_eq!(Encoding::of(b"Gr\xf6\xdfe"), Encoding::Windows1252);
        // One broken byte among other characters of UTF-8.
        let broken = ["Größe,Höhe\n".as_bytes(), b"\xff,1\n"].concat();
        assert_eq!(Encoding::of(&broken), Encoding::Utf8);
    }

    #[test]
    fn a_mark_is_one_at_the_very_beginning_alone() {
        let (mut decoder, mut text) = (Decoder::new(Encoding::Utf8), Vec::new());
        for slice in ["\u{feff}a", "\u{feff}b"] {
            decoder.push(slice.as_bytes(), &mut text);
        }
        assert_eq!(text, "a\u{feff}b".as_bytes());
    }

    #[test]
    fn encodings_have_the_names_that_people_know() {
        let names = Encoding::ALL.map(|encoding| encoding.to_string());
        assert_eq!(names, ["UTF-8", "UTF-16", "UTF-16", "Windows-1252"]);
    }

    #[test]
    fn halves_of_characters_are_replaced() {
        assert_eq!(decoded(Encoding::Utf16Le, b"a\0\x00\xd8b", 1), "a\u{fffd}");
        assert_eq!(decoded(Encoding::Utf16Le, b"a\0\x00\xd8b\0", 1), "a\u{fffd}b");
        assert_eq!(decoded(Encoding::Utf16Le, b"a\0b", 1), "a\u{fffd}");
    }
}
