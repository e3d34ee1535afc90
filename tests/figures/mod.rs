//! The figures, drawn to SVG and looked at through their elements.

mod highlight;
mod more;
mod still;

use std::sync::Arc;

use downhill::data::builtin;
use downhill::data::dataset::Dataset;
use downhill::descent::objective::{Held, Problem};
use downhill::descent::scaling::Scaling;
use downhill::descent::settings::{EpochLimit, LearningRate, Settings, Start};
use downhill::descent::trainer::Trainer;
use downhill::figure::actor::Actor;
use downhill::figure::data::{Marks, Plot, Pointed};
use downhill::figure::errors::Squares;
use downhill::figure::frame::Frame;
use downhill::figure::geometry::Rect;
use downhill::figure::handles::Handle;
use downhill::figure::highlight::Symbol;
use downhill::figure::landscape::Landscape;
use downhill::figure::pen::{Pen, TEXT};
use downhill::figure::surface::{SIDE, Scene};
use downhill::figure::svg::Svg;
use downhill::figure::theme::Theme;
use downhill::figure::window::{WIDEST, Window};
use downhill::figure::{bowl, errors, history, map, surface};
use downhill::numeric::line::Line;
use downhill::session::view::{Camera, DataView, Parameter};
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
    Window::around(runs, &Window::initial(runs))
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
const ERRORS: &str = "#c8202f";
const BALL: &str = "#d96a00";
const BALL_RADIUS: &str = "7";

/// A view of the data of a run with these marks, as a document and as a layout.
fn data_view(data: &Dataset, run: &Trainer, view: DataView, marks: Marks) -> (String, Plot) {
    drawn(SIZE, |pen| {
        let frame = Plot::frame(pen, data, view, run.start_line());
        let line = Some(run.state().line);
        let plot = Plot::draw_base(pen, frame, data, view, line).expect("it draws");
        plot.draw_overlay(pen, data, &[Actor::standing(run, 0)], &marks).expect("it draws");
        plot
    })
}

/// The data figure of a run, and its frame.
fn data_figure(data: &Dataset, run: &Trainer) -> (String, Frame) {
    let (svg, plot) = data_view(data, run, DataView::Points, Marks::default());
    (svg, plot.frame)
}

/// The bowl of a run along a parameter, and its frame.
fn bowl_figure(run: &Trainer, along: Parameter) -> (String, Frame) {
    drawn(SIZE, |pen| {
        let frame = bowl::frame(pen, &window(run), along, Scaling::RAW);
        frame.draw_empty(pen).expect("it draws");
        bowl::draw_overlay(pen, &frame, &[Actor::standing(run, 0)], 0, along).expect("it draws");
        frame
    })
}

/// The surface of a run from a camera, and its scene.
fn surface_figure(run: &Trainer, camera: Camera) -> (String, Scene) {
    drawn(SIZE, |pen| {
        let scene = scene(pen, run, camera);
        draw_surface(pen, &scene, run);
        scene
    })
}

fn landscape(run: &Trainer) -> Landscape {
    Landscape::new(run.objective(), &window(run))
}

fn scene(pen: &Pen<'_, Svg>, run: &Trainer, camera: Camera) -> Scene {
    Scene::new(pen.size(), Arc::new(landscape(run)), Scaling::RAW, camera)
}

fn draw_surface(pen: &mut Pen<'_, Svg>, scene: &Scene, run: &Trainer) {
    let texture = surface::texture(&THEME, &landscape(run));
    surface::draw_base(pen, scene, &texture).expect("it draws");
    surface::draw_overlay(pen, scene, &[Actor::standing(run, 0)]).expect("it draws");
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
        let sample = errors::sample(&data);
        assert!(sample.len() <= 200 && sample.len() >= data.points().len().min(80));
        let known = |row: &(f64, f64)| data.points().iter().any(|point| point == *row);
        assert!(sample.iter().take(5).all(known), "{}", builtin.id);
    }
}

