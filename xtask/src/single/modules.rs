//! Joins the page's modules into one classic script: from a file, browsers open no modules.
//!
//! Each module becomes a function that gives what it exports, and runs when it is asked for first, as with
//! `import()`. The modules are ours and plainly written: what is not understood fails the build.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use anyhow::{Context, Result, bail, ensure};

use super::scan::{Part, is_word, scan};
use super::statements::{export, import, quoted, quoted_length, resolve, statement_length};

/// What the script calls its two ways to another module.
pub const REQUIRE: &str = "$require";
const LOAD: &str = "$load";

/// What nothing may do from a file, and what to do instead.
const FORBIDDEN: [(&str, &str); 6] = [
    (
        "fetch",
        "texts and style sheets of the page come by readText and readStyle of www/platform/assets.js",
    ),
    ("XMLHttpRequest", "texts of the page come by readText of www/platform/assets.js"),
    ("Worker", "the reader of files comes by newReader of www/platform/reader-worker.js"),
    ("importScripts", "only the reader of files has other scripts"),
    (REQUIRE, "the joined script has another use for this name"),
    (LOAD, "the joined script has another use for this name"),
];

/// A module, as the joined script has it.
struct Module {
    /// What it does, and at the end what it exports.
    body: String,
    /// The modules that it needs at once.
    needs: Vec<String>,
    /// The modules that it may load.
    loads: Vec<String>,
}

/// A module as people wrote it.
pub struct Source {
    /// Where it lies below `www/`.
    pub path: String,
    /// What it says.
    pub text: String,
}

/// Joins a module with all that it imports, now and later. `source` gives what stands for a path below `www/`;
/// `foreign` are the bodies of functions that stand for others.
pub fn join(
    entry: &str,
    source: impl Fn(&str) -> Result<Source>,
    foreign: &BTreeMap<String, String>,
) -> Result<String> {
    let mut modules: BTreeMap<String, Module> = BTreeMap::new();
    let mut wanted = vec![entry.to_owned()];
    while let Some(name) = wanted.pop() {
        if modules.contains_key(&name) || foreign.contains_key(&name) {
            continue;
        }
        let Source { path, text } = source(&name)?;
        let module = rewrite(&path, &text)?;
        wanted.extend(module.needs.iter().chain(&module.loads).cloned());
        modules.insert(name, module);
    }
    let mut done = BTreeSet::new();
    for name in modules.keys() {
        check_circles(name, &modules, &mut Vec::new(), &mut done)?;
    }

    let mut script = format!(
        "(() => {{\n'use strict';\nconst made = new Map();\n\
         const {REQUIRE} = (name) => {{\n\
         if (!made.has(name)) made.set(name, modules[name]());\n\
         return made.get(name);\n}};\n\
         const {LOAD} = async (name) => {REQUIRE}(name);\nconst modules = {{\n"
    );
    let bodies = modules.iter().map(|(name, module)| (name, &module.body)).chain(foreign);
    for (name, body) in bodies {
        writeln!(script, "'{name}': () => {{\n{body}\n}},")?;
    }
    writeln!(script, "}};\n{REQUIRE}('{entry}');\n}})();")?;
    Ok(script)
}

/// Modules that need each other at once would have no order.
fn check_circles<'m>(
    name: &'m str,
    modules: &'m BTreeMap<String, Module>,
    way: &mut Vec<&'m str>,
    done: &mut BTreeSet<&'m str>,
) -> Result<()> {
    ensure!(
        !way.contains(&name),
        "{} → {name}: modules that import each other in a circle cannot be joined. Load one of \
         them by import() where it is used",
        way.join(" → ")
    );
    if let Some(module) = modules.get(name)
        && done.insert(name)
    {
        way.push(name);
        for need in &module.needs {
            check_circles(need, modules, way, done)?;
        }
        way.pop();
    }
    Ok(())
}

/// Makes a function's body of a module.
fn rewrite(name: &str, source: &str) -> Result<Module> {
    // What is for the single file knows what works there.
    let forbidden = if name.starts_with("single/") { &[] } else { &FORBIDDEN[..] };
    let parts = scan(source);
    let (mut body, mut exports) = (String::new(), Vec::new());
    let (mut needs, mut loads) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < source.len() {
        let rest = &source[at..];
        let word = word_at(source, &parts, at);
        let line = || source[..at].matches('\n').count() + 1;
        let misread = |what: &str| format!("www/{name}, line {}: {what}", line());
        if let Some((_, why)) = forbidden.iter().find(|(name, _)| *name == word) {
            bail!(misread(&format!("`{word}` does not work in the single file: {why}")));
        }
        match word {
            "import" if rest[6..].trim_start().starts_with('(') => {
                let argument = rest[6..].trim_start()[1..].trim_start();
                let path = quoted(argument)
                    .with_context(|| misread("`import()` wants the name of a module in quotes"))?;
                let path = resolve(name, path)?;
                let length = rest.len() - argument.len() + quoted_length(argument);
                write!(body, "{LOAD}('{path}'")?;
                loads.push(path);
                at += length;
            }
            "import" if at == 0 || source[..at].ends_with('\n') => {
                let length = statement_length(&parts[at..], rest)
                    .with_context(|| misread("this import has no end"))?;
                let (code, path) = import(name, &rest[6..length - 1])
                    .with_context(|| misread("this import is not understood"))?;
                body.push_str(&code);
                needs.push(path);
                at += length;
            }
            "export" if at == 0 || source[..at].ends_with('\n') => {
                let (length, names) =
                    export(rest).with_context(|| misread("this export is not understood"))?;
                exports.extend(names);
                at += length;
            }
            "import" | "export" => bail!(misread(&format!("this `{word}` is not understood"))),
            _ => {
                let length = word.len().max(rest.chars().next().map_or(1, char::len_utf8));
                body.push_str(&rest[..length]);
                at += length;
            }
        }
    }
    write!(body, "\nreturn {{ {} }};", exports.join(", "))?;
    Ok(Module { body, needs, loads })
}

