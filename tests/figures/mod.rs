//! The figures, drawn as SVG and examined element by element.

mod cost;
mod cost_surface;
mod data;
mod every_figure;
mod highlight;
mod more;
mod still;

use crate::common::windows;
use downhill::data::builtin;
use downhill::data::dataset::Dataset;
use downhill::descent::objective::{Held, Problem};
use downhill::descent::scaling::Scaling;
use downhill::descent::settings::{EpochLimit, LearningRate, Settings, Start};
use downhill::descent::trainer::{Recording, Trainer};
use downhill::figure::actor::Actor;
use downhill::figure::bowl::Bowl;
use downhill::figure::cost_layout::CostLayout;
use downhill::figure::data::{Marks, Plot, Pointed};
use downhill::figure::errors::Squares;
use downhill::figure::frame::Frame;
use downhill::figure::geometry::Rect;
use downhill::figure::handles::Handle;
use downhill::figure::highlight::Symbol;
use downhill::figure::landscape::Landscape;
use downhill::figure::map::Map;
use downhill::figure::pen::{Pen, TEXT};
use downhill::figure::surface::{SIDE, Scene};
use downhill::figure::svg::Svg;
use downhill::figure::theme::Theme;
use downhill::figure::window::{WIDEST, Window};
use downhill::figure::{errors, history, map, surface};
use downhill::numeric::line::Line;
use downhill::session::view::{Camera, DataView, Parameter};
use roxmltree::{Document, Node};
use std::sync::Arc;

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
    windows::around(runs, &windows::initial(runs))
}

/// Draws at a pixel ratio of 1 and returns the document and the result of `draw`.
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

/// Corners of the polylines of this colour.
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

/// A view of the data of a run with these marks: the document and the layout.
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
        let bowl = Bowl::lay_out(pen, &window(run), along, Scaling::RAW);
        bowl.draw_base(pen).expect("it draws");
        bowl.draw_overlay(pen, &[Actor::standing(run, 0)], 0).expect("it draws");
        bowl.frame
    })
}

fn landscape(run: &Trainer) -> Landscape {
    Landscape::new(run.objective(), &window(run))
}

fn scene(pen: &Pen<'_, Svg>, run: &Trainer, camera: Camera) -> Scene {
    Scene::new(pen.size(), Arc::new(landscape(run)), Scaling::RAW, camera)
}

fn draw_surface(pen: &mut Pen<'_, Svg>, scene: &Scene, run: &Trainer) {
    let texture = surface::texture(&THEME, &landscape(run), 400);
    surface::draw_base(pen, scene, &texture).expect("it draws");
    scene.draw_overlay(pen, &[Actor::standing(run, 0)], 0).expect("it draws");
}

/// All figures of a run at a size, as documents.
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
            let bowl = Bowl::lay_out(pen, &window, along, Scaling::RAW);
            bowl.draw_base(pen).expect("it draws");
            bowl.draw_overlay(pen, &actors, 0).expect("it draws");
        })
    };
    vec![
        data_view(DataView::Points, false),
        data_view(DataView::Points, true),
        data_view(DataView::Residuals, false),
        bowl_view(Parameter::Slope),
        bowl_view(Parameter::Intercept),
        draw(&|pen| {
            let map = Map::lay_out(pen, &window, Scaling::RAW);
            map.draw_base(pen, &landscape(run)).expect("it draws");
            map.draw_overlay(pen, &actors, 0).expect("it draws");
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

/// The rectangle that a text covers, by the width that the pen assumes: left, top, right, bottom.
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
