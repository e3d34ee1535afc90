//! Watching the source tree, and which part of the page a change belongs to.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use anyhow::{Context, Result};
use notify_debouncer_full::notify::event::{AccessKind, AccessMode, EventKind};
use notify_debouncer_full::notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, NoCache, new_debouncer_opt};

use super::files::is_temporary;

/// How long a file has to stay unchanged before its change is reported. Editors write a file in
/// several steps.
const SETTLED: Duration = Duration::from_millis(40);
/// How long to wait for further changes after one is reported, so that a checkout of many files is
/// one change.
const GATHERED: Duration = Duration::from_millis(30);

/// The part of the page that a file belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// HTML, CSS, JavaScript and pictures, which browsers take as they are.
    Page,
    /// Whatever the compiler reads.
    Code,
    /// This tool, which cannot replace itself while it runs.
    Tool,
}

/// The parts of the page that the file at `path` belongs to, below the top folder `root`.
pub fn parts(root: &Path, path: &Path) -> &'static [Part] {
    let Ok(below) = path.strip_prefix(root) else { return &[] };
    let names: Vec<_> = below.iter().map(|name| name.to_string_lossy()).collect();
    let names: Vec<_> = names.iter().map(|name| &**name).collect();
    match names[..] {
        [".cargo", ..] => &[Part::Code, Part::Tool],
        _ if names.iter().any(|name| is_temporary(name)) => &[],
        ["www", ..] => &[Part::Page],
        ["src", ..] => &[Part::Code],
        ["Cargo.toml" | "Cargo.lock" | "rust-toolchain.toml"] => &[Part::Code, Part::Tool],
        ["xtask", ..] => &[Part::Tool],
        _ => &[],
    }
}

/// A tree that is being watched.
pub struct Watch {
    root: PathBuf,
    events: Receiver<DebounceEventResult>,
    debouncer: Debouncer<RecommendedWatcher, NoCache>,
}

/// The folders that are watched with all that is in them. Of the top folder only its files are.
const FOLDERS: [&str; 4] = ["www", "src", "xtask", ".cargo"];

/// Changes that came together.
#[derive(Debug, Default, PartialEq)]
pub struct Change {
    /// The parts that changed.
    pub parts: BTreeSet<Part>,
    /// The files that changed, below the top folder.
    pub files: BTreeSet<PathBuf>,
}

impl Watch {
    /// Begins to watch the sources below the top folder `root`.
    pub fn begin(root: &Path) -> Result<Self> {
        // The paths of events are compared with it, and some systems report them resolved.
        let root = root.canonicalize().with_context(|| format!("{} is missing", root.display()))?;
        let (sender, events) = channel();
        let mut debouncer = new_debouncer_opt(SETTLED, None, sender, NoCache, Default::default())
            .context("This system does not let the tool watch files")?;
        // Editors replace a file by renaming another one, so the folder is watched, not the file.
        debouncer
            .watch(&root, RecursiveMode::NonRecursive)
            .with_context(|| format!("{} cannot be watched", root.display()))?;
        let mut watch = Self { root, events, debouncer };
        FOLDERS.iter().try_for_each(|folder| watch.add(folder))?;
        Ok(watch)
    }

    /// Watches one of the folders, if it is there.
    fn add(&mut self, folder: &str) -> Result<()> {
        let folder = self.root.join(folder);
        if folder.is_dir() {
            self.debouncer
                .watch(&folder, RecursiveMode::Recursive)
                .with_context(|| format!("{} cannot be watched", folder.display()))?;
        }
        Ok(())
    }

    /// Waits for the next change.
    pub fn next(&mut self) -> Result<Change> {
        let mut change = Change::default();
        while change.parts.is_empty() {
            self.gather(&mut change, self.events.recv().context("Watching has ended")?);
            while let Ok(more) = self.events.recv_timeout(GATHERED) {
                self.gather(&mut change, more);
            }
        }
        // A folder that was removed and made again is another one to the system.
        for folder in FOLDERS.iter().filter(|folder| change.files.contains(Path::new(folder))) {
            self.add(folder)?;
        }
        Ok(change)
    }

    fn gather(&self, change: &mut Change, events: DebounceEventResult) {
        let Ok(events) = events else {
            // What was missed is unknown, so everything may have changed.
            change.parts.extend([Part::Page, Part::Code]);
            return;
        };
        for event in events {
            if event.need_rescan() {
                change.parts.extend([Part::Page, Part::Code]);
            }
            if is_read(event.kind) {
                continue;
            }
            for path in &event.paths {
                let parts = parts(&self.root, path);
                change.parts.extend(parts);
                if let (false, Ok(below)) = (parts.is_empty(), path.strip_prefix(&self.root)) {
                    change.files.insert(below.into());
                }
            }
        }
    }
}

/// Whether an event says only that a file was opened or read, as building does.
fn is_read(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => false,
        EventKind::Access(_) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(path: &str) -> &'static [Part] {
        parts(Path::new("/project"), &Path::new("/project").join(path))
    }

    #[test]
    fn the_folder_tells_the_part() {
        assert_eq!(of("www/lesson/1.html"), [Part::Page]);
        assert_eq!(of("www/new/folder"), [Part::Page]);
        assert_eq!(of("src/web/types.d.ts"), [Part::Code]);
        assert_eq!(of("xtask/src/main.rs"), [Part::Tool]);
        assert_eq!(of("Cargo.toml"), [Part::Code, Part::Tool]);
        assert_eq!(of(".cargo/config.toml"), [Part::Code, Part::Tool]);
    }

    #[test]
    fn what_is_built_tested_or_kept_by_editors_is_no_part() {
        let paths = ["target/serve/x", "dist/index.html", "dist.new", "tests/main.rs"];
        let editors = ["src/.line.rs.swp", "src/line.rs~", "www/#page.js#", ".git/index", ""];
        for path in paths.into_iter().chain(editors) {
            assert_eq!(of(path), [], "{path}");
        }
        assert_eq!(parts(Path::new("/project"), Path::new("/src/a.rs")), []);
    }

    #[test]
    fn opening_a_file_is_no_change() {
        assert!(is_read(EventKind::Access(AccessKind::Open(AccessMode::Any))));
        assert!(!is_read(EventKind::Access(AccessKind::Close(AccessMode::Write))));
        assert!(!is_read(EventKind::Any));
    }
}
