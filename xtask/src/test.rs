//! Every check that must hold before a change lands, in order, up to the first that fails.

use std::time::Instant;

use anyhow::{Context, Result};

use crate::arguments::TestOptions;
use crate::prepare::{Need, Preparation};
use crate::process::{cargo, run};
use crate::tools::{WASM_TARGET, ensure_wasm_target};
use crate::{browser, build, deny, engines, fuzz, house, programs, python, workflows};

/// One check.
pub struct Stage {
    /// What `--only` calls it.
    pub name: &'static str,
    /// What it is, in a few words.
    title: &'static str,
    /// Programs and packages that it needs besides Rust.
    needs: &'static [Need],
    run: fn(&TestOptions) -> Result<()>,
}

/// The stage that runs only where it is named: it fetches half a gigabyte.
const SPARK: &str = "spark";

/// All checks, in the order they run.
pub const STAGES: [Stage; 17] = [
    stage("fmt", "Rust is formatted", &[], |_| fmt()),
    stage("house", "The house's order", &[], |_| house::check()),
    stage("clippy", "Clippy, natively", &[], |_| clippy()),
    stage("clippy-wasm", "Clippy, for the page", &[], |_| clippy_wasm()),
    stage("test", "Rust tests and examples", &[], |_| rust_tests()),
    stage("fuzz", "Fuzz targets on their seeds", &[], |_| fuzz::run_tests()),
    stage("doc", "Rust documentation", &[], |_| doc()),
    stage("build", "The page builds", &[Need::PagePackages], |_| build::build()),
    stage("workflows", "GitHub's workflows", &[Need::Checkers], |_| workflows::check_workflows()),
    stage("deny", "Licences of dependencies", &[Need::Checkers], |_| deny::check_dependencies()),
    stage("engines", "SQL on real databases", &[Need::Python, Need::PostgreSql], |_| {
        engines::run_tests()
    }),
    stage(SPARK, "SQL on Spark", &[Need::Spark], |_| engines::run_on_spark()),
    stage("python", "Programs and notebooks", &[Need::Jupyter], |_| python::run_tests()),
    stage(
        "programs",
        "The reader's programs",
        &[Need::Node, Need::PagePackages, Need::Python],
        |_| programs::run_tests(),
    ),
    stage("types", "JavaScript's types", &[Need::Node, Need::BrowserTests, Need::Benches], |_| {
        browser::check_types()
    }),
    stage(
        "browser",
        "The page in a browser",
        &[Need::Node, Need::BrowserTests, Need::Python, Need::Chromium, Need::Firefox],
        browser::run_tests,
    ),
    stage(
        "webkit",
        "The page in WebKit",
        &[Need::Node, Need::BrowserTests, Need::Python, Need::WebKit],
        |_| browser::run_webkit_tests(),
    ),
];

const fn stage(
    name: &'static str,
    title: &'static str,
    needs: &'static [Need],
    run: fn(&TestOptions) -> Result<()>,
) -> Stage {
    Stage { name, title, needs, run }
}

/// Runs the stages that were asked for.
pub fn test(options: &TestOptions) -> Result<()> {
    let stages: Vec<_> = STAGES.iter().filter(|stage| wanted(stage.name, options)).collect();
    let needs = stages.iter().flat_map(|stage| stage.needs.iter().copied());
    let mut preparation = Preparation::begin(needs);
    for stage in stages {
        println!("\n== {} ({})", stage.title, stage.name);
        let start = Instant::now();
        if !stage.needs.is_empty() {
            preparation.finish()?;
        }
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
        SPARK => only.iter().any(|chosen| chosen == name),
        "build" => options.build && (named || only.iter().any(|chosen| looks_at_the_page(chosen))),
        _ => named,
    }
}

/// Whether a stage looks at the page in `dist/`.
fn looks_at_the_page(stage: &str) -> bool {
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
    // What decompresses the single file's contents.
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
    fn runs_all_stages_but_spark_unless_told_otherwise() {
        let all: Vec<_> = STAGES.iter().map(|stage| stage.name).collect();
        let asked_for = chosen(&[], true);
        assert_eq!(asked_for.len(), all.len() - 1);
        assert!(all.contains(&SPARK) && !asked_for.contains(&SPARK));
        assert_eq!(chosen(&[SPARK], true), [SPARK]);
        assert_eq!(chosen(&["fmt", "doc"], true), ["fmt", "doc"]);
    }

    #[test]
    fn stages_that_look_at_the_page_build_it_first() {
        assert_eq!(chosen(&["browser"], true), ["build", "browser"]);
        assert_eq!(chosen(&["browser"], false), ["browser"]);
        assert_eq!(chosen(&["webkit"], true), ["build", "webkit"]);
    }
}
