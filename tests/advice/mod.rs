//! The next thing to do: when it is advised, what is said, and that the first run after it ends near the best.

mod course;
mod first_run;
mod made;
mod rules;
mod sentences;

use downhill::data::dataset::Dataset;
use downhill::session::{Session, Source};
use downhill::stage::page::{AdoptedColumns, Page};

/// A page on data that the reader has just opened.
fn opened(dataset: &Dataset) -> Page {
    let mut page = Page::open("");
    let points = dataset.points();
    page.make_room(points.len());
    page.add_points(points.xs(), points.ys());
    let taken = AdoptedColumns {
        name: "data.csv".to_owned(),
        headings: vec![dataset.x().label(), dataset.y().label()],
        columns: (0, 1),
        x: dataset.x().clone(),
        y: dataset.y().clone(),
        summary: *dataset.summary(),
        whole: points.len() as u64 == dataset.summary().n(),
        report: Vec::new(),
        address: None,
    };
    page.adopt_columns(taken).expect("sound data");
    page
}

/// A page on a line y = a·x + b with errors that alternate, at these x.
fn alternating(xs: &[f64], slope: f64, intercept: f64, error: f64) -> Page {
    let ys: Vec<f64> = xs
        .iter()
        .enumerate()
        .map(|(row, x)| slope * x + intercept + if row % 2 == 0 { error } else { -error })
        .collect();
    opened(&Dataset::from_columns(xs, &ys).expect("sound data"))
}

/// How far the cost is above the least, as a share of the least; of the variance of y where no point is off the line.
fn distance(session: &Session) -> f64 {
    let run = session.run();
    let excess = run.excess(run.state().at) * run.objective().unit();
    let summary = session.dataset().summary();
    let least = session.dataset().least_cost();
    let exact = least <= 1e-24 * summary.second_moment_y();
    excess / if exact { summary.variance_y() } else { least }
}

#[test]
fn the_data_are_those_that_were_opened() {
    let page = alternating(&[1.0, 2.0, 3.0, 4.0], 2.0, 1.0, 0.5);
    assert!(matches!(page.session().source(), Source::Own { .. }));
    assert_eq!(page.session().dataset().summary().n(), 4);
}
