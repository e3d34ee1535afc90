//! The statements for databases, on real ones.

use std::process::Command;

use anyhow::Result;

use crate::process::{cargo, run};
use crate::tools::{ensure_postgresql, ensure_python, ensure_spark};

/// Runs the statements on PostgreSQL, DuckDB, DataFusion and SQLite, and reads what they answer.
pub fn run_tests() -> Result<()> {
    let (python, postgresql) = (ensure_python()?, ensure_postgresql()?);
    let mut tests = tests_called("engines::what_an_engine_answers");
    run(tests.env("PYTHON", python).env("POSTGRESQL", postgresql))
}

/// Runs the statements for Spark, likewise.
pub fn run_on_spark() -> Result<()> {
    let python = ensure_spark()?;
    run(tests_called("engines::what_spark_answers").env("PYTHON", python))
}

fn tests_called(name: &str) -> Command {
    let mut tests = cargo();
    // Of the whole workspace, as the stage `test` compiled it: of the package alone its dependencies have
    // fewer features, and all of it would be compiled again.
    tests.args(["test", "--workspace", "--test", "native", name, "--", "--include-ignored"]);
    tests
}
