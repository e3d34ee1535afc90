//! The reader's own program as a file for real Python. `tests/browser/program-file.spec.js` runs such files.

use downhill::data::dataset::Dataset;
use downhill::export::python::{ExportError, FEW, File, MOST, OwnProgram, ProgramData};
use downhill::link;
use downhill::session::{Session, Source};

const SOURCE: &str = "import numpy as np\n\nfor epoch in range(epochs):\n    show(epoch, L)\n";

fn session(fields: &str) -> Session {
    link::set_up(fields).expect("fields of a link")
}

/// A session on so many rows of the reader's own.
fn own(rows: usize) -> Session {
    let (xs, ys): (Vec<f64>, Vec<f64>) =
        (0..rows).map(|row| (row as f64, (row % 7) as f64)).unzip();
    let mut session = session("data=faithful");
    let dataset = Dataset::from_columns(&xs, &ys).expect("sound data");
    session.choose(Source::Own { name: "heights.csv".to_owned(), address: None }, dataset);
    session
}

fn file() -> Option<File> {
    File::new("heights.csv", &["a".to_owned(), "b".to_owned()], (0, 1), &[])
}

fn program<'a>(session: &'a Session, source: &'a str, file: Option<File>) -> OwnProgram<'a> {
    OwnProgram::of(session, source, file).expect("a program")
}

#[test]
fn the_head_gives_data_and_settings_and_the_text_stands_at_the_end_unchanged() {
    let session = session("data=anscombe-1&rate=0~0.01&epochs=50&tolerance=0.001");
    let script = program(&session, SOURCE, None).script();
    assert!(script.ends_with(&format!("# Your program.\n\n{SOURCE}")), "{script}");
    for line in [
        "import atexit",
        "import numpy as np",
        "x = np.array([",
        "y = np.array([",
        "L = 0.01  # the learning rate",
        "epochs = 50",
        "tolerance = 0.001",
        "show = prepare_show(x, y)",
    ] {
        let found = script.lines().filter(|&other| other == line).count();
        assert_eq!(found, 1 + usize::from(SOURCE.lines().any(|other| other == line)), "{line}");
    }
    assert!(!script.contains("import csv"));
    assert!(script.lines().all(|line| line.len() <= 120 && line.trim_end() == line));
}

#[test]
fn a_text_without_a_last_line_break_gets_one() {
    let session = session("data=cars");
    assert!(program(&session, "show(1, 2)", None).script().ends_with("\n\nshow(1, 2)\n"));
}

#[test]
fn rows_are_inside_up_to_a_limit_and_read_from_a_file_beyond_it() {
    let few = own(FEW);
    assert!(program(&few, SOURCE, file()).sentence().ends_with("1,000 rows are included."));
    let more = own(FEW + 1);
    let read = program(&more, SOURCE, file());
    assert!(read.sentence().contains("heights.csv"));
    assert!(
        read.script().contains("import atexit\nimport csv\nimport math\n\nimport numpy as np\n")
    );
    assert!(read.script().contains("FILE = \"heights.csv\""));
    assert!(program(&more, SOURCE, None).script().contains("x = np.array(["));
    let most = own(MOST + 1);
    let refused = OwnProgram::of(&most, SOURCE, None).err();
    assert_eq!(refused, Some(ExportError::TooManyGivenPoints(MOST + 1)));
}

#[test]
fn a_program_gets_points_where_the_page_would_do_with_sums() {
    let session = session("data=weather");
    assert_eq!(ProgramData::given(&session, None), Ok(ProgramData::Counts));
    let program = program(&session, SOURCE, None);
    assert!(program.sentence().starts_with("For the 119,040 rows there is a table of counts."));
    assert!(program.script().contains("x, y = drawn()"));
    assert!(!program.script().contains("mini-batches"));
}

#[test]
fn a_program_with_random_numbers_is_told_that_they_are_others() {
    let session = session("data=cars");
    let source = "random = np.random.default_rng(1)\nshow(random.random(), 0)\n";
    let random = program(&session, source, None);
    assert!(random.sentence().contains("NumPy’s random numbers are not the page’s"));
    assert!(random.script().contains("\n# NumPy’s random numbers are not the page’s"));
    assert!(!program(&session, SOURCE, None).sentence().contains("Random"));
}
