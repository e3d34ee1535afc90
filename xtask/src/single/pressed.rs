//! Keeps what was pressed from one build to the next, because pressing takes longer than the rest of a build
//! in which no Rust has changed.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use anyhow::{Context, Result};
use press::Kind;
use sha2::{Digest, Sha256};

/// How many results are kept: some for each of a few branches.
const KEPT: usize = 8;

/// Presses these parts, or returns what came of the same parts before, as it is kept in `folder`.
pub fn press(folder: &Path, parts: &[(Kind, &[u8])]) -> Result<Vec<u8>> {
    kept(folder, &key(&press::SOURCES, parts), || press::compress(parts))
}

/// Names all that decides the result: the compressor and the parts.
fn key(compressor: &[&str], parts: &[(Kind, &[u8])]) -> String {
    let compressor = compressor.iter().map(|source| ("source", source.as_bytes()));
    let parts = parts.iter().map(|(kind, bytes)| match kind {
        Kind::Text => ("text", *bytes),
        Kind::Wasm => ("wasm", *bytes),
    });
    let mut hash = Sha256::new();
    for (kind, bytes) in compressor.chain(parts) {
        // With its length in front, no part can be taken for the end of another one.
        hash.update(format!("{kind} {} ", bytes.len()));
        hash.update(bytes);
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Returns the file `key` of the folder. If it is not there, it is made, and the oldest files make room.
fn kept(folder: &Path, key: &str, make: impl FnOnce() -> Vec<u8>) -> Result<Vec<u8>> {
    let file = folder.join(key);
    if let Ok(bytes) = fs::read(&file) {
        return Ok(bytes);
    }
    let bytes = make();
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    // A build that is broken off leaves no file that is cut off.
    let partial = folder.join("partial");
    fs::write(&partial, &bytes)
        .and_then(|()| fs::rename(&partial, &file))
        .with_context(|| format!("{} cannot be written", file.display()))?;
    remove_oldest(folder)?;
    Ok(bytes)
}

fn remove_oldest(folder: &Path) -> Result<()> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        files.push((entry.metadata()?.modified().unwrap_or(SystemTime::UNIX_EPOCH), entry.path()));
    }
    files.sort();
    let surplus = files.len().saturating_sub(KEPT);
    files.iter().take(surplus).try_for_each(|(_, path)| Ok(fs::remove_file(path)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn presses_once_what_stays_the_same() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let cache = folder.path().join("pressed");
        let parts: &[(Kind, &[u8])] = &[(Kind::Text, b"a line, and a line")];
        let pressed = press(&cache, parts)?;
        assert_eq!(pressed, press::compress(parts));
        let again = kept(&cache, &key(&press::SOURCES, parts), || unreachable!("it is kept"));
        assert_eq!(again?, pressed);
        Ok(())
    }

    #[test]
    fn the_key_changes_with_everything_that_decides_the_result() {
        let keys = [
            key(&["compressor"], &[(Kind::Text, b"ab"), (Kind::Wasm, b"c")]),
            key(&["compressor"], &[(Kind::Text, b"a"), (Kind::Wasm, b"bc")]),
            key(&["compressor"], &[(Kind::Text, b"ab"), (Kind::Text, b"c")]),
            key(&["compressor"], &[(Kind::Text, b"ab"), (Kind::Wasm, b"d")]),
            key(&["changed compressor"], &[(Kind::Text, b"ab"), (Kind::Wasm, b"c")]),
        ];
        let different: std::collections::BTreeSet<_> = keys.iter().collect();
        assert_eq!(different.len(), keys.len());
        assert_eq!(keys[0], key(&["compressor"], &[(Kind::Text, b"ab"), (Kind::Wasm, b"c")]));
    }

    #[test]
    fn only_the_newest_results_are_kept() -> Result<()> {
        let folder = tempfile::tempdir()?;
        for number in 0..KEPT + 3 {
            kept(folder.path(), &number.to_string(), || vec![0])?;
        }
        assert_eq!(fs::read_dir(folder.path())?.count(), KEPT);
        Ok(())
    }
}
