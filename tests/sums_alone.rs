//! Data of which only the sums are at hand, as a database gives them.

use crate::common::is_close;
use crate::common::weather::weather_columns;
use downhill::data::builtin;
use downhill::data::dataset::{Dataset, Origin};
use downhill::data::editing::{Change, EditError};
use downhill::descent::batch::{Batch, BatchSize};
use downhill::descent::error::SettingError;
use downhill::descent::objective::{Cost, Problem};
use downhill::descent::optimizer::{Optimizer, Rule};
use downhill::descent::scaling::Scaling;
use downhill::descent::settings::{LearningRate, Settings};
use downhill::edition::SampledData;
use downhill::figure::actor::Actor;
use downhill::figure::data::{Marks, Plot};
use downhill::figure::pen::Pen;
use downhill::figure::svg::Svg;
use downhill::figure::theme::Theme;
use downhill::insight::diagnosis::Sweep;
use downhill::insight::prediction::Interval;
use downhill::insight::suitability::Suitability;
use downhill::link;
use downhill::numeric::bytes::{Reader, Writer};
use downhill::session::view::DataView;
use downhill::session::{Preset, Session, Source};
use downhill::text::en;

fn rows() -> Dataset {
    let (xs, ys, _) = weather_columns();
    Dataset::from_columns(&xs, &ys).expect("sound data")
}

/// The sums of the same rows, without a point.
fn sums() -> Dataset {
    let summary = *rows().summary();
    let rss = summary.residual_sum();
    Dataset::from_sums(summary, rss, Vec::new(), Vec::new(), Origin::Sample(SampledData::PROOF))
        .expect("sound sums")
}

fn session(dataset: Dataset) -> Session {
    let mut session = Session::on_builtin(builtin::first());
    session.choose(Source::Own { name: "weather".to_owned(), address: None }, dataset);
    session
}

#[test]
fn the_descent_is_that_of_the_rows_to_the_last_bit() {
    let (mut alone, mut whole) = (session(sums()), session(rows()));
    for epochs in [1, 9, 990] {
        for session in [&mut alone, &mut whole] {
            session.set_learning_rate(LearningRate::try_from(1e-4).expect("a rate"));
            session.advance(epochs);
        }
        let (alone, whole) = (alone.run().state(), whole.run().state());
        assert_eq!((alone.epoch, alone.line), (whole.epoch, whole.line));
        // The least cost is told by the sums, and not by the errors.
        assert!(is_close(alone.cost, whole.cost, 1e-12), "{} and {}", alone.cost, whole.cost);
    }
}

#[test]
fn every_rule_descends_on_squared_and_signed_error_in_any_coordinates() {
    for cost in [Cost::Squared, Cost::SIGNED] {
        for scaling in [Scaling::RAW, Scaling::STANDARDISED] {
            let mut session = session(sums());
            let problem = Problem { cost, scaling, ..session.problem() };
            session.set_problem(problem).expect("sums are enough");
            for &rule in Rule::ALL {
                let optimizer = Optimizer::new(rule);
                session
                    .set_method(|settings| Settings { optimizer, ..settings })
                    .expect("sums are enough");
                session.advance(50);
                let state = session.run().state();
                assert!(
                    state.epoch > 0 && state.cost.is_finite(),
                    "{} {}",
                    cost.name(),
                    rule.name()
                );
                let sweep = Sweep::of(session.run(), session.dataset(), 100);
                assert!(sweep.best().is_some(), "{} {}", cost.name(), rule.name());
            }
            session.start_preset(Preset::FourRules);
            assert!(session.advance(10));
        }
    }
}

#[test]
fn what_needs_points_is_refused_and_leaves_all_as_it_was() {
    let mut session = session(sums());
    session.advance(7);
    let before = session.clone();
    for cost in [Cost::ABSOLUTE, Cost::Huber(Default::default())] {
        let problem = Problem { cost, ..session.problem() };
        assert_eq!(session.set_problem(problem), Err(SettingError::NoPoints));
    }
    let batch = Batch::Rows { size: BatchSize::default(), seed: 1 };
    let refused = session.set_method(|settings| Settings { batch, ..settings });
    assert_eq!(refused, Err(SettingError::NoPoints));
    assert_eq!(session.change_points(Change::Add((1.0, 2.0))), Err(EditError::NoPoints));
    assert_eq!(session.edit_sample(), Err(EditError::NoPoints));
    assert_eq!(session, before);
}

