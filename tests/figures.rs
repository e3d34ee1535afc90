//! The figures, drawn to SVG and looked at through their elements.

use downhill::builtin;
use downhill::dataset::Dataset;
use downhill::figure::frame::Frame;
use downhill::figure::pen::{Pen, TEXT};
use downhill::figure::surface::Scene;
use downhill::figure::svg::Svg;
use downhill::figure::theme::Theme;
use downhill::figure::window::Window;
use downhill::figure::{bowl, data, history, map, surface};
use downhill::line::Line;
use downhill::settings::{EpochLimit, LearningRate, Settings, Start};
use downhill::trainer::Trainer;
use downhill::view::Camera;
use roxmltree::{Document, Node};

const THEME: Theme = Theme::LIGHT;

fn small() -> Dataset {
    Dataset::from_columns(&[1.0, 2.0, 3.0, 4.0], &[2.0, 2.5, 4.5, 5.0]).expect("sound data")
}

fn run(data: &Dataset, rate: f64, epochs: u64) -> Trainer {
    let mut run = Trainer::new(
        data,
        Settings {
            learning_rate: LearningRate::try_from(rate).expect("a good rate"),
            epochs: EpochLimit::try_from(100_000.0).expect("a good limit"),
            ..Settings::default()
        },
    );
    run.step(epochs);
    run
}

fn window(run: &Trainer) -> Window {
    let runs = std::slice::from_ref(run);
    Window::around(runs, &Window::home(runs))
}

/// Draws with a fresh pen at ratio 1 and gives the document, and what the drawing gave.
fn drawn<T>(size: (u32, u32), draw: impl FnOnce(&mut Pen<'_, Svg>) -> T) -> (String, T) {
    let mut svg = Svg::new(size.0, size.1);
    let result = draw(&mut Pen::new(&mut svg, 1.0, &THEME));
    (svg.finish(), result)
}

const SIZE: (u32, u32) = (600, 400);

fn number(node: &Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name).and_then(|text| text.parse().ok()).expect("a number")
}

/// Centres of the circles of this colour and radius.
fn circles(document: &Document<'_>, color: &str, radius: &str) -> Vec<(f64, f64)> {
    document
        .descendants()
        .filter(|node| node.has_tag_name("circle"))
        .filter(|node| node.attribute("fill") == Some(color) && node.attribute("r") == Some(radius))
        .map(|node| (number(&node, "cx"), number(&node, "cy")))
        .collect()
}

/// Places of the paths of this colour.
fn paths(document: &Document<'_>, color: &str) -> Vec<Vec<(f64, f64)>> {
    let place = |text: &str| {
        let (x, y) = text.split_once(',').expect("a pair");
        (x.parse().expect("a number"), y.parse().expect("a number"))
    };
    document
        .descendants()
        .filter(|node| node.has_tag_name("polyline") && node.attribute("stroke") == Some(color))
        .map(|node| node.attribute("points").unwrap_or_default().split(' ').map(place).collect())
        .collect()
}

fn near((x, y): (f64, f64), (other_x, other_y): (f64, f64)) -> bool {
    (x - other_x).abs() <= 1.0 && (y - other_y).abs() <= 1.0
}

const LINE: &str = "#0b62c4";
const BALL: &str = "#d96a00";
const BALL_RADIUS: &str = "7";

/// The data figure of a run, and its frame.
fn data_figure(data: &Dataset, run: &Trainer) -> (String, Frame) {
    drawn(SIZE, |pen| {
        let frame = data::frame(pen, data, run.start());
        data::draw_base(pen, &frame, data).expect("it draws");
        let errors = data::error_sample(data);
        let runs = std::slice::from_ref(run);
        data::draw_overlay(pen, &frame, runs, &errors, None).expect("it draws");
        frame
    })
}

#[test]
fn the_line_passes_through_its_pixels() {
    let data = small();
    let (svg, frame) = data_figure(&data, &run(&data, 0.02, 40));
    let document = Document::parse(&svg).expect("well-formed");
    let line = run(&data, 0.02, 40).state().line;
    let drawn = paths(&document, LINE);
    assert_eq!(drawn.len(), 1);
    for &(x, y) in &drawn[0] {
        let expected = frame.y.pixel(line.predict(frame.x.value(x)));
        assert!((y - expected).abs() <= 1.5, "({x}, {y}) instead of {expected}");
    }
}

