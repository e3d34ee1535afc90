//! Highlights and their texts lie within the figure and do not cover each other.

use super::*;

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

/// Whether any part of a picture lies within its size.
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
