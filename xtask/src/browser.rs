//! The checks of the page's JavaScript: its types, and what it does in a real browser.

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
    let configs = [
        "tsconfig.json",
        "tsconfig.page.json",
        "tsconfig.worker.json",
        "tsconfig.spreadsheets.json",
        "tsconfig.benches.json",
    ];
    configs
        .iter()
        .try_for_each(|config| run(npm_script("typescript/bin/tsc").args(["--project", config])))
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
