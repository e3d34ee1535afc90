//! The cost as a surface over slope and intercept, seen from a camera.

use super::clip::Rect;
use super::frame::round_values;
use super::map::Height;
use super::pen::{Anchor, Backend, Drawn, Pen, Place, TEXT};
use super::raster::Ramp;
use super::theme::Color;
use super::window::Window;
use crate::line::Line;
use crate::messages::figure as words;
use crate::objective::Objective;
use crate::summary::Range;
use crate::text;
use crate::trainer::Trainer;
use crate::view::Camera;

/// Quads along each side of the surface.
const SIDE: usize = 40;
/// Every so many quads a line of the net is drawn.
const NET: usize = 5;
/// CSS pixels between texts and what they stand beside.
const GAP: f64 = 7.0;
/// Height of the greatest cost, where the floor is 2 wide.
const TALL: f64 = 1.15;

/// A place in the box that holds the surface: `u` (slope) and `v` (intercept) from −1 to 1 over
/// the window, `w` (cost) from 0 up.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Spot {
    u: f64,
    v: f64,
    w: f64,
}

/// How the surface is placed on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    objective: Objective,
    window: Window,
    greatest: f64,
    yaw: (f64, f64),
    pitch: (f64, f64),
    center: Place,
    scale: f64,
    plot: Rect,
}

impl Scene {
    /// The surface of `objective` over `window` in a figure of this size.
    pub fn new(size: (f64, f64), objective: &Objective, window: &Window, camera: Camera) -> Self {
        let (width, height) = size;
        let corners = corners().map(|(u, v)| {
            let slope = along(window.slope, u);
            objective.value(Line::new(slope, along(window.intercept, v)))
        });
        let pitch = camera.pitch().sin_cos();
        // The box's greatest extents from any side, so that turning does not change the size.
        let (across, down) =
            (2.0 * 2.0_f64.sqrt(), 2.0 * 2.0_f64.sqrt() * pitch.0 + TALL * pitch.1);
        let (room_x, room_y) = (width - 96.0, height - 66.0);
        let scale = (room_x / across).min(room_y / down).max(1.0);
        Self {
            objective: *objective,
            window: *window,
            greatest: corners.into_iter().fold(f64::MIN_POSITIVE, f64::max),
            yaw: camera.yaw().sin_cos(),
            pitch,
            center: (0.5 * width, 0.5 * height + 0.5 * TALL * pitch.1 * scale - 4.0),
            scale,
            plot: Rect { left: 0.0, top: 0.0, right: width, bottom: height },
        }
    }

    fn line(&self, u: f64, v: f64) -> Line {
        Line::new(along(self.window.slope, u), along(self.window.intercept, v))
    }

    fn elevation(&self, cost: f64) -> f64 {
        TALL * cost / self.greatest
    }

    fn on_surface(&self, u: f64, v: f64) -> Spot {
        Spot { u, v, w: self.elevation(self.objective.value(self.line(u, v))) }
    }

    fn spot(&self, line: Line, cost: f64) -> Spot {
        Spot {
            u: position(self.window.slope, line.slope),
            v: position(self.window.intercept, line.intercept),
            w: self.elevation(cost),
        }
    }

    /// How near the viewer, along the floor.
    fn nearness(&self, u: f64, v: f64) -> f64 {
        u * self.yaw.0 + v * self.yaw.1
    }

    fn project(&self, Spot { u, v, w }: Spot) -> Place {
        let right = u * self.yaw.1 - v * self.yaw.0;
        let down = self.nearness(u, v) * self.pitch.0 - w * self.pitch.1;
        (self.center.0 + right * self.scale, self.center.1 + down * self.scale)
    }

    /// Where the cost at a line is on the screen.
    pub fn place(&self, line: Line, cost: f64) -> Place {
        self.project(self.spot(line, cost))
    }

    /// Whether the surface itself stands between the viewer and a spot on it. Along the line of
    /// sight the surface is convex and starts at 0, so its height where the line of sight leaves
    /// the window decides.
    fn is_hidden(&self, Spot { u, v, w }: Spot) -> bool {
        let toward = (self.yaw.0 * self.pitch.1, self.yaw.1 * self.pitch.1);
        let exit = |at: f64, speed: f64| {
            if speed == 0.0 { f64::INFINITY } else { (speed.signum() - at) / speed }
        };
        let reach = exit(u, toward.0).min(exit(v, toward.1));
        if !reach.is_finite() || reach <= 0.0 {
            return false;
        }
        let out = self.on_surface(u + toward.0 * reach, v + toward.1 * reach);
        out.w > w + self.pitch.0 * reach + 1e-9
    }

