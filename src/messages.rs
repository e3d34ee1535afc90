//! The table of what the engine says, in English. Errors carry their own sentences.

use crate::dataset::{Dataset, Origin};
use crate::diagnosis::{Forecast, TOO_MANY, Zone};
use crate::editing::SAMPLE;
use crate::line::Line;
use crate::objective::Contribution;
use crate::session::{Pace, Session, Source, Speed};
use crate::share::{Carries, LinkError};
use crate::text::{count, floor, number, rounded, significant};
use crate::trainer::{Convergence, Status, Trainer};
use crate::view::{CostView, DataView, Parameter};

/// Significant digits of a rate in a sentence: enough to tell it from its neighbours.
const RATE_DIGITS: usize = 8;

/// What just happened and what can be done next.
pub fn sentence(session: &Session, running: bool) -> String {
    let run = session.run();
    if running {
        return format!("Running from epoch {}.", count(run.state().epoch));
    }
    if let Some(reason) = reason(run) {
        return reason;
    }
    match run.status() {
        Status::Ready => ready(session),
        _ => paused(run),
    }
}

fn ready(session: &Session) -> String {
    let run = session.run();
    let Line { slope, intercept } = run.start();
    let (slope, intercept) = (rounded(slope, 4), rounded(intercept, 4));
    let mut sentence = format!(
        "The ball waits at a = {slope}, b = {intercept}. Press Step for one step downhill, or Run \
         to watch."
    );
    let rate = run.learning_rate().get();
    if session.rate_is_by_hand() && rate >= run.largest_stable_rate() {
        sentence += &format!(
            " Your learning rate, {}, is beyond the largest stable rate for these data, {}.",
            rounded(rate, RATE_DIGITS),
            largest_stable(run)
        );
    }
    if !session.dataset().summary().has_spread() {
        sentence += " ";
        sentence += NO_SPREAD;
    }
    sentence
}

fn paused(run: &Trainer) -> String {
    let state = run.state();
    let epoch = count(state.epoch);
    match state.previous_cost {
        Some(before) => {
            let verb = if state.cost < before {
                "fell"
            } else if state.cost > before {
                "rose"
            } else {
                return format!(
                    "Epoch {epoch}: the last step left the cost at {}.",
                    number(before)
                );
            };
            let (before, after) = apart(before, state.cost);
            format!(
                "Epoch {epoch}: the last step took the cost from {before} to {after}; it {verb}."
            )
        }
        None => format!("Epoch {epoch}: the cost is {}.", number(state.cost)),
    }
}

/// Both numbers with as many digits as it takes to tell them apart.
fn apart(a: f64, b: f64) -> (String, String) {
    (5..=16)
        .map(|digits| (rounded(a, digits), rounded(b, digits)))
        .find(|(a, b)| a != b)
        .unwrap_or_else(|| (rounded(a, 17), rounded(b, 17)))
}

/// What was made of a file that the reader brought: what was used of it, and what now.
pub fn imported(session: &Session, report: &[String]) -> String {
    format!("{} {}", report.join(" "), sentence(session, false))
}

/// Why the run stopped; none while it can go on.
pub fn reason(run: &Trainer) -> Option<String> {
    let state = run.state();
    let epoch = count(state.epoch);
    let cost = number(state.cost);
    let reason = match run.status() {
        Status::Ready | Status::Paused => return None,
        Status::Converged(Convergence::BelowTolerance) => format!(
            "Converged at epoch {epoch}: the cost, {cost}, is below the tolerance, {}.",
            number(run.settings().tolerance.get())
        ),
        Status::Converged(Convergence::Settled) => format!(
            "Converged at epoch {epoch}: the cost no longer changes. Steps have become smaller \
             than the last digit of a and b, so more epochs would bring nothing."
        ),
        Status::Converged(Convergence::Stuck) => format!(
            "Stopped at epoch {epoch}: the cost no longer changes, though it is not the least. At \
             this learning rate a step is smaller than the last digit of a and b, so more epochs \
             would bring nothing: choose a larger rate."
        ),
        Status::EpochLimit => format!(
            "Stopped at epoch {epoch}, the limit, at a cost of {cost}{}. Raise Epochs to go on, or \
             Run again from the start.",
            above_the_least(run)
        ),
        Status::Diverged => diverged(run),
    };
    Some(reason)
}

