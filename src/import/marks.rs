//! A search for delimiters, line breaks and quotes, many bytes at a time: most cells are too short for a search each.

use wide::u8x16;

/// The bytes that are compared at once.
const LANES: usize = 16;
/// The bytes of a [`Block`].
pub(super) const BLOCK: usize = 2 * LANES;

/// The bytes that are searched for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Marks {
    delimiter: u8x16,
    quote: u8x16,
}

/// The places of the marks among some bytes: one bit for each byte, the lowest for the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Block {
    pub delimiters: u32,
    /// LF and CR.
    pub breaks: u32,
    pub quotes: u32,
}

impl Marks {
    /// The marks of a dialect. Without a quote, none is found.
    pub(super) fn new(delimiter: u8, quote: Option<u8>) -> Self {
        // UTF-8 has no such byte. Where a text has it all the same, records are only cut more slowly.
        const NONE: u8 = 0xff;
        Self { delimiter: u8x16::splat(delimiter), quote: u8x16::splat(quote.unwrap_or(NONE)) }
    }

    /// The places of the marks among these bytes.
    #[inline]
    pub(super) fn block(&self, bytes: &[u8; BLOCK]) -> Block {
        let mut block = Block::default();
        for (index, bytes) in bytes.as_chunks::<LANES>().0.iter().enumerate() {
            let bytes = u8x16::new(*bytes);
            let breaks = bytes.simd_eq(u8x16::splat(b'\n')) | bytes.simd_eq(u8x16::splat(b'\r'));
            let shift = LANES * index;
            block.delimiters |= bytes.simd_eq(self.delimiter).to_bitmask() << shift;
            block.breaks |= breaks.to_bitmask() << shift;
            block.quotes |= bytes.simd_eq(self.quote).to_bitmask() << shift;
        }
        block
    }
}

impl Block {
    /// The same up to the first line break.
    #[inline]
    pub(super) fn line(self) -> Self {
        // Without one, every bit.
        let before = self.breaks ^ self.breaks.wrapping_sub(1);
        Self {
            delimiters: self.delimiters & before,
            breaks: self.breaks & before,
            quotes: self.quotes & before,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_the_marks_up_to_its_end() {
        let mut bytes = [b'.'; BLOCK];
        for (place, byte) in [(0, b','), (3, b'"'), (17, b','), (20, b'\r'), (21, b'\n')] {
            bytes[place] = byte;
        }
        (bytes[25], bytes[31]) = (b',', b'"');
        let block = Marks::new(b',', Some(b'"')).block(&bytes);
        let at = |places: &[u32]| places.iter().fold(0_u32, |bits, place| bits | 1 << place);
        let expected =
            Block { delimiters: at(&[0, 17, 25]), breaks: at(&[20, 21]), quotes: at(&[3, 31]) };
        assert_eq!(block, expected);
        let line = Block { delimiters: at(&[0, 17]), breaks: at(&[20]), quotes: at(&[3]) };
        assert_eq!(block.line(), line);
        let open = Block { breaks: 0, ..block };
        assert_eq!(open.line(), open, "a line that goes on has them all");
    }
}
