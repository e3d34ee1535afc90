//! Symbols of the lesson, lit in the figures: what each adds to a picture, and that nothing of it lies
//! where nobody could see it.

use downhill::descent::settings::OnDivergence;
use downhill::figure::highlight::{self, Symbol};
use downhill::session::view::CostView;

use super::*;

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

/// Symbols that are something of the data; the others are of the way over the cost alone.
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

/// A run on the small data from a start from where both parts of its step can be seen.
fn visible() -> Trainer {
    at(&small(), Line::ZERO, 0.05)
}

/// The figure of the data with a symbol lit, or none.
fn data_with(data: &Dataset, run: &Trainer, lit: Option<Symbol>) -> (String, Plot) {
    data_view(data, run, DataView::Points, Marks { highlighted: lit, ..Marks::default() })
}

/// A figure of the cost with a symbol lit, or none, and its frame.
fn cost_with(
    run: &Trainer,
    view: (CostView, Parameter),
    scaling: Scaling,
    lit: Option<Symbol>,
) -> (String, Frame) {
    drawn(SIZE, |pen| {
        let actors = [Actor::standing(run, 0)];
        let frame = if view.0 == CostView::Bowl {
            let frame = bowl::frame(pen, &window(run), view.1, scaling);
            frame.draw_empty(pen).expect("it draws");
            bowl::draw_overlay(pen, &frame, &actors, 0, view.1).expect("it draws");
            frame
        } else {
            let frame = map::frame(pen, &window(run), scaling);
            map::draw_base(pen, &frame, &landscape(run)).expect("it draws");
            map::draw_overlay(pen, &frame, &actors).expect("it draws");
            frame
        };
        if let Some(symbol) = lit {
            highlight::on_cost(pen, &frame, &actors[0], view, symbol).expect("it draws");
        }
        frame
    })
}

/// What one picture has more than another, as a picture of its own: what is lit is drawn last.
fn added(lit: &str, plain: &str) -> String {
    let plain = plain.strip_suffix("</svg>\n").expect("a picture");
    let head = &plain[..=plain.find('\n').expect("lines")];
    head.to_owned() + lit.strip_prefix(plain).expect("the same picture below")
}

/// What lighting a symbol adds to the figure of the data, and its frame.
fn lit_in_data(data: &Dataset, run: &Trainer, symbol: Symbol) -> (String, Frame) {
    let (plain, _) = data_with(data, run, None);
    let (lit, plot) = data_with(data, run, Some(symbol));
    (added(&lit, &plain), plot.frame)
}

/// What lighting a symbol adds to a figure of the cost, and its frame.
fn lit_in_cost(run: &Trainer, view: (CostView, Parameter), symbol: Symbol) -> (String, Frame) {
    let (plain, _) = cost_with(run, view, Scaling::RAW, None);
    let (lit, frame) = cost_with(run, view, Scaling::RAW, Some(symbol));
    (added(&lit, &plain), frame)
}

/// The same without what is below.
fn lit_alone(run: &Trainer, view: (CostView, Parameter), symbol: Symbol) -> (String, Frame) {
    drawn(SIZE, |pen| {
        let frame = match view.0 {
            CostView::Bowl => bowl::frame(pen, &window(run), view.1, Scaling::RAW),
            _ => map::frame(pen, &window(run), Scaling::RAW),
        };
        highlight::on_cost(pen, &frame, &Actor::standing(run, 0), view, symbol).expect("it draws");
        frame
    })
}

/// What lighting a symbol adds at any line and size, whether or not a run could stand there.
fn lit_on_data(size: (u32, u32), data: &Dataset, line: Line, symbol: Symbol) -> String {
    drawn(size, |pen| {
        let frame = Plot::frame(pen, data, DataView::Points, Line::ZERO);
        let lit = (symbol, Squares::Filled);
        highlight::on_data(pen, &frame, &errors::sample(data), line, lit).expect("it draws");
    })
    .0
}

/// How many elements a picture has that draw anything.
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

/// The numbers of an attribute, whatever parts them.
fn numbers(text: &str) -> impl Iterator<Item = f64> + '_ {
    let parts = text.split(|character: char| " ,ML".contains(character));
    parts.filter(|part| !part.is_empty()).map(|part| part.parse().expect("a number"))
}

/// All places of a picture: corners, centres, ends.
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

