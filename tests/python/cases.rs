//! Descents of every kind.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use downhill::data::dataset::{Dataset, Variable};
use downhill::descent::optimizer::Rule;
use downhill::descent::settings::LearningRate;
use downhill::export::python::File;
use downhill::import::{Choices, Import};
use downhill::link;
use downhill::numeric::random::Random;
use downhill::session::{Session, Source};

/// A descent.
pub struct Case {
    pub name: String,
    pub session: Session,
    /// Where its rows are.
    pub file: Option<File>,
    /// Whether it is run as a notebook too.
    pub is_notebook: bool,
    /// Whether it is so long that rounding may have grown.
    pub is_long: bool,
}

impl Case {
    /// Whether its program is run in a Python of its own.
    pub fn is_alone(&self) -> bool {
        self.is_notebook && self.file.is_some()
    }

    fn and_notebook(self) -> Self {
        Self { is_notebook: true, ..self }
    }
}

/// A descent that fields of a link tell, as far as an epoch.
fn case(fields: &str, epoch: u64) -> Case {
    let mut session = link::set_up(fields).unwrap_or_else(|error| panic!("{fields}: {error}"));
    session.seek(epoch);
    let name = format!("{fields} to epoch {epoch}");
    Case { name, session, file: None, is_notebook: false, is_long: false }
}

pub fn all(folder: &Path) -> Vec<Case> {
    let mut cases = vec![
        case("data=faithful&rate=0~0.01&epochs=1000", 1000).and_notebook(),
        // Not begun: the program goes to the end.
        case("data=cars&rate=0~0.001&epochs=300", 0),
        case("data=faithful&rate=0~0.01&start=at_20_-30", 37),
        case("data=faithful&rate=0~0.01&start=random_7", 37),
        case("data=faithful&rate=0~0.01&tolerance=60", 5000),
        case("data=faithful&rate=0~0.01&held=slope", 100),
        case("data=faithful&rate=0~0.01&held=intercept", 100),
        case("data=faithful&rate=0~0.2", 1000),
        case("data=years&rate=0~0.0001", 1000),
        case("data=years&rate=0~1e-7&epochs=5000", 5000),
        // Past the end of all numbers.
        case("data=faithful&rate=0~0.2&check=off&epochs=2000", 600),
        case("data=faithful&rate=0~0.2&check=off&epochs=2000", 2000).and_notebook(),
        // All x are equal, and one is alone.
        case("data=anscombe-4&rate=0~0.01", 500),
        // The sums of data whose points are not at hand.
        case("data=weather&rate=0~0.002", 10_000).and_notebook(),
        case("data=weather&cost=signed&rate=0~0.01", 200),
        // Its points, drawn from counts.
        case("data=weather&cost=absolute&rate=0~0.01&scale=standardised~raw", 4),
        case("data=weather&batch=4096~3&rate=0~0.001&swapped=1", 1),
        case("data=weather&rule=adam&rate=0~0.1&scale=standardised~min-max", 500),
    ];
    cases.extend(rules());
    cases.extend(costs());
    cases.extend(paces());
    cases.extend(own(folder));
    cases.extend(long());
    cases
}

/// Every rule, with its parameters switched on and off.
fn rules() -> Vec<Case> {
    let mut cases = Vec::new();
    for (rule, rate) in [
        ("gradient-descent", 0.01),
        ("momentum", 0.01),
        ("momentum~0.8~0.3", 0.01),
        ("nesterov", 0.01),
        ("nesterov~0.5", 0.01),
        ("adagrad", 1.0),
        ("adagrad~0.1~0.5~0", 2.0),
        ("rmsprop", 0.1),
        ("rmsprop~0.9~0.000001~0.5~1", 0.05),
        ("rmsprop~0.9~0~0~0", 0.05),
        ("adam", 0.3),
        ("adam~0.8~0.99~0.0001~1", 0.3),
        ("adam~0~0~0~0", 0.3),
        ("newton", 0.01),
    ] {
        for more in
            ["", "&held=slope", "&scale=standardised~standardised", "&cost=huber~4", "&batch=32~5"]
        {
            cases.push(case(&format!("data=faithful&rate=0~{rate}&rule={rule}{more}"), 60));
        }
        cases.push(case(&format!("data=faithful&rate=0~{rate}&rule={rule}&epochs=3000"), 3_000));
    }
    cases.push(case("data=years&rule=newton", 5));
    cases.push(case("data=years&rule=newton&held=intercept", 5));
    cases.push(case("data=years&rule=newton&cost=huber~2&scale=min-max~min-max", 5));
    cases.push(case("data=years&rate=0~0.003&scale=centered~raw", 400));
    cases
}

