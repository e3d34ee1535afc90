//! Serving the page while it is worked on: what changes in the sources is built at once, and open pages load
//! themselves again.
//!
//! The [`sources`] are watched. Files of `www/` are served from memory as they are; the wasm packages are
//! compiled by the [`compiler`], those that open pages use first. The [`site`] holds the last good page, and
//! [`answer`] gives it to browsers, with a script that listens for changes. `dist/` is neither read nor written.

mod answer;
mod compiler;
mod files;
mod site;
mod sources;
#[cfg(test)]
mod tests;

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result};

use crate::http;
use crate::{build, npm, serve};
use compiler::{Cargo, Compiler, Said};
use files::Files;
use site::{Outcome, Package, Site};
use sources::{Change, Part, Watch};

/// Builds the page for development and serves it below the path `base`, until the tool is stopped.
pub fn serve(listener: TcpListener, base: &str) -> Result<()> {
    build::prepare()?;
    let root = crate::root();
    let url = serve::url(&listener, base)?;
    let compiler = Cargo::new(root.join("target/serve"));
    let work = Work::begin(listener, base, &root, &PACKAGES, compiler, shipped()?)?;
    // Whoever opens the page before waits for its packages.
    work.site.wait_until_built();
    println!("The page is at {url} and follows the sources (Ctrl-C stops the server)");
    work.watch()
}

/// The files of npm packages, which are no files of `www/`.
fn shipped() -> Result<Files> {
    let mut files = Files::default();
    for (path, file) in npm::files()? {
        let bytes = fs::read(&file).with_context(|| format!("{} is missing", file.display()))?;
        files.insert(path.into(), bytes);
    }
    Ok(files)
}

/// The names of the page's packages. Pages open with the first.
const PACKAGES: [Package; 5] = {
    let [first, second, third, fourth, fifth] = &build::PACKAGES;
    [first.name, second.name, third.name, fourth.name, fifth.name]
};

/// A site with the watch on its sources.
struct Work {
    site: Arc<Site>,
    watch: Watch,
    www: PathBuf,
    /// Files of the page that are not in `www/`.
    others: Files,
}

impl Work {
    /// Starts the server and the builders of the packages, each in a thread of its own.
    fn begin(
        listener: TcpListener,
        base: &str,
        root: &Path,
        packages: &'static [Package],
        compiler: impl Compiler + 'static,
        others: Files,
    ) -> Result<Self> {
        // Before anything is read, so that no change is missed.
        let watch = Watch::begin(root)?;
        let www = root.join("www");
        let mut page = Files::read(&www).context("www/ cannot be read")?;
        page.extend(&others);
        let site = Arc::new(Site::new(page, packages));

        let (served, base) = (Arc::clone(&site), base.to_owned());
        thread::spawn(move || {
            http::serve(&listener, move |method, target| match method {
                "GET" | "HEAD" => answer::answer(&served, &base, target),
                _ => serve::not_allowed(),
            })
        });
        let compiler = Arc::new(compiler);
        for &package in packages {
            let (site, compiler) = (Arc::clone(&site), Arc::clone(&compiler));
            thread::spawn(move || build_whenever_asked(&site, &*compiler, package));
        }
        Ok(Self { site, watch, www, others })
    }

    /// Follows the sources for as long as they can be watched.
    fn watch(mut self) -> Result<()> {
        loop {
            let change = self.watch.next()?;
            println!("{}", summary(&change));
            self.take(&change);
        }
    }

    /// Has the site follow a change.
    fn take(&self, change: &Change) {
        let with_code = change.parts.contains(&Part::Code);
        if change.parts.contains(&Part::Page) {
            match Files::read(&self.www) {
                Ok(mut page) => {
                    page.extend(&self.others);
                    self.site.put_page(page, with_code);
                }
                Err(error) => self.site.fail_page(format!("www/ cannot be read: {error}")),
            }
        }
        if with_code {
            self.site.ask();
        }
    }
}

/// Builds a package whenever it is its turn.
fn build_whenever_asked(site: &Site, compiler: &impl Compiler, package: Package) {
    loop {
        let task = site.next_task(package);
        let outcome = match compiler.compile(package) {
            Ok(files) => site.finish(&task, files),
            Err(error) => {
                // The terminal has what Cargo said.
                if !error.is::<Said>() {
                    eprintln!("error: {error:#}");
                }
                println!("The build of {package} failed. The last good page stays");
                site.fail(&task, format!("{error:#}"))
            }
        };
        match outcome {
            Outcome::PageBuilt => println!("The page is built; what it does not use yet follows"),
            Outcome::AllBuilt => println!("All is built"),
            Outcome::Partial | Outcome::Overtaken => {}
        }
    }
}

/// A line that says what changed.
fn summary(change: &Change) -> String {
    let mut files = change.files.iter().map(|file| file.display().to_string());
    let mut text = match (files.next(), files.count()) {
        (None, _) => "The sources changed".into(),
        (Some(file), 0) => format!("{file} changed"),
        (Some(file), others) => format!("{file} and {others} more changed"),
    };
    if change.parts.contains(&Part::Tool) {
        text += ". Start the tool again where it is to follow this, too";
    }
    text
}
