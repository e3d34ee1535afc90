//! The crate's source files, and which other ones each uses.
//!
//! A file uses another one where it names something that is defined there: in a `use`, or in a path such as
//! `crate::data::summary::BLOCK`. A name is followed through the modules that hand it on, so that
//! `crate::session::Source` is `session/source.rs` and not `session/mod.rs`. What a module hands on of its own
//! children, and what tests use, does not count.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use super::Graph;

/// The order of the folders of `src/`, the lowest first. It is that of ARCHITECTURE.md, where folders that stand
/// beside each other there are told apart: sentences tell of imports and links, and exports are made of sentences.
pub const LEVELS: [&[&str]; 13] = [
    &["edition"],
    &["numeric"],
    &["data"],
    &["descent"],
    &["insight"],
    &["session"],
    &["import", "link"],
    &["spreadsheet"],
    &["text"],
    &["export"],
    &["figure"],
    &["stage"],
    &["web"],
];

/// The file that only lists the modules.
const ROOT: &str = "lib.rs";
/// Names are handed on through so many modules at most.
const MOST_STEPS: usize = 8;

/// A path of names from the root of the crate.
type Names = Vec<String>;

/// A module, which is a file or a part of one.
#[derive(Debug, Default)]
struct Module {
    file: String,
    children: BTreeSet<String>,
    /// What `use` brings in, by the name that it has here.
    imports: BTreeMap<String, Names>,
    /// Paths of names that the module uses.
    paths: Vec<Names>,
}

/// All modules, by their paths.
type Modules = BTreeMap<Names, Module>;

/// Reads the source files of a crate, beginning with `lib.rs`.
///
/// # Errors
/// When a file cannot be read, or is not Rust.
pub fn read(src: &Path) -> Result<Graph> {
    let mut modules = Modules::new();
    read_file(src, ROOT, Names::new(), &mut modules)?;
    let mut graph = Graph::new();
    for (path, module) in modules.iter().filter(|(_, module)| module.file != ROOT) {
        let used = graph.entry(module.file.clone()).or_default();
        for name in &module.paths {
            let Some(name) = absolute(name, path, &modules) else { continue };
            used.extend(definition(&name, &modules, MOST_STEPS).map(str::to_owned));
        }
        used.remove(&module.file);
        used.remove(ROOT);
    }
    Ok(graph)
}

/// Reads a file and those of the modules that it declares.
fn read_file(src: &Path, file: &str, path: Names, modules: &mut Modules) -> Result<()> {
    let text = fs::read_to_string(src.join(file)).with_context(|| format!("src/{file}"))?;
    let tokens: TokenStream = text.parse().map_err(|error| anyhow!("src/{file}: {error}"))?;
    let mut files = Vec::new();
    read_module(&tokens, file, path, modules, &mut files);
    // The files of `a/mod.rs` are in `a/`, and so are those of `a.rs`.
    let folder = match file.strip_suffix("mod.rs") {
        Some(folder) => folder.to_owned(),
        None if file == ROOT => String::new(),
        None => format!("{}/", file.trim_end_matches(".rs")),
    };
    for path in files {
        let name = path.last().map_or("", String::as_str);
        let candidates = [format!("{folder}{name}.rs"), format!("{folder}{name}/mod.rs")];
        let found = candidates.into_iter().find(|candidate| src.join(candidate).is_file());
        let found =
            found.with_context(|| format!("src/{file} declares {name}, which has no file"))?;
        read_file(src, &found, path, modules)?;
    }
    Ok(())
}

/// Reads the items of a module. The modules that have files of their own are added to `files`.
fn read_module(
    tokens: &TokenStream,
    file: &str,
    path: Names,
    modules: &mut Modules,
    files: &mut Vec<Names>,
) {
    let mut module = Module { file: file.to_owned(), ..Module::default() };
    let mut inner = Vec::new();
    read_tokens(tokens.clone(), &mut module, &mut inner);
    for (name, body) in inner {
        let path = [path.clone(), vec![name]].concat();
        match body {
            Some(body) => read_module(&body.stream(), file, path, modules, files),
            None => files.push(path),
        }
    }
    modules.insert(path, module);
}

