//! Checks the order of the house: which file may import which.
//!
//! Files form a [`Graph`]. No files import each other in a circle, and none imports a folder that comes after its
//! own in a table of [levels](Levels). ARCHITECTURE.md draws the same order.

mod crates;
mod modules;

use std::collections::{BTreeMap, BTreeSet};
use std::iter::successors;

use anyhow::{Result, ensure};

/// The files that each file imports, by their paths, which have slashes on every system.
pub type Graph = BTreeMap<String, BTreeSet<String>>;

/// Folders, the lowest first. A file may import files of its own folder and of lower levels.
pub type Levels<'l> = [&'l [&'l str]];

/// Checks the crate's source files and the page's modules.
///
/// # Errors
/// If there is a circle, or an import against the order. The message names them all.
pub fn check() -> Result<()> {
    let source = crates::read(&crate::root().join("src"))?;
    let page = modules::read(&crate::root().join("www"))?;
    let mut faults: Vec<String> =
        upward(&source, &crates::LEVELS).chain(circles(&source)).collect();
    faults.extend(upward(&page, &modules::LEVELS).chain(circles(&page)));
    ensure!(faults.is_empty(), "The house is not in order:\n  {}", faults.join("\n  "));
    println!(
        "The {} files of src/ and the {} modules of www/ are in order.",
        source.len(),
        page.len()
    );
    Ok(())
}

/// A sentence for each import against the order.
fn upward<'g>(graph: &'g Graph, levels: &'g Levels) -> impl Iterator<Item = String> + 'g {
    imports(graph).filter_map(|(from, to)| against_order(from, to, levels))
}

/// A sentence for each group of files that import each other: the shortest circle through its first file.
fn circles(graph: &Graph) -> impl Iterator<Item = String> {
    find_circles(graph)
        .into_iter()
        .map(|circle| format!("{} → {}: a circle of imports", circle.join(" → "), circle[0]))
}

fn imports(graph: &Graph) -> impl Iterator<Item = (&str, &str)> {
    graph.iter().flat_map(|(from, all)| all.iter().map(|to| (from.as_str(), to.as_str())))
}

/// What is wrong with an import, if it is against the order.
fn against_order(from: &str, to: &str, levels: &Levels) -> Option<String> {
    let (importer, imported) = (folder(from), folder(to));
    if importer == imported {
        return None;
    }
    let level = |folder| levels.iter().position(|level| level.contains(&folder));
    match (level(importer), level(imported)) {
        (Some(upper), Some(lower)) if lower < upper => None,
        (Some(_), Some(_)) => {
            Some(format!("{from} imports {to}: {imported}/ is not below {importer}/"))
        }
        (None, _) => Some(format!("{from}: {importer}/ is missing in the table of the order")),
        (_, None) => Some(format!("{to}: {imported}/ is missing in the table of the order")),
    }
}

/// The first part of a path: a folder, or a file without its ending.
fn folder(path: &str) -> &str {
    path.split(['/', '.']).next().unwrap_or(path)
}

fn find_circles(graph: &Graph) -> Vec<Vec<&str>> {
    let mut known = BTreeSet::new();
    let mut circles = Vec::new();
    for file in graph.keys() {
        if known.contains(file.as_str()) {
            continue;
        }
        if let Some(circle) = shortest_circle(graph, file) {
            known.extend(circle.iter().copied());
            circles.push(circle);
        }
    }
    circles
}

/// The shortest circle through a file, which begins with it.
fn shortest_circle<'g>(graph: &'g Graph, file: &'g str) -> Option<Vec<&'g str>> {
    // A search in breadth, which remembers for each file the one that it was reached from.
    let mut reached_from: BTreeMap<&str, &str> = BTreeMap::new();
    let mut row = vec![file];
    while !row.is_empty() {
        let mut next = Vec::new();
        for from in row {
            for to in graph.get(from).into_iter().flatten() {
                if to == file {
                    let mut circle: Vec<_> =
                        successors(Some(from), |at| reached_from.get(at).copied()).collect();
                    circle.reverse();
                    return Some(circle);
                }
                if !reached_from.contains_key(to.as_str()) {
                    reached_from.insert(to, from);
                    next.push(to.as_str());
                }
            }
        }
        row = next;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEVELS: [&[&str]; 3] = [&["low"], &["left", "right"], &["high"]];

    /// A graph of imports, each written as `from > to`.
    fn graph(imports: &[&str]) -> Graph {
        let mut graph = Graph::new();
        for (from, to) in imports.iter().filter_map(|import| import.split_once(" > ")) {
            graph.entry(from.into()).or_default().insert(to.into());
            graph.entry(to.into()).or_default();
        }
        graph
    }

    fn faults_of(imports: &[&str]) -> Vec<String> {
        let graph = graph(imports);
        upward(&graph, &LEVELS).chain(circles(&graph)).collect()
    }

    #[test]
    fn a_file_may_import_its_own_folder_and_lower_ones() {
        let imports = ["high/a > high/b", "high/a > low/c", "left/d > low/c", "high > left/d"];
        assert_eq!(faults_of(&imports), [""; 0]);
    }

    #[test]
    fn an_import_of_a_higher_folder_is_a_fault() {
        let fault = "low/a imports high/b: high/ is not below low/";
        assert_eq!(faults_of(&["low/a > high/b"]), [fault]);
    }

    #[test]
    fn folders_of_one_level_do_not_know_each_other() {
        let fault = "left/a imports right/b: right/ is not below left/";
        assert_eq!(faults_of(&["left/a > right/b"]), [fault]);
    }

    #[test]
    fn a_folder_that_is_not_in_the_table_is_a_fault() {
        let faults = faults_of(&["new/a > low/b", "high/c > new.rs"]);
        assert!(faults.iter().all(|fault| fault.contains("new/ is missing")), "{faults:?}");
        assert_eq!(faults.len(), 2);
    }

    #[test]
    fn a_circle_is_told_by_all_its_files() {
        let imports = ["low/a > low/b", "low/b > low/c", "low/c > low/a", "low/c > low/d"];
        assert_eq!(faults_of(&imports), ["low/a → low/b → low/c → low/a: a circle of imports"]);
    }

    #[test]
    fn each_circle_is_told_once_and_by_its_shortest_way() {
        let imports = ["a > b", "b > c", "b > a", "c > a", "d > d", "e > a"];
        let graph = graph(&imports);
        assert_eq!(find_circles(&graph), [vec!["a", "b"], vec!["c", "a", "b"], vec!["d"]]);
    }

    #[test]
    fn a_file_that_only_leads_to_a_circle_is_in_none() {
        assert_eq!(find_circles(&graph(&["a > b", "b > c", "c > b"])), [vec!["b", "c"]]);
    }
}