#[test]
fn in_the_bowl_the_ball_lies_on_the_curve_at_its_cost() {
    let data = small();
    let run = run(&data, 0.02, 7);
    let (svg, frame) = bowl_figure(&run, Parameter::Slope);
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
        let frame = map::frame(pen, &window, Scaling::RAW);
        map::draw_base(pen, &frame, &landscape(&run)).expect("it draws");
        map::draw_overlay(pen, &frame, &[Actor::standing(&run, 0)]).expect("it draws");
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
    for turn in 0..24 {
        let camera = Camera::new(f64::from(turn) * std::f64::consts::TAU / 24.0, 0.9);
        let (svg, scene) = surface_figure(&run, camera);
        let document = Document::parse(&svg).expect("well-formed");
        let ball = circles(&document, BALL, BALL_RADIUS);
        let state = run.state();
        assert!(near(ball[0], scene.place(state.line, state.cost)), "{turn}: {ball:?}");
    }
}

#[test]
fn the_quads_of_the_surface_are_drawn_far_to_near_from_24_angles() {
    let data = small();
    let run = run(&data, 0.02, 30);
    for turn in 0..24 {
        let yaw = f64::from(turn) * std::f64::consts::TAU / 24.0;
        let (_, scene) = surface_figure(&run, Camera::new(yaw, 0.4));
        let order: Vec<_> = scene.quads().map(|quad| (quad.column, quad.row)).collect();
        assert_eq!(order.len(), SIDE * SIDE);
        let place = |cell: (usize, usize)| order.iter().position(|&other| other == cell);
        // How near the viewer the middle of a cell of the floor is.
        let depth = |(column, row): (usize, usize)| {
            let at = |cell: usize| 2.0 * (cell as f64 + 0.5) / SIDE as f64 - 1.0;
            -(at(column) * yaw.sin() + at(row) * yaw.cos())
        };
        for (column, row) in (0..SIDE - 1).flat_map(|c| (0..SIDE - 1).map(move |r| (c, r))) {
            // Only neighbours along the grid can hide one another's edge: the nearer comes later.
            for next in [(column + 1, row), (column, row + 1)] {
                let (here, there) = (depth((column, row)), depth(next));
                if (here - there).abs() > 1e-9 {
                    let later = place((column, row)) > place(next);
                    assert_eq!(here > there, later, "{turn}: ({column}, {row}) and {next:?}");
                }
            }
        }
    }
}

#[test]
fn what_is_seen_at_the_ball_is_the_cost_of_its_line() {
    let data = small();
    let run = run(&data, 0.02, 3);
    let line = run.state().line;
    for turn in 0..24 {
        let camera = Camera::new(f64::from(turn) * std::f64::consts::TAU / 24.0, 1.2)
            .zoomed(1.5, (0.1, -0.05));
        let (_, scene) = surface_figure(&run, camera);
        let seen = scene.line_at(scene.place(line, run.state().cost)).expect("it is in sight");
        let window = scene.window();
        let slope = (seen.slope - line.slope).abs() / window.slope.span();
        let intercept = (seen.intercept - line.intercept).abs() / window.intercept.span();
        assert!(slope < 2e-3 && intercept < 2e-3, "{turn}: {seen:?} instead of {line:?}");
    }
    let (_, scene) = surface_figure(&run, Camera::default());
    assert_eq!(scene.line_at((1.0, 1.0)), None, "beside the surface there is no cost");
}

#[test]
fn the_camera_over_the_map_sees_the_map() {
    let data = small();
    let run = run(&data, 0.02, 30);
    let ((), (frame, scene)) = (
        (),
        drawn(SIZE, |pen| {
            let frame = map::frame(pen, &window(&run), Scaling::RAW);
            (frame, scene(pen, &run, Camera::default()))
        })
        .1,
    );
    let above = scene.on_the_way(frame.plot, 0.0);
    for state in run.trace() {
        let Line { slope, intercept } = state.line;
        let place = above.place(state.line, state.cost);
        assert!(near(place, frame.place(slope, intercept)), "{place:?}");
    }
    let there = scene.on_the_way(frame.plot, 1.0);
    let (line, cost) = (run.state().line, run.state().cost);
    assert!(near(there.place(line, cost), scene.place(line, cost)));
}

