//! Code and numbers that leave the page. `tests/python/` runs the programs and the notebooks.

use std::collections::HashSet;

use crate::common::norris::NORRIS;
use downhill::data::dataset::{Dataset, Variable};
use downhill::export::notebook::notebook;
use downhill::export::python::{ExportError, FEW, File, MOST, Program, ProgramData};
use downhill::export::{file_name, report, trace};
use downhill::link;
use downhill::session::{Session, Source};
use serde_json::Value;

fn session(fields: &str) -> Session {
    link::set_up(fields).expect("fields of a link")
}

/// A session on rows of the reader's own.
fn own(xs: &[f64], ys: &[f64]) -> Session {
    let mut session = session("data=faithful");
    let dataset = Dataset::from_columns(xs, ys).expect("sound data");
    session.choose(Source::Own { name: "heights.csv".to_owned(), address: None }, dataset);
    session
}

fn rows(count: usize) -> (Vec<f64>, Vec<f64>) {
    (0..count).map(|row| (row as f64, (row % 7) as f64)).unzip()
}

fn script(session: &Session) -> String {
    Program::of(session, None).expect("a program").script()
}

fn file(headings: &[&str], columns: (usize, usize), written: &[&str]) -> Option<File> {
    let texts = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect::<Vec<_>>();
    File::new("heights.csv", &texts(headings), columns, &texts(written))
}

