//! What the page weighs: the bytes that the first view downloads, as they are and compressed.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};

use crate::release::Version;
use crate::single;

/// The most that the first view may download, compressed with brotli.
const BUDGET: usize = 150 * 1024;

/// The most that the single file may have, as it is: it is carried about, not downloaded.
const SINGLE_BUDGET: usize = 500_000;

/// The weights of all files of the page.
pub struct Weight {
    single: usize,
    first: Vec<FileWeight>,
    later: Vec<FileWeight>,
}

struct FileWeight {
    file: PathBuf,
    raw: usize,
    brotli: usize,
}

/// Weighs a version of the page in the folder `dist`, of which these files are downloaded first, and the single file,
/// which has so many bytes.
pub fn weigh(dist: &Path, first: Vec<PathBuf>, version: &Version, single: usize) -> Result<Weight> {
    let first: Vec<_> = first.iter().map(|file| version.path_of(file)).collect();
    ensure!(
        single <= SINGLE_BUDGET,
        "OVER BUDGET: the single file has {} bytes, {} more than {}",
        grouped(single),
        grouped(single - SINGLE_BUDGET),
        grouped(SINGLE_BUDGET)
    );
    let mut later = BTreeSet::new();
    list(dist, Path::new(""), &mut later)?;
    later.retain(|file| !first.contains(file) && !version.is_for_others(file));
    Ok(Weight { single, first: weights(dist, first)?, later: weights(dist, later)? })
}

/// All files of a folder, as relative paths.
pub fn list(top: &Path, below: &Path, found: &mut BTreeSet<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(top.join(below))? {
        let entry = entry?;
        let path = below.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            list(top, &path, found)?;
        } else {
            found.insert(path);
        }
    }
    Ok(())
}

fn weights(dist: &Path, files: impl IntoIterator<Item = PathBuf>) -> Result<Vec<FileWeight>> {
    let weigh = |file: PathBuf| {
        let bytes = fs::read(dist.join(&file))?;
        Ok(FileWeight { raw: bytes.len(), brotli: compressed(&bytes)?, file })
    };
    files.into_iter().map(weigh).collect()
}

/// The size after brotli at its best, as a web server would have it ready.
fn compressed(mut bytes: &[u8]) -> Result<usize> {
    let settings =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut compressed, &settings)?;
    Ok(compressed.len())
}

impl fmt::Display for Weight {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        section(f, "First view", &self.first)?;
        let raw = self.first.iter().map(|file| file.raw).sum();
        let brotli = self.first.iter().map(|file| file.brotli).sum();
        row(f, "total", raw, brotli)?;
        if !self.later.is_empty() {
            section(f, "Loaded later", &self.later)?;
        }
        writeln!(f, "{}", verdict(brotli))?;
        let (single, budget) = (grouped(self.single), grouped(SINGLE_BUDGET));
        writeln!(f, "The single file, {}, has {single} bytes of the {budget} it may.", single::NAME)
    }
}

/// One sentence on the total.
fn verdict(brotli: usize) -> String {
    let kib = |bytes: usize| bytes as f64 / 1024.0;
    let (total, budget) = (kib(brotli), kib(BUDGET));
    if brotli <= BUDGET {
        format!("The first view takes {total:.1} KiB of the {budget} KiB it may.")
    } else {
        let over = total - budget;
        format!("OVER BUDGET: the first view takes {total:.1} KiB, {over:.1} more than {budget}.")
    }
}

fn section(f: &mut fmt::Formatter, title: &str, files: &[FileWeight]) -> fmt::Result {
    writeln!(f, "{title:<40} {:>12} {:>12}", "bytes", "brotli")?;
    for file in files {
        row(f, &file.file.display().to_string(), file.raw, file.brotli)?;
    }
    Ok(())
}

fn row(f: &mut fmt::Formatter, name: &str, raw: usize, brotli: usize) -> fmt::Result {
    writeln!(f, "  {name:<38} {:>12} {:>12}", grouped(raw), grouped(brotli))
}

/// 119,040 for 119040.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let commas = |(at, digit)| match (digits.len() - at) % 3 {
        0 if at > 0 => vec![',', digit],
        _ => vec![digit],
    };
    digits.chars().enumerate().flat_map(commas).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_digits_by_three() {
        assert_eq!(grouped(7), "7");
        assert_eq!(grouped(119_040), "119,040");
        assert_eq!(grouped(1_000_000), "1,000,000");
    }

    #[test]
    fn says_when_the_page_is_too_heavy() {
        assert!(verdict(BUDGET).starts_with("The first view takes 150.0 KiB"));
        assert!(verdict(BUDGET + 1024).contains("OVER BUDGET"));
    }
}
