//! What is served: the page as its last good build made it, and what became of the build since.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::files::Files;

/// The name of a wasm package.
pub type Package = &'static str;

/// What failed where it is no package.
const PAGE: &str = "www";

/// What open pages are told.
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
    /// Packages that may be out of date.
    stale: BTreeSet<Package>,
    /// Packages that were loaded since the page was.
    used: BTreeSet<Package>,
}

/// A build of the packages that was asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Round {
    number: u64,
    /// The packages that an open page uses.
    pub first: Vec<Package>,
    /// The other packages.
    pub later: Vec<Package>,
}

/// Whether a round of the builder goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// It goes on.
    Continue,
    /// The sources have changed since it began.
    Overtaken,
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
        self.changed.notify_all();
    }

    /// Waits until a build is asked for that is not the round `done`.
    pub fn next_round(&self, done: Option<&Round>) -> Round {
        let seen = done.map_or(0, |round| round.number);
        let state = self.state();
        let waited = self.changed.wait_while(state, |state| state.asked == seen);
        let state = waited.unwrap_or_else(PoisonError::into_inner);
        // Before any page is open, the one that pages open with.
        let used = |name: &Package| match state.used.is_empty() {
            true => *name == self.packages[0],
            false => state.used.contains(name),
        };
        let (first, later) = self.packages.iter().partition(|name| used(name));
        Round { number: state.asked, first, later }
    }

    /// Waits until pages can open, or until it is known that they cannot.
    pub fn wait_until_built(&self) {
        let first = self.packages.first();
        let pending = |state: &mut State| first.is_some_and(|first| state.stale.contains(first));
        drop(self.changed.wait_while(self.state(), pending));
    }

    /// Whether a round goes on.
    pub fn progress(&self, round: &Round) -> Progress {
        progress(&self.state(), round)
    }

    /// Takes the packages that open pages use, and whatever waited for them. Open pages are told if
    /// anything has changed.
    pub fn put_first(&self, round: &Round, packages: Vec<(Package, Files)>) -> Progress {
        let mut state = self.state();
        if progress(&state, round) == Progress::Overtaken {
            return Progress::Overtaken;
        }
        let mut changed = false;
        for (package, files) in packages {
            changed |= state.put_package(package, files);
        }
        if let Some(page) = state.held.take() {
            changed |= state.page != page;
            state.page = page;
        }
        state.number += u64::from(changed);
        self.changed.notify_all();
        Progress::Continue
    }

    /// Takes a package that no open page uses.
    pub fn put_later(&self, round: &Round, package: Package, files: Files) -> Progress {
        let mut state = self.state();
        if progress(&state, round) == Progress::Overtaken {
            return Progress::Overtaken;
        }
        // A page may have asked for it since the round began. It waits, and gets the new one.
        state.put_package(package, files);
        self.changed.notify_all();
        Progress::Continue
    }

    /// Reports that a package cannot be built. The last good page stays, and the round is over.
    pub fn fail(&self, round: &Round, package: Package, message: String) {
        let mut state = self.state();
        if progress(&state, round) == Progress::Continue {
            state.failures.insert(package, message);
            state.stale.clear();
            self.changed.notify_all();
        }
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

    /// Whether the package has changed.
    fn put_package(&mut self, package: Package, files: Files) -> bool {
        self.stale.remove(package);
        self.failures.remove(package);
        self.compiled.insert(package, files.clone()) != Some(files)
    }
}

fn progress(state: &State, round: &Round) -> Progress {
    match state.asked == round.number {
        true => Progress::Continue,
        false => Progress::Overtaken,
    }
}

