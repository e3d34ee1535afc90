//! The descent of a session as a NumPy program: its data, its settings, and the same algorithm.
//!
//! A program has only what its settings need: plain descent on squared error reads like the lesson's. It computes the
//! numbers of the page, to 1e-9 of each, and checks that at its end. Two things make this hard: rules that set their own
//! pace magnify the last digits of the gradient, so that their programs compute it from the page's sums; and a sum over
//! rows overflows earlier than the page's, near the largest numbers.
//! `cargo xtask test --only python` runs programs of every kind.

mod chance;
mod coordinates;
mod cost;
mod data;
mod descent;
mod file;
mod literal;
mod own;
mod rounding;
mod rule;
mod settings;

use std::borrow::Cow;

pub(super) use data::label;
pub use data::{ExportError, FEW, MOST, ProgramData};
pub use file::File;
pub(super) use literal::{array, floats, one_line};
pub use own::OwnProgram;

use crate::descent::optimizer::Stride;
use crate::descent::settings::Settings;
use crate::descent::trainer::Trainer;
use crate::numeric::notation::floor;
use crate::session::Session;
use crate::text::en;
use crate::text::en::number::count;

/// The looks at rows by which a run that has not begun is advanced for its program.
const FORWARD: u64 = 50_000_000;
/// The looks at rows of a run that is repeated to see whether rounding is magnified.
const AGAIN: u64 = 20_000_000;
/// The relative difference between the numbers of a program and those of the page, at most.
pub const NEAR: f64 = 1e-9;

/// The program of a session's chosen run, up to its epoch; of a run that has not begun, up to its end.
pub struct Program<'a> {
    session: &'a Session,
    run: Cow<'a, Trainer>,
    settings: Settings,
    data: ProgramData,
    /// Whether the run was advanced for the program.
    went_on: bool,
    /// Whether the gradient is computed from the sums.
    sums: bool,
    /// Whether J is computed from the sums.
    cost_by_sums: bool,
    /// Whether the whole path is kept, for pictures.
    keeps_path: bool,
    /// Whether the last digits of a sum decide where the run ends.
    is_magnified: bool,
}

impl<'a> Program<'a> {
    /// The program of a session's chosen run. `file` has the rows, where a program can read them there.
    ///
    /// # Errors
    /// When the program needs points, and there are too many of them and no file.
    pub fn of(session: &'a Session, file: Option<File>) -> Result<Self, ExportError> {
        let data = ProgramData::of(session, file)?;
        let mut run = Cow::Borrowed(session.ruled_run());
        let settings = run.settings();
        let effort = settings.epochs.get().saturating_mul(run.effort());
        let went_on = run.state().epoch == 0 && effort <= FORWARD;
        if went_on {
            run.to_mut().step(settings.epochs.get());
        }
        let squared = settings.problem.cost.is_squared();
        let by_sums = run.batch().is_full() && !run.objective().needs_points();
        let magnifies = !matches!(settings.optimizer.stride(), Stride::Gradient(_));
        let size = run.state().cost.abs();
        let overflows = size.is_nan() || size > 1e280;
        let sums = by_sums && (data == ProgramData::Sums || squared && (magnifies || overflows));
        let cost_by_sums = sums || !(data.has_rows() || run.objective().needs_points());
        let effort = run.state().epoch.saturating_mul(run.effort());
        let few = effort <= AGAIN;
        // From sums, the page computes the same line whatever the order of the rows.
        let is_magnified = !by_sums && few && rounding::is_magnified(&run, session.dataset());
        let keeps_path = false;
        Ok(Self {
            session,
            run,
            settings,
            data,
            went_on,
            sums,
            cost_by_sums,
            keeps_path,
            is_magnified,
        })
    }

    /// The same program, with a loop that returns its whole path.
    pub(super) fn with_path(self) -> Self {
        Self { keeps_path: true, ..self }
    }

    /// Whether the last digits of a sum decide where the run ends, so that the program may end elsewhere.
    pub fn is_magnified(&self) -> bool {
        self.is_magnified
    }

    /// The data of the program.
    pub fn data(&self) -> &ProgramData {
        &self.data
    }

    /// The run at the epoch where the program ends.
    pub fn run(&self) -> &Trainer {
        &self.run
    }

    pub(super) fn session(&self) -> &Session {
        self.session
    }

