//! Compression, in the build tool.

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::coder::{Compressor, Decompressor};
use crate::model::{Kind, Tables};

/// The source of this crate, for those who keep what it pressed: whatever the result depends on is in it.
pub const SOURCES: [&str; 8] = [
    include_str!("coder.rs"),
    include_str!("instruction.rs"),
    include_str!("lib.rs"),
    include_str!("mixer.rs"),
    include_str!("model.rs"),
    include_str!("native.rs"),
    include_str!("numbers.rs"),
    include_str!("page.rs"),
];

/// Too large for the stack.
static TABLES: Mutex<Tables> = Mutex::new(Tables::EMPTY);

fn tables() -> MutexGuard<'static, Tables> {
    // They are cleared before they are used.
    TABLES.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Compresses these bytes, one part after the other.
pub fn compress(parts: &[(Kind, &[u8])]) -> Vec<u8> {
    let mut room = vec![0; parts.iter().map(|(_, bytes)| bytes.len()).sum()];
    let mut tables = tables();
    let mut compressor = Compressor::new(&mut tables, &mut room);
    for (kind, bytes) in parts {
        compressor.compress(*kind, bytes);
    }
    compressor.finish()
}

/// Decompresses this many bytes of these kinds, in this order.
pub fn decompress(pressed: &[u8], parts: &[(Kind, usize)]) -> Vec<u8> {
    let mut room = vec![0; parts.iter().map(|(_, count)| count).sum()];
    let mut tables = tables();
    let mut decompressor = Decompressor::new(&mut tables, pressed, &mut room);
    for (kind, count) in parts {
        decompressor.decompress(*kind, *count);
    }
    room
}

#[cfg(test)]
mod tests {
    use super::*;

    /// WebAssembly as far as the model knows it, and bytes of all values.
    fn some_bytes() -> Vec<u8> {
        let code = [0x20, 0, 0x41, 0x80, 1, 0x6a, 0x21, 1, 0xfd, 12, 0x44, 0x0b];
        (0..3_000_u32).map(|at| ((at * at) >> 7) as u8 ^ code[at as usize % code.len()]).collect()
    }

    #[test]
    fn all_source_files_are_among_the_sources() {
        let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src")).unwrap();
        let mut files: Vec<_> =
            folder.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap()).collect();
        files.sort();
        let mut sources = SOURCES.to_vec();
        sources.sort();
        assert_eq!(files, sources);
    }

    #[test]
    fn what_was_pressed_comes_out_again() {
        let (text, bytes) = ("Füße, <b>and</b> more. ".repeat(50), some_bytes());
        let pressed = compress(&[(Kind::Text, text.as_bytes()), (Kind::Wasm, &bytes)]);
        let out = decompress(&pressed, &[(Kind::Text, text.len()), (Kind::Wasm, bytes.len())]);
        assert_eq!(out, [text.as_bytes(), &bytes].concat());
    }

    #[test]
    fn it_may_come_out_in_steps() {
        let bytes = some_bytes();
        let pressed = compress(&[(Kind::Wasm, &bytes)]);
        let steps = [(Kind::Wasm, 1), (Kind::Wasm, bytes.len() - 1)];
        assert_eq!(decompress(&pressed, &steps), bytes);
    }

    #[test]
    fn what_repeats_itself_takes_next_to_nothing() {
        let once = some_bytes();
        let [alone, twice] =
            [1, 2].map(|times| compress(&[(Kind::Wasm, &once.repeat(times))]).len());
        assert!(twice < alone + alone / 8, "{alone} {twice}");
    }

    #[test]
    fn bytes_that_are_missing_do_no_harm() {
        let bytes = some_bytes();
        let pressed = compress(&[(Kind::Wasm, &bytes)]);
        let out = decompress(&pressed[..100], &[(Kind::Wasm, bytes.len())]);
        assert_eq!(out[..50], bytes[..50]);
    }
}
