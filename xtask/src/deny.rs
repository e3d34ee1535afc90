//! Checks the licences, the duplicate versions and the sources of all dependencies, with cargo-deny.
//!
//! `deny.toml` says what is allowed. Advisories are left to `.github/workflows/advisories.yml`: their database
//! changes from day to day, and a test of the same commit has to say the same tomorrow.

use anyhow::{Context, Result};

use crate::process::{program, run};
use crate::tools::ensure_checkers;

/// Every workspace has a lock file of its own.
const MANIFESTS: [&str; 2] = ["Cargo.toml", "tests/fuzz/Cargo.toml"];

/// Checks the dependencies of all workspaces.
pub fn check_dependencies() -> Result<()> {
    let cargo_deny = ensure_checkers()?.join("cargo-deny");
    MANIFESTS.into_iter().try_for_each(|manifest| {
        let mut check = program(&cargo_deny);
        check.args(["--locked", "--config", "deny.toml", "--manifest-path", manifest]);
        run(check.args(["check", "bans", "licenses", "sources"])).with_context(|| {
            format!("The dependencies of {manifest} are not what deny.toml allows")
        })
    })
}
