//! Values as few letters: bytes with a checksum, in letters that no program rewrites in an address.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// Writes values one after another, small ones in fewer bytes.
#[derive(Clone, Debug, Default)]
pub(super) struct Packer(Vec<u8>);

impl Packer {
    /// Everything that was written, and a checksum (CRC-32), as letters.
    pub(super) fn finish(mut self) -> String {
        let check = crc32fast::hash(&self.0);
        self.0.extend_from_slice(&check.to_le_bytes());
        URL_SAFE_NO_PAD.encode(self.0)
    }

    /// Writes a whole number, seven bits a byte (LEB128).
    pub(super) fn whole(&mut self, mut value: u64) {
        while value > 0x7f {
            self.0.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.0.push(value as u8);
    }

    /// Writes a whole number that may be negative; those near 0 are short.
    pub(super) fn signed(&mut self, value: i64) {
        self.whole(((value << 1) ^ (value >> 63)) as u64);
    }

    /// Writes a number to the last bit.
    pub(super) fn number(&mut self, value: f64) {
        self.0.extend_from_slice(&value.to_bits().to_le_bytes());
    }

    /// Writes a text.
    pub(super) fn text(&mut self, text: &str) {
        self.whole(text.len() as u64);
        self.0.extend_from_slice(text.as_bytes());
    }

    /// Writes two numbers below 4,096, in three bytes.
    pub(super) fn twelve(&mut self, (x, y): (u32, u32)) {
        self.0.extend_from_slice(&((x & 0xfff) | (y << 12)).to_le_bytes()[..3]);
    }
}

/// Reads values in the order in which they were written. Returns `None` where there is none.
#[derive(Clone, Debug)]
pub(super) struct Unpacker(std::vec::IntoIter<u8>);

impl Unpacker {
    /// Opens the letters of [`Packer::finish`]. Returns `None` where they were changed on their way.
    pub(super) fn open(text: &str) -> Option<Self> {
        let mut bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        let check: [u8; 4] = bytes.split_off(bytes.len().checked_sub(4)?).try_into().ok()?;
        let intact = crc32fast::hash(&bytes) == u32::from_le_bytes(check);
        // The fuzzer cannot compute a checksum.
        (intact || cfg!(feature = "fuzzing")).then(|| Self(bytes.into_iter()))
    }

    /// Whether nothing is left.
    pub(super) fn is_at_end(&self) -> bool {
        self.0.as_slice().is_empty()
    }

    fn bytes<const COUNT: usize>(&mut self) -> Option<[u8; COUNT]> {
        let bytes = *self.0.as_slice().first_chunk()?;
        self.0.nth(COUNT - 1);
        Some(bytes)
    }

    pub(super) fn whole(&mut self) -> Option<u64> {
        let mut value = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.0.next()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    }

    pub(super) fn signed(&mut self) -> Option<i64> {
        let value = self.whole()?;
        Some((value >> 1) as i64 ^ -((value & 1) as i64))
    }

    pub(super) fn number(&mut self) -> Option<f64> {
        self.bytes().map(|bytes| f64::from_bits(u64::from_le_bytes(bytes)))
    }

    pub(super) fn text(&mut self) -> Option<String> {
        let length = usize::try_from(self.whole()?).ok()?;
        let text = String::from_utf8(self.0.as_slice().get(..length)?.to_vec()).ok()?;
        if let Some(last) = length.checked_sub(1) {
            self.0.nth(last);
        }
        Some(text)
    }

    pub(super) fn twelve(&mut self) -> Option<(u32, u32)> {
        let [a, b, c] = self.bytes()?;
        let both = u32::from_le_bytes([a, b, c, 0]);
        Some((both & 0xfff, both >> 12))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_whole_number_takes_a_byte_for_seven_bits() {
        for (value, bytes) in [(0, 1), (127, 1), (128, 2), (16_383, 2), (16_384, 3), (u64::MAX, 10)]
        {
            let mut to = Packer::default();
            to.whole(value);
            assert_eq!(to.0.len(), bytes, "{value}");
        }
    }

    proptest! {
        #[test]
        fn values_come_back_in_their_order(
            whole in any::<u64>(), signed in any::<i64>(), bits in any::<u64>(), text in ".*",
            pair in (0_u32..4096, 0_u32..4096),
        ) {
            let mut to = Packer::default();
            to.whole(whole);
            to.text(&text);
            to.signed(signed);
            to.twelve(pair);
            to.number(f64::from_bits(bits));
            let mut from = Unpacker::open(&to.finish()).expect("intact");
            prop_assert_eq!(from.whole(), Some(whole));
            prop_assert_eq!(from.text(), Some(text));
            prop_assert_eq!(from.signed(), Some(signed));
            prop_assert_eq!(from.twelve(), Some(pair));
            prop_assert_eq!(from.number().map(f64::to_bits), Some(bits));
            prop_assert!(from.is_at_end());
            prop_assert_eq!(from.whole(), None);
        }

        #[test]
        fn one_changed_letter_is_noticed(text in ".{1,40}", place in any::<usize>(), letter in "[A-Za-z0-9_-]") {
            let mut to = Packer::default();
            to.text(&text);
            let packed = to.finish();
            let place = place % packed.len();
            let changed = format!("{}{letter}{}", &packed[..place], &packed[place + 1..]);
            prop_assume!(changed != packed);
            prop_assert!(Unpacker::open(&changed).is_none());
        }
    }
}
