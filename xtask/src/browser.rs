//! The checks of the page's JavaScript: its types, and what it does in a real browser.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::thread;

use anyhow::Result;

use crate::arguments::TestOptions;
use crate::process::run;
use crate::serve::{Caching, check_dist, listen, serve_dist, url};
use crate::tools::{
    Browser, CHROMIUM, FIREFOX, WEBKIT, bench_scripts, ensure_browser, ensure_npm_packages,
    ensure_python, npm_script,
};

/// A path as a course site would have it: a page that only works at the root fails here.
const BASE: &str = "/course/downhill/";

/// Checks the types of the page's modules against the package, of the tests themselves and of the measurements.
pub fn check_types() -> Result<()> {
    check_dist()?;
    ensure_npm_packages(&bench_scripts())?;
    let scripts = scripts(&crate::root().join("www"))?;
    let worker = |name: &OsString| name.to_string_lossy().ends_with("worker.js");
    let (workers, modules): (Vec<_>, Vec<_>) = scripts.iter().partition(|name| worker(name));
    for (config, present) in [
        ("tsconfig.json", true),
        ("tsconfig.page.json", !modules.is_empty()),
        ("tsconfig.worker.json", !workers.is_empty()),
        ("tsconfig.benches.json", true),
    ] {
        if present {
            run(npm_script("typescript/bin/tsc").args(["--project", config]))?;
        }
    }
    Ok(())
}

/// The names of the page's own scripts.
fn scripts(folder: &Path) -> Result<Vec<OsString>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        if Path::new(&name).extension().is_some_and(|end| end == "js") {
            found.push(name);
        }
    }
    Ok(found)
}

/// Serves the page and runs the browser tests against it.
pub fn run_tests(options: &TestOptions) -> Result<()> {
    drive(&[CHROMIUM, FIREFOX], &options.browser)
}

/// Serves the page and looks whether it works in WebKit.
pub fn run_webkit_tests() -> Result<()> {
    drive(&WEBKIT, &[])
}

/// Runs the tests that are for these browsers.
fn drive(browsers: &[Browser], words: &[String]) -> Result<()> {
    check_dist()?;
    let browsers = browsers.iter().map(|browser| Ok((browser.variable, ensure_browser(browser)?)));
    let browsers: Vec<_> = browsers.collect::<Result<_>>()?;
    let python = ensure_python()?;
    let listener = listen(0)?;
    let url = url(&listener, BASE)?;
    thread::spawn(move || serve_dist(&listener, BASE, Caching::Allowed));
    let mut playwright = npm_script("@playwright/test/cli.js");
    playwright.arg("test").args(words).envs(browsers);
    playwright.env("DOWNHILL_URL", url).env("PYTHON", python);
    run(&mut playwright)
}
