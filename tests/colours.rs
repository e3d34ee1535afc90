//! Colours of the figures, as people with and without all three kinds of cones see them.

use downhill::figure::density::Density;
use downhill::figure::dots::Dot;
use downhill::figure::errors;
use downhill::figure::raster::Raster;
use downhill::figure::theme::{Color, Theme};

/// The rest of linear red, green and blue without one kind of cones: nothing is missing, or the first, the second
/// or the third kind (Machado, Oliveira and Fernandes 2009, severity 1).
const SIGHTS: [[[f64; 3]; 3]; 4] = [
    [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    [
        [0.152_286, 1.052_583, -0.204_868],
        [0.114_503, 0.786_281, 0.099_216],
        [-0.003_882, -0.048_116, 1.051_998],
    ],
    [
        [0.367_322, 0.860_646, -0.227_968],
        [0.280_085, 0.672_501, 0.047_413],
        [-0.011_820, 0.042_940, 0.968_881],
    ],
    [
        [1.255_528, -0.076_749, -0.178_779],
        [-0.078_411, 0.930_809, 0.147_602],
        [0.004_733, 0.691_367, 0.303_900],
    ],
];

fn linear(color: Color) -> [f64; 3] {
    let (red, green, blue) = color.rgb;
    [red, green, blue].map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    })
}

fn seen(color: [f64; 3], sight: &[[f64; 3]; 3]) -> [f64; 3] {
    sight.map(|row| row.iter().zip(color).map(|(a, b)| a * b).sum::<f64>().clamp(0.0, 1.0))
}

/// Lightness and the two opponent colours of Oklab (Ottosson 2020).
fn oklab([red, green, blue]: [f64; 3]) -> [f64; 3] {
    let long = (0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue).cbrt();
    let middle = (0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue).cbrt();
    let short = (0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue).cbrt();
    [
        0.210_454_255_3 * long + 0.793_617_785_0 * middle - 0.004_072_046_8 * short,
        1.977_998_495_1 * long - 2.428_592_205_0 * middle + 0.450_593_709_9 * short,
        0.025_904_037_1 * long + 0.782_771_766_2 * middle - 0.808_675_766_0 * short,
    ]
}

/// The distance of two colours for those who tell them apart worst.
fn distance(one: Color, other: Color) -> f64 {
    let between = |sight| {
        let [a, b] = [one, other].map(|color| oklab(seen(linear(color), sight)));
        a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
    };
    SIGHTS.iter().map(between).fold(f64::INFINITY, f64::min)
}

#[test]
fn runs_of_a_race_and_the_points_are_told_apart_by_everybody() {
    // Two colours that differ by 0.02 can just be told apart side by side.
    const APART: f64 = 0.11;
    for theme in [Theme::LIGHT, Theme::DARK] {
        let [second, third, fourth] = theme.rivals;
        let colors = [theme.ball, second, third, fourth, theme.points];
        for (index, &one) in colors.iter().enumerate() {
            for &other in &colors[..index] {
                let distance = distance(one, other);
                assert!(distance > APART, "{:x?} and {:x?}: {distance}", one.rgb, other.rgb);
            }
        }
    }
}

/// Least contrast of graphics in WCAG 2.2 (1.4.11).
const DRAWN: f64 = 3.0;

/// Opaque colour that a translucent one makes on a ground.
fn laid_on(color: Color, ground: Color) -> Color {
    ground.toward(Color { alpha: 1.0, ..color }, color.alpha)
}

/// The greatest contrast of a pixel to a ground.
fn greatest_contrast(raster: &Raster, ground: Color) -> f64 {
    let pixels = raster.pixels().as_chunks::<4>().0.iter();
    let colors = pixels.map(|&[red, green, blue, _]| Color { rgb: (red, green, blue), alpha: 1.0 });
    colors.map(|color| color.contrast(ground)).fold(1.0, f64::max)
}

#[test]
fn a_point_alone_stands_out_from_the_paper_however_many_there_are() {
    for theme in [Theme::LIGHT, Theme::DARK] {
        for count in [1, 300, 1_000, 119_040] {
            let dot = Dot::for_count(count);
            let drawn = laid_on(theme.points.alpha(f64::from(dot.strength)), theme.panel);
            assert!(drawn.contrast(theme.panel) >= DRAWN, "{count}");
            let mut density = Density::new(20, 20);
            density.add_all([(10.5, 10.5)].into_iter(), 0);
            let alone = density.raster(dot, &theme);
            assert!(greatest_contrast(&alone, theme.panel) >= DRAWN, "{count}");
        }
    }
}

#[test]
fn the_bars_of_errors_stand_out_from_the_paper() {
    for theme in [Theme::LIGHT, Theme::DARK] {
        assert!(laid_on(errors::bar_color(&theme), theme.panel).contrast(theme.panel) >= DRAWN);
    }
}

#[test]
fn balls_stand_out_from_the_ground() {
    for theme in [Theme::LIGHT, Theme::DARK] {
        for color in theme.rivals.into_iter().chain([theme.ball]) {
            assert!(color.contrast(theme.panel) >= DRAWN, "{:x?}", color.rgb);
        }
    }
}