    /// The path of a run on the surface: steps so long that they would cut through the hill, or
    /// fly over the valley, are laid on it.
    fn path(&self, run: &Trainer) -> Vec<Spot> {
        /// CSS pixels on the screen between two spots.
        const STRIDE: f64 = 8.0;
        let mut spots: Vec<Spot> = Vec::new();
        let mut last: Option<(Line, Place)> = None;
        for state in run.trace() {
            let (to, spot) = (state.line, self.spot(state.line, state.cost));
            let place = self.project(spot);
            if let Some((from, at)) = last {
                let length = (place.0 - at.0).hypot(place.1 - at.1);
                let pieces = (length / STRIDE).clamp(1.0, 100.0) as usize;
                spots.extend((1..pieces).map(|piece| {
                    let share = piece as f64 / pieces as f64;
                    let line = Line::new(
                        from.slope + (to.slope - from.slope) * share,
                        from.intercept + (to.intercept - from.intercept) * share,
                    );
                    self.spot(line, self.objective.value(line))
                }));
            }
            spots.push(spot);
            last = Some((to, place));
        }
        spots
    }

    /// The quads, farthest first. On a grid that needs no sorting: far rows before near ones, and
    /// in each the far quads before the near.
    fn quads(&self) -> impl Iterator<Item = Quad> + '_ {
        let nearer_u = self.nearness(1.0, 0.0) >= 0.0;
        let nearer_v = self.nearness(0.0, 1.0) >= 0.0;
        let ordered = |nearer: bool, step: usize| if nearer { step } else { SIDE - 1 - step };
        (0..SIDE).flat_map(move |column| {
            (0..SIDE).map(move |row| self.quad(ordered(nearer_u, column), ordered(nearer_v, row)))
        })
    }

    fn quad(&self, column: usize, row: usize) -> Quad {
        let at = |step: usize| 2.0 * step as f64 / SIDE as f64 - 1.0;
        let half = 1.0 / SIDE as f64;
        Quad {
            column,
            row,
            middle: (at(column) + half, at(row) + half),
            corners: [(0, 0), (1, 0), (1, 1), (0, 1)]
                .map(|(du, dv)| self.project(self.on_surface(at(column + du), at(row + dv)))),
        }
    }
}

struct Quad {
    column: usize,
    row: usize,
    middle: (f64, f64),
    corners: [Place; 4],
}

impl Quad {
    /// The corners moved out by so many CSS pixels, so that no seam shows between neighbours.
    fn overlapping(&self, by: f64) -> [Place; 4] {
        let (x, y) =
            self.corners.iter().fold((0.0, 0.0), |(x, y), c| (x + c.0 / 4.0, y + c.1 / 4.0));
        self.corners.map(|corner| {
            let (dx, dy) = (corner.0 - x, corner.1 - y);
            let length = dx.hypot(dy).max(1e-9);
            let grown = 1.0 + by / length;
            (x + dx * grown, y + dy * grown)
        })
    }
}

fn corners() -> [(f64, f64); 4] {
    [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)]
}

fn along(range: Range, position: f64) -> f64 {
    range.min + 0.5 * (position + 1.0) * range.span()
}

fn position(range: Range, value: f64) -> f64 {
    2.0 * (value - range.min) / range.span() - 1.0
}

/// The surface and its axes.
pub fn draw_base<B: Backend>(pen: &mut Pen<'_, B>, scene: &Scene) -> Drawn<B> {
    pen.clear(pen.theme.panel)?;
    draw_floor(pen, scene)?;
    let (low, high) = pen.theme.cost;
    let ramp = Ramp::between(low, high);
    let height = Height::of(&scene.objective, &scene.window);
    let net = pen.theme.muted.alpha(0.5);
    for quad in scene.quads() {
        let line = scene.line(quad.middle.0, quad.middle.1);
        let [red, green, blue] = ramp.at(height.at(&scene.objective, line));
        let color = Color { rgb: (red, green, blue), alpha: 1.0 };
        pen.polygon(&quad.overlapping(1.0 / pen.ratio()), color)?;
        let [a, b, c, d] = quad.corners;
        // Both neighbours draw their common edge: the later one would cover the earlier's.
        let edges = [
            (quad.row.is_multiple_of(NET), (a, b)),
            (quad.column.is_multiple_of(NET), (a, d)),
            ((quad.row + 1).is_multiple_of(NET), (c, d)),
            ((quad.column + 1).is_multiple_of(NET), (b, c)),
        ];
        for (_, (from, to)) in edges.into_iter().filter(|(drawn, _)| *drawn) {
            pen.line(from, to, net, 1.0)?;
        }
    }
    draw_labels(pen, scene)
}

