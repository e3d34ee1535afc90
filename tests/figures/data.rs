//! The figure of the data: points, line, errors, squares, residuals and handles.

use super::*;

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
