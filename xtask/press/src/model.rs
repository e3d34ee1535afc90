//! What the next bit will be: several guesses, each from another part of what came before, mixed by what they
//! were worth so far.

use crate::instruction::Instruction;
use crate::mixer::{GUESSES, Mixer};
use crate::numbers::{ONE, hash, nearer, squash, stretch};

/// What the bytes are, which tells what is worth looking at before them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// HTML, CSS, JavaScript.
    Text,
    /// WebAssembly.
    Wasm,
}

/// How many pasts are looked at. Of the guesses, the last but one is from the last place that was like this one,
/// and the last a constant.
const PASTS: usize = GUESSES - 2;
/// Counters for each past, as a power of two.
const BITS: u32 = 22;
/// Places that are remembered by the bytes before them, as a power of two.
const PLACE_BITS: u32 = 18;
/// The longest likeness that is told from longer ones.
const LONGEST: usize = 31;

/// What a counter begins with, half and never seen, is stored as zero.
const UNSEEN: u16 = 0x8000;
/// How often a counter is moved by what it saw least: after so many bits it follows the last ones.
const OFTEN: u16 = 7;

/// The large tables of a model.
pub struct Tables {
    /// For each past: twelve bits of how probable a one is, and four of how often that was seen.
    counters: [[u16; 1 << BITS]; PASTS],
    /// Where the same five bytes were last.
    places: [u32; 1 << PLACE_BITS],
    /// Mixes guesses for each partial byte, by how much alike the last place is and whether an instruction begins.
    by_likeness: Mixer<{ 256 * 4 * 2 }>,
    /// Mixes guesses by the operation, or the letter, before.
    by_last: Mixer<512>,
    /// Mixes guesses by the operation, or the letter, before that.
    by_last_but_one: Mixer<512>,
    /// How probable a one was after such guesses, in 65,536ths.
    corrections: [[u16; STEPS + 1]; 256],
}

impl Tables {
    /// Tables that are still to be filled.
    pub const EMPTY: Self = Self {
        counters: [[0; 1 << BITS]; PASTS],
        places: [0; 1 << PLACE_BITS],
        by_likeness: Mixer::EMPTY,
        by_last: Mixer::EMPTY,
        by_last_but_one: Mixer::EMPTY,
        corrections: [[0; STEPS + 1]; 256],
    };

    /// Forgets all that was learned.
    fn clear(&mut self) {
        self.counters.as_flattened_mut().fill(0);
        self.places.fill(0);
        self.by_likeness.clear();
        self.by_last.clear();
        self.by_last_but_one.clear();
        for row in &mut self.corrections {
            for (step, place) in row.iter_mut().enumerate() {
                *place = (squash((step as i32 - 16) * 128) * 16) as u16;
            }
        }
    }
}

/// Guesses bit by bit.
pub struct Model<'m> {
    tables: &'m mut Tables,
    /// All bytes, of which the first `length` are known.
    bytes: &'m mut [u8],
    length: usize,
    kind: Kind,
    /// The bits of the byte that is not whole yet, behind a one.
    partial: usize,
    /// The eight bytes before.
    last: u64,
    /// What tells one word of a text from another.
    word: u32,
    /// The same of the word before.
    word_before: u32,
    instruction: Instruction,
    /// Where the counters of each past begin, for this half of the byte.
    bases: [usize; PASTS],
    /// The counters of this bit.
    at: [usize; PASTS],
    /// Where the last place like this one goes on, and for how many bytes they have been alike; 0 is none.
    like: usize,
    alike: usize,
    /// How often places so much alike went on alike.
    worth: [u16; LONGEST + 1],
    /// Which bit the last place like this one had.
    expected: Option<bool>,
    /// How probable a one is, stretched, each time by itself.
    guesses: [i32; GUESSES],
    /// The correction that is used.
    corrected: (usize, usize),
    /// `stretch` of all probabilities.
    stretched: [i16; ONE as usize],
    /// How far a counter is moved, by how often that was done before.
    rates: [i32; 16],
}

/// The steps at which a mixed guess is corrected.
const STEPS: usize = 32;

