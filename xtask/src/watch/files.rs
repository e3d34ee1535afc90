//! The files of a folder, held in memory.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::Arc;

/// Files by their path below a folder, with `/` between names.
///
/// Cloning is cheap: the contents are shared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Files(BTreeMap<String, Arc<[u8]>>);

impl Files {
    /// Reads all files of a folder and of those below it, except temporary ones.
    ///
    /// Files that disappear meanwhile are left out. Whoever removes them is watched, so the folder
    /// is read again.
    pub fn read(folder: &Path) -> io::Result<Self> {
        let mut files = Self::default();
        files.read_below(folder, "")?;
        Ok(files)
    }

    fn read_below(&mut self, folder: &Path, prefix: &str) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
            if is_temporary(name) {
                continue;
            }
            let key = format!("{prefix}{name}");
            let read = match path.is_dir() {
                true => self.read_below(&path, &format!("{key}/")),
                false => fs::read(&path).map(|bytes| self.insert(key, bytes)),
            };
            match read {
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                other => other?,
            }
        }
        Ok(())
    }

    /// Adds a file or replaces it.
    pub fn insert(&mut self, path: String, bytes: Vec<u8>) {
        self.0.insert(path, bytes.into());
    }

    /// Adds all files of another collection, or replaces those of the same path.
    pub fn extend(&mut self, others: &Self) {
        self.0.extend(others.0.iter().map(|(path, bytes)| (path.clone(), Arc::clone(bytes))));
    }

    /// Returns the contents of a file.
    pub fn get(&self, path: &str) -> Option<Arc<[u8]>> {
        self.0.get(path).cloned()
    }
}

/// Whether a file is hidden, a backup or what an editor keeps beside the file that it writes.
pub fn is_temporary(name: &str) -> bool {
    name.starts_with(['.', '#']) || name.ends_with('~')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_folders_below_and_leaves_temporary_files_out() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        fs::create_dir_all(folder.path().join("a/b"))?;
        fs::create_dir_all(folder.path().join(".git"))?;
        for name in ["index.html", "a/b/c.css", "a/.c.css.swp", "a/c.css~", ".git/HEAD"] {
            fs::write(folder.path().join(name), name)?;
        }
        let mut expected = Files::default();
        for name in ["index.html", "a/b/c.css"] {
            expected.insert(name.into(), name.into());
        }
        assert_eq!(Files::read(folder.path())?, expected);
        Ok(())
    }

    #[test]
    fn a_missing_folder_is_an_error() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        assert!(Files::read(&folder.path().join("www")).is_err());
        Ok(())
    }
}
