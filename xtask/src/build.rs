//! Makes `dist/`: the WebAssembly package and the page, ready to be put on any web server.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use anyhow::{Context, Result, anyhow, ensure};
use serde_json::Value;
use wasm_bindgen_cli_support::Bindgen;

use crate::join::join_styles;
use crate::npm;
use crate::process::{cargo, output};
use crate::reach::first_view;
use crate::release::arrange;
use crate::shrink::shrink;
use crate::single;
use crate::tools::{WASM_TARGET, ensure_wasm_target};
use crate::weight;

/// A wasm package of the page.
pub struct Package {
    /// What its files are called.
    pub name: &'static str,
    /// The features of the crate that make it.
    pub features: &'static str,
    /// How it is compiled.
    compiler: Compiler,
    /// What loads it.
    loader: Loader,
}

/// What loads a package.
#[derive(Clone, Copy)]
enum Loader {
    /// A module of the page.
    Module,
    /// A classic worker, which has no modules: opened from a file, browsers know no others.
    Worker,
}

/// All packages of the page, and `downhill`, which is for other pages alone: in the one that the page opens with, its
/// classes would weigh upon the first view.
pub const PACKAGES: [Package; 5] = [
    Package { name: "core", features: "page", compiler: SMALL, loader: Loader::Module },
    Package {
        name: "more",
        features: "page,more,program,package",
        compiler: FAST,
        loader: Loader::Module,
    },
    Package { name: "reader", features: "reader", compiler: READER, loader: Loader::Worker },
    Package {
        name: "spreadsheets",
        features: "spreadsheets",
        compiler: SPREADSHEETS,
        loader: Loader::Worker,
    },
    Package { name: FOR_OTHERS, features: "package", compiler: SMALL, loader: Loader::Module },
];

/// The package that only other pages load.
pub const FOR_OTHERS: &str = "downhill";

/// The one of the single file, which has all others in it, but for what only other pages and the reader's own programs
/// use.
pub const WHOLE: Package = Package {
    name: "whole",
    features: "page,more,reader",
    compiler: SMALLEST,
    loader: Loader::Worker,
};

/// How a package is compiled: with these flags, in a folder of its own, or Cargo would compile all that
/// it needs again for the next one.
struct Compiler {
    folder: &'static str,
    flags: &'static str,
    /// How much is done for speed, where that is not what the profile says.
    level: Option<&'static str>,
}

/// What LLVM does for speed costs weight. With its own thresholds for inlining, 225, and for unrolling
/// loops, 300, and with loops unrolled whose length is not known, the page is 5 % heavier, and a few
/// hundredths faster at most where it was measured. What the third level does beyond the second takes another hundredth.
const SMALL: Compiler = Compiler {
    folder: "small",
    flags: "-Cllvm-args=--inline-threshold=20 --unroll-threshold=100 --unroll-runtime=false",
    level: Some("2"),
};
/// Where passes over the points are: vector instructions, which all browsers have had since 2023.
const FAST: Compiler = Compiler { folder: "fast", flags: "-Ctarget-feature=+simd128", level: None };
/// The reader of files is compiled likewise. Two packages in one folder would take turns there.
const READER: Compiler = Compiler { folder: "reader", ..FAST };
/// Spreadsheets are seldom large, and most of the package reads what most of them have nothing of.
const SPREADSHEETS: Compiler = Compiler { folder: "spreadsheets", level: Some("s"), ..FAST };
/// In the single file, where every byte takes a moment to be taken out.
const SMALLEST: Compiler =
    Compiler { folder: "smallest", flags: "-Ctarget-feature=+simd128", level: Some("z") };

/// Asks Cargo for WebAssembly alone. The manifest names no such crate type: with two of them Cargo passes no
/// link-time optimization, compiles everything public whether the page uses it or not, and links a shared
/// library natively that nobody loads.
const CRATE_TYPE: [&str; 2] = ["--crate-type", "cdylib"];