/// Complains where anything lies outside of a picture of this size.
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

/// Lines that are elsewhere, or nowhere.
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

#[test]
fn names_are_those_of_the_symbols_and_nothing_else_is_lit() {
    let names = [
        "slope",
        "intercept",
        "line",
        "errors",
        "x",
        "y",
        "cost",
        "step",
        "slope-gradient",
        "intercept-gradient",
    ];
    assert_eq!(names.map(Symbol::from_name), ALL.map(Some));
    assert_eq!((Symbol::from_name(""), Symbol::from_name("n")), (None, None));
}

#[test]
fn in_the_data_every_symbol_of_the_data_adds_something_and_no_other_does() {
    for builtin in builtin::all() {
        let data = builtin.dataset();
        let best = data.least_squares().expect("x has spread");
        let run = at(&data, best, builtin.learning_rate);
        for symbol in ALL {
            let (added, _) = lit_in_data(&data, &run, symbol);
            let of_data = OF_DATA.contains(&symbol);
            assert_eq!(elements(&added) > 0, of_data, "{} {symbol:?}", builtin.id);
        }
    }
}

#[test]
fn in_the_cost_every_symbol_of_the_view_adds_something_and_no_other_does() {
    use Symbol::*;
    let run = visible();
    for (view, expected) in [
        (BOWL_OF_SLOPE, vec![Slope, Cost, Step, SlopeGradient]),
        (BOWL_OF_INTERCEPT, vec![Intercept, Cost, Step, InterceptGradient]),
        (MAP, vec![Slope, Intercept, Cost, Step, SlopeGradient, InterceptGradient]),
    ] {
        for symbol in ALL {
            let (added, _) = lit_in_cost(&run, view, symbol);
            assert_eq!(elements(&added) > 0, expected.contains(&symbol), "{view:?} {symbol:?}");
        }
    }
}

#[test]
fn the_slope_is_a_triangle_that_goes_as_far_up_as_it_says() {
    let data = small();
    for (about, line) in lines_in_sight() {
        let (svg, frame) = lit_in_data(&data, &at(&data, line, 0.01), Symbol::Slope);
        let document = Document::parse(&svg).expect("well-formed");
        let up = paths(&document, LINE);
        // 1 is a good part of the range from 1 to 4.
        let [_, rise] = &texts(&svg)[..] else { panic!("two texts: {:?}", texts(&svg)) };
        assert_eq!(texts(&svg)[0], "1 to the right");
        if line.slope == 0.0 {
            assert_eq!((up.len(), rise.as_str()), (0, "a = 0"), "{about}");
            continue;
        }
        let [(x1, y1), (x2, y2)] = up[0][..] else { panic!("one upright piece: {up:?}") };
        assert_eq!(x1, x2, "{about}: upright");
        let right = frame.x.value(x1);
        assert!(near((x2, y2), frame.place(right, line.predict(right))), "{about}: on the line");
        assert!(near((x1, y1), frame.place(right, line.predict(right - 1.0))), "{about}");
        let told = rise.strip_prefix("a = ").expect("it says a").replace('−', "-");
        assert_eq!(told.parse::<f64>().expect("a number"), line.slope, "{about}");
    }
}

#[test]
fn where_one_is_too_short_or_too_long_the_slope_is_told_for_a_round_step() {
    let data = builtin::first().dataset();
    let run = at(&data, Line::new(0.9, 10.0), 0.001);
    let (svg, _) = lit_in_data(&data, &run, Symbol::Slope);
    assert_eq!(texts(&svg), ["20 to the right", "20·a = 18.00"]);
}

#[test]
fn the_intercept_is_where_the_line_meets_zero_or_said_to_be_out_of_sight() {
    let [_, around] = beside_zero();
    let line = Line::new(0.02, 2.5);
    let (svg, frame) = lit_in_data(&around, &at(&around, line, 1e-4), Symbol::Intercept);
    let document = Document::parse(&svg).expect("well-formed");
    assert!(near(circles(&document, LINE, "6")[0], frame.place(0.0, 2.5)));
    assert_eq!(texts(&svg), ["b = 2.500 at x = 0"]);
    // The plot of the small data begins at x = 0.85.
    let data = small();
    for intercept in [0.0, -3.25, 1e9] {
        let run = at(&data, Line::new(1.0, intercept), 0.01);
        let (svg, _) = lit_in_data(&data, &run, Symbol::Intercept);
        assert_eq!(elements(&svg), 2, "a text on its ground");
        assert!(texts(&svg)[0].ends_with(" at x = 0, out of sight"), "{:?}", texts(&svg));
    }
}

