//! Projection of the surface to the screen, and what it hides.

use std::f64::consts::{PI, TAU};
use std::sync::Arc;

use crate::descent::scaling::Scaling;
use crate::figure::actor::Actor;
use crate::figure::geometry::Place;
use crate::figure::geometry::Rect;
use crate::figure::landscape::Landscape;
use crate::figure::window::Window;
use crate::numeric::angle::sin_cos;
use crate::numeric::line::Line;
use crate::numeric::range::Range;
use crate::session::view::Camera;

/// Quads along each side of the surface.
pub const SIDE: usize = 60;
/// Height of the greatest cost, where the floor is 2 wide.
pub(super) const TALL: f64 = 1.15;
/// Depth of the floor below a cost of 0.
pub(super) const DEEP: f64 = 0.22;

/// Room for texts above the surface, below it and on either side, in CSS pixels.
const ABOVE: f64 = 26.0;
const BELOW: f64 = 34.0;
const ASIDE: f64 = 48.0;

/// A place in the box that holds the surface: `u` (slope) and `v` (intercept) from −1 to 1 over
/// the window, `w` (cost) from 0 up; the floor is at −[`DEEP`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spot {
    pub u: f64,
    pub v: f64,
    pub w: f64,
}

impl Spot {
    /// The spot of the floor below this one.
    pub fn shadow(self) -> Self {
        Self { w: -DEEP, ..self }
    }
}

/// Placement of the surface on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    landscape: Arc<Landscape>,
    pub(super) scaling: Scaling,
    pub(super) window: Window,
    /// The costs at the bottom and the top of the box, in data units.
    pub(super) low: f64,
    pub(super) greatest: f64,
    angles: (f64, f64),
    yaw: (f64, f64),
    pitch: (f64, f64),
    center: Place,
    /// CSS pixels to a unit of the box, across and down.
    scale: (f64, f64),
    /// 0 over the map, 1 where the surface is seen from its camera.
    pub(super) flight: f64,
    pub(super) plot: Rect,
}

impl Scene {
    /// A landscape as a surface in a figure of this size.
    pub fn new(
        size: (f64, f64),
        landscape: Arc<Landscape>,
        scaling: Scaling,
        camera: Camera,
    ) -> Self {
        let (width, height) = size;
        let (window, low) = (*landscape.window(), landscape.low());
        let costs = landscape.corner_costs().map(|cost| cost - low);
        let greatest = costs.into_iter().fold(f64::MIN_POSITIVE, f64::max);
        let (sin, cos) = sin_cos(camera.pitch());
        // How far up and down the picture reaches from the middle of the floor at a cost of 0.
        let yaw = sin_cos(camera.yaw());
        let lows = corners().map(|(u, v)| -(u * yaw.0 + v * yaw.1) * sin);
        let tops =
            lows.into_iter().zip(costs).map(|(low, cost)| low - TALL * cost / greatest * cos);
        let top = tops.fold(f64::INFINITY, f64::min);
        let bottom = lows.into_iter().fold(f64::NEG_INFINITY, f64::max) + DEEP * cos;
        // It fills the room that there is from each side; from any side its width is at most that of
        // the floor's diagonal.
        let across = 2.0 * 2.0_f64.sqrt();
        let (room_x, room_y) = (width - 2.0 * ASIDE, height - ABOVE - BELOW);
        let scale = camera.zoom() * (room_x / across).min(room_y / (bottom - top)).max(1.0);
        let (right, lower) = camera.shift();
        let middle = 0.5 * (top + bottom) * scale;
        Self {
            landscape,
            scaling,
            window,
            low,
            greatest: low + greatest,
            angles: (camera.yaw(), camera.pitch()),
            yaw,
            pitch: (sin, cos),
            center: (
                width * (0.5 + right),
                height * (0.5 + lower) - middle + 0.5 * (ABOVE - BELOW),
            ),
            scale: (scale, scale),
            flight: 1.0,
            plot: Rect { left: 0.0, top: 0.0, right: width, bottom: height },
        }
    }

