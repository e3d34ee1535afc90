//! Session ⇄ link. A link is `v=1` and then fields of the form `name=value`, joined by `&`; lists
//! are joined by `_` and pairs by `~`, characters that no program rewrites in an address.

mod handover;
mod method;

pub use handover::{pack, unpack};

use std::str::FromStr;

use crate::builtin;
use crate::line::Line;
use crate::objective::{Held, Problem};
use crate::session::{Session, Source, Speed};
use crate::settings::{EpochLimit, LearningRate, SettingError, Settings, Start, Tolerance};
use crate::text::{exact, float};
use crate::trainer::Trainer;
use crate::view::{Camera, CostView, DataView, Parameter};

/// The version that links are written in.
const VERSION: u32 = 1;
/// Where the data stay behind.
const OWN: &str = "own";
/// More changes of the rate than this do not fit a link.
const MOST_RATES: usize = 100;

/// Rows that opening a link may look at: seconds of work. What needs more begins earlier.
const MOST_ROWS: u64 = 1_000_000_000;

/// Fields of what the package that the page opens with leaves out.
const MORE: [&str; 6] = ["cost", "scale", "rule", "batch", "schedule", "start2"];

/// Why a link could not be opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// It is not of this page.
    #[error("This is not a link that Downhill made, or a part of it is missing.")]
    NotALink,
    /// It was made by a later release.
    #[error(
        "This link was made by a newer release of Downhill. Reload the page to get that release."
    )]
    Newer,
    /// It needs more than plain descent, which the package that opened it leaves out.
    #[error("This link needs a part of the page that could not be loaded. Check the connection.")]
    NeedsMore,
    /// The data that it names are not here.
    #[error("This link names data that this page does not have.")]
    UnknownData,
    /// A field cannot be read.
    #[error("A part of this link is damaged: '{0}'.")]
    Field(&'static str),
    /// A setting in it is impossible.
    #[error("A setting in this link cannot be used. {0}")]
    Setting(#[from] SettingError),
}

/// What a link opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// What it restores.
    pub session: Session,
    /// Whether it was made on somebody's own data, which it does not carry.
    pub without_data: bool,
    /// The epoch that the link is at, where coming there would take too long and an earlier one is
    /// restored.
    pub cut_from: Option<u64>,
}

/// What a link takes along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carries {
    /// Everything: it reopens this very moment.
    Everything,
    /// Settings and view, but not the reader's own data.
    NoData,
    /// All but the epoch: the rate was changed too often to write down how it was reached.
    NoEpoch,
}

impl Carries {
    /// What a link of this session takes along.
    pub fn of(session: &Session) -> Self {
        match session.source() {
            Source::Own { .. } | Source::Edited { .. } => Self::NoData,
            Source::Builtin { .. }
                if session.runs().iter().any(|run| run.rates().len() > MOST_RATES) =>
            {
                Self::NoEpoch
            }
            Source::Builtin { .. } => Self::Everything,
        }
    }
}

/// The link that reopens this session, to go behind the page's address and a `#`.
pub fn encode(session: &Session) -> String {
    encode_as(session, Carries::of(session))
}

fn encode_as(session: &Session, carries: Carries) -> String {
    let (data, swapped) = match session.source() {
        Source::Builtin { builtin, swapped } => (builtin.id, *swapped),
        Source::Own { .. } | Source::Edited { .. } => (OWN, false),
    };
    let run = &session.runs()[0];
    let (epoch, rates) = moment(session, run, carries);
    let settings = run.settings();
    let fields = [
        ("v", VERSION.to_string()),
        ("data", data.to_owned()),
        ("swapped", u8::from(swapped).to_string()),
        ("rate", encode_rates(&rates)),
        ("epochs", settings.epochs.get().to_string()),
        ("tolerance", exact(settings.tolerance.get())),
        ("start", encode_start(settings.start)),
        ("epoch", epoch.to_string()),
        ("speed", session.speed.level().to_string()),
        ("view", session.view.cost.name().to_owned()),
        ("camera", encode_camera(session.view.camera)),
        ("log", u8::from(session.view.log_history).to_string()),
        ("answer", u8::from(session.view.answer).to_string()),
    ];
    let fields = fields.map(|(name, value)| format!("{name}={value}")).join("&");
    let more = if crate::COMPLETE { encode_runs(session, carries) } else { String::new() };
    fields + &encode_later(session) + &more
}

