//! The SQL statements on real engines: the answers of PostgreSQL, DuckDB, DataFusion and SQLite, as their tools print them,
//! open the same descent as the rows themselves. `cargo xtask test --only engines` runs it, and `--only spark` the same on
//! Spark.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::common::weather::weather_columns;
use crate::common::{is_close, python};
use downhill::data::dataset::Dataset;
use downhill::data::summary_column::SummaryColumn;
use downhill::descent::settings::{LearningRate, Settings};
use downhill::descent::trainer::Trainer;
use downhill::export::sql::{Engine, Table};
use downhill::import::pairs;
use downhill::import::sums::sums;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// Engines that run beside Spark. The SQL of the others is only parsed.
const HERE: [Engine; 3] = [Engine::PostgreSql, Engine::DuckDb, Engine::Sqlite];
/// Rows of a sample.
const DRAWN: u32 = 1_000;
/// The relative difference allowed between the sums of an engine and ours.
const NEAR: f64 = 1e-9;

/// Rows that every engine has in a table.
struct Rows {
    xs: Vec<f64>,
    ys: Vec<f64>,
    /// The table and its columns, as a person types them.
    table: Table,
    /// How the engines create it, and its name there.
    made: Value,
}

#[derive(Serialize)]
struct Statement {
    number: usize,
    engine: &'static str,
    sql: String,
    /// Whether it asks for a sample.
    long: bool,
    #[serde(skip)]
    rows: usize,
}

#[derive(Deserialize)]
struct Answer {
    statement: usize,
    form: String,
    text: String,
}

#[test]
#[ignore = "it needs PostgreSQL and a Python with packages: cargo xtask test --only engines"]
fn what_an_engine_answers_opens_the_descent_of_the_rows() {
    check("engines/engines.py", &HERE, &python::setting("POSTGRESQL"));
}

#[test]
#[ignore = "it needs Java and PySpark: cargo xtask test --only spark"]
fn what_spark_answers_opens_the_descent_of_the_rows() {
    check("engines/spark.py", &[Engine::Spark], "");
}

/// Checks the answers that a script gets of these engines.
fn check(script: &str, here: &[Engine], postgresql: &str) {
    let all = [weather(), awkward()];
    let statements = statements(&all);
    let answers = run(script, &all, &statements, postgresql);

    let datasets = all.each_ref().map(|rows| Dataset::from_columns(&rows.xs, &rows.ys));
    let datasets = datasets.map(|dataset| dataset.expect("sound data"));
    let mut seen = HashSet::new();
    for Answer { statement, form, text } in &answers {
        let statement = &statements[*statement];
        let what = format!("{} through {form}", statement.engine);
        let dataset = &datasets[statement.rows];
        if statement.long {
            check_sample(text, &all[statement.rows], dataset, &what);
        } else {
            check_sums(text, dataset, &what);
        }
        seen.insert(statement.number);
    }
    let run = |statement: &&Statement| here.iter().any(|engine| engine.name() == statement.engine);
    assert_eq!(seen.len(), statements.iter().filter(run).count());
    println!(
        "{} statements, {} of them run, {} answers",
        statements.len(),
        seen.len(),
        answers.len()
    );
}

/// The weather, with numbers as SQLite's `.import` leaves them: as texts.
fn weather() -> Rows {
    let (xs, ys, _) = weather_columns();
    let path = write("weather.csv", "mintemp,maxtemp", &xs, &ys);
    let made = json!({
        "name": "weather",
        "path": path,
        "create": {
            "postgresql": "CREATE TABLE weather (mintemp double precision, maxtemp numeric)",
            "duckdb": "CREATE TABLE weather (mintemp DOUBLE, maxtemp DOUBLE)",
            "sqlite": "CREATE TABLE weather (mintemp TEXT, maxtemp TEXT)",
            // It tells great letters from small ones.
            "datafusion": r#"CREATE EXTERNAL TABLE "Weather" ("MinTemp" DOUBLE, "MaxTemp" DOUBLE)"#,
        },
        "spark": { "name": "weather", "columns": ["mintemp", "maxtemp"], "type": "DOUBLE" },
    });
    let table = Table::new("Weather", "MinTemp", "MaxTemp").expect("a name");
    Rows { xs, ys, table, made }
}

