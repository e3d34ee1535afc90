//! The programs and notebooks that the page writes, run as people run them.

use anyhow::Result;

use crate::process::{cargo, run};
use crate::tools::ensure_jupyter;

/// Runs them with a Python and a Jupyter kernel, and holds what comes out against the engine.
pub fn run_tests() -> Result<()> {
    let python = ensure_jupyter()?;
    let mut tests = cargo();
    // Of the whole workspace, as the stage `test` compiled it.
    tests.args(["test", "--workspace", "--test", "native", "python::", "--", "--include-ignored"]);
    run(tests.env("PYTHON", python))
}
