//! Values as bytes, for what one package of the page hands over to another of the same build.

/// Writes values one after another.
#[derive(Clone, Debug, Default)]
pub struct Writer(Vec<u8>);

impl Writer {
    /// All that was written.
    pub fn finish(self) -> Vec<u8> {
        self.0
    }

    /// A count, an index or a kind.
    pub fn whole(&mut self, value: usize) {
        self.0.extend_from_slice(&(value as u64).to_le_bytes());
    }

    /// A number, to the last bit.
    pub fn number(&mut self, value: f64) {
        self.0.extend_from_slice(&value.to_bits().to_le_bytes());
    }

    /// Numbers, with their count.
    pub fn numbers(&mut self, values: &[f64]) {
        self.whole(values.len());
        values.iter().for_each(|&value| self.number(value));
    }

    /// A text.
    pub fn text(&mut self, value: &str) {
        self.whole(value.len());
        self.0.extend_from_slice(value.as_bytes());
    }

    /// Texts, with their count.
    pub fn texts(&mut self, values: &[String]) {
        self.whole(values.len());
        values.iter().for_each(|value| self.text(value));
    }
}

/// Reads what was written, in the same order; none where it is not there.
#[derive(Clone, Debug)]
pub struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    /// Reads these bytes.
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

    /// A count, an index or a kind.
    pub fn whole(&mut self) -> Option<usize> {
        usize::try_from(self.bits()?).ok()
    }

    /// A number.
    pub fn number(&mut self) -> Option<f64> {
        self.bits().map(f64::from_bits)
    }

    /// Numbers.
    pub fn numbers(&mut self) -> Option<Vec<f64>> {
        let count = self.whole()?;
        (0..count).map(|_| self.number()).collect()
    }

    /// A text.
    pub fn text(&mut self) -> Option<String> {
        let length = self.whole()?;
        String::from_utf8(self.take(length)?.to_vec()).ok()
    }

    /// Texts.
    pub fn texts(&mut self) -> Option<Vec<String>> {
        let count = self.whole()?;
        (0..count).map(|_| self.text()).collect()
    }
}
