//! The plot's rectangle, its scales and its axes, laid out so that no label is clipped.

use super::backend::{Anchor, Backend, Drawn};
use super::geometry::Place;
use super::geometry::Rect;
use super::pen::{Pen, TEXT};
use crate::numeric::notation;
use crate::numeric::range::Range;
use crate::text::en::number;

/// The spacing of values along an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spacing {
    /// Linear.
    Linear,
    /// Logarithmic.
    Log,
    /// Linear in log(1 + value), so that 0 has a place.
    LogFromZero,
}

impl Spacing {
    fn stretch(self, value: f64) -> f64 {
        match self {
            Self::Linear => value,
            Self::Log => value.ln(),
            Self::LogFromZero => value.ln_1p(),
        }
    }

    fn shrink(self, stretched: f64) -> f64 {
        match self {
            Self::Linear => stretched,
            Self::Log => stretched.exp(),
            Self::LogFromZero => stretched.exp_m1(),
        }
    }
}

/// An axis before it is laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct AxisSpec {
    /// The range that it covers, in data units.
    pub range: Range,
    /// Its title, with the unit.
    pub title: String,
    /// The spacing of its values.
    pub spacing: Spacing,
}

impl AxisSpec {
    /// A linear axis.
    pub fn linear(range: Range, title: impl Into<String>) -> Self {
        Self { range, title: title.into(), spacing: Spacing::Linear }
    }
}

/// A scale from data units to CSS pixels and back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PixelScale {
    range: Range,
    spacing: Spacing,
    /// Stretched value at the pixel `from`.
    start: f64,
    from: f64,
    per_unit: f64,
}

impl PixelScale {
    fn new(axis: &AxisSpec, from: f64, to: f64) -> Self {
        let (start, end) =
            (axis.spacing.stretch(axis.range.min), axis.spacing.stretch(axis.range.max));
        Self {
            range: axis.range,
            spacing: axis.spacing,
            start,
            from,
            per_unit: (to - from) / (end - start),
        }
    }

    /// The pixel of a value; far outside the plot for values outside the range.
    pub fn pixel(&self, value: f64) -> f64 {
        self.from + (self.spacing.stretch(value) - self.start) * self.per_unit
    }

    /// The value at a pixel.
    pub fn value(&self, pixel: f64) -> f64 {
        self.spacing.shrink((pixel - self.from) / self.per_unit + self.start)
    }

    /// The value at a pixel, rounded to what a hand can tell apart.
    pub fn neat_value(&self, pixel: f64) -> f64 {
        notation::neat(self.value(pixel), hand_step(self.range))
    }

    /// A value moved by hundredths of the range, and rounded to them.
    pub fn nudged(&self, value: f64, hundredths: f64) -> f64 {
        let unit = self.range.span() / 100.0;
        notation::neat(value + hundredths * unit, unit)
    }

    /// The range that it covers.
    pub fn range(&self) -> Range {
        self.range
    }
}

/// Places along an axis that a hand can tell apart: a screen has no more.
const PLACES: f64 = 800.0;

/// The least step along an axis over a range that a hand can make.
pub fn hand_step(range: Range) -> f64 {
    range.span() / PLACES
}

/// The place of the plot and its scales.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// The plot without its labels.
    pub plot: Rect,
    /// The horizontal scale.
    pub x: PixelScale,
    /// The vertical scale.
    pub y: PixelScale,
    ticks: (Vec<Tick>, Vec<Tick>),
    titles: (String, String),
}

/// A value on an axis with its label.
#[derive(Clone, Debug, PartialEq)]
struct Tick {
    value: f64,
    label: String,
}

/// Room above the plot for the title of the vertical axis.
const HEAD: f64 = 28.0;
/// Room below for labels and the title of the horizontal axis.
const FOOT: f64 = 42.0;
/// Between a label and the plot.
const GAP: f64 = 7.0;

impl Frame {
    /// Lays two axes out over the whole figure, with room for the labels as this pen measures them.
    pub fn lay_out<B: Backend>(pen: &Pen<'_, B>, x: &AxisSpec, y: &AxisSpec) -> Self {
        let (width, height) = pen.size();
        let y_ticks = ticks(y, (height / 48.0) as usize);
        let label_width = |ticks: &[Tick]| {
            ticks.iter().map(|tick| pen.text_width(&tick.label)).fold(0.0, f64::max)
        };
        let left = (label_width(&y_ticks) + 2.0 * GAP).max(32.0);
        let mut x_ticks = ticks(x, (width / 84.0) as usize);
        // Half of a label may stick out to the right of the last tick.
        let right = width - (0.5 * label_width(&x_ticks) + 6.0).max(14.0);
        // Labels that would touch give way to fewer.
        let mut most = x_ticks.len();
        while most > 2
            && label_width(&x_ticks) + 10.0 > (right - left) / x_ticks.len().max(1) as f64
        {
            most -= 1;
            x_ticks = ticks(x, most);
        }
        let plot = Rect {
            left,
            top: HEAD,
            right: right.max(left + 1.0),
            bottom: (height - FOOT).max(HEAD + 1.0),
        };
        Self {
            plot,
            x: PixelScale::new(x, plot.left, plot.right),
            y: PixelScale::new(y, plot.bottom, plot.top),
            ticks: (x_ticks, y_ticks),
            titles: (x.title.clone(), y.title.clone()),
        }
    }