/// Every cost, in several coordinates.
fn costs() -> Vec<Case> {
    let mut cases = Vec::new();
    for cost in ["squared", "absolute", "huber~3", "signed"] {
        for scale in ["raw~raw", "standardised~standardised", "min-max~raw", "raw~min-max"] {
            cases.push(case(
                &format!("data=cars&cost={cost}&scale={scale}&rate=0~0.001&start=at_3_-5"),
                80,
            ));
        }
        cases.push(case(&format!("data=cars&cost={cost}&batch=8~3&rate=0~0.001"), 30));
        cases.push(case(
            &format!("data=cars&cost={cost}&held=intercept&rule=momentum&rate=0~0.001"),
            30,
        ));
    }
    cases.push(case("data=outlier&cost=huber~3&rule=newton", 30));
    cases.push(case("data=outlier&cost=absolute&rule=newton", 30));
    cases
}

/// Schedules, changes of the rate, batches.
fn paces() -> Vec<Case> {
    let mut cases = vec![
        case("data=faithful&rate=0~0.02&schedule=step~30~0.5", 100),
        case("data=faithful&rate=0~0.02&schedule=inverse~0.05", 100),
        case("data=faithful&rate=0~0.02&schedule=cosine~80", 100),
        case("data=faithful&rate=0~0.01_20~0.05_90~0.002&epoch=120", 120),
        case(
            "data=faithful&rate=0~0.01_20~0.05&schedule=step~30~0.5&rule=adam&batch=20~9&epoch=60",
            60,
        )
        .and_notebook(),
        case("data=faithful&rate=0~0.001&batch=1~18446744073709551615", 5),
        case("data=faithful&rate=0~0.001&batch=1000~3", 50),
    ];
    // A race: the program is about the chosen run.
    let mut race =
        case("data=faithful&rate=0~0.01&rule2=adam&start2=zero&rate2=0~0.5&chosen=2", 70);
    race.name += ", a race";
    cases.push(race);
    cases
}