/// Whole numbers far from 0, under names that have to be quoted.
fn awkward() -> Rows {
    let (xs, ys, _) = weather_columns();
    let xs: Vec<f64> = xs.iter().map(|x| 1_000_000.0 + x.round()).collect();
    // A whole number in a database has no negative zero.
    let ys: Vec<f64> = ys.iter().map(|y| y.round() + 0.0).collect();
    let path = write("awkward.csv", "x,y", &xs, &ys);
    let columns = r#"("Min ""Temp"".C" INTEGER, "order" INTEGER)"#;
    let create = format!(r#"CREATE TABLE "Wea.ther" {columns}"#);
    let external = format!(r#"CREATE EXTERNAL TABLE "Wea.ther" {columns}"#);
    let made = json!({
        "name": r#""Wea.ther""#,
        "path": path,
        "create": { "postgresql": create, "duckdb": create, "sqlite": create, "datafusion": external },
        "spark": { "name": "`Wea.ther`", "columns": [r#"Min "Temp".C"#, "order"], "type": "INT" },
    });
    let table = Table::new("`Wea.ther`", r#"Min "Temp".C"#, "order").expect("a name");
    Rows { xs, ys, table, made }
}

/// Writes two columns, and rows among them that have only one value or none.
fn write(name: &str, heading: &str, xs: &[f64], ys: &[f64]) -> PathBuf {
    let mut text = format!("{heading}\n,\n7,\n,-7\n");
    for (x, y) in xs.iter().zip(ys) {
        text += &format!("{x},{y}\n");
    }
    text += "99,\n,99\n";
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join(name);
    fs::write(&path, text).expect("room for a file");
    path
}

/// The statements of all engines: where they run, both forms of the sums.
fn statements(all: &[Rows]) -> Vec<Statement> {
    let mut statements = Vec::new();
    for (rows, Rows { table, .. }) in all.iter().enumerate() {
        for engine in Engine::ALL {
            let mut add = |sql, long| {
                let number = statements.len();
                statements.push(Statement { number, engine: engine.name(), sql, long, rows });
            };
            add(engine.sums(table), false);
            add(engine.sums_in_two_passes(table), false);
            add(engine.sample(table, DRAWN), true);
        }
    }
    statements
}

/// Runs the statements on the engines, through a Python script.
fn run(script: &str, all: &[Rows], statements: &[Statement], postgresql: &str) -> Vec<Answer> {
    let job = json!({
        "tables": all.iter().map(|rows| &rows.made).collect::<Vec<_>>(),
        "statements": statements,
        "columns": SummaryColumn::names(),
        "postgresql": postgresql,
    });
    python::run(script, &[], &job)
}

/// Checks that the sums are those of the rows, and that they give the same descent.
fn check_sums(text: &str, dataset: &Dataset, what: &str) {
    let answer = sums(text).unwrap_or_else(|error| panic!("{what}: {error}\n{text}"));
    assert!(answer.ranges_known, "{what}");
    let (found, expected) = (answer.summary.numbers(), dataset.summary().numbers());
    for ((found, expected), name) in found.into_iter().zip(expected).zip(SummaryColumn::names()) {
        assert!(is_close(found, expected, NEAR), "{what}: {name} is {found}, not {expected}");
    }
    let alone = answer.dataset(Default::default(), dataset.x().clone(), dataset.y().clone());
    let alone = alone.unwrap_or_else(|error| panic!("{what}: {error}"));
    assert!(is_close(alone.rss(), dataset.rss(), NEAR), "{what}: the RSS is {}", alone.rss());
    // The whole numbers are far from 0, where a rate of 0.0001 diverges.
    let rate = 1e-4_f64.min(0.5 * Trainer::new(dataset, Settings::default()).landmark_rate());
    let learning_rate = LearningRate::try_from(rate).expect("a rate");
    let [mut alone, mut whole] = [&alone, dataset]
        .map(|data| Trainer::new(data, Settings { learning_rate, ..Settings::default() }));
    for epoch in [1, 10, 1_000] {
        alone.seek(epoch);
        whole.seek(epoch);
        let numbers = |run: &Trainer| {
            let state = run.state();
            [state.line.slope, state.line.intercept, state.cost]
        };
        for (found, expected) in numbers(&alone).into_iter().zip(numbers(&whole)) {
            assert!(is_close(found, expected, NEAR), "{what}, {epoch}: {found}, not {expected}");
        }
    }
}

/// Checks that each point is one of the rows, and that their mean is about that of all rows.
fn check_sample(text: &str, rows: &Rows, dataset: &Dataset, what: &str) {
    let sample = pairs(text).unwrap_or_else(|error| panic!("{what}: {error}"));
    // DuckDB's own form leaves out the rows in the middle.
    let shown = if what.ends_with("duckbox") { 40 } else { DRAWN as usize };
    assert_eq!((sample.xs.len(), sample.left_out), (shown, 0), "{what}");
    let bits = |(x, y): (&f64, &f64)| (x.to_bits(), y.to_bits());
    let all: HashSet<_> = rows.xs.iter().zip(&rows.ys).map(bits).collect();
    // SQLite may read a decimal one or two floats beside the nearest.
    let beside = |bits: u64| (0..=4).map(move |step| (bits + step).wrapping_sub(2));
    let is_row = |pair| {
        let (x, y) = bits(pair);
        beside(x).any(|x| beside(y).any(|y| all.contains(&(x, y))))
    };
    assert!(sample.xs.iter().zip(&sample.ys).all(is_row), "{what}");
    let summary = dataset.summary();
    let mean = sample.xs.iter().sum::<f64>() / shown as f64;
    let error = (summary.variance_x() / shown as f64).sqrt();
    assert!((mean - summary.mean_x()).abs() < 6.0 * error, "{what}: the mean is {mean}");
}