impl<'m> Model<'m> {
    /// A model that knows nothing, for so many bytes.
    pub fn new(tables: &'m mut Tables, bytes: &'m mut [u8]) -> Self {
        tables.clear();
        let mut model = Self {
            tables,
            bytes,
            length: 0,
            kind: Kind::Text,
            partial: 1,
            last: 0,
            word: 0,
            word_before: 0,
            instruction: Instruction::default(),
            bases: [0; PASTS],
            at: [0; PASTS],
            like: 0,
            alike: 0,
            worth: [UNSEEN; LONGEST + 1],
            expected: None,
            guesses: [0; GUESSES],
            corrected: (0, 0),
            stretched: [0; ONE as usize],
            rates: [0; 16],
        };
        for (probability, place) in model.stretched.iter_mut().enumerate() {
            *place = stretch(probability as i32);
        }
        for (seen, rate) in model.rates.iter_mut().enumerate() {
            *rate = 65_536 * 3 / (5 * seen as i32 + 6);
        }
        model.look_back();
        model
    }

    /// Bytes of this kind follow.
    pub fn expect(&mut self, kind: Kind) {
        self.kind = kind;
        self.look_back();
    }

    /// How probable it is that the next bit is one, of 4,096; never 0 and never all.
    pub fn guess(&mut self) -> u32 {
        let slot = slot(self.partial);
        for (past, counters) in self.tables.counters.iter().enumerate() {
            let at = (self.bases[past] + slot) & ((1 << BITS) - 1);
            self.at[past] = at;
            let counter = counters[at] ^ UNSEEN;
            let (probability, seen) = (i32::from(counter >> 4), i32::from(counter & 15));
            // Nothing is said of what was never seen, and more of what was seen often.
            let sure = if seen > 0 { seen.min(5) + 7 } else { 0 };
            self.guesses[past] = (i32::from(self.stretched[probability as usize]) * sure) >> 3;
        }
        self.guesses[PASTS] = self.follow();
        self.guesses[PASTS + 1] = 256;
        let alike = match self.alike {
            0 => 0,
            1..8 => 1,
            8..24 => 2,
            _ => 3,
        };
        let (within, last, last_but_one) = match self.kind {
            Kind::Text => (0, self.last as usize & 255, (self.last >> 8) as usize & 255),
            Kind::Wasm => self.instruction.last(),
        };
        let likeness = (within * 4 + alike) * 256 + self.partial;
        let places = [
            self.tables.by_likeness.mix(likeness, &self.guesses),
            self.tables.by_last.mix(within * 256 + last, &self.guesses),
            self.tables.by_last_but_one.mix(within * 256 + last_but_one, &self.guesses),
        ];
        let place = places.iter().sum::<i32>() / 3;
        ((squash(place) + self.correct(place) + 1) >> 1).clamp(1, ONE - 1) as u32
    }

    /// Learns what the bit was.
    pub fn learn(&mut self, bit: bool) {
        let target = if bit { ONE - 1 } else { 0 };
        self.tables.by_likeness.learn(bit, &self.guesses);
        self.tables.by_last.learn(bit, &self.guesses);
        self.tables.by_last_but_one.learn(bit, &self.guesses);
        for (counters, at) in self.tables.counters.iter_mut().zip(self.at) {
            let at = at & ((1 << BITS) - 1);
            let counter = counters[at] ^ UNSEEN;
            let (probability, seen) = (i32::from(counter >> 4), counter & 15);
            let moved =
                probability + (((target - probability) * self.rates[usize::from(seen)]) >> 16);
            counters[at] = ((moved as u16) << 4 | (seen + 1).min(OFTEN)) ^ UNSEEN;
        }
        if let Some(expected) = self.expected {
            let worth = &mut self.worth[self.alike & LONGEST];
            *worth = nearer(*worth, expected == bit);
            if expected != bit {
                self.alike = 0;
            }
        }
        let (row, step) = self.corrected;
        if let Some(correction) = self.tables.corrections[row % 256].get_mut(step) {
            *correction = nearer(*correction, bit);
        }
        self.partial = self.partial << 1 | usize::from(bit);
        if self.partial >= 256 {
            let byte = self.partial as u8;
            self.partial = 1;
            self.take(byte);
        } else if (16..32).contains(&self.partial) {
            self.look_back();
        }
    }

