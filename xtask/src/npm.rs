//! npm packages whose files the page ships as they are: MicroPython, which runs the reader's programs, and lean-qr,
//! which draws the code on what is printed.
//!
//! `xtask/npm/` pins them. They are no part of the first view; the single file has lean-qr alone.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::tools::ensure_npm_packages;

/// The files that the page ships: their paths there, and where they come from below `xtask/npm/`. Not all servers know
/// that a file that ends in `.mjs` is a script.
const FILES: [(&str, &str); 5] = [
    (
        "program/micropython-glue.js",
        "node_modules/@micropython/micropython-webassembly-pyscript/micropython.mjs",
    ),
    (
        "program/micropython.wasm",
        "node_modules/@micropython/micropython-webassembly-pyscript/micropython.wasm",
    ),
    // Its package has none.
    ("program/micropython.LICENSE.txt", "micropython.LICENSE.txt"),
    (QR_CODES, "node_modules/lean-qr/index.mjs"),
    ("print/lean-qr.LICENSE.txt", "node_modules/lean-qr/LICENSE"),
];

/// The module that draws QR codes.
pub const QR_CODES: &str = "print/lean-qr.js";
/// The same as a classic script, which its package has, too.
const CLASSIC_QR_CODES: &str = "node_modules/lean-qr/index.js";

/// Makes sure that the packages are there.
///
/// # Errors
/// If they cannot be installed.
pub fn ensure() -> Result<PathBuf> {
    let folder = crate::root().join("xtask").join("npm");
    ensure_npm_packages(&folder)
        .context("the page ships MicroPython and lean-qr, which npm brings from its registry")?;
    Ok(folder)
}

/// Installs the packages unless they are there, and returns the files of the page with their paths in it.
///
/// # Errors
/// If the packages cannot be installed.
pub fn files() -> Result<Vec<(&'static str, PathBuf)>> {
    let folder = ensure()?;
    Ok(FILES.iter().map(|(path, file)| (*path, folder.join(file))).collect())
}

/// Copies the files into the page that is being built.
///
/// # Errors
/// If the packages cannot be installed, or their files cannot be copied.
pub fn copy_into(page: &Path) -> Result<()> {
    for (path, file) in files()? {
        fs::copy(&file, page.join(path))
            .with_context(|| format!("{} cannot be copied", file.display()))?;
    }
    Ok(())
}

/// The body of a function that returns what the module of QR codes exports.
///
/// # Errors
/// If the packages cannot be installed.
pub fn qr_codes_as_function() -> Result<String> {
    let file = ensure()?.join(CLASSIC_QR_CODES);
    let script =
        fs::read_to_string(&file).with_context(|| format!("{} is missing", file.display()))?;
    Ok(format!("const exports = {{}};\n{script}\nreturn exports;"))
}