/// Finds imports, paths and the modules inside, which have no body where they have a file.
fn read_tokens(tokens: TokenStream, module: &mut Module, inner: &mut Vec<(String, Option<Group>)>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    // Whether what begins here is handed on.
    let mut is_public = false;
    while let Some(token) = tokens.get(at) {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '#' && is_for_tests(&tokens[at..]) => {
                at += item_length(&tokens[at..]);
                continue;
            }
            TokenTree::Ident(word) if word == "pub" => {
                is_public = true;
                at += 1;
                let in_round = |group: &Group| group.delimiter() == Delimiter::Parenthesis;
                at += usize::from(
                    matches!(tokens.get(at), Some(TokenTree::Group(group)) if in_round(group)),
                );
                continue;
            }
            TokenTree::Ident(word) if word == "use" => {
                let length = item_length(&tokens[at..]);
                read_use(&tokens[at + 1..at + length - 1], is_public, module);
                at += length;
            }
            TokenTree::Ident(word) if word == "mod" => {
                if let (Some(TokenTree::Ident(name)), Some(body)) =
                    (tokens.get(at + 1), tokens.get(at + 2))
                {
                    let body =
                        if let TokenTree::Group(body) = body { Some(body.clone()) } else { None };
                    module.children.insert(name.to_string());
                    inner.push((name.to_string(), body));
                }
                at += 3;
            }
            TokenTree::Ident(_) => {
                let (path, length) = path_at(&tokens[at..]);
                if path.len() > 1 {
                    module.paths.push(path);
                }
                at += length;
            }
            TokenTree::Group(group) => {
                read_tokens(group.stream(), module, inner);
                at += 1;
            }
            TokenTree::Punct(_) | TokenTree::Literal(_) => at += 1,
        }
        is_public = false;
    }
}

/// Whether an attribute is `#[cfg(test)]`.
fn is_for_tests(tokens: &[TokenTree]) -> bool {
    matches!(tokens.get(1), Some(TokenTree::Group(group)) if group.stream().to_string().replace(' ', "") == "cfg(test)")
}

/// How many tokens an item has, up to its `;` or its body.
fn item_length(tokens: &[TokenTree]) -> usize {
    let ends = |token: &TokenTree| match token {
        TokenTree::Punct(punct) => punct.as_char() == ';',
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Ident(_) | TokenTree::Literal(_) => false,
    };
    // The braces of `use a::{b, c};` are not its end.
    let is_use = matches!(tokens.first(), Some(TokenTree::Ident(word)) if word == "use");
    let is_end =
        |token: &TokenTree| ends(token) && !(is_use && matches!(token, TokenTree::Group(_)));
    tokens.iter().position(is_end).map_or(tokens.len(), |last| last + 1)
}

/// The path of names that begins here, and the tokens that it has.
fn path_at(tokens: &[TokenTree]) -> (Names, usize) {
    let mut path = Names::new();
    let mut at = 0;
    while let Some(TokenTree::Ident(name)) = tokens.get(at) {
        path.push(name.to_string());
        at += 1;
        match tokens.get(at..at + 2) {
            Some([TokenTree::Punct(one), TokenTree::Punct(other)])
                if one.as_char() == ':' && other.as_char() == ':' =>
            {
                at += 2;
            }
            _ => break,
        }
    }
    (path, at.max(1))
}

/// Reads what stands between `use` and `;`.
fn read_use(tokens: &[TokenTree], is_public: bool, module: &mut Module) {
    let mut found = Vec::new();
    use_tree(tokens, &[], &mut found);
    for (path, name) in found {
        let of_child =
            path.first().is_some_and(|first| first == "self" || module.children.contains(first));
        if !(is_public && of_child) {
            module.paths.push(path.clone());
        }
        module.imports.insert(name, path);
    }
}

/// The paths of a tree such as `a::{b, c as d, e::*}`, each with the name that it gets.
fn use_tree(tokens: &[TokenTree], before: &[String], found: &mut Vec<(Names, String)>) {
    let is_comma =
        |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',');
    for branch in tokens.split(is_comma).filter(|branch| !branch.is_empty()) {
        let (path, length) = path_at(branch);
        let mut path = [before, &path].concat();
        match branch.get(length..) {
            Some([TokenTree::Group(group)]) => {
                let inside: Vec<TokenTree> = group.stream().into_iter().collect();
                use_tree(&inside, &path, found);
            }
            // A `*` brings in names that are not told here.
            Some([TokenTree::Punct(_)]) => {
                path.push("*".to_owned());
                let name = path.join("::");
                found.push((path, name));
            }
            Some([TokenTree::Ident(_), TokenTree::Ident(name)]) => {
                found.push((path, name.to_string()))
            }
            _ => {
                if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
                    path.pop();
                }
                let name = path.last().cloned().unwrap_or_default();
                found.push((path, name));
            }
        }
    }
}

