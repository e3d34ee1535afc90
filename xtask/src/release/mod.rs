//! Gives the finished page the form in which it lies on a site: no address ever leads to another content, but for the
//! few that others know.
//!
//! | what | where |
//! |---|---|
//! | `index.html`, the chapters, `downhill.html`, the packages under `pkg/`, the service worker | where they always are |
//! | everything that the page loads, the chapters and packages among it | in one folder, `version-HASH/`, named by the contents of all files |
//!
//! So a page that is open never gets a module of another version. One folder, and not a hash in the name of each file,
//! leaves all addresses between files as they are: in `www/`, in scripts, in style sheets, in what `wasm-bindgen`
//! writes. Hashed names would have to be written into all who name a file, weigh upon the first view, and change up to
//! `index.html` with every file. What has not changed is not downloaded again all the same: the service worker knows
//! each file's own hash.

mod pages;
mod worker;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::build::FOR_OTHERS;
use crate::single;
use crate::weight::list;

/// How the name of the folder begins; `www/service-worker.js` and `www/offline/offline.js` know it, too.
const PREFIX: &str = "version-";
/// How many bytes of the hash are in its name.
const HASH_LENGTH: usize = 5;
/// The picture that other sites show of the page.
const PREVIEW: &str = "preview.png";

/// Place of a file on a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Others know its address, and it stays there.
    Public,
    /// Others know its address, and the page loads it, too: each gets one.
    Both,
    /// Only the page loads it.
    Version,
}

fn place(file: &Path) -> Place {
    let name = file.to_string_lossy();
    let is_type = name.ends_with(".d.ts");
    match file.parent().and_then(Path::to_str) {
        Some("") if [pages::INDEX, worker::NAME, single::NAME, PREVIEW].contains(&&*name) => {
            Place::Public
        }
        Some("pkg") if is_type || is_for_other_pages(file) => Place::Public,
        Some("pkg") => Place::Both,
        Some("lesson") if name.ends_with(".html") => Place::Both,
        _ => Place::Version,
    }
}

/// Whether a file belongs to the package that the page itself does without.
fn is_for_other_pages(file: &Path) -> bool {
    let name = file.file_stem().map(|stem| stem.to_string_lossy());
    name.is_some_and(|name| name.trim_end_matches("_bg") == FOR_OTHERS)
}

/// The name of the folder that holds this version of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version(String);

impl Version {
    /// Where a file lies that the page loads.
    pub fn path_of(&self, file: &Path) -> PathBuf {
        match place(file) {
            Place::Public => file.to_path_buf(),
            Place::Both | Place::Version => Path::new(&self.0).join(file),
        }
    }

    /// Whether a file is only for those who know its address; the page does not load it.
    pub fn is_for_others(&self, file: &Path) -> bool {
        place(file) == Place::Both
            || is_for_other_pages(file)
            || file.to_string_lossy().ends_with(".d.ts")
            || file == Path::new(single::NAME)
    }
}

/// Moves the files of the finished page in the folder `dist` to where they lie on a site, has its pages name them there,
/// and tells the service worker of them.
pub fn arrange(dist: &Path) -> Result<Version> {
    let mut files = BTreeSet::new();
    list(dist, Path::new(""), &mut files)?;
    let version = version(dist, &files)?;
    // The addresses are read while the files are where the pages name them.
    let rewritten = files.iter().filter(|file| pages::is_page(file));
    let rewritten = rewritten.map(|page| Ok((page, pages::rewrite(dist, page, &version)?)));
    let rewritten = rewritten.collect::<Result<Vec<_>>>()?;
    for file in &files {
        let target = dist.join(version.path_of(file));
        match place(file) {
            Place::Public => continue,
            Place::Both => copy(&dist.join(file), &target)?,
            Place::Version => {
                copy(&dist.join(file), &target)?;
                fs::remove_file(dist.join(file))?;
            }
        }
    }
    for (page, html) in rewritten {
        fs::write(dist.join(page), html)?;
    }
    remove_empty_folders(dist)?;
    worker::announce(dist, &version)?;
    Ok(version)
}

fn version(dist: &Path, files: &BTreeSet<PathBuf>) -> Result<Version> {
    let mut hash = Sha256::new();
    for file in files {
        let content =
            fs::read(dist.join(file)).with_context(|| format!("{} is missing", file.display()))?;
        let name = file.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
        hash.update(format!("{name}\0{}\0", content.len()));
        hash.update(content);
    }
    let letters = hash
        .finalize()
        .iter()
        .take(HASH_LENGTH)
        .map(|byte| format!("{byte:02x}"))
        .collect::<String>();
    Ok(Version(format!("{PREFIX}{letters}")))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to.parent().unwrap_or(to))?;
    fs::copy(from, to).with_context(|| format!("{} cannot be copied", from.display()))?;
    Ok(())
}