#[test]
fn a_run_on_points_goes_on_with_squared_error_when_only_sums_are_left() {
    let mut session = session(rows());
    let problem = Problem { cost: Cost::ABSOLUTE, ..session.problem() };
    session.set_problem(problem).expect("points");
    let batch = Batch::Rows { size: BatchSize::default(), seed: 1 };
    session.set_method(|settings| Settings { batch, ..settings }).expect("points");
    session.set_learning_rate(LearningRate::try_from(5.0).expect("a rate"));
    session.choose(Source::Own { name: "sums".to_owned(), address: None }, sums());
    assert_eq!(session.problem().cost, Cost::Squared);
    assert_eq!(session.run().settings().batch, Batch::Full);
    let start = session.run().state().cost;
    session.advance(1_000);
    assert!(session.run().state().cost < 0.1 * start);
}

#[test]
fn the_figure_of_the_data_has_axes_and_a_line() {
    let mut session = session(sums());
    session.advance(10);
    let (dataset, run) = (session.dataset(), session.run());
    for view in [DataView::Points, DataView::Residuals, DataView::BestResiduals] {
        let mut svg = Svg::new(600, 400);
        let mut pen = Pen::new(&mut svg, 1.0, &Theme::LIGHT);
        let frame = Plot::frame(&pen, dataset, view, run.start());
        let plot = Plot::draw_base(&mut pen, frame, dataset, view, Some(run.state().line));
        let plot = plot.expect("a picture");
        let actors = [Actor::standing(run, 0)];
        plot.draw_overlay(&mut pen, dataset, &actors, &Marks::default()).expect("a picture");
        assert_eq!(plot.point_at(dataset, (300.0, 200.0), 1_000.0), None);
        let picture = svg.finish();
        assert!(picture.contains("<path") && !picture.contains("NaN"), "{picture}");
        // The mean, amid the ellipses of the spread.
        let dots = picture.matches("<circle").count();
        assert_eq!(dots, usize::from(view == DataView::Points));
    }
}

#[test]
fn what_is_said_of_them_is_true() {
    let session = session(sums());
    let dataset = session.dataset();
    let described = en::description::data(&session);
    assert!(
        described.contains("no points, but ellipses for the spread of 119,040 rows"),
        "{described}"
    );
    assert!(en::note::data(&session, 0).ends_with(" No errors drawn."));
    let interval = Interval::at(dataset, 10.0).expect("an interval");
    let predicted = en::prediction::with_interval(dataset, &interval);
    assert!(!predicted.contains("not a number"), "{predicted}");
    let found = Suitability::of(dataset);
    let headline = en::suitability::headline(&found, dataset);
    assert!(headline.starts_with("There are only sums and no points"), "{headline}");
    assert_eq!(en::suitability::notes(&found, dataset).len(), 2);
}

#[test]
fn they_go_over_to_another_package_and_into_a_link() {
    let mut session = session(sums());
    session.advance(10);
    let mut writer = Writer::default();
    link::pack(&mut session, &mut writer);
    let bytes = writer.finish();
    let other = link::unpack(&mut Reader::new(&bytes)).expect("a session");
    assert_eq!(other.run().state(), session.run().state());
    assert_eq!(other.dataset(), session.dataset());
    let opened = link::decode(&link::encode(&session)).expect("a link").session;
    assert_eq!(opened.run().state(), session.run().state());
    assert_eq!(opened.dataset(), session.dataset());
}

#[test]
fn points_that_stand_for_rows_are_not_changed_by_hand() {
    let summary = *rows().summary();
    let (xs, ys) = (vec![10.0, 12.0], vec![20.0, 22.0]);
    let data = Dataset::from_sums(
        summary,
        summary.residual_sum(),
        xs,
        ys,
        Origin::Sample(SampledData::PROOF),
    );
    let mut session = session(data.expect("sound sums"));
    assert_eq!(session.change_points(Change::Add((1.0, 2.0))), Err(EditError::NotTheRows));
    session.edit_sample().expect("points");
    assert_eq!(session.dataset().summary().n(), 2);
}