#[test]
fn a_line_that_leaves_the_plot_keeps_its_slope_to_the_edge() {
    let data = small();
    let start = Start::at(40.0, -100.0).expect("a good start");
    let run = Trainer::new(&data, Settings { start, ..Settings::default() });
    let (svg, frame) = data_figure(&data, &run);
    let document = Document::parse(&svg).expect("well-formed");
    let drawn = paths(&document, LINE);
    let [(x1, y1), (x2, y2)] = drawn[0][..] else { panic!("one straight piece: {drawn:?}") };
    assert!(x1 > frame.plot.left + 50.0 && x2 < frame.plot.right - 50.0, "{x1} {x2}");
    let slope = (frame.y.value(y2) - frame.y.value(y1)) / (frame.x.value(x2) - frame.x.value(x1));
    assert!((slope - 40.0).abs() < 3.0, "{slope}");
}

#[test]
fn every_point_is_drawn_where_it_is() {
    let data = small();
    let (svg, frame) = data_figure(&data, &run(&data, 0.02, 0));
    let document = Document::parse(&svg).expect("well-formed");
    let points = circles(&document, "#7a4fc0", "4");
    assert_eq!(points.len(), 4);
    for ((x, y), drawn) in data.points().iter().zip(points) {
        assert!(near(drawn, frame.place(x, y)));
    }
}

#[test]
fn many_points_become_one_picture() {
    let data = builtin::first().dataset();
    let (svg, _) = data_figure(&data, &run(&data, 0.002, 10));
    let document = Document::parse(&svg).expect("well-formed");
    let count = |name: &str| document.descendants().filter(|node| node.has_tag_name(name)).count();
    assert_eq!(count("image"), 1);
    assert!(count("circle") == 0);
    assert!(svg.len() < 1_000_000, "{}", svg.len());
}

#[test]
fn at_most_two_hundred_errors_are_drawn_and_they_end_on_the_line() {
    for builtin in builtin::all() {
        let data = builtin.dataset();
        let sample = data::error_sample(&data);
        assert!(sample.len() <= 200 && sample.len() >= data.points().len().min(80));
        let known = |row: &(f64, f64)| data.points().iter().any(|point| point == *row);
        assert!(sample.iter().take(5).all(known), "{}", builtin.id);
    }
}

#[test]
fn in_the_bowl_the_ball_lies_on_the_curve_at_its_cost() {
    let data = small();
    let run = run(&data, 0.02, 7);
    let (svg, frame) = drawn(SIZE, |pen| {
        let frame = bowl::frame(pen, &window(&run));
        bowl::draw_base(pen, &frame).expect("it draws");
        bowl::draw_overlay(pen, &frame, &run).expect("it draws");
        frame
    });
    let document = Document::parse(&svg).expect("well-formed");
    let state = run.state();
    let ball = circles(&document, BALL, BALL_RADIUS);
    assert!(near(ball[0], frame.place(state.line.slope, state.cost)), "{ball:?}");
    for (x, y) in paths(&document, "#5d6370").concat() {
        let line = Line::new(frame.x.value(x), state.line.intercept);
        let expected = frame.y.pixel(run.objective().value(line)).max(frame.plot.top);
        // Half a pixel sideways is more of a steep curve.
        assert!((y - expected).abs() <= 6.0, "({x}, {y}) instead of {expected}");
    }
}

#[test]
fn on_the_map_ball_start_and_minimum_are_at_their_slopes_and_intercepts() {
    let data = small();
    let run = run(&data, 0.02, 30);
    let (svg, frame) = drawn(SIZE, |pen| {
        let window = window(&run);
        let frame = map::frame(pen, &window);
        map::draw_base(pen, &frame, &window, run.objective()).expect("it draws");
        map::draw_overlay(pen, &frame, std::slice::from_ref(&run)).expect("it draws");
        frame
    });
    let document = Document::parse(&svg).expect("well-formed");
    let place = |line: Line| frame.place(line.slope, line.intercept);
    assert!(near(circles(&document, BALL, BALL_RADIUS)[0], place(run.state().line)));
    assert!(near(paths(&document, BALL)[0][0], place(run.start())));
    let best = place(data.least_squares().expect("x has spread"));
    let crossing = document
        .descendants()
        .filter(|node| node.has_tag_name("line") && node.attribute("stroke") == Some("#12793f"))
        .map(|node| {
            let middle = |a, b| 0.5 * (number(&node, a) + number(&node, b));
            (middle("x1", "x2"), middle("y1", "y2"))
        });
    assert!(crossing.clone().count() == 2 && crossing.into_iter().all(|at| near(at, best)));
}

