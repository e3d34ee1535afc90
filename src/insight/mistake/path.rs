//! The lines that a program went through, in the coordinates that it descends in.

use super::rows::{Pair, Rows};
use crate::numeric::line::Line;

/// Parameters beyond this are left out: their squares, and what mistakes make of them, are no numbers.
const LARGEST: f64 = 1e100;

/// Where the path of a program begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FirstLine {
    /// The first line shown is the start.
    Start,
    /// The first line shown follows from a = b = 0, which was not shown.
    AfterOneUpdate,
    /// The first line shown follows from no start that is known; the path begins with it.
    Unexplained,
}

/// The lines that a program went through, one an epoch.
#[derive(Clone, Debug)]
pub(super) struct Path {
    pub first: FirstLine,
    lines: Vec<Line>,
    /// By how much rounding may have moved each.
    roundings: Vec<Pair>,
}

/// A move from one line to the next.
#[derive(Clone, Copy, Debug)]
pub(super) struct Move {
    pub from: Line,
    pub to: Line,
    /// By how much rounding may have moved both.
    pub rounding: Pair,
}

impl Move {
    /// Whether it ends there, and rounding is not all that there is to it.
    pub fn ends_at(&self, to: Pair, tolerance: Pair) -> bool {
        let (from, end) =
            ([self.from.slope, self.from.intercept], [self.to.slope, self.to.intercept]);
        (0..2).all(|i| {
            (end[i] - to[i]).abs() <= tolerance[i]
                && tolerance[i] <= 1e-5 * (end[i] - from[i]).abs()
        })
    }
}

impl Path {
    /// The paths that lines may be, the likeliest first; none of the lines is left out. They are in data units if
    /// `carried`, or else in the coordinates of the rows.
    pub fn candidates(lines: &[Line], rows: &Rows, carried: bool) -> Vec<Self> {
        let seen = |line: &Line| if carried { rows.coordinates().from_data(*line) } else { *line };
        let shown: Vec<Line> = finite(lines).iter().map(seen).collect();
        let Some(&first) = shown.first() else { return Vec::new() };
        // The start of a program that descends in other coordinates is 0 in these, or 0 in the data's.
        let mut starts = vec![Line::ZERO];
        if !rows.coordinates().are_raw() {
            starts.push(rows.coordinates().from_data(Line::ZERO));
        }
        let is_start = |start: &Line| {
            let rounding = rows.rounding_of(first);
            (first.slope - start.slope).abs() <= rounding[0]
                && (first.intercept - start.intercept).abs() <= rounding[1]
        };
        let path = |first, lines: Vec<Line>| Self {
            first,
            roundings: lines.iter().map(|&line| rows.rounding_of(line)).collect(),
            lines,
        };
        if starts.iter().any(is_start) {
            return vec![path(FirstLine::Start, shown)];
        }
        let mut candidates: Vec<Self> = starts
            .iter()
            .map(|&start| path(FirstLine::AfterOneUpdate, [&[start], &shown[..]].concat()))
            .collect();
        candidates.push(path(FirstLine::Unexplained, shown));
        candidates
    }

    /// How many moves there are.
    pub fn moves(&self) -> usize {
        self.lines.len().saturating_sub(1)
    }

    /// The move of an index, which is below [`Self::moves`].
    pub fn get(&self, index: usize) -> Move {
        Move {
            from: self.lines[index],
            to: self.lines[index + 1],
            rounding: [0, 1].map(|i| self.roundings[index][i] + self.roundings[index + 1][i]),
        }
    }

    /// The first line.
    pub fn start(&self) -> Line {
        self.lines[0]
    }

    /// The last line.
    pub fn end(&self) -> Line {
        self.lines[self.lines.len() - 1]
    }

    /// Whether the line never moves.
    pub fn stands_still(&self) -> bool {
        self.lines.iter().all(|line| *line == self.lines[0])
    }
}

/// The lines before the first that is too large to compute with.
pub(super) fn finite(lines: &[Line]) -> &[Line] {
    let fits = |value: f64| value.abs() < LARGEST;
    let end = lines.iter().position(|line| !(fits(line.slope) && fits(line.intercept)));
    &lines[..end.unwrap_or(lines.len())]
}