/// How far the run still is from the least cost, where that can be said as a share.
fn above_the_least(run: &Trainer) -> String {
    let share = run.excess(run.state().line) / run.least();
    if !share.is_finite() {
        String::new()
    } else if share < 1e-6 {
        ", the least possible to six digits".to_owned()
    } else {
        format!(", {} % above the least possible", rounded(100.0 * share, 2))
    }
}

/// The largest stable rate with enough digits, none of them too high.
fn largest_stable(run: &Trainer) -> String {
    rounded(floor(run.largest_stable_rate(), RATE_DIGITS), RATE_DIGITS)
}

fn diverged(run: &Trainer) -> String {
    let state = run.state();
    let what = if state.cost.is_finite() {
        "The cost has grown to more than 10¹² times what it was at the start"
    } else {
        "The cost has outgrown every 64-bit number"
    };
    let rate = run.learning_rate().get();
    let (epoch, limit) = (count(state.epoch), largest_stable(run));
    let shown = rounded(rate, RATE_DIGITS);
    if rate >= run.largest_stable_rate() {
        format!(
            "Diverged at epoch {epoch}: the learning rate, {shown}, is too big for these data. The \
             largest stable rate is {limit}: choose a smaller one and Run again. {what}."
        )
    } else {
        format!(
            "Diverged at epoch {epoch}: the learning rate was too big then. {shown} is below the \
             largest stable rate, {limit}: press Run to start again with it. {what}."
        )
    }
}

/// What the learning rate does with these data, and how long it takes; nothing where no line is
/// better than all others.
pub fn forecast(run: &Trainer) -> String {
    let Some(forecast) = Forecast::of(run) else { return String::new() };
    let rate = run.learning_rate().get();
    let goal = || {
        let epochs = forecast.epochs(rate).unwrap_or_default();
        let goal =
            if run.least() > 0.0 { "within 1 % of the least cost" } else { "1 % of the way left" };
        let plural = if epochs == 1 { "" } else { "s" };
        format!("{goal} after {} epoch{plural}.", count(epochs))
    };
    match forecast.zone(rate) {
        Zone::TooSmall => {
            format!("Too small: more than {} epochs to the least cost.", count(TOO_MANY))
        }
        Zone::Steady => format!("Steady: {}", goal()),
        Zone::Zigzag => format!("Zigzag: {}", goal()),
        Zone::Diverging => "Too big: each step ends farther from the bottom.".to_owned(),
    }
}

/// Where every slope is as good as any other.
const NO_SPREAD: &str =
    "All x are equal, so no slope is better than another: choose another X column.";

/// Where there is no number to show.
pub const NONE: &str = "none";

/// What a speed means.
pub fn speed(speed: Speed) -> String {
    match speed.pace() {
        Pace::Steady(1.0) => "1 epoch a second".to_owned(),
        Pace::Steady(rate) => format!("{} epochs a second", number(rate)),
        Pace::Gathering => "slow first, then ever faster".to_owned(),
        Pace::Unlimited => "as fast as it can".to_owned(),
    }
}

/// Where the data come from and why they are here.
pub fn about(source: &Source, dataset: &Dataset) -> Vec<String> {
    let mut sentences = match source {
        Source::Builtin { builtin, .. } => vec![builtin.why.to_owned(), builtin.source.to_owned()],
        Source::Own { .. } => Vec::new(),
        Source::Edited { name, sample } => vec![edited(name, *sample)],
    };
    if !dataset.summary().has_spread() {
        sentences.push(NO_SPREAD.to_owned());
    }
    sentences
}

/// What edited data are.
fn edited(name: &str, sample: bool) -> String {
    match sample {
        true => format!("A sample of {SAMPLE} points of {name}, to change by hand."),
        false => format!("Points of {name} that you changed by hand."),
    }
}

/// What the list of data calls edited data.
pub fn edited_name(source: &Source) -> String {
    match source {
        Source::Edited { name, sample: true } => format!("{name}, a sample"),
        other => format!("{}, edited", other.name()),
    }
}

/// The prediction of a line, with the units of the data.
pub fn prediction(dataset: &Dataset, line: Line, x: f64) -> String {
    let unit =
        |unit: &Option<String>| unit.as_ref().map_or(String::new(), |unit| format!(" {unit}"));
    format!(
        "ŷ = {}{} at x = {}{}",
        significant(line.predict(x), 5),
        unit(&dataset.y().unit),
        number(x),
        unit(&dataset.x().unit)
    )
}