#[test]
fn contours_lie_at_their_costs() {
    let data = small();
    let run = run(&data, 0.02, 0);
    let (window, landscape) = (window(&run), landscape(&run));
    let height = map::Height::of(&landscape);
    let size = (720, 480);
    let pixels = map::paint(&THEME, &landscape, size, 0.0);
    let line = |column: f64, row: f64| {
        Line::new(
            window.slope.min + window.slope.span() * (column + 0.5) / size.0 as f64,
            window.intercept.max - window.intercept.span() * (row + 0.5) / size.1 as f64,
        )
    };
    let color = |column: usize, row: usize| {
        let at = 4 * (row * size.0 + column);
        pixels.pixels()[at..at + 3].to_vec()
    };
    let band = |line: Line| height.at(&landscape, line) * map::BANDS;
    // Beside the edge of a band, where its thin line is drawn, a pixel has a colour of its own.
    let inside = |band: f64| (band - band.round()).abs() > 0.05;
    let (mut same, mut edges) = (0, 0);
    let columns = 4..size.0 - 1;
    for (column, row) in columns.flat_map(|column| (1..size.1 - 1).map(move |row| (column, row))) {
        let at = |right: f64, down: f64| band(line(column as f64 + right, row as f64 + down));
        let (here, left) = (at(0.0, 0.0), at(-3.0, 0.0));
        // Where bands are finer than pixels the colour is their average.
        let around = [(0.0, 1.0), (0.0, -1.0), (1.0, 0.0), (-3.0, 1.0), (-3.0, -1.0), (-4.0, 0.0)];
        let coarse = around.iter().all(|&(right, down)| (at(right, down) - here).abs() < 0.2);
        if coarse && inside(here) && inside(left) {
            let change = color(column - 3, row) != color(column, row);
            assert_eq!(change, here.floor() != left.floor(), "({column}, {row}): {left}, {here}");
            same += usize::from(!change);
            edges += usize::from(change);
        }
    }
    assert!(same > 500, "{same}");
    assert!(edges > 200, "{edges}");
}

#[test]
fn equal_axes_show_a_unit_of_each_parameter_equally_long() {
    let data = builtin::first().dataset();
    let run = run(&data, 0.002, 30);
    let (_, frame) = drawn(SIZE, |pen| {
        let window = window(&run);
        let shape = map::shape(pen, &window, Scaling::RAW);
        map::frame(pen, &window.with_equal_axes(shape), Scaling::RAW)
    });
    let across = frame.x.pixel(1.0) - frame.x.pixel(0.0);
    let up = frame.y.pixel(0.0) - frame.y.pixel(1.0);
    assert!((across / up - 1.0).abs() < 0.02, "{across} across, {up} up");
}

#[test]
fn the_window_grows_to_a_limit_and_no_further() {
    let data = builtin::first().dataset();
    let mut flying = run(&data, 1e20, 0);
    let home = Window::initial(std::slice::from_ref(&flying));
    flying.step(3);
    let times = window(&flying).times_wider(&home);
    assert!((times / WIDEST - 1.0).abs() < 1e-9, "{times}");
}