    /// The pixel of a pair of values.
    pub fn place(&self, x: f64, y: f64) -> Place {
        (self.x.pixel(x), self.y.pixel(y))
    }

    /// Draws an empty plot: background, grid and axes.
    pub fn draw_empty<B: Backend>(&self, pen: &mut Pen<'_, B>) -> Drawn<B> {
        pen.clear(pen.theme.panel)?;
        self.draw_grid(pen)?;
        self.draw_axes(pen)
    }

    /// Draws grid lines at the ticks.
    pub fn draw_grid<B: Backend>(&self, pen: &mut Pen<'_, B>) -> Drawn<B> {
        let color = pen.theme.muted.alpha(0.18);
        let Rect { left, top, right, bottom } = self.plot;
        for tick in &self.ticks.0 {
            let x = self.x.pixel(tick.value);
            pen.line((x, top), (x, bottom), color, 1.0)?;
        }
        for tick in &self.ticks.1 {
            let y = self.y.pixel(tick.value);
            pen.line((left, y), (right, y), color, 1.0)?;
        }
        Ok(())
    }

    /// Draws the two axes with labels and titles.
    pub fn draw_axes<B: Backend>(&self, pen: &mut Pen<'_, B>) -> Drawn<B> {
        let (ink, muted) = (pen.theme.ink, pen.theme.muted);
        let Rect { left, top, right, bottom } = self.plot;
        pen.line((left, bottom), (right, bottom), muted, 1.0)?;
        pen.line((left, top), (left, bottom), muted, 1.0)?;
        for Tick { value, label } in &self.ticks.0 {
            let x = self.x.pixel(*value);
            pen.line((x, bottom), (x, bottom + 4.0), muted, 1.0)?;
            pen.text(label, (x, bottom + GAP), Anchor::Top, muted)?;
        }
        for Tick { value, label } in &self.ticks.1 {
            pen.text(label, (left - GAP, self.y.pixel(*value)), Anchor::Right, muted)?;
        }
        let title_x = fit(pen, &self.titles.0, right - left);
        pen.text(&title_x, (right, bottom + GAP + TEXT + 5.0), Anchor::TopRight, ink)?;
        let title_y = fit(pen, &self.titles.1, right - GAP);
        pen.text(&title_y, (GAP, 6.0), Anchor::TopLeft, ink)
    }
}

/// The text, cut to the room that there is.
fn fit<B: Backend>(pen: &Pen<'_, B>, text: &str, room: f64) -> String {
    if pen.text_width(text) <= room {
        return text.to_owned();
    }
    let mut short: String = text.to_owned();
    while !short.is_empty() && pen.text_width(&short) + TEXT > room {
        short.pop();
    }
    short + "…"
}

/// At most about `most` round values in the range, with their labels.
pub fn round_values(range: Range, most: usize) -> Vec<(f64, String)> {
    let ticks = ticks(&AxisSpec::linear(range, ""), most);
    ticks.into_iter().map(|tick| (tick.value, tick.label)).collect()
}

fn ticks(axis: &AxisSpec, most: usize) -> Vec<Tick> {
    let most = most.clamp(2, 10);
    let values = match axis.spacing {
        Spacing::Linear => even_ticks(axis.range, most),
        Spacing::Log => power_ticks(axis.range, most),
        Spacing::LogFromZero => {
            let mut values = vec![0.0];
            // Where there is little room, 1 would touch 0.
            let from = if most < 4 && axis.range.max > 10.0 { 10.0 } else { 1.0 };
            values.extend(power_ticks(Range::new(from, axis.range.max.max(from)), most - 1));
            values
        }
    };
    let steps = values.windows(2).map(|pair| (pair[1] - pair[0]).abs());
    let span = axis.range.span();
    let step = steps.fold(if span > 0.0 { span } else { 1.0 }, f64::min);
    let label = |value: f64| match axis.spacing {
        // What is left of a rounded sum is 0 beside the step.
        Spacing::Linear if value.abs() < 1e-9 * step => "0".to_owned(),
        Spacing::Linear => number::rounded(value, digits(value, step)),
        _ => number::rounded(value, 1),
    };
    values.into_iter().map(|value| Tick { value, label: label(value) }).collect()
}