/// Whether a path is one of a package's files: `pkg/name.js`, `pkg/name_bg.wasm` and the like.
fn belongs(path: &str, package: &str) -> bool {
    let rest = path.strip_prefix("pkg/").and_then(|name| name.strip_prefix(package));
    rest.is_some_and(|rest| rest.starts_with(['.', '_']))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PACKAGES: [Package; 3] = ["small", "full", "reader"];

    fn files(list: &[(&str, &str)]) -> Files {
        let mut files = Files::default();
        for (path, text) in list {
            files.insert((*path).into(), (*text).into());
        }
        files
    }

    fn page(text: &str) -> Files {
        files(&[("index.html", text)])
    }

    fn package(name: Package, text: &str) -> (Package, Files) {
        (name, files(&[(&format!("pkg/{name}.js"), text)]))
    }

    fn text(site: &Site, path: &str) -> Option<String> {
        site.file(path).map(|(bytes, _)| String::from_utf8_lossy(&bytes).into_owned())
    }

    fn number(site: &Site) -> u64 {
        site.news(None, Duration::ZERO).page
    }

    fn failure(site: &Site) -> Option<String> {
        site.news(None, Duration::ZERO).failure
    }

    /// A site after its first build.
    fn built() -> (Site, Round) {
        let site = Site::new(page("1"), &PACKAGES);
        let round = site.next_round(None);
        site.put_first(&round, round.first.iter().map(|name| package(name, "1")).collect());
        for name in &round.later {
            let (name, files) = package(name, "1");
            site.put_later(&round, name, files);
        }
        (site, round)
    }

    #[test]
    fn the_package_that_pages_open_with_is_built_first() {
        let round = Site::new(page(""), &PACKAGES).next_round(None);
        assert_eq!((round.first, round.later), (vec!["small"], vec!["full", "reader"]));
    }

    #[test]
    fn the_packages_that_the_open_page_uses_are_built_first() {
        let (site, done) = built();
        site.file("index.html");
        site.file("pkg/reader.js");
        site.ask();
        assert_eq!(site.next_round(Some(&done)).first, ["reader"]);
        // Loaded again, the page has not used it yet.
        site.file("index.html");
        assert_eq!(site.next_round(Some(&done)).first, ["small"]);
    }

    #[test]
    fn a_changed_page_has_a_new_number() {
        let (site, _) = built();
        let before = number(&site);
        site.put_page(page("1"), false);
        assert_eq!(number(&site), before);
        site.put_page(page("2"), false);
        assert_eq!((number(&site), text(&site, "index.html")), (before + 1, Some("2".into())));
    }

    #[test]
    fn the_number_changes_with_packages_in_use_alone() {
        let (site, done) = built();
        let before = number(&site);
        site.ask();
        let round = site.next_round(Some(&done));
        site.put_first(&round, vec![package("small", "1")]);
        site.put_later(&round, "full", package("full", "2").1);
        assert_eq!(number(&site), before);
        assert_eq!(text(&site, "pkg/full.js"), Some("2".into()));

        site.ask();
        let round = site.next_round(Some(&round));
        site.put_first(&round, vec![package("full", "3")]);
        assert_eq!(number(&site), before + 1);
    }

    #[test]
    fn files_that_change_with_the_code_wait_for_it() {
        let (site, done) = built();
        site.put_page(page("2"), true);
        site.ask();
        site.put_page(page("3"), false);
        assert_eq!(text(&site, "index.html"), Some("1".into()));
        let round = site.next_round(Some(&done));
        site.put_first(&round, vec![package("small", "1")]);
        assert_eq!(text(&site, "index.html"), Some("3".into()));
    }

    #[test]
    fn a_failure_leaves_the_last_good_page_until_the_package_builds_again() {
        let (site, done) = built();
        let before = number(&site);
        site.put_page(page("2"), true);
        site.ask();
        let failed = site.next_round(Some(&done));
        site.fail(&failed, "small", "no such name".into());
        assert_eq!(failure(&site), Some("no such name".into()));
        assert_eq!(number(&site), before);
        assert_eq!(text(&site, "index.html"), Some("1".into()));
        assert_eq!(text(&site, "pkg/small.js"), Some("1".into()));

        site.ask();
        let round = site.next_round(Some(&failed));
        site.put_first(&round, vec![package("small", "1")]);
        assert_eq!(failure(&site), None);
        assert_eq!(text(&site, "index.html"), Some("2".into()));
    }

    #[test]
    fn a_change_during_a_build_starts_one_more() {
        let (site, done) = built();
        site.ask();
        let round = site.next_round(Some(&done));
        site.ask();
        site.ask();
        assert_eq!(site.progress(&round), Progress::Overtaken);
        assert_eq!(site.put_first(&round, vec![package("small", "2")]), Progress::Overtaken);
        site.fail(&round, "small", "no such name".into());
        assert_eq!(failure(&site), None);
        let next = site.next_round(Some(&round));
        assert_eq!(site.progress(&next), Progress::Continue);
    }

    #[test]
    fn a_package_that_is_being_compiled_is_served_when_it_is_ready() {
        let (site, done) = built();
        site.ask();
        let round = site.next_round(Some(&done));
        std::thread::scope(|scope| {
            let waiting = scope.spawn(|| text(&site, "pkg/full_bg.js"));
            let asked = scope.spawn(|| text(&site, "pkg/full.js"));
            site.put_first(&round, vec![package("small", "2")]);
            site.put_later(&round, "full", package("full", "2").1);
            assert_eq!(asked.join().unwrap(), Some("2".into()));
            assert_eq!(waiting.join().unwrap(), None);
        });
    }

    #[test]
    fn a_package_is_known_by_its_whole_name() {
        assert!(belongs("pkg/more.js", "more") && belongs("pkg/more_bg.wasm", "more"));
        assert!(!belongs("pkg/moreover.js", "more") && !belongs("more.js", "more"));
    }
}
