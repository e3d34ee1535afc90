//! On which line of a file a byte lies.

/// Counts lines as editors do: LF, CR LF and a lone CR each end one. Goes forwards only.
pub(super) struct Lines<'a> {
    bytes: &'a [u8],
    /// The start of `line`.
    at: usize,
    line: u64,
}

impl<'a> Lines<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0, line: 1 }
    }

    /// The line, counted from 1, of the first record at or after `offset`: line ends in front of
    /// the record do not count as part of it. Offsets may not decrease.
    pub(super) fn of(&mut self, offset: usize) -> u64 {
        let rest = self.bytes.get(offset..).unwrap_or_default();
        let blank = rest.iter().take_while(|&&byte| matches!(byte, b'\r' | b'\n')).count();
        let start = offset + blank;
        let passed = self.bytes.get(self.at..start).unwrap_or_default();
        for (place, &byte) in passed.iter().enumerate() {
            let ends = match byte {
                b'\n' => true,
                b'\r' => self.bytes.get(self.at + place + 1) != Some(&b'\n'),
                _ => false,
            };
            self.line += u64::from(ends);
        }
        self.at = self.at.max(start);
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_end_counts_once() {
        for text in ["a\nb\n\nc", "a\r\nb\r\n\r\nc", "a\rb\r\rc"] {
            let place = |letter| text.find(letter).expect("a letter of the text");
            let mut lines = Lines::new(text.as_bytes());
            assert_eq!([lines.of(0), lines.of(place('b')), lines.of(place('c'))], [1, 2, 4]);
            // From the end of the line before, too.
            assert_eq!(Lines::new(text.as_bytes()).of(place('b') + 1), 4, "{text:?}");
        }
    }

    #[test]
    fn an_offset_amid_a_line_end_is_on_the_next_line() {
        assert_eq!(Lines::new(b"a\r\nb").of(2), 2);
        assert_eq!(Lines::new(b"a").of(9), 1);
    }
}