/// The epoch that the link restores, and the rates that a run comes there with.
fn moment(session: &Session, run: &Trainer, carries: Carries) -> (u64, Vec<(u64, LearningRate)>) {
    match carries {
        Carries::Everything => (session.clock_epoch(), run.rates()),
        Carries::NoData | Carries::NoEpoch => (0, vec![(0, run.learning_rate())]),
    }
}

/// Cost and scaling, the methods of all runs, and all else of the runs after the first, whose fields
/// have their number behind the name.
fn encode_runs(session: &Session, carries: Carries) -> String {
    let mut fields = String::new();
    let mut write = |name: &str, number: usize, value: &str| {
        let number = if number > 1 { number.to_string() } else { String::new() };
        fields += &format!("&{name}{number}={value}");
    };
    for (name, value) in method::encode_problem(&session.problem()) {
        write(name, 1, &value);
    }
    for (number, run) in (1..).zip(session.runs()) {
        let settings = run.settings();
        for (name, value) in method::encode_method(&settings) {
            write(name, number, &value);
        }
        if number > 1 {
            write("rate", number, &encode_rates(&moment(session, run, carries).1));
            write("start", number, &encode_start(settings.start));
        }
    }
    if session.chosen() > 0 {
        write("chosen", 1, &(session.chosen() + 1).to_string());
    }
    fields
}

/// The fields that came after the first release, where they are not what an older link means.
fn encode_later(session: &Session) -> String {
    let view = session.view;
    let held = session.problem().held;
    let fields = [
        (held != Held::Neither, "held", encode_held(held)),
        (view.along != Parameter::default(), "along", view.along.name()),
        (view.equal_axes, "equal", "1"),
        (view.data != DataView::default(), "points", view.data.name()),
        (view.squares, "squares", "1"),
    ];
    let written = fields.into_iter().filter(|&(written, ..)| written);
    written.map(|(_, name, value)| format!("&{name}={value}")).collect()
}

/// Yaw and pitch; where it is closer, how much so and where to.
fn encode_camera(camera: Camera) -> String {
    let (right, down) = camera.shift();
    let turned = format!("{:.4}_{:.4}", camera.yaw(), camera.pitch());
    if camera.zoom() > 1.0 {
        format!("{turned}_{:.4}_{right:.4}_{down:.4}", camera.zoom())
    } else {
        turned
    }
}

fn decode_camera(text: &str) -> Option<Camera> {
    let numbers: Option<Vec<f64>> = text.split('_').map(float).collect();
    match numbers?[..] {
        [yaw, pitch] => Some(Camera::new(yaw, pitch)),
        [yaw, pitch, zoom, right, down] => {
            Some(Camera::new(yaw, pitch).closer(zoom, (right, down)))
        }
        _ => None,
    }
}

fn encode_held(held: Held) -> &'static str {
    match held {
        Held::Neither => "neither",
        Held::Slope => "slope",
        Held::Intercept => "intercept",
    }
}

fn decode_held(text: &str) -> Option<Held> {
    [Held::Neither, Held::Slope, Held::Intercept]
        .into_iter()
        .find(|&held| encode_held(held) == text)
}

fn encode_rates(rates: &[(u64, LearningRate)]) -> String {
    let entry = |&(epoch, rate): &(u64, LearningRate)| format!("{epoch}~{}", exact(rate.get()));
    rates.iter().map(entry).collect::<Vec<_>>().join("_")
}

fn encode_start(start: Start) -> String {
    match start {
        Start::Zero => "zero".to_owned(),
        Start::At(Line { slope, intercept }) => {
            format!("at_{}_{}", exact(slope), exact(intercept))
        }
        Start::Random { seed } => format!("random_{seed}"),
    }
}