/// A path from the root of the crate, or `None` where it leads out of it. `module` is where the path stands.
fn absolute(path: &[String], module: &[String], modules: &Modules) -> Option<Names> {
    let (first, rest) = path.split_first()?;
    let here = modules.get(module)?;
    let base = match first.as_str() {
        "crate" => Names::new(),
        "self" => module.to_vec(),
        "super" => {
            let parent = &module[..module.len().checked_sub(1)?];
            if rest.first().is_some_and(|next| next == "super") {
                return absolute(rest, parent, modules);
            }
            parent.to_vec()
        }
        child if here.children.contains(child) => [module, &[child.to_owned()]].concat(),
        name => {
            let import = here.imports.get(name).filter(|import| import.first() != Some(first))?;
            absolute(import, module, modules)?
        }
    };
    Some([&base, rest].concat())
}

/// The file that defines a name, or `None` where the path is that of a module.
fn definition<'m>(path: &[String], modules: &'m Modules, steps: usize) -> Option<&'m str> {
    let mut at = Names::new();
    for (index, name) in path.iter().enumerate() {
        let module = modules.get(&at)?;
        let is_last = index + 1 == path.len();
        if module.children.contains(name) && !(is_last && module.imports.contains_key(name)) {
            at.push(name.clone());
            continue;
        }
        let handed_on = module.imports.get(name).filter(|_| steps > 0);
        return match handed_on.and_then(|import| absolute(import, &at, modules)) {
            Some(import) => {
                let whole = [&import, &path[index + 1..]].concat();
                definition(&whole, modules, steps - 1)
            }
            None => Some(&module.file),
        };
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a crate of these files, and writes each use as `from > to`.
    fn uses(files: &[(&str, &str)]) -> Vec<String> {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, text).expect("a file");
        }
        let graph = read(folder.path()).expect("a crate");
        let pairs =
            graph.iter().flat_map(|(from, all)| all.iter().map(move |to| format!("{from} > {to}")));
        pairs.collect()
    }

    #[test]
    fn a_name_is_followed_to_the_file_that_defines_it() {
        let files = [
            ("lib.rs", "pub mod a; pub mod b;"),
            ("a/mod.rs", "mod inner; pub use inner::{Thing, other as renamed};"),
            ("a/inner.rs", "pub struct Thing; pub fn other() {}"),
            ("b.rs", "use crate::a::Thing; fn f() { crate::a::renamed(); }"),
        ];
        assert_eq!(uses(&files), ["b.rs > a/inner.rs"]);
    }

    #[test]
    fn a_path_counts_wherever_it_stands_and_a_comment_does_not() {
        let files = [
            ("lib.rs", "mod a; mod b; mod c; mod d;"),
            ("a.rs", "pub const A: u8 = 1;"),
            (
                "b.rs",
                "// crate::c::C\n/// [`crate::c::C`]\nfn f() { println!(\"{} crate::c::C\", crate::a::A); }",
            ),
            ("c.rs", "pub const C: u8 = 1; mod inline { fn f() -> u8 { super::super::a::A } }"),
            ("d.rs", "use crate::{a, b as other, c::*}; fn f() { a::A; other::f(); }"),
        ];
        let expected = ["b.rs > a.rs", "c.rs > a.rs", "d.rs > a.rs", "d.rs > b.rs", "d.rs > c.rs"];
        assert_eq!(uses(&files), expected);
    }

    #[test]
    fn a_child_that_uses_its_parent_and_is_used_by_it_makes_a_circle() {
        let files = [
            ("lib.rs", "mod a;"),
            ("a/mod.rs", "mod child; pub struct Parent(child::Child);"),
            ("a/child.rs", "use super::Parent; pub struct Child; impl Parent {}"),
        ];
        assert_eq!(uses(&files), ["a/child.rs > a/mod.rs", "a/mod.rs > a/child.rs"]);
    }

    #[test]
    fn tests_and_other_crates_do_not_count() {
        let files = [
            ("lib.rs", "mod a; mod b;"),
            (
                "a.rs",
                "use std::fmt; #[cfg(test)] mod tests { use crate::b::B; } #[cfg(test)] mod more;",
            ),
            ("b.rs", "pub struct B; fn f() -> fmt::Result { String::new() }"),
        ];
        assert_eq!(uses(&files), [""; 0]);
    }

    #[test]
    fn a_function_of_the_name_of_its_module_is_found() {
        let files = [
            ("lib.rs", "mod a; mod b;"),
            ("a/mod.rs", "mod pairs; pub use pairs::pairs;"),
            ("a/pairs.rs", "pub fn pairs() {}"),
            ("b.rs", "use crate::a::pairs; fn f() { pairs(); }"),
        ];
        assert_eq!(uses(&files), ["b.rs > a/pairs.rs"]);
    }
}