    /// What the last place like this one says.
    fn follow(&mut self) -> i32 {
        self.expected = None;
        if self.alike == 0 {
            return 0;
        }
        let behind = self.bytes.get(self.like).map_or(0, |byte| usize::from(*byte)) | 256;
        let known = bits(self.partial);
        if behind >> (8 - known) != self.partial {
            self.alike = 0;
            return 0;
        }
        let bit = behind >> (7 - known) & 1 == 1;
        self.expected = Some(bit);
        let place = i32::from(self.stretched[usize::from(self.worth[self.alike & LONGEST] >> 4)]);
        if bit { place } else { -place }
    }

    /// What came of such guesses before.
    fn correct(&mut self, place: i32) -> i32 {
        let along = (place + 2048) * 32;
        let (step, part) = ((along >> 12) as usize, along & 4095);
        let step = step & (STEPS - 1);
        let row = &self.tables.corrections[self.partial % 256];
        self.corrected = (self.partial, step + usize::from(part >= 2048));
        (i32::from(row[step]) * (4096 - part) + i32::from(row[step + 1]) * part) >> 16
    }

    /// Takes a byte that is whole.
    fn take(&mut self, byte: u8) {
        if let Some(place) = self.bytes.get_mut(self.length) {
            *place = byte;
            self.length += 1;
        }
        self.last = self.last << 8 | u64::from(byte);
        let word = self.word;
        self.word = match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | 128.. => {
                hash(self.word.wrapping_add(u32::from(byte)), 77)
            }
            _ => 0,
        };
        if self.word == 0 && word != 0 {
            self.word_before = word;
        }
        if self.kind == Kind::Wasm {
            self.instruction.take(byte);
        }
        if self.alike > 0 {
            self.like += 1;
            self.alike = (self.alike + 1).min(LONGEST);
        }
        if self.length >= 5 {
            self.find_like();
        }
        self.look_back();
    }

    /// Finds the last place like this one, and remembers this one.
    fn find_like(&mut self) {
        let five = hash(self.last as u32, (self.last >> 32) as u32 & 255) >> (32 - PLACE_BITS);
        let place = &mut self.tables.places[five as usize % (1 << PLACE_BITS)];
        let found = *place as usize;
        *place = self.length as u32;
        if self.alike == 0 {
            let before = |end: usize| self.bytes.get(..end).unwrap_or_default().iter().rev();
            let both = before(found).zip(before(self.length)).take(LONGEST);
            self.alike = both.take_while(|(a, b)| a == b).count();
            self.like = found;
        }
    }

    /// Finds the counters for what came before this half of a byte.
    fn look_back(&mut self) {
        let half = if self.partial < 16 { 0 } else { self.partial as u32 };
        let last = self.last as u32;
        let before = (self.last >> 32) as u32;
        let pasts: [u32; PASTS] = match self.kind {
            Kind::Text => [
                last & 0xff,
                last & 0xffff,
                last & 0xff_ffff,
                hash(last, before & 0xff),
                self.word,
                hash(self.word, last & 0xff),
                hash(self.word, self.word_before),
                hash(last, before & 0xff_ffff),
            ],
            Kind::Wasm => [
                last & 0xff,
                last & 0xffff,
                last & 0xff_ffff,
                self.instruction.after(0xff, 0),
                self.instruction.after(0xff_ffff, last),
                self.instruction.after(0xffff_ffff, 0),
                self.instruction.after(0xff, last),
                self.instruction.after(0xffff_ffff, last),
            ],
        };
        for (past, (base, context)) in self.bases.iter_mut().zip(pasts).enumerate() {
            let mixed = hash(
                context.wrapping_add(past as u32 * 0x0123_4567),
                half.wrapping_mul(0x3d4d_51cb),
            );
            *base = (mixed as usize) << 4 & ((1 << BITS) - 1);
        }
    }
}

/// The place of a bit among the counters of its half of a byte.
fn slot(partial: usize) -> usize {
    if partial < 16 {
        partial
    } else {
        let below = bits(partial) - 4;
        1 << below | partial & ((1 << below) - 1)
    }
}

/// How many bits there are behind the leading one.
fn bits(partial: usize) -> u32 {
    usize::BITS - 1 - partial.leading_zeros()
}
