//! The page's JavaScript modules, and what they import.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::Graph;
use crate::npm;
use crate::single::resolve;
use crate::weight::list;

/// The order of the folders of `www/`, the lowest first.
pub const LEVELS: [&[&str]; 13] = [
    // Sentences, and what browsers can do.
    &["text", "platform"],
    // The page's heart: the session, the clock, the document.
    &["core"],
    &["figures", "speech"],
    // What the full package adds.
    &["full"],
    &["tables"],
    &["share"],
    &["import"],
    // The reader's own program.
    &["program"],
    &["controls", "lesson", "embed", "offline", "sound"],
    // What leaves the page: on paper, or as a file.
    &["print"],
    &["export"],
    &["app"],
    // The single file is the whole page with other means: it stands for modules of `platform`, too.
    &["single"],
];

/// Files of `wasm-bindgen` and npm, which are not ours.
const FOREIGN: [&str; 2] = ["pkg/", npm::QR_CODES];

/// Reads the modules of a folder. An import counts whether it is static, by `import()`, or of types alone.
pub fn read(www: &Path) -> Result<Graph> {
    let mut files = BTreeSet::new();
    list(www, Path::new(""), &mut files)?;
    let mut graph = Graph::new();
    for file in files.iter().filter(|file| file.extension().is_some_and(|end| end == "js")) {
        let name = file.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
        let text = fs::read_to_string(www.join(file)).with_context(|| format!("www/{name}"))?;
        let paths = imports(&text).map(|path| resolve(&name, path)).collect::<Result<Vec<_>>>()?;
        graph.insert(name, paths.into_iter().filter(|path| !is_foreign(path)).collect());
    }
    for (name, imports) in &graph {
        if let Some(missing) = imports.iter().find(|path| !graph.contains_key(*path)) {
            bail!("www/{name} imports www/{missing}, which is missing");
        }
    }
    Ok(graph)
}

fn is_foreign(path: &str) -> bool {
    FOREIGN.iter().any(|foreign| path.starts_with(foreign))
}

/// The relative paths that a module imports: `import … from './a.js'`, `import './a.js'`, `export … from './a.js'`,
/// `import('./a.js')`, and in comments `@import … from './a.js'`.
fn imports(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices(['\'', '"']).filter_map(|(at, quote)| {
        let (path, _) = text[at + 1..].split_once(quote)?;
        let before = text[..at].trim_end();
        let imports = ["from", "import", "import("].iter().any(|word| before.ends_with(word));
        (imports && path.starts_with('.')).then_some(path)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_ways_to_import_count() {
        let text = "/**\n * @import { A } from './types.js'\n * @type {import('./more-types.js').B}\n */\n\
                    import './effect.js';\nimport c, {\n  d,\n} from \"../d.js\";\nexport { e } from './e.js';\n\
                    const later = () => import('./later.js');\n";
        let paths =
            ["./types.js", "./more-types.js", "./effect.js", "../d.js", "./e.js", "./later.js"];
        assert_eq!(imports(text).collect::<Vec<_>>(), paths);
    }

    #[test]
    fn other_texts_are_no_imports() {
        let text = "load('./a.html'); const from = './b.js'; import x from 'elsewhere';";
        assert_eq!(imports(text).count(), 0);
    }

    #[test]
    fn modules_are_read_from_all_folders() -> Result<()> {
        let www = tempfile::tempdir()?;
        fs::create_dir(www.path().join("a"))?;
        fs::write(www.path().join("a/b.js"), "import '../c.js';\nimport '../pkg/d.js';")?;
        fs::write(www.path().join("c.js"), "")?;
        fs::write(www.path().join("index.html"), "import './no.js'")?;
        let expected = [
            ("a/b.js".to_owned(), BTreeSet::from(["c.js".to_owned()])),
            ("c.js".to_owned(), BTreeSet::new()),
        ];
        assert_eq!(read(www.path())?, Graph::from(expected));

        fs::write(www.path().join("c.js"), "import './missing.js';")?;
        let fault = read(www.path()).unwrap_err().to_string();
        assert_eq!(fault, "www/c.js imports www/missing.js, which is missing");
        Ok(())
    }
}
