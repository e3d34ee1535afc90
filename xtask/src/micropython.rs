//! MicroPython, which runs the reader's programs: an npm package, whose files the page ships as they are.
//!
//! `xtask/micropython/` pins it. It is no part of the first view, nor of the single file.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::tools::ensure_npm_packages;

/// The folder of the page that takes the files.
pub const FOLDER: &str = "program";

/// The package below the folder that pins it.
const PACKAGE: &str = "node_modules/@micropython/micropython-webassembly-pyscript";

/// The files that the page ships: their names there, and where they come from. Not all servers know that a file
/// that ends in `.mjs` is a script.
const FILES: [(&str, &str); 2] =
    [("micropython-glue.js", "micropython.mjs"), ("micropython.wasm", "micropython.wasm")];

/// The name of MicroPython's licence beside them. Its package has none.
const LICENCE: &str = "micropython.LICENSE.txt";

/// Makes sure that the package is there.
///
/// # Errors
/// If it cannot be installed.
pub fn ensure() -> Result<PathBuf> {
    let folder = crate::root().join("xtask").join("micropython");
    ensure_npm_packages(&folder).context(
        "the page runs the reader's programs by MicroPython, which npm brings from its registry",
    )?;
    Ok(folder)
}

/// Installs the package unless it is there, and returns the files of the page with their names.
///
/// # Errors
/// If the package cannot be installed.
pub fn files() -> Result<Vec<(&'static str, PathBuf)>> {
    let folder = ensure()?;
    let package = folder.join(PACKAGE);
    let files = FILES.iter().map(|(name, file)| (*name, package.join(file)));
    Ok(files.chain([(LICENCE, folder.join("LICENSE"))]).collect())
}

/// Copies the files into the page that is being built.
///
/// # Errors
/// If the package cannot be installed, or its files cannot be copied.
pub fn copy_into(page: &Path) -> Result<()> {
    let folder = page.join(FOLDER);
    for (name, file) in files()? {
        fs::copy(&file, folder.join(name))
            .with_context(|| format!("{} cannot be copied", file.display()))?;
    }
    Ok(())
}
