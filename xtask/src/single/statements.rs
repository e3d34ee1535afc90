//! The statements by which modules know each other, as our modules write them.

use std::path::{Component, Path};

use anyhow::{Context, Result, ensure};

use super::modules::REQUIRE;
use super::scan::{Part, is_word};

/// Up to and with the semicolon.
pub fn statement_length(parts: &[Part], rest: &str) -> Option<usize> {
    let ends = rest.bytes().zip(parts).position(|end| end == (b';', &Part::Code));
    ends.map(|at| at + 1)
}

/// What stands for `init, { a, b as c } from './x.js'`, and which module that is.
pub fn import(from: &str, clause: &str) -> Option<(String, String)> {
    let (names, path) = match clause.rsplit_once(" from ") {
        Some((names, path)) => (names.trim(), path),
        None => ("", clause),
    };
    let path = resolve(from, quoted(path.trim())?).ok()?;
    let (default, names) = match names.split_once(['{', '*']) {
        Some((default, _)) => (default.trim().trim_end_matches(','), names[default.len()..].trim()),
        None => (names, ""),
    };
    let mut taken: Vec<String> = Vec::new();
    if !default.is_empty() {
        taken.push(format!("default: {}", identifier(default)?));
    }
    let mut code = String::new();
    if let Some(whole) = names.strip_prefix("* as ") {
        code = format!("const {} = {REQUIRE}('{path}');", identifier(whole)?);
    } else if let Some(list) = names.strip_prefix('{') {
        for (name, alias) in pairs(list.strip_suffix('}')?)? {
            taken.push(format!("{name}: {alias}"));
        }
    }
    if !taken.is_empty() {
        code += &format!("const {{ {} }} = {REQUIRE}('{path}');", taken.join(", "));
    } else if code.is_empty() {
        code = format!("{REQUIRE}('{path}');");
    }
    Some((code, path))
}

/// How much of the source only says that something is exported, and what it is called.
pub fn export(rest: &str) -> Option<(usize, Vec<String>)> {
    let declared = rest.strip_prefix("export ")?;
    if let Some(list) = declared.strip_prefix('{') {
        let (list, _) = list.split_once("};")?;
        let names = pairs(list)?.into_iter().map(|(name, alias)| format!("{alias}: {name}"));
        return Some((rest.len() - declared.len() + 1 + list.len() + 2, names.collect()));
    }
    // A variable that is exported could change, and those who have it would not know.
    let kinds = ["function ", "async function ", "class ", "const "];
    let name = kinds.iter().find_map(|kind| declared.strip_prefix(kind))?;
    let length = name.bytes().take_while(|byte| is_word(*byte)).count();
    Some((rest.len() - declared.len(), vec![identifier(&name[..length])?.to_owned()]))
}

/// The names in `a, b as c`, each with what it is called on the other side.
fn pairs(list: &str) -> Option<Vec<(&str, &str)>> {
    let names = list.split(',').map(str::trim).filter(|name| !name.is_empty());
    names
        .map(|name| {
            let (name, alias) = name.split_once(" as ").unwrap_or((name, name));
            Some((identifier(name)?, identifier(alias)?))
        })
        .collect()
}

fn identifier(name: &str) -> Option<&str> {
    let name = name.trim();
    (!name.is_empty() && name.bytes().all(is_word)).then_some(name)
}

/// The text in quotes that begins here.
pub fn quoted(text: &str) -> Option<&str> {
    let quote = text.chars().next().filter(|first| matches!(first, '\'' | '"'))?;
    text[1..].split_once(quote).map(|(inner, _)| inner)
}

/// How many bytes it takes, quotes and all.
pub fn quoted_length(text: &str) -> usize {
    quoted(text).map_or(0, |inner| inner.len() + 2)
}

/// The path of a module, from `www/` on, seen from the module that names it.
pub fn resolve(from: &str, path: &str) -> Result<String> {
    ensure!(
        path.starts_with('.'),
        "www/{from} imports {path}: only the page's own modules can be joined"
    );
    let folder = Path::new(from).parent().unwrap_or(Path::new(""));
    let mut names: Vec<String> = Vec::new();
    for part in folder.join(path).components() {
        match part {
            Component::Normal(name) => names.push(name.to_string_lossy().into_owned()),
            Component::ParentDir => {
                names.pop().with_context(|| format!("www/{from} imports {path}, outside www/"))?;
            }
            _ => {}
        }
    }
    Ok(names.join("/"))
}
