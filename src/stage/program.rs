//! The reader's own program: the points that it gets, and the lines that it shows.

use super::page::Page;
use crate::data::dataset::Points;
use crate::descent::trainer::Recording;
use crate::figure::data::is_seen;
use crate::numeric::line::Line;
use crate::text::en;

/// The most points that the cost of a program is computed on for pictures.
const MOST_POINTS: usize = 2_304;

impl Page {
    /// One of so many points is what the cost that a program defines is computed on for pictures.
    pub fn program_stride(&self) -> usize {
        self.program_points().len().div_ceil(MOST_POINTS).max(1)
    }

    /// The points that a program gets: all rows, or the sample that stands for them.
    pub fn program_points(&self) -> &Points {
        self.session().dataset().points()
    }

    /// Shows the lines of a program, as slope and intercept in turn, beside the page's own run: of its `epochs` lines
    /// every `stride`-th and the last one. Takes the run of the program away if there is no line.
    pub fn show_program(&mut self, lines: &[f64], stride: u64, epochs: u64) {
        let (pairs, _) = lines.as_chunks::<2>();
        let lines: Vec<Line> =
            pairs.iter().map(|&[slope, intercept]| Line::new(slope, intercept)).collect();
        match Recording::new(&lines, stride, epochs) {
            Some(recording) => self.session_mut().show_program(recording),
            None => self.session_mut().forget_program(),
        }
    }

    /// Sentence on where the program's line is, if it is outside the picture of the points. Returns `None` if it is seen, or if
    /// there is no program's line.
    pub fn program_line_outside(&self) -> Option<String> {
        let session = self.session();
        let run = session.program_run()?;
        let line = run.objective().coordinates().to_data(run.state().at);
        let dataset = session.dataset();
        let is_outside = !is_seen(dataset, run.start_line(), line);
        is_outside.then(|| en::program::line_outside(line, dataset.summary()))
    }
}
