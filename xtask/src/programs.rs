//! The reader's programs, run without a browser: in MicroPython by Node, beside real Python with real NumPy.

use std::ffi::OsStr;
use std::fs;

use anyhow::{Context, Result};

use crate::process::{program, run};
use crate::tools::ensure_python;

/// Runs the tests of `tests/interpreter/`.
pub fn run_tests() -> Result<()> {
    let folder = crate::root().join("tests").join("interpreter");
    let entries = fs::read_dir(&folder).context("tests/interpreter/ cannot be read")?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    files.retain(|file| file.file_name().and_then(OsStr::to_str).is_some_and(is_test));
    files.sort();
    let mut tests = program("node");
    // The page's scripts are modules in files that end as scripts do.
    tests.args(["--experimental-detect-module", "--test"]).args(files);
    run(tests.env("PYTHON", ensure_python()?))
}

fn is_test(name: &str) -> bool {
    name.ends_with(".test.js")
}
