//! Every check that must hold before a change lands, in order, up to the first that fails.

use std::time::Instant;

use anyhow::{Context, Result};

use crate::arguments::TestOptions;
use crate::process::{cargo, run};
use crate::tools::{
    WASM_TARGET, browser_tests, ensure_node, ensure_npm_packages, ensure_wasm_target,
};
use crate::{browser, build, deny, engines, fuzz, python, workflows};

/// One check.
pub struct Stage {
    /// What `--only` calls it.
    pub name: &'static str,
    /// What it is, in a few words.
    title: &'static str,
    run: fn(&TestOptions) -> Result<()>,
}

/// All checks, in the order they run.
pub const STAGES: [Stage; 14] = [
    Stage { name: "fmt", title: "Rust is formatted", run: |_| fmt() },
    Stage { name: "workflows", title: "GitHub's workflows", run: |_| workflows::check_workflows() },
    Stage { name: "deny", title: "Licences of dependencies", run: |_| deny::check_dependencies() },
    Stage { name: "clippy", title: "Clippy, natively", run: |_| clippy() },
    Stage { name: "clippy-wasm", title: "Clippy, for the page", run: |_| clippy_wasm() },
    Stage { name: "test", title: "Rust tests and examples", run: |_| rust_tests() },
    Stage { name: "fuzz", title: "Fuzz targets on their seeds", run: |_| fuzz::run_tests() },
    Stage { name: "engines", title: "SQL on real databases", run: |_| engines::run_tests() },
    Stage { name: "python", title: "Programs and notebooks", run: |_| python::run_tests() },
    Stage { name: "doc", title: "Rust documentation", run: |_| doc() },
    Stage { name: "build", title: "The page builds", run: |_| build::build() },
    Stage { name: "types", title: "JavaScript's types", run: |_| browser::check_types() },
    Stage { name: "browser", title: "The page in a browser", run: browser::run_tests },
    Stage { name: "webkit", title: "The page in WebKit", run: |_| browser::run_webkit_tests() },
];

/// Runs the stages that were asked for.
pub fn test(options: &TestOptions) -> Result<()> {
    let stages: Vec<_> = STAGES.iter().filter(|stage| wanted(stage.name, options)).collect();
    if stages.iter().any(|stage| needs_node(stage.name)) {
        ensure_node()?;
        ensure_npm_packages(&browser_tests())?;
    }
    for stage in stages {
        println!("\n== {} ({})", stage.title, stage.name);
        let start = Instant::now();
        (stage.run)(options).with_context(|| {
            format!("The stage `{0}` failed (again: `cargo xtask test --only {0}`)", stage.name)
        })?;
        println!("== {} took {:.1} s", stage.name, start.elapsed().as_secs_f64());
    }
    println!("\nAll stages passed.");
    Ok(())
}

/// Whether a stage runs. Those that look at the page bring the build with them.
fn wanted(name: &str, options: &TestOptions) -> bool {
    let only = &options.only;
    let named = only.is_empty() || only.iter().any(|chosen| chosen == name);
    match name {
        "build" => options.build && (named || only.iter().any(|chosen| needs_node(chosen))),
        _ => named,
    }
}

fn needs_node(stage: &str) -> bool {
    matches!(stage, "types" | "browser" | "webkit")
}

fn fmt() -> Result<()> {
    run(cargo().args(["fmt", "--all", "--check"]))
        .context("`cargo fmt --all` puts the source in order")?;
    // It is no member of the workspace.
    let fuzz = ["--manifest-path", "tests/fuzz/Cargo.toml"];
    run(cargo().arg("fmt").args(fuzz).arg("--check"))
        .context("`cargo fmt --manifest-path tests/fuzz/Cargo.toml` puts the source in order")
}

fn clippy() -> Result<()> {
    run(cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
    // Without libFuzzer, which clippy has nothing to say of.
    let targets = ["--locked", "--all-targets", "--features", "targets", "--", "-D", "warnings"];
    run(cargo().arg("clippy").args(fuzz::PACKAGE).args(targets))
}

fn clippy_wasm() -> Result<()> {
    ensure_wasm_target()?;
    let crate_only = ["clippy", "-p", "downhill", "--lib", "--target", WASM_TARGET];
    // What takes the single file's contents out of it.
    let press = ["clippy", "-p", "press", "--lib", "--target", WASM_TARGET, "--", "-D", "warnings"];
    run(cargo().args(press))?;
    // What one package leaves out may be all that another one uses.
    build::PACKAGES.iter().chain([&build::WHOLE]).try_for_each(|package| {
        let mut command = cargo();
        command.args(crate_only).args(["--no-default-features", "--features", package.features]);
        run(command.args(["--", "-D", "warnings"]))
    })
}

fn rust_tests() -> Result<()> {
    run(cargo().args(["test", "--workspace"]))
}

fn doc() -> Result<()> {
    run(cargo().args(["doc", "--no-deps", "-p", "downhill"]).env("RUSTDOCFLAGS", "-D warnings"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(only: &[&str], build: bool) -> Vec<&'static str> {
        let only = only.iter().map(|name| name.to_string()).collect();
        let options = TestOptions { only, build, ..TestOptions::default() };
        STAGES.iter().map(|stage| stage.name).filter(|name| wanted(name, &options)).collect()
    }

    #[test]
    fn runs_all_stages_unless_told_otherwise() {
        assert_eq!(chosen(&[], true).len(), STAGES.len());
        assert_eq!(chosen(&["fmt", "doc"], true), ["fmt", "doc"]);
    }

    #[test]
    fn stages_that_look_at_the_page_build_it_first() {
        assert_eq!(chosen(&["browser"], true), ["build", "browser"]);
        assert_eq!(chosen(&["browser"], false), ["browser"]);
        assert_eq!(chosen(&["webkit"], true), ["build", "webkit"]);
    }
}