#[test]
fn line_axes_errors_and_squares_are_lit_where_they_are() {
    let data = small();
    let run = at(&data, Line::new(0.5, 2.0), 0.01);
    let line = run.state().line;
    let of = |symbol| lit_in_data(&data, &run, symbol);

    let (svg, frame) = of(Symbol::Line);
    let plot = frame.plot;
    for path in paths(&Document::parse(&svg).expect("well-formed"), LINE) {
        let ends =
            [plot.left, plot.right].map(|x| (x, frame.y.pixel(line.predict(frame.x.value(x)))));
        assert!(near(path[0], ends[0]) && near(path[1], ends[1]), "{path:?}");
    }

    for (symbol, end) in
        [(Symbol::X, (plot.right, plot.bottom)), (Symbol::Y, (plot.left, plot.top))]
    {
        let (svg, _) = of(symbol);
        let ends = places(&svg);
        assert!(near(ends[0], (plot.left, plot.bottom)) && near(ends[1], end), "{symbol:?}");
    }

    let (svg, _) = of(Symbol::Errors);
    let ends = places(&svg);
    assert_eq!(ends.len(), 2 * data.points().len());
    for ((x, y), bar) in data.points().iter().zip(ends.chunks(2)) {
        assert!(near(bar[0], frame.place(x, y)), "{bar:?}");
        assert!(near(bar[1], frame.place(x, line.predict(x))), "{bar:?}");
    }

    let (svg, _) = of(Symbol::Cost);
    let document = Document::parse(&svg).expect("well-formed");
    let squares = document.descendants().filter(|node| node.has_tag_name("rect"));
    for (node, point) in squares.zip(data.points().iter()) {
        let square = errors::square(&frame, point, line).common(plot).expect("it is in sight");
        assert!(near((number(&node, "x"), number(&node, "y")), (square.left, square.top)));
    }
}

#[test]
fn many_errors_are_lit_as_the_sample_that_is_drawn() {
    let data = builtin::first().dataset();
    let run = run(&data, 0.002, 10);
    let (svg, _) = lit_in_data(&data, &run, Symbol::Errors);
    let drawn = places(&svg).len() / 2;
    assert_eq!(drawn, errors::drawn(&data), "none of them lies outside of the plot");
}

#[test]
fn on_the_map_slope_and_intercept_drop_to_their_axes() {
    let run = visible();
    let line = run.state().line;
    for (symbol, across) in [(Symbol::Slope, false), (Symbol::Intercept, true)] {
        let (svg, frame) = lit_in_cost(&run, MAP, symbol);
        let ball = frame.place(line.slope, line.intercept);
        let foot = if across { (frame.plot.left, ball.1) } else { (ball.0, frame.plot.bottom) };
        let document = Document::parse(&svg).expect("well-formed");
        assert!(near(circles(&document, LINE, "5")[0], foot), "{symbol:?}");
    }
}

#[test]
fn in_the_bowl_the_parameter_drops_to_its_axis() {
    let run = visible();
    for (view, symbol, value) in [
        (BOWL_OF_SLOPE, Symbol::Slope, run.state().line.slope),
        (BOWL_OF_INTERCEPT, Symbol::Intercept, run.state().line.intercept),
    ] {
        let (svg, frame) = lit_in_cost(&run, view, symbol);
        let document = Document::parse(&svg).expect("well-formed");
        let foot = (frame.x.pixel(value), frame.plot.bottom);
        assert!(near(circles(&document, LINE, "5")[0], foot), "{symbol:?}");
    }
}

/// The tip of the one arrow of a picture: the first corner of its head.
fn tip(svg: &str) -> (f64, f64) {
    let document = Document::parse(svg).expect("well-formed");
    let head = document.descendants().find(|node| node.has_tag_name("polygon"));
    let head = head.and_then(|node| node.attribute("points").map(str::to_owned)).expect("an arrow");
    let corners: Vec<f64> = numbers(&head).collect();
    (corners[0], corners[1])
}

