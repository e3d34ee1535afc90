//! Each target on all its seeds, and on inputs that are made from them: the same ones on every machine, so that
//! a change is never blamed for what chance has found. `cargo xtask fuzz` looks for what is new.

use std::fs;
use std::path::{Path, PathBuf};

use downhill_fuzz::{answer, import, link, names};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, RngSeed, TestError, TestRunner};

/// Inputs that are made for each target.
const CASES: u32 = 10_000;
/// Changes that an input is away from a seed.
const MOST_EDITS: usize = 8;
/// Bytes that a change takes or puts at once.
const MOST_BYTES: usize = 40;

/// One change of an input.
#[derive(Clone, Debug)]
enum Edit {
    /// Another byte in the place of one.
    Set(Index, u8),
    /// Bytes that are gone.
    Remove(Index, usize),
    /// A piece of a seed, put in anywhere.
    Insert(Index, Vec<u8>),
}

impl Edit {
    fn apply(&self, input: &mut Vec<u8>) {
        match self {
            Self::Set(place, byte) => {
                if !input.is_empty() {
                    let place = place.index(input.len());
                    input[place] = *byte;
                }
            }
            Self::Remove(place, count) => {
                let from = place.index(input.len() + 1);
                input.drain(from..input.len().min(from + count));
            }
            Self::Insert(place, piece) => {
                let at = place.index(input.len() + 1);
                input.splice(at..at, piece.iter().copied());
            }
        }
    }
}

/// Seeds with some changes.
fn changed(seeds: &[Vec<u8>]) -> impl Strategy<Value = Vec<u8>> + use<> {
    let seed = select(seeds.to_vec());
    let piece = (seed.clone(), any::<Index>(), 0..MOST_BYTES).prop_map(|(seed, place, count)| {
        let from = place.index(seed.len() + 1);
        seed[from..seed.len().min(from + count)].to_vec()
    });
    let edit = prop_oneof![
        (any::<Index>(), any::<u8>()).prop_map(|(place, byte)| Edit::Set(place, byte)),
        (any::<Index>(), 1..MOST_BYTES).prop_map(|(place, count)| Edit::Remove(place, count)),
        (any::<Index>(), piece).prop_map(|(place, piece)| Edit::Insert(place, piece)),
    ];
    (seed, prop::collection::vec(edit, 1..=MOST_EDITS)).prop_map(|(mut input, edits)| {
        edits.iter().for_each(|edit| edit.apply(&mut input));
        input
    })
}

/// The files of a folder, in an order that does not depend on the file system.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder of seeds");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}

/// Runs a target on its seeds, and on changed ones.
fn check(target: &str, run: fn(&[u8])) {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = files(&package.join("seeds").join(target));
    let read = |file: &PathBuf| fs::read(file).expect("a seed");
    let seeds: Vec<_> = files.iter().map(read).collect();
    assert!(!seeds.is_empty());
    for (file, seed) in files.iter().zip(&seeds) {
        // Shown when the target panics on it.
        println!("{}", file.display());
        run(seed);
    }
    println!("All seeds pass; what follows is made from them.");

    let config = Config {
        cases: CASES,
        rng_seed: RngSeed::Fixed(1),
        failure_persistence: None,
        max_shrink_iters: 500,
        ..Config::default()
    };
    let ran = TestRunner::new(config).run(&changed(&seeds), |input| {
        run(&input);
        Ok(())
    });
    match ran {
        Ok(()) => {}
        Err(TestError::Fail(reason, input)) => {
            let found = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{target}-made"));
            fs::write(&found, &input).expect("a file in the target folder");
            panic!(
                "{reason}\nThe least input that fails is in {0}. To run it again: \
                 `cargo xtask fuzz {target} --input {0}`\n{1:?}",
                found.display(),
                String::from_utf8_lossy(&input),
            );
        }
        Err(TestError::Abort(reason)) => panic!("{reason}"),
    }
}

#[test]
fn files_are_read_alike_however_they_are_sliced() {
    check("import", import::run);
}

#[test]
fn answers_that_are_accepted_open_a_session() {
    check("answer", answer::run);
}

#[test]
fn names_stay_in_their_quotes() {
    check("names", names::run);
}

#[test]
fn links_lead_to_what_made_them() {
    check("link", link::run);
}