/// Removes the folders below `folder` that have nothing in them any more.
fn remove_empty_folders(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            remove_empty_folders(&path)?;
            if fs::read_dir(&path)?.next().is_none() {
                fs::remove_dir(&path)?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reach::first_view;

    const FILES: [(&str, &str); 10] = [
        (
            "index.html",
            "<head>\n<link rel=\"icon\" href=\"icon.svg\">\n<link rel=\"modulepreload\" href=\"pkg/core.js\">\n\
             <script type=\"module\" src=\"app/main.js\"></script>\n</head>\n<a href=\"lesson/1.html\">1</a>\n",
        ),
        (
            "lesson/1.html",
            "<link rel=\"stylesheet\" href=\"lesson.css\"><link rel=\"icon\" href=\"../icon.svg\">\
             <a href=\"../index.html#chapter=1\">x</a>",
        ),
        ("lesson/lesson.css", "p{}"),
        ("icon.svg", "<svg/>"),
        ("app/main.js", "import '../pkg/core.js';"),
        ("pkg/core.js", "new URL('core_bg.wasm', import.meta.url)"),
        ("pkg/core_bg.wasm", "wasm"),
        ("pkg/core.d.ts", "types"),
        ("pkg/downhill.js", "for other pages"),
        ("service-worker.js", "work()"),
    ];

    fn page(changed: Option<(&str, &str)>) -> Result<tempfile::TempDir> {
        let folder = tempfile::tempdir()?;
        for (name, content) in FILES.into_iter().chain(changed) {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap_or(&path))?;
            fs::write(path, content)?;
        }
        Ok(folder)
    }

    fn names(folder: &Path) -> Result<BTreeSet<String>> {
        let mut files = BTreeSet::new();
        list(folder, Path::new(""), &mut files)?;
        Ok(files.iter().map(|file| file.to_string_lossy().replace('\\', "/")).collect())
    }

    #[test]
    fn what_others_know_stays_and_the_page_has_all_in_one_folder() -> Result<()> {
        let dist = page(None)?;
        let Version(version) = arrange(dist.path())?;
        let public = [
            "index.html",
            "lesson/1.html",
            "pkg/core.d.ts",
            "pkg/core.js",
            "pkg/core_bg.wasm",
            "pkg/downhill.js",
            "service-worker.js",
        ];
        let own = [
            "app/main.js",
            "icon.svg",
            "lesson/1.html",
            "lesson/lesson.css",
            "pkg/core.js",
            "pkg/core_bg.wasm",
        ];
        let own = own.map(|name| format!("{version}/{name}"));
        assert_eq!(names(dist.path())?, public.map(String::from).into_iter().chain(own).collect());
        Ok(())
    }

    #[test]
    fn pages_load_their_version_and_link_to_public_addresses() -> Result<()> {
        let dist = page(None)?;
        let version = arrange(dist.path())?;
        let loaded = first_view(dist.path())?;
        let expected = ["icon.svg", "pkg/core.js", "app/main.js", "pkg/core_bg.wasm"];
        let expected = expected.iter().map(|name| version.path_of(Path::new(name)));
        assert_eq!(
            loaded,
            [PathBuf::from("index.html")].into_iter().chain(expected).collect::<Vec<_>>()
        );
        let index = fs::read_to_string(dist.path().join("index.html"))?;
        assert!(index.contains("<a href=\"lesson/1.html\">"), "{index}");
        let chapter = fs::read_to_string(dist.path().join("lesson/1.html"))?;
        let Version(folder) = version;
        let sheet = format!("href=\"../{folder}/lesson/lesson.css\"");
        assert!(
            chapter.contains(&sheet) && chapter.contains(&format!("\"../{folder}/icon.svg\"")),
            "{chapter}"
        );
        assert!(chapter.contains("<a href=\"../index.html#chapter=1\">"), "{chapter}");
        // The page reads the text of the chapter as it was written.
        let own = fs::read_to_string(dist.path().join(folder).join("lesson/1.html"))?;
        assert_eq!(own, FILES[1].1);
        Ok(())
    }

    #[test]
    fn a_change_of_any_file_is_another_version_and_the_same_files_are_the_same() -> Result<()> {
        let before = arrange(page(None)?.path())?;
        assert_eq!(arrange(page(None)?.path())?, before);
        for (name, content) in FILES {
            let changed = format!("{content} ");
            assert_ne!(arrange(page(Some((name, &changed)))?.path())?, before, "{name}");
        }
        assert_ne!(arrange(page(Some(("text/new.js", "")))?.path())?, before);
        Ok(())
    }
}
