//! Joins the modules of the first view into one.
//!
//! The page's first module gets all that it imports; what is loaded later goes on to import each of them at its own
//! address, where a small module hands it over.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::modules::{Follow, Module, REQUIRE, Source, collect, table};

/// The page's first module.
const ENTRY: &str = "app/main.js";
/// The folder of what `wasm-bindgen` makes, which stays as it is.
const PACKAGES: &str = "pkg/";

/// Joins the modules of the first view in the folder of the page.
pub fn join_first_modules(folder: &Path) -> Result<()> {
    let source = |name: &str| {
        let text = fs::read_to_string(folder.join(name));
        Ok(Source {
            text: text.with_context(|| format!("{name} cannot be read"))?,
            path: name.into(),
        })
    };
    for (name, text) in joined(source)? {
        fs::write(folder.join(name), text)?;
    }
    Ok(())
}

/// The modules of the first view by name, as they are to be.
fn joined(source: impl Fn(&str) -> Result<Source>) -> Result<BTreeMap<String, String>> {
    let modules = collect(ENTRY, source, |name| name.starts_with(PACKAGES), Follow::Imports)?;
    let handing_over =
        modules.iter().map(|(name, module)| (name.clone(), handing_over(name, module)));
    let mut files: BTreeMap<String, String> = handing_over.collect();
    files.insert(ENTRY.into(), script(&modules));
    Ok(files)
}

/// The first module, with all others in it.
fn script(modules: &BTreeMap<String, Module>) -> String {
    let mut imports = String::new();
    let mut packages = BTreeMap::new();
    for name in
        modules.values().flat_map(|module| &module.needs).filter(|name| name.starts_with(PACKAGES))
    {
        if !packages.contains_key(name) {
            let import = format!("$package{}", packages.len());
            imports += &format!("import * as {import} from '{}{name}';\n", to_top(ENTRY));
            packages.insert(name.clone(), format!("return {import};"));
        }
    }
    let load = format!("(name) => import('{}' + name)", to_top(ENTRY));
    let table = table(modules, &packages, &load);
    format!("{imports}{table}export {{ {REQUIRE} }};\n{REQUIRE}('{ENTRY}');\n")
}

/// A module that hands over what the first one has.
fn handing_over(name: &str, module: &Module) -> String {
    let names: Vec<_> = module.exports.iter().map(|export| export.name.as_str()).collect();
    format!(
        "import {{ {REQUIRE} }} from '{}{ENTRY}';\nexport const {{ {} }} = {REQUIRE}('{name}');\n",
        to_top(name),
        names.join(", ")
    )
}

/// The way from a module to the top folder.
fn to_top(name: &str) -> String {
    let depth = name.matches('/').count();
    if depth == 0 { "./".into() } else { "../".repeat(depth) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCES: [(&str, &str); 3] = [
        (
            "app/main.js",
            "import init from '../pkg/a.js';\nimport { b } from '../core/b.js';\nb(init);",
        ),
        (
            "core/b.js",
            "import { c } from '../c.js';\nexport const b = () => c;\nexport function d() {}",
        ),
        ("c.js", "export const c = () => import('./later/e.js');"),
    ];

    fn files() -> BTreeMap<String, String> {
        let sources = BTreeMap::from(SOURCES);
        joined(|name| Ok(Source { path: name.into(), text: sources[name].into() })).unwrap()
    }

    #[test]
    fn the_first_module_has_all_that_it_imports() {
        let script = &files()[ENTRY];
        for (name, _) in SOURCES {
            assert_eq!(script.matches(&format!("'{name}': () =>")).count(), 1, "{script}");
        }
        assert!(script.starts_with("import * as $package0 from '../pkg/a.js';\n"), "{script}");
        assert!(script.ends_with("$require('app/main.js');\n"), "{script}");
    }

    #[test]
    fn what_is_loaded_later_is_not_in_it() {
        let script = &files()[ENTRY];
        assert!(
            script.contains("$load('later/e.js')") && !script.contains("'later/e.js': "),
            "{script}"
        );
        assert!(script.contains("const $load = (name) => import('../' + name);"), "{script}");
    }

    #[test]
    fn what_is_loaded_later_finds_each_module_at_its_own_address() {
        let module = "import { $require } from '../app/main.js';\n\
                      export const { b, d } = $require('core/b.js');\n";
        assert_eq!(files()["core/b.js"], module);
        assert!(files()["c.js"].contains("from './app/main.js'"));
    }
}