#[test]
fn on_the_surface_the_ball_is_where_the_scene_puts_its_cost() {
    let data = small();
    let run = run(&data, 0.02, 30);
    let runs = std::slice::from_ref(&run);
    for turn in 0..24 {
        let camera = Camera::new(f64::from(turn) * std::f64::consts::TAU / 24.0, 0.9);
        let (svg, scene) = drawn(SIZE, |pen| {
            let scene = Scene::new(pen.size(), run.objective(), &window(&run), camera);
            surface::draw_base(pen, &scene).expect("it draws");
            surface::draw_overlay(pen, &scene, runs).expect("it draws");
            scene
        });
        let document = Document::parse(&svg).expect("well-formed");
        let ball = circles(&document, BALL, BALL_RADIUS);
        let state = run.state();
        assert!(near(ball[0], scene.place(state.line, state.cost)), "{turn}: {ball:?}");
    }
}

#[test]
fn the_history_ends_at_the_present_cost() {
    let data = small();
    let run = run(&data, 0.02, 300);
    for log in [false, true] {
        let (svg, frame) = drawn(SIZE, |pen| {
            let runs = std::slice::from_ref(&run);
            let frame = history::frame(pen, runs, &window(&run), log);
            history::draw_base(pen, &frame).expect("it draws");
            history::draw_overlay(pen, &frame, runs, None).expect("it draws");
            frame
        });
        let document = Document::parse(&svg).expect("well-formed");
        let state = run.state();
        let ball = circles(&document, BALL, BALL_RADIUS);
        assert!(near(ball[0], frame.place(state.epoch as f64, state.cost)), "{log}: {ball:?}");
    }
}