/// Opens a link.
///
/// # Errors
/// When the text is not a whole link of this or an earlier release.
pub fn decode(link: &str) -> Result<Opened, LinkError> {
    let fields = Fields::split(link)?;
    match fields.number::<u32>("v")? {
        VERSION => {}
        0 => return Err(LinkError::NotALink),
        _ => return Err(LinkError::Newer),
    }
    let data = fields.text("data")?;
    let without_data = data == OWN;
    let builtin = if without_data { Some(builtin::first()) } else { builtin::find(data) };
    let mut session = Session::on_builtin(builtin.ok_or(LinkError::UnknownData)?);
    if let (Source::Builtin { builtin, .. }, true) = (session.source(), fields.flag("swapped")?) {
        session.choose_builtin(builtin, true);
    }
    let opened = restore(session, &fields, MOST_RATES)?;
    Ok(Opened { without_data, ..opened })
}

/// Sets a session up as a link says that it was; `most` changes of a rate are looked at.
fn restore(mut session: Session, fields: &Fields<'_>, most: usize) -> Result<Opened, LinkError> {
    session.view.cost =
        CostView::from_name(fields.text("view")?).ok_or(LinkError::Field("view"))?;
    session.view.camera =
        decode_camera(fields.text("camera")?).ok_or(LinkError::Field("camera"))?;
    session.view.log_history = fields.flag("log")?;
    if let Some(along) = fields.later("along") {
        session.view.along = Parameter::from_name(along).ok_or(LinkError::Field("along"))?;
    }
    if let Some(data) = fields.later("points") {
        session.view.data = DataView::from_name(data).ok_or(LinkError::Field("points"))?;
    }
    session.view.equal_axes = fields.later("equal").is_some_and(|flag| flag == "1");
    session.view.squares = fields.later("squares").is_some_and(|flag| flag == "1");
    session.view.answer = fields.flag("answer")?;
    session.speed = Speed::from_level(fields.number("speed")?);
    if let Some(held) = fields.later("held") {
        session.hold(decode_held(held).ok_or(LinkError::Field("held"))?);
    }
    if crate::COMPLETE {
        decode_problem(&mut session, fields)?;
    } else if MORE.iter().any(|name| fields.later(name).is_some()) {
        return Err(LinkError::NeedsMore);
    }
    let epoch: u64 = fields.number("epoch")?;
    if epoch > EpochLimit::MOST {
        return Err(LinkError::Field("epoch"));
    }
    session.set_epochs(EpochLimit::try_from(EpochLimit::MOST as f64)?);
    decode_runs(&mut session, fields)?;
    let affordable = epoch.min((MOST_ROWS / session.effort()).max(1));
    replay(&mut session, fields, (affordable, epoch), most)?;
    if let Some(chosen) = fields.later("chosen").filter(|_| crate::COMPLETE) {
        let chosen: usize = chosen.parse().map_err(|_| LinkError::Field("chosen"))?;
        session.choose_run(chosen.saturating_sub(1));
    }
    session.set_epochs(EpochLimit::try_from(fields.float("epochs")?)?);
    session.set_tolerance(Tolerance::try_from(fields.float("tolerance")?)?);
    let cut_from = (affordable < epoch).then_some(epoch);
    Ok(Opened { session, without_data: false, cut_from })
}

fn decode_problem(session: &mut Session, fields: &Fields<'_>) -> Result<(), LinkError> {
    let mut problem: Problem = session.problem();
    if let Some(cost) = fields.later("cost") {
        problem.cost = method::decode_cost(cost).ok_or(LinkError::Field("cost"))?;
    }
    if let Some(scaling) = fields.later("scale") {
        problem.scaling = method::decode_scaling(scaling).ok_or(LinkError::Field("scale"))?;
    }
    session.set_problem(problem);
    Ok(())
}

/// The name of a run's field: the first run's have no number.
fn numbered(name: &str, number: usize) -> String {
    if number > 1 { format!("{name}{number}") } else { name.to_owned() }
}

