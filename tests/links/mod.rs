//! Links: what they carry, what they restore and what they refuse. `v1.txt` and `v2.txt` keep links of each version.

mod arbitrary_sessions;
mod contents;
mod mangled;
mod program;
mod refusals;

use downhill::data::builtin;
use downhill::data::dataset::{Dataset, Variable};
use downhill::descent::settings::LearningRate;
use downhill::link;
use downhill::session::{Session, Source};

fn rate(rate: f64) -> LearningRate {
    LearningRate::try_from(rate).expect("a good rate")
}

fn first() -> Session {
    Session::on_builtin(builtin::first())
}

fn own(dataset: Dataset) -> Session {
    let mut session = first();
    session.choose(Source::Own { name: "mine.csv".to_owned(), address: None }, dataset);
    session
}

fn three_rows() -> Session {
    own(Dataset::from_columns(&[1.0, 2.0, 3.0], &[2.0, 2.5, 4.5]).expect("sound data"))
}

/// As many rows as in the weather file, and as uneven.
fn many_rows() -> Session {
    let xs: Vec<f64> =
        (0..119_040).map(|i| (f64::from(i) * 0.7).sin() * 30.0 + f64::from(i % 7) / 9.0).collect();
    let ys: Vec<f64> = xs.iter().map(|x| 10.3 + 0.9 * x + (x * 31.0).cos() * 4.0).collect();
    let named = |name| Variable::from_heading(name);
    let dataset = Dataset::from_columns(&xs, &ys).expect("sound data");
    own(dataset.named(named("MinTemp (°C)"), named("MaxTemp (°C)")))
}

fn opened(link: &str) -> Session {
    link::decode(link).expect("a good link").session
}
