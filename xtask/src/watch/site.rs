//! The page that is served, as its last good build made it, and the outcome of the builds since.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::files::Files;

/// The name of a wasm package.
pub type Package = &'static str;

/// The name of the part that fails where it is no package.
const PAGE: &str = "www";

/// News for open pages.
#[derive(Clone, Debug, PartialEq)]
pub struct News {
    /// The number of the page that is served. An open page that is another one loads itself again.
    pub page: u64,
    /// The message of the build that failed, if the last one did.
    pub failure: Option<String>,
}

/// The page that is served, shared by the server, the watcher and the builder.
pub struct Site {
    state: Mutex<State>,
    /// Notified whenever the state has changed.
    changed: Condvar,
    packages: &'static [Package],
}

struct State {
    /// The files of `www/`.
    page: Files,
    /// Files of `www/` that changed together with the code, and wait for its build.
    held: Option<Files>,
    /// The files of the packages.
    compiled: BTreeMap<Package, Files>,
    /// The number of the page that is served.
    number: u64,
    /// Messages of the parts that failed.
    failures: BTreeMap<&'static str, String>,
    /// How often a build was asked for.
    asked: u64,
    /// Packages that may be out of date. A build that fails leaves them as they are, until the next one.
    stale: BTreeSet<Package>,
    /// The packages that are built first, because an open page uses them.
    first: BTreeSet<Package>,
    /// Those of the first packages that are built, and wait for the others.
    arrived: BTreeMap<Package, Files>,
    /// Packages that were loaded since the page was.
    used: BTreeSet<Package>,
}

/// A build of one package that is to be done.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    package: Package,
    /// Which of the builds that were asked for it belongs to.
    build: u64,
}

/// The consequence of a finished package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The sources have changed since it was begun, so it is built once more.
    Overtaken,
    /// Other packages are still being built.
    Partial,
    /// Open pages have all that they use.
    PageBuilt,
    /// All packages are built.
    AllBuilt,
}