    /// The same surface as the camera sees it on its way from the map, whose plot is `map`: at 0
    /// the picture is the map's, at 1 this scene's.
    pub fn on_the_way(&self, map: Rect, flight: f64) -> Self {
        let part = |from: f64, to: f64| from + (to - from) * flight;
        // The shorter way round.
        let turn = (self.angles.0 + PI).rem_euclid(TAU) - PI;
        let (yaw, pitch) = (part(0.0, turn), part(Camera::above().pitch(), self.angles.1));
        let middle = (0.5 * (map.left + map.right), 0.5 * (map.top + map.bottom));
        Self {
            angles: (yaw, pitch),
            yaw: sin_cos(yaw),
            pitch: sin_cos(pitch),
            center: (part(middle.0, self.center.0), part(middle.1, self.center.1)),
            scale: (part(0.5 * map.width(), self.scale.0), part(0.5 * map.height(), self.scale.1)),
            flight,
            ..self.clone()
        }
    }

    /// The slopes, intercepts and costs that it shows.
    pub fn window(&self) -> &Window {
        &self.window
    }

    pub(super) fn line(&self, u: f64, v: f64) -> Line {
        Line::new(along(self.window.slope, u), along(self.window.intercept, v))
    }

    fn elevation(&self, cost: f64) -> f64 {
        TALL * (cost - self.low) / (self.greatest - self.low)
    }

    pub(super) fn on_surface(&self, u: f64, v: f64) -> Spot {
        Spot { u, v, w: self.elevation(self.landscape.cost(self.line(u, v))) }
    }

    pub(super) fn spot(&self, line: Line, cost: f64) -> Spot {
        Spot {
            u: position(self.window.slope, line.slope),
            v: position(self.window.intercept, line.intercept),
            w: self.elevation(cost),
        }
    }

    /// The nearness to the viewer, along the floor.
    pub(super) fn nearness(&self, u: f64, v: f64) -> f64 {
        -(u * self.yaw.0 + v * self.yaw.1)
    }

    /// The steepness of the view from above, from 0 (level) to 1 (straight down).
    pub(super) fn steepness(&self) -> f64 {
        self.pitch.0
    }

    /// The corner of the floor that is farthest left on the screen: the axis of costs stands there.
    pub(super) fn left_corner(&self) -> (f64, f64) {
        let left = |&(u, v): &(f64, f64)| self.project(Spot { u, v, w: 0.0 }).0;
        corners().into_iter().min_by(|a, b| left(a).total_cmp(&left(b))).unwrap_or((-1.0, -1.0))
    }

    pub(super) fn project(&self, Spot { u, v, w }: Spot) -> Place {
        let right = u * self.yaw.1 - v * self.yaw.0;
        let down = self.nearness(u, v) * self.pitch.0 - w * self.pitch.1;
        (self.center.0 + right * self.scale.0, self.center.1 + down * self.scale.1)
    }

    /// Whether it is the cost that the reader's program defines.
    pub(super) fn is_of_program(&self) -> bool {
        self.landscape.is_of_program()
    }

    /// Whether the surface itself stands between the viewer and a spot on it. Where it is convex along the line
    /// of sight it starts at 0, so its height where the line of sight leaves the window decides.
    pub(super) fn is_hidden(&self, Spot { u, v, w }: Spot) -> bool {
        let toward = (-self.yaw.0 * self.pitch.1, -self.yaw.1 * self.pitch.1);
        let exit = |at: f64, speed: f64| {
            if speed == 0.0 { f64::INFINITY } else { (speed.signum() - at) / speed }
        };
        let reach = exit(u, toward.0).min(exit(v, toward.1));
        if !reach.is_finite() || reach <= 0.0 {
            return false;
        }
        let stands_in_the_way = |way: f64| {
            let out = self.on_surface(u + toward.0 * way, v + toward.1 * way);
            out.w > w + self.pitch.0 * way + 1e-9
        };
        if self.landscape.is_convex() {
            return stands_in_the_way(reach);
        }
        // A spot lies on the surface, so that the first steps tell no more than rounding does.
        (2..=SIDE).any(|step| stands_in_the_way(reach * step as f64 / SIDE as f64))
    }