/// The reader's own rows, inside and in a file.
fn own(folder: &Path) -> Vec<Case> {
    let mut random = Random::new(11);
    let mut small = Vec::new();
    let mut plain = String::from("id,\"Height, standing (cm)\",note,Weight (kg)\n");
    let mut german = String::from("Messung 7\nWert;Zahl;Wert\n");
    let mut bare = String::new();
    for row in 0..3_000 {
        let x = (random.within(150.0, 200.0) * 10.0).round() / 10.0;
        let y = ((0.9 * x - 90.0 + random.within(-9.0, 9.0)) * 100.0).round() / 100.0;
        let cell = if row % 97 == 5 { "NA".to_owned() } else { y.to_string() };
        writeln!(plain, "{row},{x},\"a \"\"word\"\", or two\",{cell}").expect("text grows");
        let comma = |value: f64| value.to_string().replace('.', ",");
        let cell = if row % 89 == 3 { String::new() } else { comma(x) };
        writeln!(german, "{cell};{row};{}", comma(y)).expect("text grows");
        writeln!(bare, "{x}   {row}\t{y}").expect("text grows");
        if row < 40 {
            small.push((x, y));
        }
    }
    let (xs, ys): (Vec<f64>, Vec<f64>) = small.into_iter().unzip();
    let dataset = Dataset::from_columns(&xs, &ys).expect("sound data");
    // What a person can call things.
    let names = ("x \"\"\" \\ \n import os", "y <b>*_$\\frac$\u{202e}");
    let named = |heading: &str| Variable { name: heading.to_owned(), unit: None };
    let mut session = link::set_up("data=faithful").expect("a link");
    session.choose(
        Source::Own { name: "\"\"\"\nraise SystemExit.csv".to_owned(), address: None },
        dataset.named(named(names.0), named(names.1)),
    );
    let strange = Case {
        name: "strange names".to_owned(),
        session,
        file: None,
        is_notebook: true,
        is_long: false,
    };

    let faithful = link::set_up("data=faithful").expect("a link").dataset().clone();
    // Sums alone, as a database gives them.
    let sums =
        Dataset::of_sample(*faithful.summary(), Vec::new(), Vec::new()).expect("sums of rows");
    let mut session = link::set_up("data=faithful&rule=nesterov").expect("a link");
    session.choose(Source::Own { name: "table".to_owned(), address: None }, sums);
    session.seek(30);
    let name = "sums alone".to_owned();
    let alone = Case { name, session, file: None, is_notebook: true, is_long: false };

    let mut cases = vec![strange, alone];
    for (name, text, columns, written) in [
        ("plain.csv", plain, (1, 3), &["delimiter=comma", "headings=1"][..]),
        (
            "german.csv",
            german,
            (0, 2),
            &["delimiter=semicolon", "decimal=comma", "skip=1", "headings=1"][..],
        ),
        ("bare.txt", bare, (0, 2), &["delimiter=spaces", "headings=0"][..]),
    ] {
        for fields in
            ["", "&cost=absolute", "&rule=adam&scale=standardised~standardised&batch=500~2"]
        {
            let case = in_a_file(folder, name, &text, columns, written, fields);
            let notebook = name == "plain.csv" && fields.is_empty();
            cases.push(if notebook { case.and_notebook() } else { case });
        }
    }
    cases
}

/// A descent on a file, as the page reads it.
fn in_a_file(
    folder: &Path,
    name: &str,
    text: &str,
    columns: (usize, usize),
    written: &[&str],
    fields: &str,
) -> Case {
    fs::write(folder.join(name), text).expect("room for a file");
    let mut choices = Choices::default();
    for (name, value) in written.iter().filter_map(|choice| choice.split_once('=')) {
        choices.choose(name, value);
    }
    let mut import = Import::new(choices, Some(columns));
    import.feed(text.as_bytes()).and_then(|()| import.end()).expect("a sound file");
    let headings = import.outline().expect("a table").headings().to_vec();
    let dataset = import.finish().expect("sound data").dataset;
    let mut session = link::set_up("data=faithful").expect("a link");
    session.choose(Source::Own { name: name.to_owned(), address: None }, dataset);
    let mut session = link::apply(session, fields).expect("fields");
    session.set_learning_rate(LearningRate::try_from(1e-5).expect("a rate"));
    session.seek(20);
    let written: Vec<String> = written.iter().map(|&choice| choice.to_owned()).collect();
    let file = File::new(name, &headings, columns, &written);
    assert!(file.is_some(), "{name} has such columns");
    Case { name: format!("{name}{fields}"), session, file, is_notebook: false, is_long: false }
}

/// Descents that are long enough for rounding to grow, where it does.
fn long() -> Vec<Case> {
    let mut cases = Vec::new();
    for data in ["faithful", "years"] {
        for &rule in Rule::ALL {
            for more in [
                "",
                "&cost=absolute",
                "&cost=huber~1",
                "&batch=16~5",
                "&scale=standardised~standardised&cost=absolute",
            ] {
                let rule = rule.name();
                let fields = format!("data={data}&rate=0~0.05&rule={rule}{more}&epochs=3000");
                cases.push(Case { is_long: true, ..case(&fields, 1_000) });
            }
        }
    }
    cases
}