/// Builds the page and says what it weighs. A build that fails leaves `dist/` as it was.
pub fn build() -> Result<()> {
    let _lock = lock()?;
    prepare()?;
    let fresh = crate::root().join("dist.new");
    remove(&fresh)?;
    copy(&crate::root().join("www"), &fresh)?;
    // The compiler makes each package on one processor.
    let whole = thread::spawn(whole);
    for package in PACKAGES {
        bind(&compile(&package)?, &package, &fresh.join("pkg"))?;
    }
    join_styles(&fresh)?;
    // What a script imports is read from the source as people wrote it.
    let first = first_view(&fresh)?;
    shrink(&fresh)?;
    // As their projects publish them.
    npm::copy_into(&fresh)?;
    let whole =
        whole.join().map_err(|_| anyhow!("the package of the single file has no end"))??;
    let single = single::make(&fresh, &whole, &decompressor()?)?;
    let version = arrange(&fresh)?;
    let weight = weight::weigh(&fresh, first, &version, single)?;
    swap(&fresh)?;

    print!("{weight}");
    Ok(())
}

/// Checks what compiling the packages takes, and installs the target if it is missing.
pub fn prepare() -> Result<()> {
    ensure_wasm_target()?;
    check_versions(&fs::read_to_string(crate::root().join("Cargo.lock"))?)
}

/// Keeps two builds from writing the same folder; the second waits for the first.
fn lock() -> Result<File> {
    let folder = crate::root().join("target");
    fs::create_dir_all(&folder)?;
    let file = File::create(folder.join("dist.lock"))?;
    file.lock().context("the lock of dist/ cannot be taken")?;
    Ok(file)
}

/// The tool and the crate must use one version of wasm-bindgen.
fn check_versions(lock: &str) -> Result<()> {
    let used = version(lock, "wasm-bindgen");
    let tool = version(lock, "wasm-bindgen-cli-support");
    ensure!(
        used.is_some() && used == tool,
        "Cargo.lock has wasm-bindgen {} and wasm-bindgen-cli-support {}, which must be equal. \
         Write the first number into xtask/Cargo.toml",
        used.unwrap_or("missing"),
        tool.unwrap_or("missing"),
    );
    Ok(())
}

/// The version of a package in the text of a Cargo.lock.
fn version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

/// Compiles the crate for a package and returns the path of its `.wasm`.
fn compile(package: &Package) -> Result<PathBuf> {
    // Without `-p`, this tool's dependencies and features would leak into the page.
    let features = ["--no-default-features", "--features", package.features];
    compile_crate("downhill", &features, &package.compiler)
}

fn compile_crate(name: &str, words: &[&str], compiler: &Compiler) -> Result<PathBuf> {
    let mut command = cargo();
    command.args(["rustc", "--release", "-p", name, "--lib", "--target", WASM_TARGET]).args(words);
    command.args(CRATE_TYPE);
    command.arg("--target-dir").arg(crate::root().join("target").join(compiler.folder));
    command.env("CARGO_ENCODED_RUSTFLAGS", rust_flags(compiler.flags)?);
    if let Some(level) = compiler.level {
        command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", level);
    }
    command.args(["--message-format", "json-render-diagnostics"]).stderr(Stdio::inherit());
    wasm_in(&output(&mut command)?)
}

/// Compiles a package for development, with the profile for that, into a folder of its own.
pub fn cargo_for_serving(package: &Package, folder: &Path) -> Command {
    let mut command = cargo();
    command.args([
        "rustc",
        "--profile",
        "serve",
        "-p",
        "downhill",
        "--lib",
        "--target",
        WASM_TARGET,
    ]);
    command.args(CRATE_TYPE);
    command.args(["--no-default-features", "--features", package.features]);
    command.arg("--target-dir").arg(folder);
    command.env("CARGO_ENCODED_RUSTFLAGS", FAST.flags);
    command.args(["--message-format", "json-render-diagnostics"]);
    command
}

/// The `.wasm` among the messages of a run of Cargo's.
pub fn wasm_in(messages: &str) -> Result<PathBuf> {
    messages.lines().find_map(wasm_file).context("cargo built the crate without a .wasm file")
}

/// The package of the single file.
fn whole() -> Result<single::Package> {
    let folder = crate::root().join("target").join(WHOLE.compiler.folder).join("pkg");
    bind(&compile(&WHOLE)?, &WHOLE, &folder)?;
    let file = |end: &str| folder.join(format!("{}{end}", WHOLE.name));
    Ok(single::Package {
        glue: fs::read_to_string(file(".js"))?,
        code: fs::read(file("_bg.wasm"))?,
    })
}

