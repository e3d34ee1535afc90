//! Measures the page in a real browser, as ratios to its peers in the same run.

use std::thread;

use anyhow::Result;

use crate::arguments::BenchOptions;
use crate::build;
use crate::npm;
use crate::process::{program, run};
use crate::serve::{Caching, check_dist, listen, serve_dist, url};
use crate::tools::{
    CHROMIUM, bench_scripts, browser_tests, ensure_browser, ensure_node, ensure_npm_packages,
    ensure_python,
};

/// Runs `benches/run.js` against the page.
pub fn bench(options: &BenchOptions) -> Result<()> {
    ensure_node()?;
    for folder in [browser_tests(), bench_scripts()] {
        ensure_npm_packages(&folder)?;
    }
    npm::ensure()?;
    let python = ensure_python()?;
    let chromium = ensure_browser(&CHROMIUM)?;
    if options.build {
        build::build()?;
    }
    check_dist()?;
    let listener = listen(0)?;
    let url = url(&listener, "/")?;
    thread::spawn(move || serve_dist(&listener, "/", Caching::Never));
    let mut script = program("node");
    script.arg("--experimental-detect-module").arg(bench_scripts().join("run.js"));
    script.env("DOWNHILL_URL", url).env("PYTHON", python);
    run(script.env(CHROMIUM.variable, chromium))
}
