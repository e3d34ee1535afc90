//! Symbols that are highlighted in the figure of the data.

use super::*;

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
fn without_anything_lit_the_figures_are_as_they_were() {
    let (data, run) = (small(), visible());
    let (plain, _) = data_view(&data, &run, DataView::Points, Marks::default());
    assert_eq!(data_with(&data, &run, None).0, plain);
    // Highlighting a symbol that is not of the data changes nothing either.
    for symbol in ALL.into_iter().filter(|symbol| !OF_DATA.contains(symbol)) {
        assert_eq!(data_with(&data, &run, Some(symbol)).0, plain, "{symbol:?}");
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
