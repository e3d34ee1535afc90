//! Programs and notebooks that the page writes, run by a real Python and a real Jupyter kernel: a, b and J are
//! the engine's. `cargo xtask test --only python` runs it.

mod cases;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::common::python;
use cases::{Case, all};
use downhill::export::notebook::notebook;
use downhill::export::python::{NEAR, Program};
use serde_json::{Value, json};

#[test]
#[ignore = "it needs a Python with packages: cargo xtask test --only python"]
fn programs_and_notebooks_come_to_the_numbers_of_the_page() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("python");
    fs::create_dir_all(&folder).expect("room for a folder");
    let cases = all(&folder);
    let mut expected = Vec::new();
    let (mut scripts, mut notebooks) = (Vec::new(), Vec::new());
    let mut kept = 0;
    for (index, case) in cases.iter().enumerate() {
        let program = program(case);
        // A program that does not promise the page's numbers has to have a reason.
        let promises = !program.is_magnified();
        assert!(promises || case.is_long, "{} is short", case.name);
        kept += usize::from(promises);
        let path = write(&folder, &format!("{index}.py"), &program.script());
        let alone = case.is_alone();
        scripts.push(json!({ "name": case.name, "path": path, "alone": alone, "sure": promises }));
        expected.push((case.name.clone(), promises.then(|| shown(&program))));
    }
    let long = cases.iter().filter(|case| case.is_long).count();
    assert!(4 * (cases.len() - kept) < long, "{kept} of {} programs promise", cases.len());
    for (index, case) in cases.iter().enumerate().filter(|(_, case)| case.is_notebook) {
        let program = program(case);
        expected.push((format!("{}, notebook", case.name), Some(shown(&program))));
        let path = write(&folder, &format!("{index}.ipynb"), &notebook(program));
        notebooks.push(json!({ "name": case.name, "path": path }));
    }
    let start = Instant::now();
    let (ran, books) = (scripts.len(), notebooks.len());
    let found = run(&json!({ "folder": folder, "scripts": scripts, "notebooks": notebooks }));
    assert_eq!(found.len(), expected.len());
    for (found, (name, expected)) in found.iter().zip(&expected) {
        for (found, expected) in found.iter().zip(expected.iter().flatten()) {
            let near = (found - expected).abs() <= NEAR * expected.abs();
            // Infinities and NaN are compared by their bits.
            let same = found.to_bits() == expected.to_bits() || found.is_nan() && expected.is_nan();
            assert!(near || same, "{name}: {found}, and the page has {expected}");
        }
    }
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "{ran} scripts, of which {kept} promise the page's numbers, and {books} notebooks: {seconds:.1} s"
    );
}

fn program(case: &Case) -> Program<'_> {
    Program::of(&case.session, case.file.clone()).unwrap_or_else(|no| panic!("{}: {no}", case.name))
}

/// a, b and J of the page.
fn shown(program: &Program<'_>) -> [f64; 3] {
    let state = program.run().state();
    [state.line.slope, state.line.intercept, state.cost]
}

fn write(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, text).expect("room for a file");
    path
}

/// Runs the scripts and the notebooks, and returns the numbers that each came to.
fn run(job: &Value) -> Vec<[f64; 3]> {
    let backend = [("MPLBACKEND", "module://matplotlib_inline.backend_inline")];
    let found: Vec<[String; 3]> = python::run("python/run.py", &backend, job);
    let number = |text: String| text.parse().expect("a number");
    found.into_iter().map(|found| found.map(number)).collect()
}