#[test]
fn with_a_held_intercept_the_steps_zigzag_on_the_curve_itself() {
    let data = small();
    let mean_square = data.points().iter().map(|(x, _)| x * x).sum::<f64>() / 4.0;
    let settings = Settings {
        learning_rate: LearningRate::try_from(0.9 / mean_square).expect("a good rate"),
        problem: Problem { held: Held::Intercept, ..Problem::default() },
        ..Settings::default()
    };
    let mut run = Trainer::new(&data, settings);
    let limit = run.largest_stable_rate().expect("plain descent has one");
    assert!((limit * mean_square - 1.0).abs() < 1e-12);
    run.step(9);
    let (svg, frame) = bowl_figure(&run, Parameter::Slope);
    let document = Document::parse(&svg).expect("well-formed");
    let steps = circles(&document, BALL, "3");
    assert!(steps.len() >= 9, "{}", steps.len());
    let best = run.minimum().expect("one slope is best").slope;
    let mut sides = Vec::new();
    for (state, step) in run.trace().zip(&steps) {
        let expected = frame.place(state.line.slope, run.objective().value(state.line));
        assert!(near(*step, expected), "{step:?} instead of {expected:?}");
        sides.push(state.line.slope > best);
    }
    assert!(sides.windows(2).all(|pair| pair[0] != pair[1]), "each step crosses: {sides:?}");
}

#[test]
fn the_next_step_is_as_long_as_the_rate_times_the_steepness() {
    let data = small();
    for along in [Parameter::Slope, Parameter::Intercept] {
        let run = run(&data, 0.02, 2);
        let (svg, frame) = bowl_figure(&run, along);
        let document = Document::parse(&svg).expect("well-formed");
        let mut next = run.clone();
        next.step(1);
        let from = frame.x.pixel(along.of(run.state().line));
        let to = frame.x.pixel(along.of(next.state().line));
        // The tip of the arrow is a corner of its head.
        let tip = document
            .descendants()
            .filter(|node| node.has_tag_name("polygon") && node.attribute("fill") == Some(BALL))
            .filter_map(|node| {
                node.attribute("points")?.split([' ', ',']).next()?.parse::<f64>().ok()
            })
            .next()
            .expect("an arrow");
        assert!((tip - to).abs() <= 1.0, "from {from} to {tip} instead of {to}");
    }
}

#[test]
fn squares_have_equal_sides_on_the_screen_and_do_not_cross_the_line() {
    let data = small();
    let run = run(&data, 0.02, 20);
    let (_, plot) = data_view(&data, &run, DataView::Points, Marks::default());
    let line = run.state().line;
    for (x, y) in data.points().iter() {
        let Rect { left, top, right, bottom } = errors::square(&plot.frame, (x, y), line);
        assert!(((right - left) - (bottom - top)).abs() < 1e-9);
        let error = (plot.frame.y.pixel(y) - plot.frame.y.pixel(line.predict(x))).abs();
        assert!(((right - left) - error).abs() < 1e-9);
        let middle = plot.frame.x.value(0.5 * (left + right));
        let above = plot.frame.y.pixel(line.predict(middle));
        assert!(above <= top + 1e-9 || above >= bottom - 1e-9, "the line runs through a square");
    }
}

#[test]
fn outlined_squares_leave_no_red_area_in_any_view_or_under_any_light() {
    let data = small();
    let run = run(&data, 0.02, 20);
    let areas = |view: DataView, marks: Marks| {
        let (svg, _) = data_view(&data, &run, view, marks);
        let document = Document::parse(&svg).expect("well-formed");
        let red = |node: &Node<'_, '_>| node.attribute("fill") == Some(ERRORS);
        document.descendants().filter(red).count()
    };
    let pointed = Pointed { ghost: None, point: data.points().get(0) };
    for view in [DataView::Points, DataView::Residuals, DataView::BestResiduals] {
        for lit in [None, Some(Symbol::Cost)] {
            let filled = Marks { squares: true, pointed, highlighted: lit, ..Marks::default() };
            assert!(areas(view, filled) >= 4, "{view:?}, {lit:?}");
            let outlined = Marks { square_look: Squares::Outlined, ..filled };
            assert_eq!(areas(view, outlined), 0, "{view:?}, {lit:?}");
        }
    }
}