    /// The line whose cost is seen at a place of the figure: of all patches of the surface there,
    /// the nearest. Returns `None` beside the surface.
    pub fn seen_at(&self, place: Place) -> Option<Line> {
        let quads: Vec<_> = self.quads().collect();
        let (u, v) = quads.iter().rev().find_map(|quad| quad.at(place))?;
        Some(self.line(u, v))
    }

    /// The path of a run on the surface: steps so long that they would cut through the hill, or
    /// fly over the valley, are laid on it.
    pub(super) fn path(&self, actor: &Actor<'_>) -> Vec<Spot> {
        /// CSS pixels on the screen between two spots.
        const STRIDE: f64 = 8.0;
        let mut spots: Vec<Spot> = Vec::new();
        let mut last: Option<(Line, Place)> = None;
        for (to, cost) in actor.path() {
            let spot = self.spot(to, cost);
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
                    self.spot(line, self.landscape.cost(line))
                }));
            }
            spots.push(spot);
            last = Some((to, place));
        }
        spots
    }

    /// The quads, farthest first. On a grid that needs no sorting: far rows before near ones, and
    /// in each the far quads before the near.
    pub fn quads(&self) -> impl Iterator<Item = Quad> + '_ {
        let nearer_u = self.nearness(1.0, 0.0) >= 0.0;
        let nearer_v = self.nearness(0.0, 1.0) >= 0.0;
        let ordered = |nearer: bool, step: usize| if nearer { step } else { SIDE - 1 - step };
        let corners: Vec<Place> = (0..=SIDE)
            .flat_map(|column| (0..=SIDE).map(move |row| (column, row)))
            .map(|(column, row)| self.project(self.on_surface(grid(column), grid(row))))
            .collect();
        (0..SIDE).flat_map(|column| (0..SIDE).map(move |row| (column, row))).map(
            move |(column, row)| {
                let (column, row) = (ordered(nearer_u, column), ordered(nearer_v, row));
                let at = |du: usize, dv: usize| corners[(column + du) * (SIDE + 1) + row + dv];
                Quad { column, row, corners: [at(0, 0), at(1, 0), at(1, 1), at(0, 1)] }
            },
        )
    }
}

/// The position of a line of the grid, from −1 to 1.
fn grid(step: usize) -> f64 {
    2.0 * step as f64 / SIDE as f64 - 1.0
}

/// A patch of the surface on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quad {
    /// Index along the slopes.
    pub column: usize,
    /// Index along the intercepts.
    pub row: usize,
    /// Its corners in CSS pixels, around it: from the least slope and intercept, along the slopes
    /// first.
    pub corners: [Place; 4],
}

impl Quad {
    /// The position, from −1 to 1, of what is seen at a place. Returns `None` beside the quad.
    fn at(&self, place: Place) -> Option<(f64, f64)> {
        let [a, b, c, d] = self.corners;
        let step = 2.0 / SIDE as f64;
        let (u, v) = (grid(self.column), grid(self.row));
        let first = within(place, a, b, c).map(|(b, c)| (b + c, c));
        let second = || within(place, a, c, d).map(|(c, d)| (c, c + d));
        let (right, up) = first.or_else(second)?;
        Some((u + step * right, v + step * up))
    }
}

/// The weights of `b` and `c` at a place in the triangle a, b, c. Returns `None` outside.
fn within(place: Place, a: Place, b: Place, c: Place) -> Option<(f64, f64)> {
    let (ab, ac, ap) =
        ((b.0 - a.0, b.1 - a.1), (c.0 - a.0, c.1 - a.1), (place.0 - a.0, place.1 - a.1));
    let cross = |p: Place, q: Place| p.0 * q.1 - p.1 * q.0;
    let area = cross(ab, ac);
    let (b, c) = (cross(ap, ac) / area, cross(ab, ap) / area);
    (b >= 0.0 && c >= 0.0 && b + c <= 1.0).then_some((b, c))
}

pub(super) fn corners() -> [(f64, f64); 4] {
    [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)]
}

fn along(range: Range, position: f64) -> f64 {
    range.min + 0.5 * (position + 1.0) * range.span()
}

/// The position of a value in its range, from −1 to 1.
pub(super) fn position(range: Range, value: f64) -> f64 {
    2.0 * (value - range.min) / range.span() - 1.0
}
