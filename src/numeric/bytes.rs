//! Values as bytes, in which one package of the page hands its state to another of the same build.

/// Writes values one after another.
#[derive(Clone, Debug, Default)]
pub struct Writer(Vec<u8>);

impl Writer {
    /// The bytes written so far.
    pub fn finish(self) -> Vec<u8> {
        self.0
    }

    /// Writes a count, an index or a kind.
    pub fn whole(&mut self, value: usize) {
        self.0.extend_from_slice(&(value as u64).to_le_bytes());
    }

    /// Writes a number, to the last bit.
    pub fn number(&mut self, value: f64) {
        self.0.extend_from_slice(&value.to_bits().to_le_bytes());
    }

    /// Writes numbers, with their count.
    pub fn numbers(&mut self, values: &[f64]) {
        self.whole(values.len());
        values.iter().for_each(|&value| self.number(value));
    }

    /// Writes a text.
    pub fn text(&mut self, value: &str) {
        self.whole(value.len());
        self.0.extend_from_slice(value.as_bytes());
    }

    /// Writes texts, with their count.
    pub fn texts(&mut self, values: &[String]) {
        self.whole(values.len());
        values.iter().for_each(|value| self.text(value));
    }
}

/// Reads values in the order in which they were written. Each method returns `None` if the bytes hold no such
/// value.
#[derive(Clone, Debug)]
pub struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    /// A reader of these bytes.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn bits(&mut self) -> Option<u64> {
        Some(u64::from_le_bytes(self.take(8)?.try_into().ok()?))
    }

    /// Reads a count, an index or a kind.
    pub fn whole(&mut self) -> Option<usize> {
        usize::try_from(self.bits()?).ok()
    }

    /// Reads a number.
    pub fn number(&mut self) -> Option<f64> {
        self.bits().map(f64::from_bits)
    }

    /// Reads numbers.
    pub fn numbers(&mut self) -> Option<Vec<f64>> {
        let count = self.whole()?;
        (0..count).map(|_| self.number()).collect()
    }

    /// Reads a text.
    pub fn text(&mut self) -> Option<String> {
        let length = self.whole()?;
        String::from_utf8(self.take(length)?.to_vec()).ok()
    }

    /// Reads texts.
    pub fn texts(&mut self) -> Option<Vec<String>> {
        let count = self.whole()?;
        (0..count).map(|_| self.text()).collect()
    }
}
