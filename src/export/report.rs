//! The fit as text for a report: the data, the best line, the descent.

use crate::data::dataset::{Dataset, Origin};
use crate::descent::batch::Batch;
use crate::descent::objective::{Cost, Held};
use crate::descent::optimizer::Stride;
use crate::descent::schedule::Schedule;
use crate::descent::trainer::Trainer;
use crate::insight::prediction::{SHARE, quantile, residual_deviation};
use crate::insight::suitability::Suitability;
use crate::session::{Session, Source};
use crate::text::en::number::{count, number, rounded};
use crate::text::en::{self, plural, suitability as said};

/// The significant digits of the results.
const DIGITS: usize = 7;
/// The characters of the longest line.
const WIDTH: usize = 78;

/// A part of the report: a title, and rows of a name and a value.
struct Part {
    title: &'static str,
    rows: Vec<(String, String)>,
}

impl Part {
    fn new(title: &'static str) -> Self {
        Self { title, rows: Vec::new() }
    }

    fn row(&mut self, name: &str, value: impl Into<String>) {
        self.rows.push((name.to_owned(), value.into()));
    }

    /// The rows as text: values are aligned, and long ones wrapped.
    fn text(&self) -> String {
        let widest = self.rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
        let mut text = format!("{}\n", self.title.to_ascii_uppercase());
        for (name, value) in &self.rows {
            let gap = " ".repeat(widest - name.chars().count());
            let indent = if widest == 0 { 2 } else { widest + 4 };
            let head = if widest == 0 { "  ".to_owned() } else { format!("  {name}{gap}  ") };
            let mut lines = wrapped(value, WIDTH - indent).into_iter();
            text += &format!("{head}{}\n", lines.next().unwrap_or_default());
            for line in lines {
                text += &format!("{}{line}\n", " ".repeat(indent));
            }
        }
        text
    }
}

/// Lines of at most `width` characters, where words allow.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The contents of the report, in a sentence.
pub fn sentence(session: &Session) -> String {
    en::export::report(session.run().state().epoch)
}

/// The report of a session. `import` has the sentences about the import of the reader's file.
pub fn report(session: &Session, import: &[String]) -> String {
    let parts =
        [data(session, import), fit(session.dataset()), descent(session), suitability(session)];
    let parts: Vec<String> = parts.iter().map(Part::text).collect();
    format!("LINEAR REGRESSION BY GRADIENT DESCENT\n\n{}", parts.join("\n"))
}

fn data(session: &Session, import: &[String]) -> Part {
    let dataset = session.dataset();
    let mut part = Part::new("Data");
    part.row("name", session.source().name());
    part.row("x", dataset.x().label());
    part.row("y", dataset.y().label());
    let n = count(dataset.summary().n());
    let points = count(dataset.points().len() as u64);
    part.row(
        "rows",
        match dataset.points().origin() {
            Origin::Rows => n,
            _ if dataset.points().is_empty() => format!("{n}, of which only the sums are at hand"),
            Origin::Sample(_) => format!("{n}, with a sample of {points}"),
            Origin::Counts => format!("{n}; the points that are drawn stand for them"),
        },
    );
    match session.source() {
        Source::Builtin { builtin, .. } => part.row("source", builtin.source),
        Source::Own { .. } if !import.is_empty() => part.row("import", import.join(" ")),
        Source::Own { .. } => {}
        source @ Source::Edited { .. } => {
            part.row("note", en::data::about(source, dataset).join(" "));
        }
    }
    let summary = dataset.summary();
    let with = |mean: f64, variance: f64| {
        format!(
            "{}, standard deviation {}",
            rounded(mean, DIGITS),
            rounded(variance.sqrt(), DIGITS)
        )
    };
    part.row("mean of x", with(summary.mean_x(), summary.variance_x()));
    part.row("mean of y", with(summary.mean_y(), summary.variance_y()));
    part
}

/// The least-squares line: standard errors as in Draper & Smith, *Applied Regression Analysis*, 1998, §1.4.
fn fit(dataset: &Dataset) -> Part {
    let mut part = Part::new("Least-squares line");
    let summary = dataset.summary();
    let Some(best) = dataset.least_squares() else {
        part.row("a, b", "All x are equal, so that no slope is best.");
        return part;
    };
    let deviation = residual_deviation(dataset);
    let free = (summary.n() as f64 - 2.0).max(0.0);
    let errors = deviation.map(|s| {
        let slope = s / summary.sxx().sqrt();
        let intercept =
            s * (1.0 / summary.n() as f64 + summary.mean_x().powi(2) / summary.sxx()).sqrt();
        (slope, intercept)
    });
    let limits = |value: f64, error: Option<f64>| {
        let Some((error, t)) = error.zip(quantile(free)) else { return rounded(value, DIGITS) };
        format!(
            "{}, standard error {}, {} % interval {} to {}",
            rounded(value, DIGITS),
            rounded(error, 4),
            number(100.0 * SHARE),
            rounded(value - t * error, 5),
            rounded(value + t * error, 5)
        )
    };
    part.row("a", limits(best.slope, errors.map(|(slope, _)| slope)));
    part.row("b", limits(best.intercept, errors.map(|(_, intercept)| intercept)));
    part.row("r²", dataset.r_squared().map_or(en::NONE.to_owned(), |value| rounded(value, DIGITS)));
    part.row("RSS", format!("{} (residual sum of squares)", rounded(dataset.rss(), DIGITS)));
    part.row("J", format!("{} (mean squared error, RSS/n)", rounded(dataset.least_cost(), DIGITS)));
    if let Some(s) = deviation {
        part.row(
            "s",
            format!("{} (residual standard deviation, √(RSS/(n − 2)))", rounded(s, DIGITS)),
        );
    }
    part
}

