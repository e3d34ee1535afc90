//! The limits of the import. The fuzzer (`tests/fuzz/`) has lower ones, so that its short files exceed them too.

use crate::data::summary::BLOCK;

/// The bytes that tell the encoding.
pub(super) const ENCODED: usize = unless_fuzzing(64 << 10, 64);
/// The bytes of decoded text that tell the dialect: more than [`ENCODED`] bytes become, each of which may become three.
pub(super) const WINDOW: usize = unless_fuzzing(256 << 10, 256);
/// The bytes of the longest record. A longer one has a quote that was never closed.
pub(super) const LONGEST: usize = unless_fuzzing(4 << 20, 1_024);
/// The notes that are put aside while it is not known whether rows follow them.
pub(super) const NOTES: usize = 5;
/// The points of a part.
pub(super) const PART: usize = unless_fuzzing(16 * BLOCK, 8);
/// The parts that are kept; of more, a sample is.
pub(super) const PARTS: usize = unless_fuzzing(64, 4);
/// The points that are kept; of more, a sample is.
pub const KEPT: usize = PARTS * PART;
/// The points of that sample.
pub const SAMPLE: usize = unless_fuzzing(300_000, 10);

const fn unless_fuzzing(limit: usize, short: usize) -> usize {
    if cfg!(feature = "fuzzing") { short } else { limit }
}