#[test]
fn the_step_is_lit_as_long_as_it_is_and_its_parts_as_long_as_theirs() {
    let run = visible();
    let (at, next) = (run.state().line, run.clone().step(1).line);
    let of = |symbol| {
        let (svg, frame) = lit_in_cost(&run, MAP, symbol);
        (tip(&svg), frame)
    };
    let (whole, frame) = of(Symbol::Step);
    assert!(near(whole, frame.place(next.slope, next.intercept)), "{whole:?}");
    let (part, _) = of(Symbol::SlopeGradient);
    assert!(near(part, frame.place(next.slope, at.intercept)), "{part:?}");
    let (part, _) = of(Symbol::InterceptGradient);
    assert!(near(part, frame.place(at.slope, next.intercept)), "{part:?}");
    for (view, to) in [(BOWL_OF_SLOPE, next.slope), (BOWL_OF_INTERCEPT, next.intercept)] {
        let (svg, frame) = lit_in_cost(&run, view, Symbol::Step);
        assert!(near(tip(&svg), (frame.x.pixel(to), frame.y.pixel(run.state().cost))), "{view:?}");
    }
}

#[test]
fn in_the_bowl_a_derivative_is_the_tangent_at_the_ball() {
    let data = small();
    for scaling in [Scaling::RAW, Scaling::STANDARDISED] {
        let problem = Problem { scaling, ..Problem::default() };
        let start = Start::at(-1.0, 6.0).expect("a good start");
        let run = Trainer::new(&data, Settings { problem, start, ..Settings::default() });
        for (view, symbol) in
            [(BOWL_OF_SLOPE, Symbol::SlopeGradient), (BOWL_OF_INTERCEPT, Symbol::InterceptGradient)]
        {
            let (plain, _) = cost_with(&run, view, scaling, None);
            let (lit, frame) = cost_with(&run, view, scaling, Some(symbol));
            let document_text = added(&lit, &plain);
            let ends = places(&document_text);
            let (from, to) = (ends[0], ends[ends.len() - 1]);
            let (at, h) = (run.state().at, 1e-5);
            let cost = |value| run.objective().cost(view.1.set(at, value));
            let value = view.1.of(at);
            let steepness = (cost(value + h) - cost(value - h)) / (2.0 * h);
            // Through the ball, as steep as the curve there: to half a pixel at the far end.
            for (x, y) in [from, to] {
                let height = run.state().cost + steepness * (frame.x.value(x) - value);
                let expected = frame.y.pixel(height);
                let half = (frame.y.pixel(steepness) - frame.y.pixel(0.0)).abs()
                    * (frame.x.value(1.0) - frame.x.value(0.0));
                assert!(
                    (y - expected).abs() <= 1.0 + half,
                    "{scaling:?} {view:?}: {y}, {expected}"
                );
            }
        }
    }
}

#[test]
fn the_cost_is_a_ring_around_the_ball_and_in_the_bowl_a_way_to_its_axis() {
    let run = visible();
    let state = run.state();
    for view in VIEWS {
        let (svg, frame) = lit_in_cost(&run, view, Symbol::Cost);
        let ball = match view.0 {
            CostView::Bowl => frame.place(view.1.of(state.at), state.cost),
            _ => frame.place(state.at.slope, state.at.intercept),
        };
        let document = Document::parse(&svg).expect("well-formed");
        let rings = document.descendants().filter(|node| node.attribute("r") == Some("12"));
        let rings: Vec<_> = rings.map(|node| (number(&node, "cx"), number(&node, "cy"))).collect();
        assert!(rings.len() == 1 && near(rings[0], ball), "{view:?}: {rings:?}");
        let to_the_axis = places(&svg).iter().any(|&(x, _)| (x - frame.plot.left).abs() < 13.0);
        assert_eq!(to_the_axis, view.0 == CostView::Bowl, "{view:?}");
    }
}

#[test]
fn whatever_line_is_lit_only_the_triangle_of_its_slope_can_leave_the_picture() {
    for data in [small(), builtin::find("years").expect("built in").dataset()] {
        for (about, line) in lines_in_sight().into_iter().chain(lines_out_of_sight()) {
            for symbol in ALL.into_iter().filter(|symbol| *symbol != Symbol::Slope) {
                // The narrowest has no room for the words of a line that is out of sight.
                for size in SIZES.into_iter().skip(usize::from(symbol == Symbol::Intercept)) {
                    let svg = lit_on_data(size, &data, line, symbol);
                    assert_in_sight(&svg, size, &format!("{about} {symbol:?}"));
                }
            }
        }
    }
}