impl Site {
    /// A site whose packages have yet to be compiled.
    pub fn new(page: Files, packages: &'static [Package]) -> Self {
        // Pages of an earlier server must not take this one's for theirs.
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let state = State {
            page,
            held: None,
            compiled: BTreeMap::new(),
            number: now.as_millis() as u64,
            failures: BTreeMap::new(),
            asked: 1,
            stale: packages.iter().copied().collect(),
            first: packages.iter().copied().take(1).collect(),
            arrived: BTreeMap::new(),
            used: BTreeSet::new(),
        };
        Self { state: Mutex::new(state), changed: Condvar::new(), packages }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // No method leaves the state half changed.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns a file with the number of the page that it belongs to. A file of a package that is being
    /// compiled is returned when that has ended, so that no page mixes packages of several builds.
    pub fn file(&self, path: &str) -> Option<(Arc<[u8]>, u64)> {
        let package = self.packages.iter().copied().find(|name| belongs(path, name));
        let mut state = self.state();
        if path == "index.html" {
            state.used.clear();
        }
        if let Some(package) = package {
            state.used.insert(package);
            let stale = |state: &mut State| state.stale.contains(package);
            let waited = self.changed.wait_while(state, stale);
            state = waited.unwrap_or_else(PoisonError::into_inner);
        }
        let files = match package {
            Some(package) => state.compiled.get(package)?,
            None => &state.page,
        };
        Some((files.get(path)?, state.number))
    }

    /// Takes the files of `www/` as they are now. Together with changed code they wait for its build.
    pub fn put_page(&self, page: Files, with_code: bool) {
        let mut state = self.state();
        state.failures.remove(PAGE);
        if with_code || state.held.is_some() {
            state.held = Some(page);
        } else if state.page != page {
            state.page = page;
            state.number += 1;
        }
        self.changed.notify_all();
    }

    /// Asks for a build of the packages.
    pub fn ask(&self) {
        let mut state = self.state();
        state.asked += 1;
        state.stale = self.packages.iter().copied().collect();
        // While no page is open, the package that pages open with.
        state.first = match state.used.is_empty() {
            true => self.packages.iter().copied().take(1).collect(),
            false => state.used.clone(),
        };
        state.arrived.clear();
        self.changed.notify_all();
    }

    /// Waits until it is the package's turn to be built. The first packages are built side by side, the others
    /// one after the other when these are ready.
    pub fn next_task(&self, package: Package) -> Task {
        let waits = |state: &mut State| !self.is_turn(state, package);
        let waited = self.changed.wait_while(self.state(), waits);
        let state = waited.unwrap_or_else(PoisonError::into_inner);
        Task { package, build: state.asked }
    }

    fn is_turn(&self, state: &State, package: Package) -> bool {
        if state.first.contains(package) {
            return state.stale.contains(package) && !state.arrived.contains_key(package);
        }
        let before = self.packages.iter().take_while(|name| **name != package);
        let mut before = before.chain(&state.first);
        state.stale.contains(package) && before.all(|name| !state.stale.contains(name))
    }

    /// Waits until pages can open, or until it is known that they cannot.
    pub fn wait_until_built(&self) {
        let first = self.packages.first();
        let pending = |state: &mut State| first.is_some_and(|first| state.stale.contains(first));
        drop(self.changed.wait_while(self.state(), pending));
    }

    /// Takes a package that is built. Those that open pages use are served together, with whatever waited for
    /// them, and open pages are told if anything has changed.
    pub fn finish(&self, task: &Task, files: Files) -> Outcome {
        let mut state = self.state();
        if state.asked != task.build {
            return Outcome::Overtaken;
        }
        let first = state.first.contains(task.package);
        if first {
            state.arrived.insert(task.package, files);
            if state.arrived.len() < state.first.len() {
                return Outcome::Partial;
            }
            state.put_first();
        } else {
            // A page may have asked for it since. It waits, and gets the new one.
            state.put_package(task.package, files);
        }
        self.changed.notify_all();
        match (state.stale.is_empty(), first) {
            (true, _) => Outcome::AllBuilt,
            (false, true) => Outcome::PageBuilt,
            (false, false) => Outcome::Partial,
        }
    }

    /// Reports that a package cannot be built. The last good page stays, and no other package is begun.
    pub fn fail(&self, task: &Task, message: String) -> Outcome {
        let mut state = self.state();
        if state.asked != task.build {
            return Outcome::Overtaken;
        }
        state.failures.insert(task.package, message);
        state.stale.clear();
        state.arrived.clear();
        self.changed.notify_all();
        Outcome::Partial
    }

    /// Reports that the files of `www/` cannot be read. The last good page stays.
    pub fn fail_page(&self, message: String) {
        self.state().failures.insert(PAGE, message);
        self.changed.notify_all();
    }

    /// Waits for news other than `known`, but no longer than `patience`, and returns what is the case then.
    pub fn news(&self, known: Option<&News>, patience: Duration) -> News {
        let state = self.state();
        let nothing_new = |state: &mut State| known == Some(&state.news());
        let waited = self.changed.wait_timeout_while(state, patience, nothing_new);
        waited.unwrap_or_else(PoisonError::into_inner).0.news()
    }
}

impl State {
    fn news(&self) -> News {
        News { page: self.number, failure: self.failures.values().next().cloned() }
    }

    fn put_first(&mut self) {
        let mut changed = false;
        for (package, files) in std::mem::take(&mut self.arrived) {
            changed |= self.put_package(package, files);
        }
        if let Some(page) = self.held.take() {
            changed |= self.page != page;
            self.page = page;
        }
        self.number += u64::from(changed);
    }

    /// Whether the package has changed.
    fn put_package(&mut self, package: Package, files: Files) -> bool {
        self.stale.remove(package);
        self.failures.remove(package);
        self.compiled.insert(package, files.clone()) != Some(files)
    }
}

/// Whether a path is one of a package's files: `pkg/name.js`, `pkg/name_bg.wasm` and the like.
fn belongs(path: &str, package: &str) -> bool {
    let rest = path.strip_prefix("pkg/").and_then(|name| name.strip_prefix(package));
    rest.is_some_and(|rest| rest.starts_with(['.', '_']))
}

#[cfg(test)]
mod tests;
