//! Compiling the wasm packages for development: in seconds rather than for speed.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, IsTerminal, Read, stderr};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use super::files::Files;
use super::site::Package;
use crate::build;

/// Compiles packages. The tests have one that needs no compiler.
pub trait Compiler: Send + Sync {
    /// Returns the files of a package as its sources are now.
    fn compile(&self, package: Package) -> Result<Files>;
}

/// The compiler of the page's packages.
pub struct Cargo {
    /// Below it every package has a folder of its own.
    folder: PathBuf,
    /// The last result of each package.
    compiled: Mutex<BTreeMap<Package, Compiled>>,
}

struct Compiled {
    /// The hash of what Cargo made.
    hash: [u8; 32],
    /// The files that wasm-bindgen made of it.
    files: Files,
}

impl Cargo {
    /// A compiler that writes to `folder`.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder, compiled: Mutex::default() }
    }
}

impl Compiler for Cargo {
    fn compile(&self, name: Package) -> Result<Files> {
        let package = build::PACKAGES.iter().find(|package| package.name == name);
        let package = package.with_context(|| format!("There is no package {name}"))?;
        let compiled = || self.compiled.lock().unwrap_or_else(PoisonError::into_inner);

        let folder = self.folder.join(name);
        let mut command = build::cargo_for_serving(package, &folder);
        // Later ones take seconds, and say so themselves.
        if compiled().contains_key(name) {
            command.arg("--quiet");
        }
        let start = Instant::now();
        let wasm = build::wasm_in(&run(&mut command)?)?;
        let compiling = start.elapsed().as_secs_f64();
        let hash = Sha256::digest(fs::read(&wasm)?).into();
        if let Some(same) = compiled().get(name).filter(|last| last.hash == hash) {
            println!("  {name}: unchanged, found in {compiling:.1} s");
            return Ok(same.files.clone());
        }

        let bound = folder.join("bound");
        build::remove(&bound)?;
        build::bind_for_serving(&wasm, package, &bound.join("pkg"))?;
        let files = Files::read(&bound)?;
        let binding = start.elapsed().as_secs_f64() - compiling;
        println!("  {name}: compiled in {compiling:.1} s, bound in {binding:.1} s");
        compiled().insert(name, Compiled { hash, files: files.clone() });
        Ok(files)
    }
}

/// The error of a run of Cargo's that failed: what it said, which the terminal has already.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Said(String);

/// Runs Cargo, hands what it says for people on to the terminal, and returns its messages for programs.
/// The error of a run that fails is [`Said`].
fn run(command: &mut Command) -> Result<String> {
    command.args(["--color", if stderr().is_terminal() { "always" } else { "never" }]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
    let said = thread::spawn(move || stderr.map(hand_on).unwrap_or_default());
    let mut messages = String::new();
    stdout.context("cargo has no output")?.read_to_string(&mut messages)?;
    let status = child.wait()?;
    let said = said.join().unwrap_or_default();
    if !status.success() {
        bail!(Said(errors(&anstream::adapter::strip_str(&said).to_string()).to_owned()));
    }
    Ok(messages)
}

/// Prints lines as they come, and returns them all.
fn hand_on(lines: impl Read) -> String {
    let mut all = String::new();
    for line in BufReader::new(lines).lines().map_while(Result::ok) {
        eprintln!("{line}");
        all += &line;
        all.push('\n');
    }
    all
}

/// Cargo's output from the first error on, without the warnings and progress before it.
fn errors(said: &str) -> &str {
    let start = match said.starts_with("error") {
        true => Some(0),
        false => said.find("\nerror").map(|at| at + 1),
    };
    said[start.unwrap_or(0)..].trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_is_told_from_its_first_error_on() {
        let said =
            "   Compiling downhill\nwarning: unused\n\nerror[E0425]: no `x`\n --> src/a.rs\n";
        assert_eq!(errors(said), "error[E0425]: no `x`\n --> src/a.rs");
        assert_eq!(errors("error: no manifest\n"), "error: no manifest");
        assert_eq!(errors("killed\n"), "killed");
    }

    #[test]
    fn a_failing_command_is_told_in_its_own_words() {
        let cargo = std::env::var_os("CARGO").unwrap_or("cargo".into());
        let error = run(Command::new(cargo).args(["build", "--no-such-option"])).unwrap_err();
        assert!(error.to_string().starts_with("error: unexpected argument"), "{error}");
    }
}
