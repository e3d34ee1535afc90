//! Installs the programs and packages that the stages of the test command need.
//!
//! Installing waits for the network and compiling for the processors, so the one goes on beside the other.

use std::thread::{self, JoinHandle};

use anyhow::{Result, anyhow};

use crate::npm;
use crate::tools::{
    CHROMIUM, FIREFOX, WEBKIT, bench_scripts, browser_tests, ensure_browser, ensure_checkers,
    ensure_jupyter, ensure_node, ensure_npm_packages, ensure_postgresql, ensure_python,
    ensure_spark,
};

/// A program, or packages, that a stage needs and the machine may lack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// Node, in a version that Playwright takes.
    Node,
    /// The npm packages of the browser tests.
    BrowserTests,
    /// The npm packages of the measurements.
    Benches,
    /// The npm packages that the page ships.
    PagePackages,
    /// cargo-deny and actionlint.
    Checkers,
    /// A Python with NumPy, DuckDB, DataFusion and sqlglot.
    Python,
    /// A Python with NumPy and Jupyter.
    Jupyter,
    /// Java, and a Python with PySpark.
    Spark,
    /// PostgreSQL's programs.
    PostgreSql,
    /// Chromium, or a Chrome.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKit, its driver and a screen for it.
    WebKit,
}

impl Need {
    /// Installs what is missing.
    fn ensure(self) -> Result<()> {
        match self {
            Self::Node => ensure_node(),
            Self::BrowserTests => ensure_npm_packages(&browser_tests()),
            Self::Benches => ensure_npm_packages(&bench_scripts()),
            Self::PagePackages => npm::ensure().map(drop),
            Self::Checkers => ensure_checkers().map(drop),
            Self::Python => ensure_python().map(drop),
            Self::Jupyter => ensure_jupyter().map(drop),
            Self::Spark => ensure_spark().map(drop),
            Self::PostgreSql => ensure_postgresql().map(drop),
            Self::Chromium => ensure_browser(&CHROMIUM).map(drop),
            Self::Firefox => ensure_browser(&FIREFOX).map(drop),
            Self::WebKit => WEBKIT.iter().try_for_each(|part| ensure_browser(part).map(drop)),
        }
    }
}

/// Installations that go on in the background.
pub struct Preparation(Option<JoinHandle<Result<()>>>);

impl Preparation {
    /// Begins to install what is missing, each need once and in the order of [`Need`].
    pub fn begin(needs: impl Iterator<Item = Need>) -> Self {
        let needs = in_order(needs);
        Self(Some(thread::spawn(move || needs.into_iter().try_for_each(Need::ensure))))
    }

    /// Waits until all is installed.
    ///
    /// # Errors
    /// When something could not be installed; said once.
    pub fn finish(&mut self) -> Result<()> {
        match self.0.take() {
            Some(thread) => thread.join().map_err(|_| anyhow!("the preparation panicked"))?,
            None => Ok(()),
        }
    }
}

impl Drop for Preparation {
    /// An installation is not cut short where a stage fails meanwhile.
    fn drop(&mut self) {
        if let Err(error) = self.finish() {
            eprintln!("error: {error:#}");
        }
    }
}

fn in_order(needs: impl Iterator<Item = Need>) -> Vec<Need> {
    let mut needs: Vec<_> = needs.collect();
    needs.sort();
    needs.dedup();
    needs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_need_is_met_once_and_node_before_its_packages() {
        let needs = [Need::Benches, Need::Node, Need::Benches, Need::BrowserTests];
        let order = [Need::Node, Need::BrowserTests, Need::Benches];
        assert_eq!(in_order(needs.into_iter()), order);
    }
}
