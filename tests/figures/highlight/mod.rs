//! Highlighted symbols of the lesson: what each adds to a figure.

mod in_sight;
mod on_cost;
mod on_data;

use super::*;
use downhill::descent::settings::OnDivergence;
use downhill::figure::cost::{Base, Layout, Picture};
use downhill::figure::highlight::{self, Symbol};
use downhill::session::view::{CostView, View};

const ALL: [Symbol; 10] = [
    Symbol::Slope,
    Symbol::Intercept,
    Symbol::Line,
    Symbol::Errors,
    Symbol::X,
    Symbol::Y,
    Symbol::Cost,
    Symbol::Step,
    Symbol::SlopeGradient,
    Symbol::InterceptGradient,
];

/// Symbols that belong to the data. The others belong to the descent on the cost alone.
const OF_DATA: [Symbol; 7] = [
    Symbol::Slope,
    Symbol::Intercept,
    Symbol::Line,
    Symbol::Errors,
    Symbol::X,
    Symbol::Y,
    Symbol::Cost,
];

const BOWL_OF_SLOPE: (CostView, Parameter) = (CostView::Bowl, Parameter::Slope);
const BOWL_OF_INTERCEPT: (CostView, Parameter) = (CostView::Bowl, Parameter::Intercept);
const MAP: (CostView, Parameter) = (CostView::Map, Parameter::Slope);
const VIEWS: [(CostView, Parameter); 3] = [BOWL_OF_SLOPE, BOWL_OF_INTERCEPT, MAP];

/// Sizes of figures from a phone to a projector.
const SIZES: [(u32, u32); 5] = [(280, 200), (360, 260), (600, 400), (900, 520), (1240, 640)];

/// A run that stands at this line.
fn at(data: &Dataset, line: Line, rate: f64) -> Trainer {
    let start = Start::at(line.slope, line.intercept).expect("a good start");
    let learning_rate = LearningRate::try_from(rate).expect("a good rate");
    Trainer::new(data, Settings { start, learning_rate, ..Settings::default() })
}

/// A run on the small data from a start at which both parts of its step are visible.
fn visible() -> Trainer {
    at(&small(), Line::ZERO, 0.05)
}

/// The figure of the data with a symbol highlighted, or none.
fn data_with(data: &Dataset, run: &Trainer, lit: Option<Symbol>) -> (String, Plot) {
    data_view(data, run, DataView::Points, Marks { highlighted: lit, ..Marks::default() })
}

/// The frame of a flat view of the cost.
fn frame_of(layout: Layout) -> Frame {
    match layout {
        Layout::Bowl(bowl) => bowl.frame,
        Layout::Map(map) => map.frame,
        Layout::Surface(_) => panic!("the surface has no frame"),
    }
}

/// A figure of the cost with a symbol highlighted, or none, and its frame.
fn cost_with(
    run: &Trainer,
    view: (CostView, Parameter),
    scaling: Scaling,
    lit: Option<Symbol>,
) -> (String, Frame) {
    drawn(SIZE, |pen| {
        let actors = [Actor::standing(run, 0)];
        let view = View { cost: view.0, along: view.1, ..View::default() };
        let base = Base { picture: Picture::at_rest(&view), window: window(run), scaling };
        let layout = base.draw(pen, run.objective(), &mut None).expect("it draws");
        layout.draw_overlay_with(pen, &actors, 0, lit).expect("it draws");
        frame_of(layout)
    })
}

/// The elements that `lit` has in addition to `plain`, as a picture of their own. Highlights are drawn last.
fn added(lit: &str, plain: &str) -> String {
    let plain = plain.strip_suffix("</svg>\n").expect("a picture");
    let head = &plain[..=plain.find('\n').expect("lines")];
    head.to_owned() + lit.strip_prefix(plain).expect("the same picture below")
}

/// The highlight of a symbol in the figure of the data, and the frame.
fn lit_in_data(data: &Dataset, run: &Trainer, symbol: Symbol) -> (String, Frame) {
    let (plain, _) = data_with(data, run, None);
    let (lit, plot) = data_with(data, run, Some(symbol));
    (added(&lit, &plain), plot.frame)
}

/// The highlight of a symbol in a figure of the cost, and the frame.
fn lit_in_cost(run: &Trainer, view: (CostView, Parameter), symbol: Symbol) -> (String, Frame) {
    let (plain, _) = cost_with(run, view, Scaling::RAW, None);
    let (lit, frame) = cost_with(run, view, Scaling::RAW, Some(symbol));
    (added(&lit, &plain), frame)
}

/// The same highlight, drawn without the figure.
fn lit_alone(run: &Trainer, view: (CostView, Parameter), symbol: Symbol) -> (String, Frame) {
    drawn(SIZE, |pen| {
        let layout = match view.0 {
            CostView::Bowl => {
                Layout::Bowl(Bowl::lay_out(pen, &window(run), view.1, Scaling::RAW).into())
            }
            _ => Layout::Map(Map::lay_out(pen, &window(run), Scaling::RAW).into()),
        };
        layout.highlight(pen, &Actor::standing(run, 0), symbol).expect("it draws");
        frame_of(layout)
    })
}

