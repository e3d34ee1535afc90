//! Where the surface is on the screen, and what it hides.

use crate::figure::clip::Rect;
use crate::figure::pen::Place;
use crate::figure::window::Window;
use crate::line::Line;
use crate::objective::Objective;
use crate::summary::Range;
use crate::trainer::Trainer;
use crate::view::Camera;

/// Quads along each side of the surface.
const SIDE: usize = 40;
/// Height of the greatest cost, where the floor is 2 wide.
pub(super) const TALL: f64 = 1.15;

/// A place in the box that holds the surface: `u` (slope) and `v` (intercept) from −1 to 1 over
/// the window, `w` (cost) from 0 up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spot {
    pub u: f64,
    pub v: f64,
    pub w: f64,
}

/// How the surface is placed on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    pub(super) objective: Objective,
    pub(super) window: Window,
    pub(super) greatest: f64,
    yaw: (f64, f64),
    pitch: (f64, f64),
    center: Place,
    scale: f64,
    pub(super) plot: Rect,
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

    pub(super) fn line(&self, u: f64, v: f64) -> Line {
        Line::new(along(self.window.slope, u), along(self.window.intercept, v))
    }

    fn elevation(&self, cost: f64) -> f64 {
        TALL * cost / self.greatest
    }

    pub(super) fn on_surface(&self, u: f64, v: f64) -> Spot {
        Spot { u, v, w: self.elevation(self.objective.value(self.line(u, v))) }
    }

    pub(super) fn spot(&self, line: Line, cost: f64) -> Spot {
        Spot {
            u: position(self.window.slope, line.slope),
            v: position(self.window.intercept, line.intercept),
            w: self.elevation(cost),
        }
    }

    /// How near the viewer, along the floor.
    pub(super) fn nearness(&self, u: f64, v: f64) -> f64 {
        u * self.yaw.0 + v * self.yaw.1
    }

    pub(super) fn project(&self, Spot { u, v, w }: Spot) -> Place {
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
    pub(super) fn is_hidden(&self, Spot { u, v, w }: Spot) -> bool {
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
    pub(super) fn path(&self, run: &Trainer) -> Vec<Spot> {
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
    pub(super) fn quads(&self) -> impl Iterator<Item = Quad> + '_ {
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

/// A patch of the surface on the screen.
pub(super) struct Quad {
    pub column: usize,
    pub row: usize,
    pub middle: (f64, f64),
    pub corners: [Place; 4],
}

impl Quad {
    /// The corners moved out by so many CSS pixels, so that no seam shows between neighbours.
    pub fn overlapping(&self, by: f64) -> [Place; 4] {
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

pub(super) fn corners() -> [(f64, f64); 4] {
    [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)]
}

fn along(range: Range, position: f64) -> f64 {
    range.min + 0.5 * (position + 1.0) * range.span()
}

/// Where a value is in its range, from −1 to 1.
pub(super) fn position(range: Range, value: f64) -> f64 {
    2.0 * (value - range.min) / range.span() - 1.0
}