/// The word of code that begins here; nothing within one, behind a dot, or elsewhere.
fn word_at<'s>(source: &'s str, parts: &[Part], at: usize) -> &'s str {
    let bytes = source.as_bytes();
    let inside = at > 0 && (is_word(bytes[at - 1]) || bytes[at - 1] == b'.');
    if parts[at] != Part::Code || inside {
        return "";
    }
    let length = bytes[at..].iter().take_while(|byte| is_word(**byte)).count();
    &source[at..at + length]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(source: &str) -> String {
        rewrite("a/b.js", source).unwrap().body.replace('\n', " ")
    }

    fn written(path: &str, text: &str) -> Source {
        Source { path: path.into(), text: text.into() }
    }

    fn fault(source: &str) -> String {
        format!("{:#}", rewrite("a/b.js", source).err().unwrap())
    }

    #[test]
    fn imports_become_constants() {
        assert_eq!(
            body("import x, { y, z as w } from './c.js';\nimport '../d.js';\n"),
            "const { default: x, y: y, z: w } = $require('a/c.js'); $require('d.js');  return {  };"
        );
        assert_eq!(
            body("import init, * as all from './c.js';"),
            "const all = $require('a/c.js');const { default: init } = $require('a/c.js'); return {  };"
        );
        assert!(body("import {\n  y,\n} from './c.js';").starts_with("const { y: y } = "));
    }

    #[test]
    fn exports_are_what_the_function_returns() {
        let source = "export const a = 1;\nexport async function b() {}\nclass C {}\n\
                      export { C as D };\nexport {};\n";
        assert_eq!(
            body(source),
            "const a = 1; async function b() {} class C {}    return { a, b, D: C };"
        );
    }

    #[test]
    fn modules_that_are_loaded_later_are_taken_along() {
        let module = rewrite("a/b.js", "later = () => import('../c/d.js');").unwrap();
        assert_eq!(module.loads, ["c/d.js"]);
        assert!(module.body.starts_with("later = () => $load('c/d.js');"), "{}", module.body);
    }

    #[test]
    fn texts_and_comments_stay_as_they_are() {
        let source = "/** @type {typeof import('./x.js')} */\nconst a = `\nimport b from 'c';\n`;\n\
                      // new Worker\nthis.fetch = 'fetch';";
        assert_eq!(body(source), format!("{} return {{  }};", source.replace('\n', " ")));
    }

    #[test]
    fn what_is_not_understood_fails() {
        for (source, word) in [
            ("\nimport(name)", "line 2"),
            ("import a, b from './c.js';", "import"),
            ("import a from 'elsewhere';", "import"),
            ("export let a = 1;", "export"),
            ("export default 1;", "export"),
            ("const url = import.meta.url;", "import"),
            ("await fetch('x')", "readText"),
            ("new Worker('x')", "newReader"),
        ] {
            assert!(fault(source).contains(word), "{source}: {}", fault(source));
        }
    }

    #[test]
    fn a_script_has_every_module_once_and_begins_with_the_first() {
        let sources = BTreeMap::from([
            ("a.js", "import { b } from './b.js';\nimport c from './pkg/c.js';\nb();"),
            ("b.js", "export const b = () => import('./a.js');"),
        ]);
        let foreign =
            BTreeMap::from([("pkg/c.js".to_owned(), "return { default: 1 };".to_owned())]);
        let script = join("a.js", |name| Ok(written(name, sources[name])), &foreign).unwrap();
        for name in ["'a.js': () =>", "'b.js': () =>", "'pkg/c.js': () =>"] {
            assert_eq!(script.matches(name).count(), 1, "{script}");
        }
        assert!(script.ends_with("$require('a.js');\n})();\n"), "{script}");
    }

    #[test]
    fn modules_in_a_circle_are_named() {
        let other = |name: &str| if name == "a.js" { "./b.js" } else { "./a.js" };
        let source = |name: &str| Ok(written(name, &format!("import '{}';", other(name))));
        let fault = join("a.js", source, &BTreeMap::new()).unwrap_err().to_string();
        assert!(fault.starts_with("a.js → b.js → a.js"), "{fault}");
    }
}
