//! How much of a file is waited for, looked at and kept. The fuzzer (`tests/fuzz/`) has less of each, so that
//! the short files that it tries go beyond them too.

use crate::data::summary::BLOCK;

/// Bytes that the encoding is told from.
pub(super) const ENCODED: usize = unless_fuzzing(64 << 10, 64);
/// How much of a text is looked at, in bytes: more than what comes of those that the encoding is told from,
/// each of which may become three.
pub(super) const WINDOW: usize = unless_fuzzing(256 << 10, 256);
/// A record that is longer than this, in bytes, has a quote that was never closed.
pub(super) const LONGEST: usize = unless_fuzzing(4 << 20, 1_024);
/// Points that are handed on together.
pub(super) const PART: usize = unless_fuzzing(16 * BLOCK, 8);
/// Parts that are kept; of more, a sample.
pub(super) const PARTS: usize = unless_fuzzing(64, 4);
/// Points that are kept; of more, a sample.
pub const KEPT: usize = PARTS * PART;
/// Points of that sample.
pub const SAMPLE: usize = unless_fuzzing(300_000, 10);

const fn unless_fuzzing(limit: usize, short: usize) -> usize {
    if cfg!(feature = "fuzzing") { short } else { limit }
}