/// The highlight of a symbol for any line and size, whether or not a run could have that line.
fn lit_on_data(size: (u32, u32), data: &Dataset, line: Line, symbol: Symbol) -> String {
    drawn(size, |pen| {
        let frame = Plot::frame(pen, data, DataView::Points, Line::ZERO);
        let lit = (symbol, Squares::Filled);
        highlight::on_data(pen, &frame, &errors::sample(data), line, lit).expect("it draws");
    })
    .0
}

/// The number of elements of a picture that draw anything.
fn elements(svg: &str) -> usize {
    let document = Document::parse(svg).expect("well-formed");
    let drawn = |node: &Node<'_, '_>| node.is_element() && node.attribute("d") != Some("");
    document.root_element().descendants().skip(1).filter(drawn).count()
}

fn texts(svg: &str) -> Vec<String> {
    let document = Document::parse(svg).expect("well-formed");
    let texts = document.descendants().filter(|node| node.has_tag_name("text"));
    texts.map(|node| node.text().unwrap_or_default().to_owned()).collect()
}

/// The numbers of an attribute, however they are separated.
fn numbers(text: &str) -> impl Iterator<Item = f64> + '_ {
    let parts = text.split(|character: char| " ,ML".contains(character));
    parts.filter(|part| !part.is_empty()).map(|part| part.parse().expect("a number"))
}

/// All coordinates of a picture: corners, centres, ends.
fn places(svg: &str) -> Vec<(f64, f64)> {
    let document = Document::parse(svg).expect("well-formed");
    let mut all = Vec::new();
    for node in document.root_element().descendants().skip(1) {
        for list in ["points", "d"].into_iter().filter_map(|name| node.attribute(name)) {
            let list: Vec<f64> = numbers(list).collect();
            all.extend(list.chunks(2).map(|pair| (pair[0], pair[1])));
        }
        for (x, y) in [("x", "y"), ("x1", "y1"), ("x2", "y2"), ("cx", "cy")] {
            if node.attribute(x).is_some() {
                all.push((number(&node, x), number(&node, y)));
            }
        }
        if node.has_tag_name("rect") {
            let corner = (number(&node, "x"), number(&node, "y"));
            all.push((corner.0 + number(&node, "width"), corner.1 + number(&node, "height")));
        }
    }
    all
}

/// Checks that nothing lies outside a picture of this size.
fn assert_in_sight(svg: &str, size: (u32, u32), about: &str) {
    let (width, height) = (f64::from(size.0), f64::from(size.1));
    for (x, y) in places(svg) {
        let inside = (0.0..=width).contains(&x) && (0.0..=height).contains(&y);
        assert!(inside, "{about} {size:?}: something is at ({x}, {y})");
    }
    let document = Document::parse(svg).expect("well-formed");
    for node in document.descendants().filter(|node| node.has_tag_name("text")) {
        let (left, top, right, bottom) = extent(&node);
        let inside = left >= 0.0 && top >= 0.0 && right <= width && bottom <= height;
        assert!(inside, "{about} {size:?}: {:?} leaves the picture", node.text());
    }
}

/// Lines that lie in the plot of the small data where a triangle is drawn.
fn lines_in_sight() -> [(&'static str, Line); 4] {
    [
        ("flat", Line::new(0.0, 3.0)),
        ("rising", Line::new(1.0, 1.0)),
        ("falling", Line::new(-1.0, 6.0)),
        ("steep", Line::new(2.5, -2.75)),
    ]
}

/// Lines that lie outside the plot, or whose numbers are not finite.
fn lines_out_of_sight() -> [(&'static str, Line); 9] {
    [
        ("steep", Line::new(40.0, -60.0)),
        ("falling steeply", Line::new(-300.0, 5.0)),
        ("far above", Line::new(0.5, 1e6)),
        ("far below", Line::new(-0.5, -1e6)),
        ("astronomic", Line::new(1e300, 1e300)),
        ("astronomic, falling", Line::new(-1e300, 1e300)),
        ("infinite", Line::new(f64::INFINITY, f64::NEG_INFINITY)),
        ("half NaN", Line::new(f64::NAN, 3.0)),
        ("NaN", Line::new(f64::NAN, f64::NAN)),
    ]
}

/// Data that end where x is 0, and data on both sides of it.
fn beside_zero() -> [Dataset; 2] {
    let ys = [1.0, 3.0, 2.0, 4.0];
    [[-4.0, -3.0, -2.0, 0.0], [-38.0, -12.0, 20.0, 34.0]]
        .map(|xs| Dataset::from_columns(&xs, &ys).expect("sound data"))
}

/// A run that goes on after it has diverged, at this epoch.
fn naive(data: &Dataset, rate: f64, epochs: u64) -> Trainer {
    let mut run = run(data, rate, 0);
    run.set_on_divergence(OnDivergence::GO_ON);
    run.step(epochs);
    run
}