/// Sets up all runs, at epoch 0.
fn decode_runs(session: &mut Session, fields: &Fields<'_>) -> Result<(), LinkError> {
    let mut runs = Vec::new();
    let most = if crate::COMPLETE { Session::MOST_RUNS } else { 1 };
    for number in 1..=most {
        let field = |name| fields.later(&numbered(name, number));
        let Some(start) = field("start") else { break };
        let mut settings = Settings { start: decode_start(start)?, ..session.run().settings() };
        if !crate::COMPLETE {
            runs.push(settings);
            break;
        }
        if let Some(rule) = field("rule") {
            settings.optimizer = method::decode_rule(rule).ok_or(LinkError::Field("rule"))?;
        }
        if let Some(batch) = field("batch") {
            settings.batch = method::decode_batch(batch).ok_or(LinkError::Field("batch"))?;
        }
        if let Some(schedule) = field("schedule") {
            settings.schedule =
                method::decode_schedule(schedule).ok_or(LinkError::Field("schedule"))?;
        }
        runs.push(settings);
    }
    if runs.is_empty() {
        return Err(LinkError::NotALink);
    }
    session.race(&runs);
    Ok(())
}

/// Takes all runs to `epoch` the way the sender did: with each rate from its epoch on.
fn replay(
    session: &mut Session,
    fields: &Fields<'_>,
    (epoch, sent): (u64, u64),
    most: usize,
) -> Result<(), LinkError> {
    for number in 1..=session.runs().len() {
        session.choose_run(number - 1);
        let rates = fields.later(&numbered("rate", number)).ok_or(LinkError::NotALink)?;
        let mut last = 0;
        for entry in rates.split('_').take(most) {
            let (since, rate): (f64, f64) = pair(entry, '~').ok_or(LinkError::Field("rate"))?;
            let since = since as u64;
            if since < last || since > sent {
                return Err(LinkError::Field("rate"));
            }
            last = since;
            if since <= epoch {
                session.run_mut().seek(since);
                session.set_learning_rate(LearningRate::try_from(rate)?);
            }
        }
        session.run_mut().seek(epoch);
    }
    session.choose_run(0);
    Ok(())
}

fn decode_start(text: &str) -> Result<Start, LinkError> {
    let damaged = LinkError::Field("start");
    match text.split_once('_') {
        None if text == "zero" => Ok(Start::Zero),
        Some(("random", seed)) => {
            seed.parse().map(|seed| Start::Random { seed }).map_err(|_| damaged)
        }
        Some(("at", line)) => {
            let (slope, intercept) = pair(line, '_').ok_or(damaged)?;
            Ok(Start::at(slope, intercept)?)
        }
        _ => Err(damaged),
    }
}

fn pair(text: &str, between: char) -> Option<(f64, f64)> {
    let (first, second) = text.split_once(between)?;
    Some((float(first)?, float(second)?))
}

/// The fields of a link by name. Names that this release does not know are left alone.
struct Fields<'a>(Vec<(&'a str, &'a str)>);

impl<'a> Fields<'a> {
    fn split(link: &'a str) -> Result<Self, LinkError> {
        // Longer than any link that this release makes; nothing beyond is looked at.
        const LONGEST: usize = 16_384;
        if link.len() > LONGEST {
            return Err(LinkError::NotALink);
        }
        Ok(Self::of(link))
    }

    fn of(link: &'a str) -> Self {
        Self(link.split('&').filter_map(|field| field.split_once('=')).collect())
    }

    fn text(&self, name: &'static str) -> Result<&'a str, LinkError> {
        self.later(name).ok_or(LinkError::NotALink)
    }

    /// A field that links have not had from the first release on.
    fn later(&self, name: &str) -> Option<&'a str> {
        self.0.iter().find(|(known, _)| *known == name).map(|&(_, value)| value)
    }

    fn number<T: FromStr>(&self, name: &'static str) -> Result<T, LinkError> {
        self.text(name)?.parse().map_err(|_| LinkError::Field(name))
    }

    fn float(&self, name: &'static str) -> Result<f64, LinkError> {
        float(self.text(name)?).ok_or(LinkError::Field(name))
    }

    fn flag(&self, name: &'static str) -> Result<bool, LinkError> {
        match self.text(name)? {
            "0" => Ok(false),
            "1" => Ok(true),
            _ => Err(LinkError::Field(name)),
        }
    }
}