#[test]
fn a_residual_stands_at_its_error() {
    let data = small();
    let run = run(&data, 0.02, 20);
    let (svg, plot) = data_view(&data, &run, DataView::Residuals, Marks::default());
    let document = Document::parse(&svg).expect("well-formed");
    let points = circles(&document, "#7a4fc0", "4");
    assert_eq!(points.len(), 4);
    for ((x, y), drawn) in data.points().iter().zip(points) {
        let error = y - run.state().line.predict(x);
        assert!(near(drawn, plot.frame.place(x, error)));
    }
}

#[test]
fn many_residuals_are_drawn_as_a_sample_while_they_move() {
    let data = builtin::first().dataset();
    let run = run(&data, 0.002, 5);
    let (svg, ()) = drawn(SIZE, |pen| {
        let view = DataView::Residuals;
        let frame = Plot::frame(pen, &data, view, run.start_line());
        let plot = Plot::draw_base(pen, frame, &data, view, None).expect("it draws");
        let actors = [Actor::standing(&run, 0)];
        plot.draw_overlay(pen, &data, &actors, &Marks::default()).expect("it draws");
    });
    let document = Document::parse(&svg).expect("well-formed");
    let drawn = circles(&document, "#7a4fc0", "2").len();
    assert!((1_000..=2_000).contains(&drawn), "{drawn}");
}

#[test]
fn the_line_follows_its_handles() {
    let data = small();
    let run = run(&data, 0.02, 20);
    let (_, plot) = data_view(&data, &run, DataView::Points, Marks::default());
    let line = run.state().line;
    let mean = data.summary().mean_x();
    let handles = plot.handles(&data, line);
    let middle = plot.frame.place(mean, line.predict(mean));
    assert_eq!(handles.at(middle, 5.0), Some(Handle::Middle));
    let to = (middle.0 + 30.0, middle.1 - 40.0);
    let moved = handles.dragged(Handle::Middle, &plot.frame, line, to);
    assert_eq!(moved.slope, line.slope);
    assert!((plot.frame.y.pixel(moved.predict(mean)) - to.1).abs() < 1e-6);

    let end = (plot.frame.plot.right - 60.0, plot.frame.plot.top + 20.0);
    let turned = handles.dragged(Handle::End, &plot.frame, line, end);
    assert!((turned.predict(mean) - line.predict(mean)).abs() < 1e-9, "it turns about its middle");
    let (x, y) = (plot.frame.x.value(end.0), plot.frame.y.value(end.1));
    assert!((turned.predict(x) - y).abs() < 1e-9, "it goes through the pointer");
    // Straight above the middle the line would be upright.
    let upright = handles.dragged(Handle::End, &plot.frame, line, (middle.0, 0.0));
    assert!(upright.is_finite());
}

#[test]
fn a_line_out_of_sight_can_be_fetched_by_its_middle() {
    let data = small();
    let start = Start::at(0.0, 1e6).expect("a good start");
    let run = Trainer::new(&data, Settings { start, ..Settings::default() });
    let (_, plot) = data_view(&data, &run, DataView::Points, Marks::default());
    let handles = plot.handles(&data, run.start());
    let at_the_edge = (plot.frame.x.pixel(data.summary().mean_x()), plot.frame.plot.top);
    assert_eq!(handles.at(at_the_edge, 12.0), Some(Handle::Middle));
}

#[test]
fn the_point_at_a_place_is_found_among_few_and_among_many() {
    for data in [small(), builtin::first().dataset()] {
        let run = run(&data, 0.002, 0);
        let (_, plot) = data_view(&data, &run, DataView::Points, Marks::default());
        for index in [0, data.points().len() / 2, data.points().len() - 1] {
            let (x, y) = data.points().get(index).expect("it is there");
            let place = plot.frame.place(x, y);
            let found = plot.point_at(&data, place, 6.0).expect("one is there");
            let (x, y) = data.points().get(found).expect("it is there");
            let away = plot.frame.place(x, y);
            assert!(near(place, away), "{away:?} instead of {place:?}");
        }
        assert_eq!(plot.point_at(&data, (-500.0, -500.0), 20.0), None);
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
            frame.draw_empty(pen).expect("it draws");
            history::draw_overlay(pen, &frame, &[Actor::standing(&run, 0)], None)
                .expect("it draws");
            frame
        });
        let document = Document::parse(&svg).expect("well-formed");
        let state = run.state();
        let ball = circles(&document, BALL, BALL_RADIUS);
        assert!(near(ball[0], frame.place(state.epoch as f64, state.cost)), "{log}: {ball:?}");
    }
}

