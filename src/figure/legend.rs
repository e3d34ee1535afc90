//! The legend of a race: the look, the name and the cost of each run.

use super::actor::Actor;
use super::backend::{Anchor, Backend, Drawn};
use super::geometry::{Place, Rect};
use super::pen::Pen;
use crate::descent::trainer::Trainer;
use crate::edition::FullPackage;
use crate::insight::race::Standing;
use crate::text::en::race;

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

/// The words of a legend, and its width.
struct Texts {
    names: Vec<String>,
    standings: Vec<String>,
    width: f64,
}

impl Texts {
    /// The words that fit into a plot of this width: all of them, short names, or the costs alone. The markers tell which
    /// run is which.
    fn that_fit<B: Backend>(pen: &Pen<'_, B>, runs: &[&Trainer], width: f64) -> Self {
        let names = race::names(runs);
        let standings = |words: fn(Standing) -> String| -> Vec<String> {
            runs.iter().map(|run| words(Standing::of(run))).collect()
        };
        let full = || names.iter().map(|name| name.full.clone()).collect();
        let all = Self::of(pen, full(), standings(race::standing), race::USUAL_STANDING);
        if all.width <= WIDEST * width {
            return all;
        }
        let short = || names.iter().map(|name| name.short.clone()).collect();
        let short = Self::of(pen, short(), standings(race::standing), race::USUAL_STANDING);
        if short.width <= width - 2.0 * EDGE {
            return short;
        }
        Self::of(pen, vec![String::new(); runs.len()], standings(race::brief_standing), "")
    }

    /// Not narrower than a usual standing, so that the legend does not twitch while costs change.
    fn of<B: Backend>(
        pen: &Pen<'_, B>,
        names: Vec<String>,
        standings: Vec<String>,
        usual: &str,
    ) -> Self {
        let widest = |texts: &[String], least: f64| {
            texts.iter().map(|text| pen.text_width(text)).fold(least, f64::max)
        };
        let name_width = widest(&names, 0.0);
        let gap = if name_width > 0.0 { GAP } else { 0.0 };
        let texts_width = name_width + gap + widest(&standings, pen.text_width(usual));
        Self { names, standings, width: 2.0 * EDGE + MARKER + NAME + texts_width }
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
    let Texts { names, standings, width } = Texts::that_fit(pen, &runs, within.width());
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
