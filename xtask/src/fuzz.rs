//! Tries what nobody would think of on what reads people's texts, guided by the code that it reaches.
//!
//! The targets are in `tests/fuzz/`. In the test command they run on their seeds, and on inputs that are made from
//! those without chance, as plain tests. For fuzzing, libFuzzer, which comes with a crate, invents their inputs. What it
//! is guided by are counters that the compiler puts into the code, the same as `cargo fuzz` asks for, but
//! without a sanitizer: those need a nightly compiler, and this crate has no unsafe code for them to watch.

use std::fs::{self, File};
use std::path::{Path, PathBuf, absolute};

use anyhow::{Context, Result, bail};

use crate::arguments::FuzzOptions;
use crate::process::{cargo, program, run};
use crate::tools::{ensure_cpp_compiler, host};

/// What can be tried: each is a program of `tests/fuzz/`.
pub const TARGETS: [&str; 4] = ["import", "answer", "names", "link"];

/// The manifest of the targets, as Cargo's commands take it.
const MANIFEST: [&str; 2] = ["--manifest-path", "tests/fuzz/Cargo.toml"];

/// The package of the targets, built beside what the workspace's own tests have compiled: the profile is the same.
pub const PACKAGE: [&str; 4] = [MANIFEST[0], MANIFEST[1], "--target-dir", "target"];

/// Count which code runs, and note what is compared with what.
const FLAGS: [&str; 5] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
];

/// The longest input, in bytes: beyond all limits of the import, and still thousands a second.
const LONGEST: &str = "-max_len=4096";
/// An input that takes as many seconds is a fault too.
const TIMEOUT: &str = "-timeout=10";

/// Runs each target on all its seeds, and on inputs that are made from them.
pub fn run_tests() -> Result<()> {
    run(cargo().args(["test", "--locked", "--test", "seeds"]).args(PACKAGE))
}

/// Builds the targets and tries each for its share of the time; or one of them on one input.
pub fn fuzz(options: &FuzzOptions) -> Result<()> {
    ensure_cpp_compiler()?;
    let programs = build()?;
    if let (Some(target), Some(input)) = (&options.target, &options.input) {
        // The target runs at the top of the repository.
        return run(program(programs.join(target)).arg(absolute(input)?));
    }
    let targets = TARGETS.iter().filter(|name| options.target.iter().all(|only| only == *name));
    let share = (options.seconds / targets.clone().count() as u64).max(1);
    targets.copied().try_for_each(|target| try_out(&programs, target, share))
}

/// Where all of it lies: programs, what was found to be worth trying, and what fails.
fn folder() -> PathBuf {
    crate::root().join("target").join("fuzz")
}

fn sources() -> PathBuf {
    crate::root().join("tests").join("fuzz")
}

/// Compiles the targets, and says where the programs are.
fn build() -> Result<PathBuf> {
    // With a target named, the flags are not for build scripts and macros, which run without libFuzzer.
    let host = host()?;
    let mut command = cargo();
    command.args(["build", "--locked", "--profile", "fuzz", "--features", "libfuzzer"]);
    command.arg("--manifest-path").arg(sources().join("Cargo.toml"));
    command.args(["--target", &host, "--target-dir"]).arg(folder());
    run(command.env("CARGO_ENCODED_RUSTFLAGS", FLAGS.join("\u{1f}")))?;
    Ok(folder().join(host).join("fuzz"))
}

/// Runs a target for some seconds.
fn try_out(programs: &Path, target: &str, seconds: u64) -> Result<()> {
    println!("Trying {target} for {seconds} s");
    let corpus = folder().join("corpus").join(target);
    let found = folder().join("found");
    for folder in [&corpus, &found] {
        fs::create_dir_all(folder)
            .with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    let log = folder().join(format!("{target}.log"));
    let dictionary = sources().join("dictionaries").join(format!("{target}.dict"));
    let mut fuzzer = program(programs.join(target));
    fuzzer.args([LONGEST, TIMEOUT, "-print_final_stats=1"]);
    fuzzer.arg(format!("-max_total_time={seconds}"));
    fuzzer.arg(format!("-dict={}", dictionary.display()));
    fuzzer.arg(format!("-artifact_prefix={}/{target}-", found.display()));
    fuzzer.arg(&corpus).arg(sources().join("seeds").join(target));
    // Small awkward files, where they are at hand.
    let spectrum = crate::root().join("../shared/data/csv-spectrum/csvs");
    if target == "import" && spectrum.is_dir() {
        fuzzer.arg(spectrum);
    }
    fuzzer.stderr(File::create(&log).with_context(|| format!("{} is locked", log.display()))?);
    let status = fuzzer.status().with_context(|| format!("{target} did not start"))?;

    let log = fs::read(&log).with_context(|| format!("{} is gone", log.display()))?;
    let log = String::from_utf8_lossy(&log);
    if status.success() {
        println!("{}", summary(&log));
        return Ok(());
    }
    eprintln!("{}", fault(&log));
    match input(&log) {
        Some(input) => bail!(
            "`{target}` fails on an input that was found, {input}. To run it again: \
             `cargo xtask fuzz {target} --input {input}`"
        ),
        None => bail!("`{target}` stopped ({status})"),
    }
}

/// How many inputs were tried, and how much of the code they reached.
fn summary(log: &str) -> String {
    let number_after = |mark: &str| {
        let (_, after) = log.rsplit_once(mark)?;
        let after = after.trim_start();
        Some(&after[..after.find(|letter: char| !letter.is_ascii_digit())?])
    };
    let number = |mark| number_after(mark).unwrap_or("?");
    format!(
        "{} inputs, {} a second; reached {} of {} places in the code",
        number("stat::number_of_executed_units:"),
        number("stat::average_exec_per_sec:"),
        number(" cov: "),
        number("PC tables (")
    )
}

/// What the target said when it failed.
fn fault(log: &str) -> String {
    let begins = |line: &&str| !line.contains("panicked at") && !line.contains("ERROR: libFuzzer");
    log.lines().skip_while(begins).take(20).collect::<Vec<_>>().join("\n")
}

/// The file that the failing input was written to.
fn input(log: &str) -> Option<&str> {
    log.lines().find_map(|line| line.split_once("Test unit written to ")).map(|(_, path)| path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_what_was_tried() {
        let log = "INFO: Loaded 1 PC tables (7722 PCs): 7722 [0x1,0x2)\n#2\tINITED cov: 78 ft: 78\n\
                   #935325\tDONE   cov: 2122 ft: 10007\nstat::number_of_executed_units: 935325\n\
                   stat::average_exec_per_sec:     44539\n";
        let expected = "935325 inputs, 44539 a second; reached 2122 of 7722 places in the code";
        assert_eq!(summary(log), expected);
    }

    #[test]
    fn finds_what_failed() {
        let log = "#7\tNEW\nthread 'main' panicked at src/a.rs:1:1:\nno\n\
                   Test unit written to /found/import-crash-1\nBase64: eA==\n";
        assert!(fault(log).starts_with("thread 'main' panicked at src/a.rs:1:1:\nno"));
        assert_eq!(input(log), Some("/found/import-crash-1"));
        assert_eq!(input(""), None);
    }
}