#[test]
fn plain_descent_reads_like_the_lesson() {
    let mut session = session("data=anscombe-1&rate=0~0.01&epochs=200");
    session.seek(50);
    let program = script(&session);
    let expected = r#"
# Gradient descent: Each step goes straight downhill, L times the gradient.
START = (0.0, 0.0)  # a and b at epoch 0
L = 0.01  # the learning rate
EPOCHS = 50  # where the page stood; its limit was 200


def cost(a, b):
    """J of the line y = a * x + b: the mean squared error."""
    return np.mean((y - (a * x + b)) ** 2)


def descend(x, y, epochs):
    """a and b after so many epochs."""
    a, b = START
    for epoch in range(epochs):
        errors = y - (a * x + b)
        da = -2 * np.mean(x * errors)
        db = -2 * np.mean(errors)
        a = a - L * da
        b = b - L * db
    return a, b


a, b = descend(x, y, EPOCHS)
J = cost(a, b)
print(f"a = {a:.17g}, b = {b:.17g}, J = {J:.17g}")

# What the page shows at epoch 50. With other settings the check below fails.
PAGE = ["#;
    let from = program.find("\n# Gradient descent:").expect("the settings");
    assert!(program[from..].starts_with(expected), "{}", &program[from..]);
}

#[test]
fn a_program_has_nothing_that_its_settings_do_not_need() {
    let mut session = session("data=faithful&rate=0~0.01");
    session.seek(10);
    let plain = script(&session);
    let others = [
        "import math",
        "import csv",
        "RATES",
        "TOLERANCE",
        "DELTA",
        "schedule",
        "shuffled",
        "scaled",
    ];
    assert!(others.iter().all(|other| !plain.contains(other)), "{plain}");
    let mut session =
        self::session("data=faithful&rate=0~0.01&rule=adam&batch=32~1&schedule=cosine~50");
    session.seek(10);
    let whole = script(&session);
    for needed in
        ["import math", "BETA1 = 0.9", "T_MAX = 50", "BATCH = 32", "SEED = 1", "def order_of("]
    {
        assert!(whole.contains(needed), "{needed} in {whole}");
    }
    assert!(!whole.contains("AMSGRAD"));
}

#[test]
fn a_run_that_has_not_begun_is_written_down_to_its_end() {
    let session = session("data=faithful&rate=0~0.01&epochs=70");
    let program = Program::of(&session, None).expect("a program");
    assert_eq!(program.run().state().epoch, 70);
    assert!(program.script().contains("EPOCHS = 70  # what the page comes to from its start"));
    assert_eq!(session.run().state().epoch, 0, "the page stays where it is");
}

#[test]
fn rows_stand_inside_while_they_are_few_and_are_read_from_their_file_when_they_are_not() {
    let of = |session: &Session, file| ProgramData::of(session, file);
    let known = || file(&["a", "b"], (0, 1), &[]);
    let (xs, ys) = rows(FEW);
    assert_eq!(of(&own(&xs, &ys), known()), Ok(ProgramData::Inside));
    let (xs, ys) = rows(FEW + 1);
    assert!(matches!(of(&own(&xs, &ys), known()), Ok(ProgramData::File(_))));
    assert_eq!(of(&own(&xs, &ys), None), Ok(ProgramData::Inside), "there is no file to read");
    let (xs, ys) = rows(MOST + 1);
    assert_eq!(of(&own(&xs, &ys), None), Ok(ProgramData::Sums));
    let absolute = link::apply(own(&xs, &ys), "cost=absolute").expect("fields");
    assert_eq!(of(&absolute, None), Err(ExportError::TooManyPoints(MOST + 1)));
    assert!(matches!(of(&absolute, known()), Ok(ProgramData::File(_))));
    let weather = |more: &str| session(&format!("data=weather{more}"));
    assert_eq!(of(&weather(""), known()), Ok(ProgramData::Sums));
    assert_eq!(of(&weather("&batch=32~1"), None), Ok(ProgramData::Counts));
}

#[test]
fn points_that_stand_for_rows_are_said_to() {
    let (xs, ys) = rows(300);
    let whole = Dataset::from_columns(&xs, &ys).expect("sound data");
    let sample = Dataset::of_sample(*whole.summary(), xs[..90].to_vec(), ys[..90].to_vec());
    let mut session = session("data=faithful");
    session.choose(
        Source::Own { name: "table".to_owned(), address: None },
        sample.expect("a sample of them"),
    );
    let mut session = link::apply(session, "cost=absolute").expect("fields");
    session.seek(3);
    let program = Program::of(&session, None).expect("a program");
    assert_eq!(*program.data(), ProgramData::Sample);
    assert!(
        program.sentence().contains("only a sample of these 300 rows: those 90 points"),
        "{}",
        program.sentence()
    );
    assert!(program.script().contains("# table: x and y. These 90 points stand for 300 rows"));
}

#[test]
fn columns_are_found_by_name_where_the_file_has_that_name() {
    let (xs, ys) = rows(FEW + 1);
    let session = own(&xs, &ys);
    let script = |file| Program::of(&session, file).expect("a program").script();
    let named = script(file(&["id", "Größe", "W"], (2, 1), &["delimiter=tab", "skip=2"]));
    for line in ["delimiter=\"\\t\"", "range(2)", "names.index(\"W\")", "names.index(\"Größe\")"]
    {
        assert!(named.contains(line), "{line} in {named}");
    }
    // The page called them so.
    for headings in [["id", "column 2", "W"], ["W (2)", "W", "W (2)"]] {
        let numbered = script(file(&headings, (2, 1), &[]));
        assert!(numbered.contains("x_at, y_at = 2, 1"), "{numbered}");
    }
    assert!(script(file(&["a", "b"], (0, 1), &["headings=0"])).contains("x_at, y_at = 0, 1"));
    assert_eq!(file(&["a"], (0, 1), &[]), None, "there is no second column");
}

#[test]
fn a_notebook_is_json_with_different_ids_and_no_outputs() {
    let (xs, ys) = rows(20);
    let mut session = own(&xs, &ys);
    let name = |text: &str| Variable { name: text.to_owned(), unit: None };
    let dataset =
        session.dataset().clone().named(name("a\"\\\n\u{1}</script>"), name("`_*[x](y)$"));
    session.choose(Source::Own { name: "<b>\t\".csv".to_owned(), address: None }, dataset);
    let text = notebook(Program::of(&session, None).expect("a program"));
    let book: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!((&book["nbformat"], &book["nbformat_minor"]), (&4.into(), &5.into()));
    let cells = book["cells"].as_array().expect("cells");
    let ids: HashSet<&str> = cells.iter().filter_map(|cell| cell["id"].as_str()).collect();
    assert_eq!(ids.len(), cells.len());
    for cell in cells {
        let code = cell["cell_type"] == "code";
        assert_eq!(cell["outputs"].as_array().is_some_and(Vec::is_empty), code);
        let lines = cell["source"].as_array().expect("lines");
        let last = lines.len() - 1;
        let ends = |line: &Value| line.as_str().is_some_and(|line| line.ends_with('\n'));
        assert!(lines.iter().enumerate().all(|(index, line)| ends(line) == (index < last)));
    }
    let title = cells[0]["source"][0].as_str().expect("a title");
    assert_eq!(title, "# A line learns: &lt;b> \".csv\n", "names are no markup");
    assert_eq!(text, notebook(Program::of(&session, None).expect("a program")), "it is the same");
}

#[test]
fn a_trace_has_each_epoch_with_the_rate_that_it_was_left_at() {
    let fields = "data=faithful&rate=0~0.01_4~0.02&epoch=6&schedule=step~2~0.5";
    let session = session(fields);
    let run = session.run();
    let csv = trace::csv(run);
    let rows: Vec<Vec<f64>> = csv
        .lines()
        .skip(1)
        .map(|row| row.split(',').map(|cell| cell.parse().expect("a number")).collect())
        .collect();
    let rates: Vec<f64> = rows.iter().map(|row| row[4]).collect();
    assert_eq!(rates, [0.01, 0.01, 0.005, 0.005, 0.005, 0.005, 0.0025]);
    let last = rows.last().expect("rows");
    let state = run.state();
    assert_eq!(last[..4], [6.0, state.line.slope, state.line.intercept, state.cost]);
    assert_eq!(last[5..], [state.gradient.slope, state.gradient.intercept]);
}

#[test]
fn the_gradient_of_a_trace_is_that_of_the_data_whatever_the_scaling() {
    let raw = session("data=faithful&rate=0~0.01&start=at_3_-5");
    let scaled = session("data=faithful&rate=0~0.01&start=at_3_-5&scale=standardised~min-max");
    let gradient = |session: &Session| -> Vec<f64> {
        let csv = trace::csv(session.run());
        let row = csv.lines().nth(1).expect("epoch 0");
        row.split(',').skip(5).map(|cell| cell.parse().expect("a number")).collect()
    };
    for (raw, scaled) in gradient(&raw).into_iter().zip(gradient(&scaled)) {
        assert!(crate::common::is_close(scaled, raw, 1e-12), "{scaled}, not {raw}");
    }
}

#[test]
fn a_long_trace_has_what_the_run_keeps() {
    let mut session = session("data=faithful&rate=0~1e-9&epochs=1e7");
    session.seek(trace::ALL + 1);
    assert!(!trace::is_whole(session.run()));
    let lines = trace::csv(session.run()).lines().count();
    assert_eq!(lines, 1 + session.run().trace().count());
    let sentence = trace::sentence(&session);
    assert!(sentence.contains("of the 100,001 epochs"), "{sentence}");
    session.add_run();
    session.seek(trace::ALL + 1);
    assert!(trace::sentence(&session).ends_with("Only the chosen run of the race."));
}

#[test]
fn a_report_has_the_certified_errors_of_norris() {
    // NIST's certified values: https://www.itl.nist.gov/div898/strd/lls/data/Norris.shtml
    let (xs, ys): (Vec<f64>, Vec<f64>) = NORRIS.into_iter().unzip();
    let session = own(&xs, &ys);
    let text = report::report(&session, &["36 rows read, 36 used.".to_owned()]);
    for part in [
        "1.002117, standard error 0.0004298",
        "−0.2623231, standard error 0.2328",
        "r²   0.9999937",
        "s    0.8847964",
        "import     36 rows read, 36 used.",
        "epoch          0 of at most 10,000",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert!(text.lines().all(|line| line.chars().count() <= 78), "{text}");
}

#[test]
fn a_report_can_be_made_of_any_data() {
    for fields in [
        "data=anscombe-4",
        "data=weather&cost=signed&rule=newton",
        "data=cars&cost=huber~2&held=slope&schedule=cosine~9&batch=8~1&scale=min-max~raw&tolerance=3",
        "data=years&rate=0~1&rule2=adam&start2=zero&rate2=0~0.1",
    ] {
        let mut session = session(fields);
        session.seek(20);
        assert!(report::report(&session, &[]).contains("DESCENT"));
    }
    let one = own(&[1.0], &[2.0]);
    assert!(report::report(&one, &[]).contains("All x are equal"));
    let two = own(&[1.0, 2.0], &[2.0, 5.0]);
    assert!(report::report(&two, &[]).contains("a    3\n"));
}

#[test]
fn files_are_called_after_the_data() {
    let mut session = session("data=faithful");
    assert_eq!(file_name(&session, ".py"), "downhill-old-faithful.py");
    for (name, expected) in [
        ("Größe & Gewicht.v2.csv", "downhill-größe-gewicht-v2.py"),
        ("../../etc/passwd", "downhill.py"),
        ("…", "downhill.py"),
    ] {
        let dataset = session.dataset().clone();
        session.choose(Source::Own { name: name.to_owned(), address: None }, dataset);
        assert_eq!(file_name(&session, ".py"), expected);
    }
}
