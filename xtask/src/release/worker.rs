//! The service worker's list of what it keeps.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::{PREVIEW, Version};
use crate::weight::list;

/// Name of the worker: its address says which pages it is in charge of.
pub const NAME: &str = "service-worker.js";

/// Writes a line with the version and its files above the service worker.
pub fn announce(dist: &Path, version: &Version) -> Result<()> {
    let path = dist.join(NAME);
    let script = fs::read_to_string(&path).with_context(|| format!("{NAME} is missing"))?;
    let Version(name) = version;
    let release = json!({ "version": name, "files": kept(dist)? });
    Ok(fs::write(path, format!("self.release={release};\n{script}"))?)
}

/// The files that the page needs, each with the hash of its content, as `fetch` checks it.
fn kept(dist: &Path) -> Result<BTreeMap<String, String>> {
    let mut files = BTreeSet::new();
    list(dist, Path::new(""), &mut files)?;
    let needed = files.iter().filter(|file| is_kept(file));
    let hashed = needed.map(|file| {
        let name = file.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
        let hash = BASE64_STANDARD.encode(Sha256::digest(fs::read(dist.join(file))?));
        Ok((name, format!("sha256-{hash}")))
    });
    hashed.collect()
}

/// Whether the page needs a file. It has packages of its own, and the preview is for other sites.
fn is_kept(file: &Path) -> bool {
    let is_package = file.starts_with("pkg");
    let is_type = file.to_string_lossy().ends_with(".d.ts");
    !is_package && !is_type && file != Path::new(NAME) && file != Path::new(PREVIEW)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worker_keeps_the_page_and_the_single_file_but_neither_itself_nor_what_is_for_others()
    -> Result<()> {
        let dist = tempfile::tempdir()?;
        let files =
            ["index.html", "downhill.html", "preview.png", "service-worker.js", "lesson/1.html"];
        for name in files.into_iter().chain(["pkg/downhill.js", "version-0/pkg/downhill.js"]) {
            let path = dist.path().join(name);
            fs::create_dir_all(path.parent().unwrap_or(&path))?;
            fs::write(path, "")?;
        }
        announce(dist.path(), &Version("version-0".into()))?;
        let script = fs::read_to_string(dist.path().join(NAME))?;
        let nothing = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
        let kept = ["downhill.html", "index.html", "lesson/1.html", "version-0/pkg/downhill.js"];
        let kept = kept.map(|name| format!("\"{name}\":\"{nothing}\"")).join(",");
        assert_eq!(
            script,
            format!("self.release={{\"files\":{{{kept}}},\"version\":\"version-0\"}};\n")
        );
        Ok(())
    }
}
