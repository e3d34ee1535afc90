//! Symbols that are highlighted in the figures of the cost.

use super::*;

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

/// The tip of the only arrow of a picture: the first corner of its head.
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
fn nothing_is_lit_around_a_ball_that_has_flown_out_of_a_race() {
    let data = builtin::find("faithful").expect("built in").dataset();
    let limit = Trainer::new(&data, Settings::default()).largest_stable_rate().expect("plain");
    let runs = [run(&data, 0.3 * limit, 30), run(&data, 1.02 * limit, 30)];
    let window = windows::around(&runs, &windows::initial(&runs));
    let gone = Actor::standing(&runs[1], 1).among_others();
    assert!(gone.is_gone());
    let (svg, ()) = drawn(SIZE, |pen| {
        let map = Map::lay_out(pen, &window, Scaling::RAW);
        map.highlight(pen, &gone, Symbol::Cost).expect("it draws");
    });
    assert_eq!(elements(&svg), 0);
}