fn draw_floor<B: Backend>(pen: &mut Pen<'_, B>, scene: &Scene) -> Drawn<B> {
    let color = pen.theme.muted.alpha(0.55);
    let floor = corners().map(|(u, v)| scene.project(Spot { u, v, w: 0.0 }));
    for side in 0..4 {
        pen.line(floor[side], floor[(side + 1) % 4], color, 1.0)?;
    }
    let (u, v) = left_corner(scene);
    let foot = scene.project(Spot { u, v, w: 0.0 });
    let top = scene.project(Spot { u, v, w: TALL });
    pen.line(foot, top, color, 1.0)
}

/// The corner of the floor that is farthest left on the screen: the axis of costs stands there.
fn left_corner(scene: &Scene) -> (f64, f64) {
    let left = |&(u, v): &(f64, f64)| scene.project(Spot { u, v, w: 0.0 }).0;
    corners().into_iter().min_by(|a, b| left(a).total_cmp(&left(b))).unwrap_or((-1.0, -1.0))
}

/// Titles and round values along the two edges of the floor that are nearest to the viewer, and the
/// greatest cost at its axis.
fn draw_labels<B: Backend>(pen: &mut Pen<'_, B>, scene: &Scene) -> Drawn<B> {
    let near = |toward_u: f64, toward_v: f64| {
        if scene.nearness(toward_u, toward_v) >= 0.0 { 1.0 } else { -1.0 }
    };
    let (near_u, near_v) = (near(1.0, 0.0), near(0.0, 1.0));
    let slope = Edge::new(pen, scene, words::SLOPE, scene.window.slope, |u| (u, near_v));
    let intercept =
        Edge::new(pen, scene, words::INTERCEPT, scene.window.intercept, |v| (near_u, v));

    let (u, v) = left_corner(scene);
    let (x, y) = scene.project(Spot { u, v, w: TALL });
    let greatest = text::rounded(scene.greatest, 3);
    let (ink, muted) = (pen.theme.ink, pen.theme.muted);
    let mut labels = Labels { within: scene.plot, taken: Vec::new() };
    // What matters most comes first: a text that has no room left is not drawn.
    labels.put(pen, words::COST, (x, y - 2.2 * TEXT), ink)?;
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
            scene.project(Spot { u, v, w: 0.0 })
        };
        // Away from the middle of the floor, on the screen.
        let (middle, center) = (at(0.0), scene.project(Spot { u: 0.0, v: 0.0, w: 0.0 }));
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
        let x = x.min(self.within.right - half).max(self.within.left + half);
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

/// The path, start, minimum and ball of each run; what the surface hides is faint.
pub fn draw_overlay<B: Backend>(pen: &mut Pen<'_, B>, scene: &Scene, runs: &[Trainer]) -> Drawn<B> {
    let theme = pen.theme;
    let plot = scene.plot;
    for run in runs {
        let spots = scene.path(run);
        for (hidden, alpha) in [(true, 0.3), (false, 1.0)] {
            // A piece of the path belongs to the layer of its later end.
            let mut before = None;
            let places = spots.iter().flat_map(|&spot| {
                let place = scene.project(spot);
                let gap = (scene.is_hidden(spot) != hidden).then_some((f64::NAN, f64::NAN));
                let from = before.replace(place).filter(|_| gap.is_none());
                from.into_iter().chain(gap.or(Some(place)))
            });
            pen.path(places, plot, theme.ball.alpha(alpha), 2.0)?;
        }
        for (line, is_start) in run
            .objective()
            .minimum()
            .map(|best| (best, false))
            .into_iter()
            .chain([(run.start(), true)])
        {
            let spot = scene.spot(line, run.objective().value(line));
            let fade = if scene.is_hidden(spot) { 0.4 } else { 1.0 };
            let place = scene.project(spot);
            if !plot.contains(place) {
                continue;
            }
            if is_start {
                pen.ring(place, theme.ink.alpha(fade))?;
            } else {
                pen.cross(place, theme.best.alpha(fade))?;
            }
        }
        let state = run.state();
        let spot = scene.spot(state.line, state.cost);
        let place = scene.project(spot);
        if plot.contains(place) {
            match scene.is_hidden(spot) {
                true => pen.disc(place, 7.0, theme.ball.alpha(0.45))?,
                false => pen.ball(place)?,
            }
        }
    }
    Ok(())
}
