//! Races, other costs, the sweep, and coordinates that turn.

use downhill::descent::objective::{Cost, Threshold};
use downhill::descent::scaling::Coordinates;
use downhill::figure;
use downhill::figure::window::turned;
use downhill::insight::diagnosis::Sweep;

use super::*;

/// Four runs of one descent, each a little farther.
fn race(data: &Dataset) -> Vec<Trainer> {
    [2, 5, 9, 14].map(|epochs| run(data, 0.01, epochs)).into()
}

fn actors(runs: &[Trainer]) -> Vec<Actor<'_>> {
    runs.iter().enumerate().map(|(index, run)| Actor::standing(run, index)).collect()
}

#[test]
fn each_run_of_a_race_has_its_own_colour_in_every_view() {
    let data = small();
    let runs = race(&data);
    let window = windows::around(&runs, &windows::initial(&runs));
    let actors = actors(&runs);
    let landscape = Landscape::new(runs[0].objective(), &window);
    let views = [
        drawn(SIZE, |pen| {
            let map = Map::lay_out(pen, &window, Scaling::RAW);
            map.draw_base(pen, &landscape).expect("it draws");
            map.draw_overlay(pen, &actors, 0).expect("it draws");
        }),
        drawn(SIZE, |pen| {
            let landscape = Arc::new(landscape.clone());
            let scene = Scene::new(pen.size(), landscape, Scaling::RAW, Camera::default());
            scene.draw_overlay(pen, &actors, 0).expect("it draws");
        }),
        drawn(SIZE, |pen| {
            let bowl = Bowl::lay_out(pen, &window, Parameter::Slope, Scaling::RAW);
            bowl.draw_overlay(pen, &actors, 2).expect("it draws");
        }),
        drawn(SIZE, |pen| {
            let frame = history::frame(pen, &runs, &window, true);
            history::draw_overlay(pen, &frame, &actors, None).expect("it draws");
        }),
        drawn(SIZE, |pen| {
            let frame = Plot::frame(pen, &data, DataView::Points, Line::ZERO);
            let plot =
                Plot::draw_base(pen, frame, &data, DataView::Points, None).expect("it draws");
            plot.draw_overlay(pen, &data, &actors, &Marks::default()).expect("it draws");
        }),
    ];
    for (view, (svg, ())) in views.iter().enumerate() {
        let document = Document::parse(svg).expect("well-formed");
        for index in 0..runs.len() {
            let (red, green, blue) = THEME.look(index).color.rgb;
            let color = format!("#{red:02x}{green:02x}{blue:02x}");
            let is_drawn = document.descendants().any(|node| {
                node.attribute("stroke") == Some(&color) && !node.has_tag_name("circle")
            });
            assert!(is_drawn, "view {view} has no path in {color}");
        }
    }
}

#[test]
fn the_curves_of_a_race_differ_by_their_dashes_and_marks() {
    let data = small();
    let runs = race(&data);
    let window = windows::around(&runs, &windows::initial(&runs));
    let (svg, ()) = drawn(SIZE, |pen| {
        let frame = history::frame(pen, &runs, &window, false);
        history::draw_overlay(pen, &frame, &actors(&runs), None).expect("it draws");
    });
    let document = Document::parse(&svg).expect("well-formed");
    assert_eq!(paths(&document, BALL).len(), 1, "the first is one line");
    for index in 1..runs.len() {
        let (red, green, blue) = THEME.look(index).color.rgb;
        let color = format!("#{red:02x}{green:02x}{blue:02x}");
        let dashes = document.descendants().filter(|node| node.has_tag_name("path"));
        let dashes = dashes.filter(|node| node.attribute("stroke") == Some(&color));
        let count = dashes.map(|node| node.attribute("d").unwrap_or_default().matches('M').count());
        assert!(count.sum::<usize>() > 5, "run {index} is dashed");
        let marks = document.descendants().filter(|node| node.attribute("fill") == Some(&color));
        assert!(marks.count() > 1, "run {index} has marks beside its ball");
    }
}

#[test]
fn the_balls_of_a_race_differ_in_shape() {
    let looks: Vec<_> = (0..4).map(|index| THEME.look(index)).collect();
    for (index, look) in looks.iter().enumerate() {
        for other in &looks[index + 1..] {
            assert!(look.marker != other.marker && look.color != other.color);
        }
    }
    let (svg, ()) = drawn(SIZE, |pen| {
        for (index, look) in looks.iter().enumerate() {
            pen.ball((100.0 * index as f64 + 50.0, 50.0), *look).expect("it draws");
        }
    });
    let document = Document::parse(&svg).expect("well-formed");
    let count = |tag: &str| document.descendants().filter(|node| node.has_tag_name(tag)).count();
    // A rim and a body each; and on every ball a small round light.
    assert_eq!((count("rect"), count("polygon"), count("circle")), (2, 4, 6));
}

