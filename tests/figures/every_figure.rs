//! Every figure: legible labels, finite numbers, and the page's colours.

use super::*;

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
