//! The statements for databases, on real ones.

use anyhow::Result;

use crate::process::{cargo, run};
use crate::tools::{ensure_postgresql, ensure_python};

/// Runs the statements on PostgreSQL, DuckDB, DataFusion and SQLite, and reads what they answer.
pub fn run_tests() -> Result<()> {
    let (python, postgresql) = (ensure_python()?, ensure_postgresql()?);
    let mut tests = cargo();
    // Of the whole workspace, as the stage `test` compiled it: of the package alone its dependencies have
    // fewer features, and all of it would be compiled again.
    tests.args(["test", "--workspace", "--test", "native", "engines::", "--", "--include-ignored"]);
    run(tests.env("PYTHON", python).env("POSTGRESQL", postgresql))
}