fn descent(session: &Session) -> Part {
    let run = session.ruled_run();
    let settings = run.settings();
    let state = run.state();
    let mut part = Part::new("Descent");
    let rule = settings.optimizer.rule().definition();
    let parameters = rule.parameters.iter().zip(settings.optimizer.parameters());
    let parameters: Vec<_> = parameters
        .map(|(parameter, &value)| format!("{} = {}", parameter.name, number(value)))
        .collect();
    part.row(
        "rule",
        match parameters.is_empty() {
            true => rule.title.to_owned(),
            false => format!("{} ({})", rule.title, parameters.join(", ")),
        },
    );
    if !matches!(rule.stride, Stride::Curvature) {
        let rates: Vec<String> = run
            .rates()
            .iter()
            .map(|(since, rate)| match since {
                0 => number(rate.get()),
                since => format!("{} from epoch {}", number(rate.get()), count(*since)),
            })
            .collect();
        part.row("learning rate", rates.join(", then "));
        if let Some(limit) = run.largest_stable_rate() {
            part.row("stable below", rounded(limit, DIGITS));
        }
        if !settings.schedule.is_constant() {
            part.row("schedule", schedule(&settings.schedule));
        }
    }
    part.row("cost", cost(settings.problem.cost));
    if let Batch::Rows { size, seed } = run.batch() {
        part.row("mini-batches", format!("{} each, seed {seed}", plural::rows(size.get() as u64)));
    }
    let scaling = settings.problem.scaling;
    if !scaling.is_raw() {
        part.row("scaling", format!("x {}, y {}", scaling.x.name(), scaling.y.name()));
    }
    match settings.problem.held {
        Held::Neither => {}
        Held::Slope => part.row("held", "the slope"),
        Held::Intercept => part.row("held", "the intercept"),
    }
    let start = run.start_line();
    part.row(
        "start",
        format!("a = {}, b = {}", rounded(start.slope, DIGITS), rounded(start.intercept, DIGITS)),
    );
    let (epoch, limit) = (count(state.epoch), count(settings.epochs.get()));
    part.row("epoch", format!("{epoch} of at most {limit}"));
    if settings.tolerance.get() > 0.0 {
        part.row("tolerance", number(settings.tolerance.get()));
    }
    part.row("a", rounded(state.line.slope, DIGITS));
    part.row("b", rounded(state.line.intercept, DIGITS));
    part.row("J", rounded(state.cost, DIGITS));
    part.row("from the best", from_the_best(run));
    if let Some(reason) = en::status::reason(run) {
        part.row("why it stopped", reason);
    }
    let others = session.runs().iter().enumerate().filter(|(index, _)| *index != session.ruled());
    for (_, other) in others {
        let state = other.state();
        part.row(
            "beside it",
            format!(
                "{}: J = {} at epoch {}",
                en::race::run_name(other, session.runs()),
                rounded(state.cost, DIGITS),
                count(state.epoch)
            ),
        );
    }
    part
}

/// The distance of the run from the least cost and from the line that has it.
fn from_the_best(run: &Trainer) -> String {
    let least = run.least_cost();
    if !least.is_finite() {
        return "This cost has no least.".to_owned();
    }
    let above = run.objective().unit() * run.excess(run.state().at);
    let line = run.distance().map_or(String::new(), |distance| {
        format!("; the line is {} away in the plane of a and b", rounded(distance, 4))
    });
    format!("J is {} above its least, {}{line}", rounded(above.max(0.0), 4), rounded(least, DIGITS))
}

fn cost(cost: Cost) -> String {
    match cost {
        Cost::Squared => "mean squared error".to_owned(),
        Cost::Absolute(_) => "mean absolute error".to_owned(),
        Cost::Huber(threshold) => format!("mean Huber cost, δ = {}", number(threshold.get())),
        Cost::Signed(_) => "mean error, in which errors cancel".to_owned(),
    }
}

fn schedule(schedule: &Schedule) -> String {
    let parameters: Vec<_> = schedule
        .parameters()
        .iter()
        .map(|(name, value)| format!("{name} = {}", number(*value)))
        .collect();
    format!("{} ({})", schedule.name(), parameters.join(", "))
}

/// Whether a line suits the data, in the page's sentences.
fn suitability(session: &Session) -> Part {
    let dataset = session.dataset();
    let found = Suitability::of(dataset);
    let mut part = Part::new("Does a line suit the data?");
    part.row("", said::headline(&found, dataset));
    for note in said::notes(&found, dataset) {
        part.row("", note.text);
    }
    part
}
