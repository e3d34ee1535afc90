//! The legend of a race: the look, the name and the cost of each run.

use super::actor::Actor;
use super::backend::{Anchor, Backend, Drawn};
use super::geometry::{Place, Rect};
use super::pen::Pen;
use crate::edition::FullPackage;
use crate::insight::race::Standing;
use crate::text::en::race::{self, RunName};

/// The height of a row, and the margin around all rows.
const ROW: f64 = 17.0;
const EDGE: f64 = 8.0;
/// The distances from the left edge to the middle of a marker, from there to its name, and from the names to the
/// costs.
const MARKER: f64 = 7.0;
const NAME: f64 = 10.0;
const GAP: f64 = 12.0;
const RADIUS: f64 = 4.5;
/// The share of the plot's width from which on names are shortened.
const WIDEST: f64 = 0.62;

/// The corner of a picture where the legend covers least of what is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Corner {
    /// At the top on the left.
    Left,
    /// At the top in the middle.
    Middle,
    /// At the top on the right.
    Right,
}

impl Corner {
    /// The rectangle of this size that lies in the corner.
    fn place(self, within: Rect, width: f64, height: f64) -> Rect {
        let left = match self {
            Self::Left => within.left + EDGE,
            Self::Middle => within.left + (within.width() - width) / 2.0,
            Self::Right => within.right - EDGE - width,
        };
        let top = within.top + EDGE;
        Rect { left, top, right: left + width, bottom: top + height }
    }
}

/// Draws the legend on a ground through which what lies below can still be made out: in the given corner, or in
/// another one if only there no `marked` place is covered. Draws nothing for a single run.
pub fn draw<B: Backend>(
    pen: &mut Pen<'_, B>,
    actors: &[Actor<'_>],
    (corner, within): (Corner, Rect),
    marked: &[Place],
) -> Drawn<B> {
    let shown: Vec<_> = actors.iter().filter(|actor| !actor.is_hidden()).collect();
    if shown.len() < 2 || FullPackage::get().is_none() {
        return Ok(());
    }
    let runs: Vec<_> = shown.iter().map(|actor| actor.run).collect();
    let names = race::names(&runs);
    let standings: Vec<String> = runs.iter().map(|run| race::standing(Standing::of(run))).collect();
    let widest = |pen: &Pen<'_, B>, texts: &mut dyn Iterator<Item = &str>| {
        texts.map(|text| pen.text_width(text)).fold(0.0, f64::max)
    };
    // Not narrower than most costs, so that it does not twitch while they change.
    let standing_width =
        widest(pen, &mut standings.iter().map(String::as_str).chain([race::USUAL_STANDING]));
    let around = 2.0 * EDGE + MARKER + NAME + GAP + standing_width;
    let full_width = around + widest(pen, &mut names.iter().map(|name| name.full.as_str()));
    let is_short = full_width > WIDEST * within.width();
    let text = |name: &RunName| if is_short { name.short.clone() } else { name.full.clone() };
    let names: Vec<String> = names.iter().map(text).collect();
    let width = around + widest(pen, &mut names.iter().map(String::as_str));
    let height = EDGE + ROW * names.len() as f64;
    let at = |corner: Corner| corner.place(within, width, height);
    let is_free = |rect: &Rect| !marked.iter().any(|&place| rect.contains(place));
    let Rect { left, top, right, bottom } = [corner, Corner::Left, Corner::Right, Corner::Middle]
        .map(at)
        .into_iter()
        .find(is_free)
        .unwrap_or_else(|| at(corner));
    let theme = pen.theme;
    pen.rect(Rect { left, top, right, bottom }, theme.panel.alpha(0.9))?;
    for (row, ((actor, name), standing)) in shown.iter().zip(&names).zip(&standings).enumerate() {
        let y = top + EDGE / 2.0 + ROW * (row as f64 + 0.5);
        let (look, x) = (theme.look(actor.index), left + EDGE + MARKER);
        pen.marker((x, y), look.marker, RADIUS, look.color)?;
        pen.text(name, (x + NAME, y), Anchor::Left, theme.ink)?;
        pen.text(standing, (right - EDGE, y), Anchor::Right, theme.ink)?;
    }
    Ok(())
}