/// What the figure of the data shows, for those who cannot see it.
pub fn describe_data(session: &Session) -> String {
    let (dataset, line) = (session.dataset(), session.run().state().line);
    let shown = match session.view.data {
        DataView::Points => dataset.y().label(),
        DataView::Residuals => "Error of each point".to_owned(),
    };
    let dots = match dataset.points().origin() {
        Origin::Rows => format!("{} points", count(dataset.points().len() as u64)),
        Origin::Counts => {
            format!("{} points, spread from a table of counts", count(dataset.summary().n()))
        }
    };
    format!("{shown} against {}: {dots}, and the line ŷ = {}.", dataset.x().label(), equation(line))
}

/// The right side of ŷ = a·x + b.
pub fn equation(line: Line) -> String {
    let sign = if line.intercept.is_sign_negative() { '−' } else { '+' };
    format!("{}·x {sign} {}", rounded(line.slope, 4), rounded(line.intercept.abs(), 4))
}

/// What the figure of the cost shows, for those who cannot see it.
pub fn describe_cost(session: &Session) -> String {
    let run = session.run();
    let state = run.state();
    let picture = match session.view.cost {
        CostView::Bowl => {
            let (along, other, value) = match session.view.along {
                Parameter::Slope => ("slope", "intercept", state.line.intercept),
                Parameter::Intercept => ("intercept", "slope", state.line.slope),
            };
            format!("The cost as a curve of the {along}, with the {other} at {}", rounded(value, 4))
        }
        CostView::Map => "Contours of the cost over slope and intercept".to_owned(),
        CostView::Surface => "The cost as a surface over slope and intercept".to_owned(),
    };
    let least = match run.minimum() {
        Some(_) => format!("; the least possible is {}", number(run.least())),
        None => String::new(),
    };
    format!(
        "{picture}. The ball is at a = {}, b = {}, where the cost is {}{least}.",
        rounded(state.line.slope, 4),
        rounded(state.line.intercept, 4),
        number(state.cost)
    )
}

/// What the figure of the history shows, for those who cannot see it.
pub fn describe_history(session: &Session) -> String {
    let run = session.run();
    format!(
        "The cost by epoch: {} at the start, {} at epoch {}.",
        number(run.start_cost()),
        number(run.state().cost),
        count(run.state().epoch)
    )
}

/// What stands beside the figure of the cost: what is to be read from it now.
pub fn cost_note(session: &Session, zoom: Zoom) -> String {
    let run = session.run();
    let mut note = match session.view.cost {
        CostView::Bowl => bowl_note(run, session.view.along),
        CostView::Map => MAP_NOTE.to_owned(),
        CostView::Surface => SURFACE_NOTE.to_owned(),
    };
    let mut add = |sentence: &str| {
        if !note.is_empty() {
            note.push(' ');
        }
        note.push_str(sentence);
    };
    if zoom.lost {
        add(BALL_LOST);
    } else if zoom.times > 1.05 {
        add(&format!("Zoomed out {} times to keep the ball in sight.", rounded(zoom.times, 2)));
    }
    note
}

/// How far the views of the cost have zoomed out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Zoom {
    /// How many times wider the window is than at the start.
    pub times: f64,
    /// Whether the ball is out of sight nevertheless.
    pub lost: bool,
}

const MAP_NOTE: &str = "The arrow is the next step, drawn longer where it is too short to be seen.";
const SURFACE_NOTE: &str = "Drag to turn, turn the wheel to come closer, click to start there.";
const BALL_LOST: &str =
    "The ball has left the view, which zooms out no further than a hundred million times.";

fn bowl_note(run: &Trainer, along: Parameter) -> String {
    let (name, other) = match along {
        Parameter::Slope => ("a", "b"),
        Parameter::Intercept => ("b", "a"),
    };
    let gradient = run.objective().gradient(run.state().line);
    let steepness = match along {
        Parameter::Slope => gradient.slope,
        Parameter::Intercept => gradient.intercept,
    };
    let rate = run.learning_rate().get();
    let step = format!("Next step in {name}: −L × steepness = {}.", rounded(-rate * steepness, 3));
    if run.objective().held() == along.alone() {
        let limit = rounded(floor(run.largest_stable_rate(), 3), 3);
        let because = stable_formula(along);
        format!("{step} {other} is held: stable up to L = {because}{limit}.")
    } else {
        format!("{step} Faint: earlier steps, each at its own {other}.")
    }
}

/// What the largest stable rate of one parameter alone is.
fn stable_formula(along: Parameter) -> &'static str {
    match along {
        Parameter::Slope => "1/mean(x²) = ",
        Parameter::Intercept => "",
    }
}

