//! The bowl, the map, the history, and the window that they show.

use super::*;

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
        // Half a pixel sideways is several pixels along a steep curve.
        assert!((y - expected).abs() <= 6.0, "({x}, {y}) instead of {expected}");
    }
}

#[test]
fn on_the_map_ball_start_and_minimum_are_at_their_slopes_and_intercepts() {
    let data = small();
    let run = run(&data, 0.02, 30);
    let (svg, frame) = drawn(SIZE, |pen| {
        let window = window(&run);
        let map = Map::lay_out(pen, &window, Scaling::RAW);
        map.draw_base(pen, &landscape(&run)).expect("it draws");
        map.draw_overlay(pen, &[Actor::standing(&run, 0)], 0).expect("it draws");
        map.frame
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
        let shape = Map::shape(pen, &window, Scaling::RAW);
        Map::lay_out(pen, &window.with_equal_axes(shape), Scaling::RAW).frame
    });
    let across = frame.x.pixel(1.0) - frame.x.pixel(0.0);
    let up = frame.y.pixel(0.0) - frame.y.pixel(1.0);
    assert!((across / up - 1.0).abs() < 0.02, "{across} across, {up} up");
}

#[test]
fn the_window_grows_to_a_limit_and_no_further() {
    let data = builtin::first().dataset();
    let mut flying = run(&data, 1e20, 0);
    let home = windows::initial(std::slice::from_ref(&flying));
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
fn at_a_program_s_ball_stand_its_step_and_the_one_that_the_rule_would_take() {
    let data = small();
    let own = run(&data, 0.02, 0);
    let uphill = Line::new(-0.4, -0.2);
    let recording = Recording::new(&[uphill], 1, 1).expect("there is a line");
    let program = own.replaying(&data, own.settings(), recording);
    let tips = |run: &Trainer, color: &str| {
        let (svg, _) = drawn(SIZE, |pen| {
            let map = Map::lay_out(pen, &window(run), Scaling::RAW);
            map.draw_overlay(pen, &[Actor::standing(run, 1)], 0).expect("it draws");
        });
        let document = Document::parse(&svg).expect("well-formed");
        let heads = document.descendants().filter(|node| node.has_tag_name("polygon"));
        heads.filter(|node| node.attribute("fill") == Some(color)).count()
    };
    const INK: &str = "#1d1f24";
    assert_eq!((tips(&program, INK), tips(&program, BALL)), (1, 1));
    assert_eq!((tips(&own, INK), tips(&own, BALL)), (1, 0), "the page's own has one");
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
