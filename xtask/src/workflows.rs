//! Checks the form of the workflows in `.github/workflows/`, with actionlint.

use std::fs;

use anyhow::{Context, Result};

use crate::process::{program, run};
use crate::tools::ensure_checkers;

/// Checks all workflows.
pub fn check_workflows() -> Result<()> {
    let folder = crate::root().join(".github").join("workflows");
    let entries = fs::read_dir(&folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let entries = entries.with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut check = program(ensure_checkers()?.join("actionlint"));
    // These would be asked where they happen to be installed, and only there.
    check.args(["-shellcheck=", "-pyflakes="]);
    run(check.args(entries.iter().map(fs::DirEntry::path)))
}