/// What stands beside the figure of the data: the errors all together, so many of them drawn.
pub fn errors_note(session: &Session, drawn: usize) -> String {
    let (run, dataset) = (session.run(), session.dataset());
    let n = dataset.summary().n();
    let cost = run.state().cost;
    let sample = match (drawn as u64) < n {
        true => format!(", {drawn} of them drawn"),
        false => String::new(),
    };
    format!("Sum of squared errors: {}{sample}.", rounded(cost * n as f64, 5))
}

/// The texts of what is pointed at, for its own small table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tip {
    /// Lines of text.
    pub lines: Vec<String>,
    /// Rows of cells, headings first.
    pub table: Vec<[String; 3]>,
}

/// A line that is pointed at in a view of the cost.
pub fn ghost_tip(run: &Trainer, line: Line) -> Tip {
    let cost = run.objective().value(line);
    let lines = vec![
        format!("a = {}, b = {}", rounded(line.slope, 4), rounded(line.intercept, 4)),
        format!("J = {}", rounded(cost, 5)),
    ];
    Tip { lines, table: Vec::new() }
}

/// A point that is pointed at: its error, and what it adds to the next step.
pub fn point_tip(session: &Session, point: (f64, f64)) -> Tip {
    let run = session.run();
    let line = run.state().line;
    let of = Contribution::of(point, line);
    let mean = run.objective().full_gradient(line);
    let rate = run.learning_rate().get();
    let text = |value: f64| rounded(value, 4);
    let row =
        |name: &str, slope: f64, intercept: f64| [name.to_owned(), text(slope), text(intercept)];
    Tip {
        lines: vec![
            format!("x = {}, y = {}, ŷ = {}", text(point.0), text(point.1), text(of.prediction)),
            format!("error e = y − ŷ = {}, e² = {}", text(of.error), text(of.error * of.error)),
        ],
        table: vec![
            ["".to_owned(), "∂J/∂a".to_owned(), "∂J/∂b".to_owned()],
            row("this point adds −2xe, −2e", of.slope, of.intercept),
            row(
                &format!("mean of all {}", count(session.dataset().summary().n())),
                mean.slope,
                mean.intercept,
            ),
            row("the step, −L × mean", -rate * mean.slope, -rate * mean.intercept),
        ],
    }
}

/// What a link carries.
pub fn link_note(session: &Session) -> String {
    match (Carries::of(session), session.source()) {
        (Carries::NoData, Source::Own { name }) => format!(
            "The link carries the settings and the view, but not your data: whoever opens it has \
             to upload {name} too."
        ),
        (Carries::NoData, _) => "The link carries the settings and the view, but not the points \
             that you changed."
            .to_owned(),
        (Carries::NoEpoch, _) => {
            "The link carries the data's name, the settings and the view, but \
             starts at epoch 0: the learning rate was changed too often on the way."
                .to_owned()
        }
        _ => "The link carries the data's name, the settings, the epoch and the view.".to_owned(),
    }
}

/// What the page says when a link could not be opened.
pub fn broken_link(error: &LinkError) -> String {
    format!("{error} The page opened as for a first visit.")
}

/// What the page says when a link was made on data that it does not carry.
pub const LINK_WITHOUT_DATA: &str = "This link was made on somebody's own file, which it does not carry. Upload that file: the \
     settings of the link are in force.";

/// Titles and labels inside the figures.
pub mod figure {
    use crate::line::Line;
    use crate::objective::Held;
    use crate::text::significant;
    use crate::view::Parameter;

    /// Title of the axis of slopes.
    pub const SLOPE: &str = "slope a";
    /// Title of the axis of intercepts.
    pub const INTERCEPT: &str = "intercept b";
    /// Title of the axis of costs.
    pub const COST: &str = "cost J";
    /// Title of the axis of epochs.
    pub const EPOCH: &str = "epoch";

    /// What the parameter that the bowl does not show is, and whether it moves.
    pub fn other_parameter(line: Line, along: Parameter, held: Held) -> String {
        let (name, value) = match along {
            Parameter::Slope => ("b", line.intercept),
            Parameter::Intercept => ("a", line.slope),
        };
        let how = if held == along.alone() { "held" } else { "follows the run" };
        format!("{name} = {}, {how}", significant(value, 4))
    }

    /// Title of the axis of residuals, in the unit of y.
    pub fn residual(unit: Option<&str>) -> String {
        match unit {
            Some(unit) => format!("error e ({unit})"),
            None => "error e".to_owned(),
        }
    }
}