/// All five pictures of a run at a size, as documents.
fn all_figures(size: (u32, u32), data: &Dataset, run: &Trainer) -> Vec<String> {
    let runs = std::slice::from_ref(run);
    let window = window(run);
    let best = data.least_squares();
    let draw = |draw: &dyn Fn(&mut Pen<'_, Svg>)| drawn(size, |pen| draw(pen)).0;
    vec![
        draw(&|pen| {
            let frame = data::frame(pen, data, run.start());
            data::draw_base(pen, &frame, data).expect("it draws");
            let errors = data::error_sample(data);
            data::draw_overlay(pen, &frame, runs, &errors, best).expect("it draws");
        }),
        draw(&|pen| {
            let frame = bowl::frame(pen, &window);
            bowl::draw_base(pen, &frame).expect("it draws");
            bowl::draw_overlay(pen, &frame, run).expect("it draws");
        }),
        draw(&|pen| {
            let frame = map::frame(pen, &window);
            map::draw_base(pen, &frame, &window, run.objective()).expect("it draws");
            map::draw_overlay(pen, &frame, runs).expect("it draws");
        }),
        draw(&|pen| {
            let scene = Scene::new(pen.size(), run.objective(), &window, Camera::default());
            surface::draw_base(pen, &scene).expect("it draws");
            surface::draw_overlay(pen, &scene, runs).expect("it draws");
        }),
        draw(&|pen| {
            let frame = history::frame(pen, runs, &window, true);
            history::draw_base(pen, &frame).expect("it draws");
            history::draw_overlay(pen, &frame, runs, best).expect("it draws");
        }),
    ]
}

/// The rectangle that a text covers, by the width that the pen reckons with.
fn extent(node: &Node<'_, '_>) -> (f64, f64, f64, f64) {
    let text = node.text().unwrap_or_default();
    let width = text.chars().count() as f64 * TEXT * 0.56;
    let (x, y) = (number(node, "x"), number(node, "y"));
    let left = match node.attribute("text-anchor") {
        Some("start") => x,
        Some("middle") => x - 0.5 * width,
        _ => x - width,
    };
    let top =
        if node.attribute("dominant-baseline") == Some("hanging") { y } else { y - 0.5 * TEXT };
    (left, top, left + width, top + TEXT)
}

#[test]
fn no_label_is_clipped_or_covers_another_at_any_size() {
    for id in ["weather", "faithful", "years", "anscombe-4"] {
        let builtin = builtin::find(id).expect("built in");
        let data = builtin.dataset();
        let run = run(&data, builtin.learning_rate.min(0.02), 25);
        for size in [(280, 200), (360, 260), (600, 400), (900, 520), (1240, 640)] {
            for (index, svg) in all_figures(size, &data, &run).iter().enumerate() {
                let document = Document::parse(svg).expect("well-formed");
                let texts: Vec<_> =
                    document.descendants().filter(|node| node.has_tag_name("text")).collect();
                let boxes: Vec<_> = texts.iter().map(extent).collect();
                let about = |at: usize| format!("{id} {size:?} #{index}: {:?}", texts[at].text());
                for (at, &(left, top, right, bottom)) in boxes.iter().enumerate() {
                    let inside = left >= 0.0
                        && top >= 0.0
                        && right <= f64::from(size.0)
                        && bottom <= f64::from(size.1);
                    assert!(inside, "{} leaves the picture: {:?}", about(at), boxes[at]);
                    for (other, covered) in boxes.iter().enumerate().skip(at + 1) {
                        let apart = right <= covered.0
                            || covered.2 <= left
                            || bottom <= covered.1
                            || covered.3 <= top;
                        assert!(apart, "{} covers {}", about(at), about(other));
                    }
                }
            }
        }
    }
}

#[test]
fn whatever_the_data_and_however_far_off_the_ball_every_figure_can_be_drawn() {
    let columns: [(&[f64], &[f64]); 6] = [
        (&[3.0], &[4.0]),
        (&[2.0, 2.0, 2.0], &[1.0, 5.0, 9.0]),
        (&[1.0, 2.0], &[0.0, 0.0]),
        (&[0.0, 0.0], &[0.0, 0.0]),
        (&[1e100, 2e100], &[-1e100, 3e100]),
        (&[1e-100, 2e-100], &[1e-100, 3e-100]),
    ];
    for (xs, ys) in columns {
        let data = Dataset::from_columns(xs, ys).expect("sound data");
        for rate in [1e-300, 1e-3, 10.0, 1e250] {
            let run = run(&data, rate, 1_000);
            for svg in all_figures(SIZE, &data, &run) {
                let document = Document::parse(&svg).expect("well-formed");
                let mut attributes = document.descendants().flat_map(|node| node.attributes());
                let bad = attributes.find(|attribute| {
                    attribute.name() != "href" && ["NaN", "inf"].contains(&attribute.value())
                });
                assert!(bad.is_none(), "{xs:?} {rate}: {bad:?}");
            }
        }
    }
}

#[test]
fn the_window_is_steady_while_the_ball_is_in_it_and_follows_one_that_flies_off() {
    let data = builtin::first().dataset();
    let mut steady = run(&data, 0.002, 0);
    let at_the_start = window(&steady);
    for _ in 0..50 {
        steady.step(100);
        assert_eq!(window(&steady), at_the_start);
    }
    let mut flying = run(&data, 0.01, 0);
    for _ in 0..12 {
        flying.step(1);
        let (window, line) = (window(&flying), flying.state().line);
        assert!(window.slope.contains(line.slope) && window.intercept.contains(line.intercept));
        assert!(window.cost.contains(flying.state().cost));
    }
}

#[test]
fn the_colours_are_those_of_the_page() {
    let css = include_str!("../www/style.css");
    let (light, dark) = css.split_once("prefers-color-scheme: dark").expect("a dark theme");
    for (css, theme) in [(light, Theme::LIGHT), (dark, Theme::DARK)] {
        let colors = [
            ("panel", theme.panel),
            ("ink", theme.ink),
            ("muted", theme.muted),
            ("grid", theme.grid),
            ("points", theme.points),
            ("line", theme.line),
            ("errors", theme.errors),
            ("ball", theme.ball),
            ("best", theme.best),
        ];
        for (name, color) in colors {
            let (red, green, blue) = color.rgb;
            let declared = format!("--{name}: #{red:02x}{green:02x}{blue:02x};");
            assert!(css.contains(&declared), "{declared} is not in style.css");
        }
    }
}