/// The WebAssembly that decompresses the page in the single file.
fn decompressor() -> Result<Vec<u8>> {
    let words = ["--config", "profile.release.strip=\"symbols\""];
    Ok(fs::read(compile_crate("press", &words, &FAST)?)?)
}

/// These and the common flags of the compiler, apart from those of the profile, as Cargo takes them in
/// one variable.
fn rust_flags(own: &str) -> Result<OsString> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo")));
    // Panics name source files: by names that say nothing of this machine, and are shorter.
    let mut flags = OsString::from("--remap-path-prefix=");
    flags.push(home.context("the folder of Cargo's is unknown: set CARGO_HOME")?);
    flags.push("/registry/src/=");
    flags.push("\x1f");
    flags.push(own);
    Ok(flags)
}

/// The `.wasm` that a message of Cargo's names, if it is about one.
fn wasm_file(message: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(message).ok()?;
    let files = message["filenames"].as_array()?.iter().filter_map(Value::as_str);
    let mut files = files.map(PathBuf::from);
    files.find(|file| file.extension() == Some(OsStr::new("wasm")))
}

/// Writes the JavaScript, the types and the final WebAssembly of the package.
fn bind(wasm: &Path, package: &Package, folder: &Path) -> Result<()> {
    let mut bindgen = bindgen(wasm, package)?;
    bindgen.typescript(true).remove_name_section(true).remove_producers_section(true);
    bindgen.generate(folder).context("wasm-bindgen could not make the package")
}

/// Writes the JavaScript and the final WebAssembly of the package, whose functions keep their names.
pub fn bind_for_serving(wasm: &Path, package: &Package, folder: &Path) -> Result<()> {
    let mut bindgen = bindgen(wasm, package)?;
    bindgen.typescript(false).generate(folder).context("wasm-bindgen could not make the package")
}

fn bindgen(wasm: &Path, package: &Package) -> Result<Bindgen> {
    let mut bindgen = Bindgen::new();
    match package.loader {
        Loader::Module => bindgen.web(true)?,
        Loader::Worker => bindgen.no_modules(true)?,
    };
    // As a library it leaves the path out, and then `init()` finds no WebAssembly.
    bindgen.input_path(wasm).out_name(package.name).omit_default_module_path(false);
    Ok(bindgen)
}

/// Copies a folder, but for hidden files.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("{} cannot be made", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("{} is missing", from.display()))? {
        let (path, name) = entry.map(|entry| (entry.path(), entry.file_name()))?;
        if name.to_string_lossy().starts_with('.') {
            continue;
        }
        if path.is_dir() {
            copy(&path, &to.join(name))?;
        } else {
            fs::copy(&path, to.join(name))
                .with_context(|| format!("{} cannot be copied", path.display()))?;
        }
    }
    Ok(())
}

/// Puts the finished folder in the place of `dist/`.
fn swap(fresh: &Path) -> Result<()> {
    let (dist, old) = (crate::dist(), crate::root().join("dist.old"));
    remove(&old)?;
    if dist.exists() {
        fs::rename(&dist, &old).context("dist/ cannot be moved out of the way")?;
    }
    fs::rename(fresh, &dist).context("dist/ cannot be put in its place")?;
    remove(&old)
}

/// Removes a folder if it is there.
pub fn remove(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("{} cannot be removed", folder.display()))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_lock_has_one_version_of_wasm_bindgen() -> Result<()> {
        check_versions(include_str!("../../Cargo.lock"))
    }

    #[test]
    fn two_versions_of_wasm_bindgen_are_told_apart() {
        let lock = "name = \"wasm-bindgen\"\nversion = \"0.2.1\"\n\n\
                    name = \"wasm-bindgen-cli-support\"\nversion = \"0.2.2\"\n";
        let text = check_versions(lock).unwrap_err().to_string();
        assert!(text.contains("0.2.1") && text.contains("0.2.2"), "{text}");
    }

    #[test]
    fn takes_the_wasm_out_of_what_cargo_says() {
        let message = r#"{"reason":"compiler-artifact","filenames":["/t/a.rlib","/t/a.wasm"]}"#;
        assert_eq!(wasm_file(message), Some(PathBuf::from("/t/a.wasm")));
        assert_eq!(wasm_file(r#"{"reason":"build-finished"}"#), None);
    }
}