#[test]
fn the_history_of_a_run_that_blew_up_shows_how_it_began() {
    let data = small();
    let run = run(&data, 1.0, 100_000);
    assert!(run.state().cost > 1e15, "{:?}", run.state());
    let (_, frame) =
        drawn(SIZE, |pen| history::frame(pen, std::slice::from_ref(&run), &window(&run), true));
    for state in run.trace().take(2) {
        assert!(frame.plot.contains(frame.place(1.0, state.cost)), "{state:?}");
    }
}

/// All pictures of a run at a size, as documents.
fn all_figures(size: (u32, u32), data: &Dataset, run: &Trainer) -> Vec<String> {
    let runs = std::slice::from_ref(run);
    let window = window(run);
    let best = data.least_squares();
    let actors = [Actor::standing(run, 0)];
    let draw = |draw: &dyn Fn(&mut Pen<'_, Svg>)| drawn(size, |pen| draw(pen)).0;
    let pointed = Pointed { ghost: Some(Line::new(1.0, 1.0)), point: data.points().get(0) };
    let data_view = |view: DataView, squares: bool| {
        draw(&|pen| {
            let frame = Plot::frame(pen, data, view, run.start_line());
            let line = Some(run.state().line);
            let plot = Plot::draw_base(pen, frame, data, view, line).expect("it draws");
            let marks =
                Marks { chosen: 0, best, squares, handles: true, pointed, ..Marks::default() };
            plot.draw_overlay(pen, data, &actors, &marks).expect("it draws");
        })
    };
    let bowl_view = |along: Parameter| {
        draw(&|pen| {
            let frame = bowl::frame(pen, &window, along, Scaling::RAW);
            frame.draw_empty(pen).expect("it draws");
            bowl::draw_overlay(pen, &frame, &actors, 0, along).expect("it draws");
        })
    };
    vec![
        data_view(DataView::Points, false),
        data_view(DataView::Points, true),
        data_view(DataView::Residuals, false),
        bowl_view(Parameter::Slope),
        bowl_view(Parameter::Intercept),
        draw(&|pen| {
            let frame = map::frame(pen, &window, Scaling::RAW);
            map::draw_base(pen, &frame, &landscape(run)).expect("it draws");
            map::draw_overlay(pen, &frame, &actors).expect("it draws");
        }),
        draw(&|pen| {
            draw_surface(pen, &scene(pen, run, Camera::default()), run);
        }),
        draw(&|pen| {
            let frame = history::frame(pen, runs, &window, true);
            frame.draw_empty(pen).expect("it draws");
            history::draw_overlay(pen, &frame, &actors, best).expect("it draws");
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
    let top = y - 0.85 * TEXT;
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
    let sheets =
        [include_str!("../../www/core/base.css"), include_str!("../../www/full/panel.css")];
    let themes =
        sheets.map(|css| css.split_once("prefers-color-scheme: dark").expect("a dark theme"));
    let light = themes.map(|(light, _)| light).concat();
    let dark = themes.map(|(_, dark)| dark).concat();
    for (css, theme) in [(light, Theme::LIGHT), (dark, Theme::DARK)] {
        let colors = [
            ("rival-1", theme.rivals[0]),
            ("rival-2", theme.rivals[1]),
            ("rival-3", theme.rivals[2]),
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
            assert!(css.contains(&declared), "{declared} is in neither sheet");
        }
    }
}
