//! Where one is in WebAssembly code: it repeats itself by instructions, not by bytes.

use crate::numbers::hash;

/// The instruction that is being read. Outside of code it is about nothing, and harmless.
#[derive(Default)]
pub(crate) struct Instruction {
    /// The last four operations, the last one lowest.
    operations: u32,
    /// Numbers that follow in it.
    numbers: u8,
    /// Bytes that follow in it.
    bytes: u8,
    /// Bytes of it that there are behind the operation.
    along: u32,
}

impl Instruction {
    /// Whether what follows belongs to the last operation.
    fn is_within(&self) -> bool {
        self.numbers > 0 || self.bytes > 0
    }

    /// Whether what follows belongs to the last operation, as a number, that operation, and the one before it.
    pub fn last(&self) -> (usize, usize, usize) {
        let operation = |back: u32| (self.operations >> (8 * back)) as usize & 255;
        (usize::from(self.is_within()), operation(0), operation(1))
    }

    /// The operations of this mask, how far this one has come, and the byte before in it.
    pub fn after(&self, mask: u32, last: u32) -> u32 {
        let within = if self.is_within() { ((last & 0xff) << 8) | (self.along + 1) } else { 0 };
        hash(self.operations & mask, within)
    }

    /// Goes on by one byte.
    pub fn take(&mut self, byte: u8) {
        if !self.is_within() {
            self.begin(byte);
        } else if self.bytes > 0 {
            self.bytes -= 1;
            self.along += 1;
        } else {
            self.along += 1;
            if byte < 128 {
                self.end_number(byte);
            }
        }
    }

    fn begin(&mut self, operation: u8) {
        self.operations = self.operations << 8 | u32::from(operation);
        self.along = 0;
        self.numbers = match operation {
            // block, loop, if; branches and calls; variables and constants; the prefixes of longer operations.
            0x02..=0x04
            | 0x0c..=0x0e
            | 0x10
            | 0x20..=0x26
            | 0x3f..=0x42
            | 0xd0
            | 0xd2
            | 0xfc
            | 0xfd => 1,
            // Indirect calls, loads and stores, typed select.
            0x11 | 0x1c | 0x28..=0x3e => 2,
            _ => 0,
        };
        self.bytes = match operation {
            0x43 => 4,
            0x44 => 8,
            _ => 0,
        };
    }

    /// The byte is the last one of a number.
    fn end_number(&mut self, byte: u8) {
        self.numbers -= 1;
        // An operation with a prefix has its own number first.
        if self.operations as u8 == 0xfd && self.along == 1 {
            self.operations = self.operations & !0xff | u32::from(byte);
            match byte {
                // Loads and stores; a constant, a shuffle; lanes.
                0..12 => self.numbers = 2,
                12 | 13 => self.bytes = 16,
                21..=34 => self.bytes = 1,
                _ => {}
            }
        }
    }
}
