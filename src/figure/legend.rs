//! The legend of a race: which run is which, in a picture that leaves the page and its table.

use super::backend::{Anchor, Backend, Drawn};
use super::geometry::Rect;
use super::pen::Pen;
use crate::descent::trainer::Trainer;
use crate::text::en::choice::run_name;

/// The height of a row, and the margin around all rows.
const ROW: f64 = 17.0;
const EDGE: f64 = 8.0;
/// The distances from the left edge to the middle of a marker, and from there to its name.
const MARKER: f64 = 7.0;
const NAME: f64 = 10.0;
const RADIUS: f64 = 4.5;

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

/// Draws the legend on a ground through which what lies below can still be made out.
pub(super) fn draw<B: Backend>(
    pen: &mut Pen<'_, B>,
    runs: &[Trainer],
    corner: Corner,
    within: Rect,
) -> Drawn<B> {
    let names: Vec<String> = runs.iter().map(run_name).collect();
    let widest = names.iter().map(|name| pen.text_width(name)).fold(0.0, f64::max);
    let width = 2.0 * EDGE + MARKER + NAME + widest;
    let left = match corner {
        Corner::Left => within.left + EDGE,
        Corner::Middle => within.left + (within.width() - width) / 2.0,
        Corner::Right => within.right - EDGE - width,
    };
    let top = within.top + EDGE;
    let bottom = top + EDGE + ROW * names.len() as f64;
    let theme = pen.theme;
    pen.rect(Rect { left, top, right: left + width, bottom }, theme.panel.alpha(0.85))?;
    for (index, name) in names.iter().enumerate() {
        let y = top + EDGE / 2.0 + ROW * (index as f64 + 0.5);
        let (look, x) = (theme.look(index), left + EDGE + MARKER);
        pen.marker((x, y), look.marker, RADIUS, look.color)?;
        pen.text(name, (x + NAME, y), Anchor::Left, theme.ink)?;
    }
    Ok(())
}
