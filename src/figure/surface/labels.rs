//! The texts around the surface, each where there is room for it.

use super::scene::{DEEP, Scene, Spot, TALL, position};
use crate::figure::backend::{Anchor, Backend, Drawn};
use crate::figure::frame::round_values;
use crate::figure::geometry::Place;
use crate::figure::geometry::Rect;
use crate::figure::pen::{Pen, TEXT};
use crate::figure::theme::Color;
use crate::numeric::range::Range;
use crate::text::en::figure as words;
use crate::text::en::number;

/// CSS pixels between texts and what they stand beside.
const GAP: f64 = 7.0;

/// Titles and round values along the two edges of the floor that are nearest to the viewer, and the
/// greatest cost at its axis.
pub(super) fn draw_labels<B: Backend>(pen: &mut Pen<'_, B>, scene: &Scene) -> Drawn<B> {
    let near = |toward_u: f64, toward_v: f64| {
        if scene.nearness(toward_u, toward_v) >= 0.0 { 1.0 } else { -1.0 }
    };
    let (near_u, near_v) = (near(1.0, 0.0), near(0.0, 1.0));
    let slope =
        Edge::new(pen, scene, words::slope(scene.scaling), scene.window.slope, |u| (u, near_v));
    let intercept =
        Edge::new(pen, scene, words::intercept(scene.scaling), scene.window.intercept, |v| {
            (near_u, v)
        });

    let (u, v) = scene.left_corner();
    let (x, y) = scene.project(Spot { u, v, w: TALL });
    let greatest = number::rounded(scene.greatest, 3);
    let (ink, muted) = (pen.theme.ink, pen.theme.muted);
    let mut labels = Labels { within: scene.plot, taken: Vec::new() };
    // What matters most comes first: a text that has no room left is not drawn.
    labels.put(pen, words::cost(scene.is_of_program()), (x, y - 2.2 * TEXT), ink)?;
    labels.put(pen, &greatest, (x, y - 0.9 * TEXT), muted)?;
    for edge in [&slope, &intercept] {
        labels.put(pen, edge.title.0, edge.title.1, ink)?;
    }
    for edge in [slope, intercept] {
        for (text, foot, tip, place) in edge.values {
            pen.line(foot, tip, muted, 1.0)?;
            labels.put(pen, &text, place, muted)?;
        }
    }
    Ok(())
}

/// The texts of an edge of the floor and their places.
struct Edge<'a> {
    title: (&'a str, Place),
    /// Text, both ends of its tick, and its place.
    values: Vec<(String, Place, Place, Place)>,
}

impl<'a> Edge<'a> {
    /// `edge` gives the corner coordinates of a position from −1 to 1 along the edge.
    fn new<B: Backend>(
        pen: &Pen<'_, B>,
        scene: &Scene,
        title: &'a str,
        range: Range,
        edge: impl Fn(f64) -> (f64, f64),
    ) -> Self {
        let at = |position: f64| {
            let (u, v) = edge(position);
            scene.project(Spot { u, v, w: -DEEP })
        };
        // Away from the middle of the floor, on the screen.
        let (middle, center) = (at(0.0), scene.project(Spot { u: 0.0, v: 0.0, w: -DEEP }));
        let (dx, dy) = (middle.0 - center.0, middle.1 - center.1);
        let length = dx.hypot(dy).max(1e-9);
        let out = |place: Place, by: f64| (place.0 + dx / length * by, place.1 + dy / length * by);
        // How far the middle of a text has to be from what it must not touch.
        let clear = |text: &str| {
            let half_width = 0.5 * pen.text_width(text);
            dx.abs() / length * half_width + dy.abs() / length * 0.5 * TEXT + GAP
        };
        // Short edges, seen from the side, have room for fewer values.
        let (from, to) = (at(-1.0), at(1.0));
        let room = (to.0 - from.0).hypot(to.1 - from.1);
        let values: Vec<_> = round_values(range, (room / 60.0) as usize)
            .into_iter()
            .map(|(value, text)| (position(range, value), text))
            .filter(|(position, _)| position.abs() < 0.94)
            .map(|(position, text)| {
                let (foot, distance) = (at(position), clear(&text));
                (text, foot, out(foot, 4.0), out(foot, distance))
            })
            .collect();
        let beyond = values.iter().map(|(text, ..)| 2.0 * clear(text) - GAP).fold(0.0, f64::max);
        Self { title: (title, out(middle, beyond + clear(title))), values }
    }
}

/// Puts texts where no other stands.
struct Labels {
    within: Rect,
    taken: Vec<Rect>,
}

impl Labels {
    /// Draws a text centred on a place, moved into the figure, unless another is in the way.
    fn put<B: Backend>(
        &mut self,
        pen: &mut Pen<'_, B>,
        text: &str,
        (x, y): Place,
        color: Color,
    ) -> Drawn<B> {
        let half = 0.5 * pen.text_width(text) + 2.0;
        let edge = half + 4.0;
        let x = x.min(self.within.right - edge).max(self.within.left + edge);
        let y = y.min(self.within.bottom - TEXT).max(self.within.top + TEXT);
        let half_height = 0.5 * TEXT + 1.0;
        let place =
            Rect { left: x - half, top: y - half_height, right: x + half, bottom: y + half_height };
        if self.taken.iter().any(|other| other.overlaps(place)) {
            return Ok(());
        }
        self.taken.push(place);
        pen.text(text, (x, y), Anchor::Middle, color)
    }
}