/// Significant digits that tell a tick from the next one.
fn digits(value: f64, step: f64) -> usize {
    let places = (value.abs().log10().floor() - step.log10().floor()).max(0.0) as usize;
    (places + 2).min(15)
}

/// Multiples of the finest of 1, 2 and 5 times a power of ten that has at most so many of them in the range; a few too
/// many where that is one, which alone says nothing of the scale.
fn even_ticks(range: Range, most: usize) -> Vec<f64> {
    let (span, size) = (range.span(), range.min.abs().max(range.max.abs()));
    // A step may be lost in the digits of the numbers.
    if !span.is_finite() || span <= 1e-12 * size {
        return vec![range.min];
    }
    let power = 10_f64.powi(span.log10().floor() as i32);
    let multiples = |step: f64| -> Vec<f64> {
        // What should be whole may be a little less or more.
        let (first, last) = ((range.min / step - 1e-9).ceil(), (range.max / step + 1e-9).floor());
        let all = (0..=(last - first) as usize).map(|index| (first + index as f64) * step);
        all.filter(|value| range.contains(*value)).collect()
    };
    let mut finer = Vec::new();
    for step in [0.1, 0.2, 0.5, 1.0, 2.0, 5.0] {
        let values = multiples(step * power);
        match values.len() {
            0 | 1 if !finer.is_empty() => break,
            few if few <= most => return values,
            _ => finer = values,
        }
    }
    finer
}

/// Powers of ten, thinned where they are many; within few, their doubles and halves as well.
fn power_ticks(range: Range, most: usize) -> Vec<f64> {
    let (low, high) = (range.min.log10(), range.max.log10());
    let (first, last) = (low.ceil() as i32, high.floor() as i32);
    let powers = (last - first + 1).max(0) as usize;
    let power = |exponent: i32| 10_f64.powi(exponent);
    if powers >= 3 || most < 4 {
        let stride = powers.div_ceil(most.max(1)).max(1);
        return (first..=last).step_by(stride).map(power).collect();
    }
    let multiples = |digits: &[f64]| -> Vec<f64> {
        let of_power = |exponent| digits.iter().map(move |digit| digit * power(exponent));
        let all = ((low.floor() as i32)..=last).flat_map(of_power);
        all.filter(|&value| range.contains(value)).collect()
    };
    let fine = multiples(&[1.0, 2.0, 5.0]);
    if fine.len() <= most { fine } else { multiples(&[1.0, 3.0]) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(axis: &AxisSpec, most: usize) -> Vec<String> {
        ticks(axis, most).into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn even_ticks_are_round() {
        let axis = AxisSpec::linear(Range::new(-0.3, 1.2), "a");
        assert_eq!(labels(&axis, 4), ["0", "0.5", "1"]);
    }

    #[test]
    fn a_scale_has_at_least_two_ticks_and_none_is_called_0_that_is_not() {
        for (min, max) in [(9.0, 11.0), (3.6, 11.4), (-2.4, 3.3), (48.0, 87.0), (0.4, 1.7)] {
            for most in 2..6 {
                let labels = labels(&AxisSpec::linear(Range::new(min, max), "a"), most);
                assert!(labels.len() > 1, "{min} to {max}, at most {most}: {labels:?}");
                assert!(min < 0.0 || !labels.contains(&"0".to_owned()), "{labels:?}");
            }
        }
        assert_eq!(labels(&AxisSpec::linear(Range::new(5.0, 5.0), "a"), 4), ["5"]);
    }

    #[test]
    fn log_ticks_are_powers_of_ten_when_there_are_enough() {
        let axis =
            AxisSpec { range: Range::new(0.5, 2e6), title: String::new(), spacing: Spacing::Log };
        assert_eq!(labels(&axis, 7), ["1", "10", "100", "1000", "10,000", "100,000", "1,000,000"]);
    }

    #[test]
    fn log_ticks_reach_both_ends() {
        let labels_of = |min, max, most| {
            let range = Range::new(min, max);
            labels(&AxisSpec { range, title: String::new(), spacing: Spacing::Log }, most)
        };
        assert_eq!(labels_of(30.0, 6_500.0, 5), ["30", "100", "300", "1000", "3000"]);
        assert_eq!(labels_of(30.0, 6_500.0, 8).last().map(String::as_str), Some("5000"));
    }

    #[test]
    fn a_scale_and_its_inverse_agree() {
        for spacing in [Spacing::Linear, Spacing::Log, Spacing::LogFromZero] {
            let axis = AxisSpec { range: Range::new(0.5, 40.0), title: String::new(), spacing };
            let scale = PixelScale::new(&axis, 400.0, 20.0);
            for value in [0.5, 1.0, 17.0, 40.0] {
                assert!((scale.value(scale.pixel(value)) - value).abs() < 1e-9, "{spacing:?}");
            }
        }
    }
}