#[test]
fn a_run_that_flies_off_does_not_take_the_picture_of_a_race_with_it() {
    let data = small();
    let calm = run(&data, 0.01, 40);
    let wild = run(&data, 5.0, 40);
    let runs = [calm, wild];
    let home = windows::initial(&runs);
    let window = windows::around(&runs, &home);
    assert!(window.times_wider(&home) < 30.0, "{}", window.times_wider(&home));
}

#[test]
fn every_cost_can_be_drawn_in_every_view_at_any_size() {
    for id in ["weather", "anscombe-4"] {
        let data = builtin::find(id).expect("built in").dataset();
        for cost in [Cost::ABSOLUTE, Cost::SIGNED, Cost::Huber(Threshold::default())] {
            for scaling in [Scaling::RAW, Scaling::STANDARDISED] {
                let problem = Problem { cost, scaling, ..Problem::default() };
                let mut run = Trainer::new(&data, Settings { problem, ..Settings::default() });
                run.step(30);
                for svg in all_figures((360, 260), &data, &run) {
                    let document = Document::parse(&svg).expect("well-formed");
                    // Pictures are text too, and may say anything.
                    let attributes = document.descendants().flat_map(|node| node.attributes());
                    let numbers = attributes.filter(|attribute| !attribute.name().contains("href"));
                    let odd = numbers.filter(|attribute| attribute.value().contains("NaN")).count();
                    assert_eq!(odd, 0, "{id} {cost:?} {scaling:?}");
                }
            }
        }
    }
}

#[test]
fn the_sweep_shows_the_rate_that_is_set_and_the_least_cost() {
    let data = small();
    let run = run(&data, 0.02, 0);
    let sweep = Sweep::of(&run, &data, 100);
    let (svg, frame) = drawn(SIZE, |pen| {
        let frame = figure::sweep::frame(pen, &sweep, &run);
        frame.draw_empty(pen).expect("it draws");
        figure::sweep::draw_overlay(pen, &frame, &sweep, &run, 0).expect("it draws");
        frame
    });
    let document = Document::parse(&svg).expect("well-formed");
    let balls = circles(&document, BALL, BALL_RADIUS);
    assert!((balls[0].0 - frame.x.pixel(0.02)).abs() <= 1.0, "{balls:?}");
    assert!(svg.contains("#12793f"), "the cross at the least cost");
    assert!((frame.x.value(frame.x.pixel(0.02)) / 0.02 - 1.0).abs() < 1e-9);
}

#[test]
fn a_turning_window_keeps_the_lines_in_sight_on_the_way() {
    let data = builtin::first().dataset();
    let coordinates = |scaling| Coordinates::of(scaling, data.summary());
    let (raw, scaled) = (coordinates(Scaling::RAW), coordinates(Scaling::STANDARDISED));
    let run = |scaling| {
        let problem = Problem { scaling, ..Problem::default() };
        Trainer::new(&data, Settings { problem, ..Settings::default() })
    };
    let home = |scaling| windows::initial(std::slice::from_ref(&run(scaling)));
    let (from, to) = (home(Scaling::RAW), home(Scaling::STANDARDISED));
    let lines = [Line::ZERO, data.least_squares().expect("x has spread")];
    for step in 0..=20 {
        let share = f64::from(step) / 20.0;
        let here = raw.toward(&scaled, share);
        let seen = |coordinates: &Coordinates| lines.map(|line| coordinates.from_data(line));
        let window = turned((&from, &seen(&raw)), &seen(&here), (&to, &seen(&scaled)), share);
        for at in seen(&here) {
            assert!(window.slope.contains(at.slope), "{share}: {at:?} in {window:?}");
            assert!(window.intercept.contains(at.intercept), "{share}: {at:?} in {window:?}");
        }
    }
}

#[test]
fn very_many_points_are_the_same_picture_whether_drawn_at_once_or_frame_by_frame() {
    let xs: Vec<f64> = (0..1_100_000_u32).map(|i| f64::from(i % 977)).collect();
    let ys: Vec<f64> = (0..1_100_000_u32).map(|i| f64::from(i / 1_125)).collect();
    let data = Dataset::from_columns(&xs, &ys).expect("finite");
    let view = DataView::Points;
    let (at_once, _) = drawn(SIZE, |pen| {
        let frame = Plot::frame(pen, &data, view, Line::ZERO);
        Plot::draw_base(pen, frame, &data, view, None).expect("it draws")
    });
    let mut frames = 0;
    let mut before = None;
    let last = loop {
        let (svg, plot) = drawn(SIZE, |pen| {
            let frame = || (Plot::frame(pen, &data, view, Line::ZERO), None);
            let before = before.take().unwrap_or_else(frame);
            Plot::draw_for_a_frame(pen, before, &data, view, None).expect("it draws")
        });
        frames += 1;
        if !plot.is_unfinished(&data) {
            break svg;
        }
        assert!(svg != at_once, "points are missing");
        before = Some(plot.into_parts());
    };
    assert_eq!(frames, 3);
    assert!(last == at_once);
}