#[test]
fn the_triangle_of_a_line_in_sight_is_in_sight_with_its_texts() {
    for size in SIZES {
        for (about, line) in lines_in_sight() {
            let svg = lit_on_data(size, &small(), line, Symbol::Slope);
            assert_in_sight(&svg, size, about);
        }
        for builtin in builtin::all() {
            let data = builtin.dataset();
            let best = data.least_squares().expect("x has spread");
            let svg = lit_on_data(size, &data, best, Symbol::Slope);
            assert_in_sight(&svg, size, builtin.id);
        }
    }
}

#[test]
fn a_lit_intercept_in_sight_has_room_for_its_text_from_360_pixels_on() {
    let [_, around] = beside_zero();
    for size in SIZES.into_iter().skip(1) {
        for intercept in [2.5, 1.234_567, 3.9] {
            let svg = lit_on_data(size, &around, Line::new(0.01, intercept), Symbol::Intercept);
            assert_eq!(circles(&Document::parse(&svg).expect("well-formed"), LINE, "6").len(), 1);
            assert_in_sight(&svg, size, "an intercept in sight");
        }
    }
}

/// A run without the check, at so many epochs.
fn naive(data: &Dataset, rate: f64, epochs: u64) -> Trainer {
    let mut run = run(data, rate, 0);
    run.set_on_divergence(OnDivergence::GO_ON);
    run.step(epochs);
    run
}

#[test]
fn nothing_is_lit_in_the_cost_where_the_ball_is_not_in_sight_and_nothing_elsewhere() {
    let data = small();
    let mut met = [false; 3];
    for epochs in [0, 3, 12, 60, 130, 200, 400] {
        let run = naive(&data, 5.0, epochs);
        let state = *run.state();
        met[usize::from(!state.cost.is_finite()) + usize::from(state.cost.is_nan())] = true;
        for view in VIEWS {
            for symbol in ALL {
                let (svg, frame) = lit_alone(&run, view, symbol);
                assert_in_sight(&svg, SIZE, &format!("{epochs} {view:?} {symbol:?}"));
                let ball = match view.0 {
                    CostView::Bowl => frame.place(view.1.of(state.at), state.cost),
                    _ => frame.place(state.at.slope, state.at.intercept),
                };
                assert!(elements(&svg) == 0 || frame.plot.contains(ball), "{epochs} {symbol:?}");
            }
        }
    }
    assert_eq!(met, [true; 3], "numbers, ∞ and NaN");
}

#[test]
fn a_naive_run_can_be_drawn_in_every_figure_on_its_way_to_nan() {
    for (data, rate) in [(small(), 5.0), (builtin::first().dataset(), 3.0)] {
        for epochs in [0, 3, 60, 130, 400] {
            let run = naive(&data, rate, epochs);
            for (index, svg) in all_figures((360, 260), &data, &run).iter().enumerate() {
                for (x, y) in places(svg) {
                    // Coordinates that are no numbers would become 0 or about two thousand millions.
                    let drawn = x.abs() < 1e4 && y.abs() < 1e4;
                    assert!(drawn, "figure {index} at {epochs}: ({x}, {y})");
                }
                assert!(elements(svg) > 4, "figure {index} at {epochs}");
            }
        }
    }
}

#[test]
fn without_anything_lit_the_figures_are_as_they_were() {
    let (data, run) = (small(), visible());
    let (plain, _) = data_view(&data, &run, DataView::Points, Marks::default());
    assert_eq!(data_with(&data, &run, None).0, plain);
    // Lighting what is not of the data leaves it as it was, too.
    for symbol in ALL.into_iter().filter(|symbol| !OF_DATA.contains(symbol)) {
        assert_eq!(data_with(&data, &run, Some(symbol)).0, plain, "{symbol:?}");
    }
}

/// Whether anything of a picture lies within its plot.
fn is_seen(svg: &str, size: (u32, u32)) -> bool {
    let inside = |&(x, y): &(f64, f64)| {
        (0.0..=f64::from(size.0)).contains(&x) && (0.0..=f64::from(size.1)).contains(&y)
    };
    elements(svg) > 0 && places(svg).iter().any(inside)
}