    /// The update in symbols.
    pub(super) fn formula(&self) -> &'static str {
        self.rule_code().formula
    }

    /// The modules that the program needs.
    pub(super) fn imports(&self, more: &[&str]) -> Vec<String> {
        let reads = matches!(self.data, ProgramData::File(_));
        let rule = self.rule_code();
        let math = reads
            || rule.update.iter().any(|line| line.contains("math."))
            || self.schedule().iter().any(|line| line.contains("math."));
        let mut code = Vec::new();
        if reads {
            code.push("import csv".to_owned());
        }
        if math {
            code.push("import math".to_owned());
        }
        if !code.is_empty() {
            code.push(String::new());
        }
        code.extend(more.iter().map(|&line| line.to_owned()));
        code.push("import numpy as np".to_owned());
        if !self.run.state().cost.is_finite() {
            code.extend([
                String::new(),
                "# This descent leaves the range of numbers: no need for a warning at every step."
                    .to_owned(),
                "np.seterr(over=\"ignore\", invalid=\"ignore\")".to_owned(),
            ]);
        }
        code
    }

    /// The data: points, sums, or both.
    pub(super) fn data_code(&self) -> Vec<String> {
        let points = data::points(&self.data, self.session);
        let sums = if self.sums || self.cost_by_sums {
            data::sums(&self.data, self.session, self.means(), self.why_sums())
        } else {
            Vec::new()
        };
        let between =
            if points.is_empty() || sums.is_empty() { vec![] } else { vec![String::new()] };
        [points, between, sums].concat()
    }

    /// Why the gradient is computed from the sums, although the rows are at hand.
    fn why_sums(&self) -> &'static str {
        match self.settings.optimizer.stride() {
            Stride::Gradient(_) => {
                "near the largest number that there is, a sum over all rows overflows sooner"
            }
            Stride::Rate { .. } => "this rule magnifies the last digit of a gradient",
            Stride::Curvature => "far from x = 0, this rule needs every digit of them",
        }
    }

    /// The functions, and the loop last.
    pub(super) fn functions(&self) -> Vec<Vec<String>> {
        let mut all = vec![self.scaling()];
        if self.sums {
            all.push(self.moments());
        }
        all.push(self.cost_function());
        all.push(self.gradient_function());
        all.extend(self.helpers());
        all.push(self.loop_function());
        all.retain(|code| !code.is_empty());
        all
    }

    /// The code that checks the numbers of the program against those of the page.
    pub(super) fn check(&self) -> Vec<String> {
        let state = self.run.state();
        let summary = self.session.dataset().summary();
        let shown = [state.line.slope, state.line.intercept, state.cost];
        // The digits of a number near 0 are those of rounding.
        let slope = (summary.variance_y() / summary.variance_x().max(f64::MIN_POSITIVE)).sqrt();
        let height = summary.second_moment_y().sqrt() + (state.line.slope * summary.mean_x()).abs();
        let sizes = [1e-15 * slope, 1e-15 * height, 1e-20 * height * height];
        if self.is_magnified {
            let mut code = literal::comment(
                "What the page shows. This descent magnifies the last digits of a sum, and the page sums rows in \
                 another order: do not expect the same digits.",
            );
            code.push(format!("PAGE = [{}]", floats(&shown)));
            code.push(
                "print(\"The page: a = {:.17g}, b = {:.17g}, J = {:.17g}\".format(*PAGE))"
                    .to_owned(),
            );
            return code;
        }
        let tiny = sizes.iter().zip(&shown).any(|(size, shown)| NEAR * shown.abs() < *size);
        let epoch = count(state.epoch);
        let mut code = vec![
            format!(
                "# What the page {} at epoch {epoch}. With other settings the check below fails.",
                if self.went_on { "comes to" } else { "shows" }
            ),
            format!("PAGE = [{}]", floats(&shown)),
        ];
        if tiny {
            let sizes = sizes.map(|size| floor(size, 1));
            code.push(format!(
                "ROUNDING = [{}]  # all there is of a number that is next to nothing",
                floats(&sizes)
            ));
            code.push(
                "assert np.allclose([a, b, J], PAGE, rtol=1e-9, atol=ROUNDING, equal_nan=True), PAGE"
                    .to_owned(),
            );
        } else {
            code.push("np.testing.assert_allclose([a, b, J], PAGE, rtol=1e-9)".to_owned());
        }
        code.push("print(\"These are the page's numbers, to 1e-9 of each.\")".to_owned());
        code
    }

    /// The contents of the program and the epoch that it ends at, in a sentence.
    pub fn sentence(&self) -> String {
        let epoch = self.run.state().epoch;
        let data = self.data.sentence(self.session.dataset());
        let is_race = super::is_race(self.session);
        en::export::program(epoch, self.went_on, data, is_race, self.is_magnified)
    }

    /// The notes for readers of the program, in sentences.
    pub(super) fn about(&self) -> Vec<String> {
        let rule = self.settings.optimizer.rule().definition();
        let runs = self.session.ruled_runs().len();
        let mut all = vec![format!("{}: {}", rule.title, rule.explains)];
        if runs > 1 {
            all.push(format!(
                "The page raced {runs} runs; this is number {}.",
                self.session.ruled() + 1
            ));
        }
        all
    }

    /// The whole program as one file.
    pub fn script(&self) -> String {
        let mut code = vec![
            "\"\"\"A line learns by gradient descent: what Downhill showed, in NumPy.".to_owned(),
            String::new(),
        ];
        code.push(format!(
            "Epoch by epoch the line y = a * x + b moves to bring its cost J down, from START to epoch {}.",
            count(self.run.state().epoch)
        ));
        code.push("Needs Python 3.9 or newer, and NumPy.".to_owned());
        code.push("\"\"\"".to_owned());
        code.push(String::new());
        code.extend(self.imports(&[]));
        code.push(String::new());
        code.extend(self.data_code());
        code.push(String::new());
        for sentence in self.about() {
            code.extend(literal::comment(&sentence));
        }
        code.extend(self.constants());
        code.extend(apart(&self.functions()));
        code.extend([String::new(), String::new()]);
        code.push(format!("a, b = {}", self.call()));
        code.push("J = cost(a, b)".to_owned());
        code.push("print(f\"a = {a:.17g}, b = {b:.17g}, J = {J:.17g}\")".to_owned());
        code.push(String::new());
        code.extend(self.check());
        code.push(String::new());
        code.join("\n")
    }
}

/// Pieces of code one after the other, each after as many empty lines as Python's style asks for: two around
/// functions.
pub(super) fn apart(pieces: &[Vec<String>]) -> Vec<String> {
    let mut code = Vec::new();
    let mut after_function = false;
    for piece in pieces {
        let has_function = piece.iter().any(|line| line.starts_with("def "));
        let empty = if has_function || after_function { 2 } else { 1 };
        code.extend(std::iter::repeat_n(String::new(), empty));
        code.extend(piece.iter().cloned());
        after_function = has_function;
    }
    code
}