#[test]
fn the_triangle_of_a_line_out_of_sight_does_not_leave_the_picture() {
    for (about, line) in lines_out_of_sight() {
        let svg = lit_on_data(SIZE, &small(), line, Symbol::Slope);
        assert_in_sight(&svg, SIZE, about);
    }
}

#[test]
fn slope_and_line_are_seen_where_the_fifth_chapter_begins() {
    let data = builtin::find("years").expect("built in").dataset();
    for symbol in [Symbol::Intercept, Symbol::Slope, Symbol::Line] {
        let svg = lit_on_data(SIZE, &data, Line::ZERO, symbol);
        assert!(is_seen(&svg, SIZE), "{symbol:?}");
    }
}

#[test]
fn a_lit_intercept_has_room_for_its_text_wherever_zero_is() {
    for data in beside_zero() {
        for size in SIZES {
            let svg = lit_on_data(size, &data, Line::new(0.01, 2.5), Symbol::Intercept);
            assert_in_sight(&svg, size, "an intercept in sight");
        }
    }
}

#[test]
fn the_words_of_an_intercept_out_of_sight_fit_the_smallest_figure() {
    for intercept in [-12.5, -1e300, f64::NAN] {
        let svg = lit_on_data(SIZES[0], &small(), Line::new(1.0, intercept), Symbol::Intercept);
        assert_in_sight(&svg, SIZES[0], &format!("b = {intercept:e}"));
    }
}

#[test]
fn step_and_derivatives_light_something_at_the_first_moments_of_the_page() {
    let data = builtin::first().dataset();
    for epochs in [0, 5, 50] {
        let run = run(&data, builtin::first().learning_rate, epochs);
        for symbol in [Symbol::SlopeGradient, Symbol::Step, Symbol::InterceptGradient] {
            let (svg, _) = lit_alone(&run, MAP, symbol);
            assert!(elements(&svg) > 0, "{symbol:?} at epoch {epochs}");
        }
    }
}

#[test]
fn errors_and_axes_are_lit_among_residuals_too() {
    let (data, run) = (small(), visible());
    for view in [DataView::Residuals, DataView::BestResiduals] {
        let figure =
            |lit| data_view(&data, &run, view, Marks { highlighted: lit, ..Marks::default() }).0;
        for symbol in [Symbol::Errors, Symbol::X] {
            assert_ne!(figure(Some(symbol)), figure(None), "{view:?} {symbol:?}");
        }
    }
}
#[test]
fn the_ground_of_one_text_does_not_cover_the_other() {
    for (id, size) in [("anscombe-1", SIZE), ("weather", (360, 260))] {
        let data = builtin::find(id).expect("built in").dataset();
        let svg = lit_on_data(size, &data, Line::ZERO, Symbol::Slope);
        let document = Document::parse(&svg).expect("well-formed");
        let first = document.descendants().find(|node| node.has_tag_name("text"));
        let (left, top, right, bottom) = extent(&first.expect("two texts"));
        let ground = document.descendants().filter(|node| node.has_tag_name("rect")).nth(1);
        let ground = ground.expect("two grounds");
        let of = |name| number(&ground, name);
        let apart = right <= of("x")
            || of("x") + of("width") <= left
            || bottom <= of("y")
            || of("y") + of("height") <= top;
        assert!(apart, "{id}");
    }
}

#[test]
fn nothing_is_lit_around_a_ball_that_has_flown_out_of_a_race() {
    let data = builtin::find("faithful").expect("built in").dataset();
    let limit = Trainer::new(&data, Settings::default()).largest_stable_rate().expect("plain");
    let runs = [run(&data, 0.3 * limit, 30), run(&data, 1.02 * limit, 30)];
    let window = Window::around(&runs, &Window::initial(&runs));
    let gone = Actor::standing(&runs[1], 1).among_others();
    assert!(gone.is_gone());
    let (svg, ()) = drawn(SIZE, |pen| {
        let frame = map::frame(pen, &window, Scaling::RAW);
        highlight::on_cost(pen, &frame, &gone, MAP, Symbol::Cost).expect("it draws");
    });
    assert_eq!(elements(&svg), 0);
}
