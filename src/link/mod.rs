//! Session ⇄ link. A link is `v=2`, then fields of the form `name=value`, joined by `&`, and `end=1`, by which one
//! that was cut on its way is told. Lists are joined by `_` and pairs by `~`, characters that no program rewrites
//! in an address.

mod column;
mod handover;
mod method;
mod open;
mod packed;
mod rows;

pub use handover::{pack, unpack};
pub use open::{apply, decode, set_up};
pub use rows::{MOST_POINTS, MOST_ROWS as MOST_WHOLE_ROWS};

use crate::data::dataset::Origin;
use crate::descent::error::SettingError;
use crate::descent::objective::Held;
use crate::descent::settings::{LearningRate, Start};
use crate::descent::trainer::Trainer;
use crate::numeric::line::Line;
use crate::numeric::notation::{exact, float, joined, pieces};
use crate::session::view::{Camera, DataView, Parameter, View};
use crate::session::{Session, Source};

/// The version that links are written in.
const VERSION: u32 = 2;
/// What the data are called that stay behind.
const OWN: &str = "own";
/// What the data are called that come with the link.
const SENT: &str = "sent";
/// What a link ends with, from version 2 on.
const END: &str = "&end=1";
/// Letters of a whole link where the data do not fit as they are: chat and course systems cut longer ones.
pub const LONGEST: usize = 2_000;
/// More changes of the rate than this do not fit a link.
const MOST_RATES: usize = 100;

/// Rows that opening a link may look at: seconds of work. What needs more begins earlier.
const MOST_ROWS: u64 = if cfg!(feature = "fuzzing") { 10_000 } else { 1_000_000_000 };

/// Fields of what the package that the page opens with leaves out.
const MORE: [&str; 7] = ["cost", "scale", "rule", "batch", "schedule", "start2", "check"];

/// Why a link could not be opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// It is not of this page.
    #[error("This is not a link that Downhill made, or a part of it is missing.")]
    NotALink,
    /// Its end is missing.
    #[error("This link was cut on its way: its end is missing. Ask for the whole link.")]
    Cut,
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
    /// The data that came with it are not those that were sent.
    #[error("The data in this link were damaged on their way. Ask for the link again.")]
    Data,
    /// A field cannot be read.
    #[error("A part of this link is damaged: '{0}'. Ask for the link again.")]
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

/// What a link is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope {
    /// Whether the reader's own data stay behind.
    pub settings_only: bool,
    /// How many letters the page's own address has.
    pub address: usize,
    /// The chapter of the lesson that the reader is at.
    pub chapter: Option<u8>,
}

impl Default for Scope {
    fn default() -> Self {
        Self { settings_only: false, address: 100, chapter: None }
    }
}

impl Scope {
    /// How long the fragment may be.
    pub fn room(&self) -> usize {
        // The mark between the two.
        LONGEST.saturating_sub(self.address + 1)
    }
}

/// What of the data a link carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carried {
    /// Their name: they came with the page, or lie beside it.
    Name,
    /// Nothing.
    Nothing,
    /// So many rows, which are all.
    Rows(usize),
    /// The exact sums of so many rows, and points to draw.
    Sums {
        /// How many rows.
        rows: u64,
        /// How many points at most.
        points: usize,
    },
}

impl Carried {
    /// What a link of this session carries at most.
    pub fn of(session: &Session, scope: Scope) -> Self {
        match session.source() {
            Source::Builtin { .. } | Source::Own { beside: Some(_), .. } => Self::Name,
            _ if scope.settings_only || !crate::edition::IS_FULL => Self::Nothing,
            _ => {
                let (dataset, points) = (session.dataset(), session.dataset().points());
                Self::of_rows(dataset.summary().n(), points.len(), points.origin() == Origin::Rows)
            }
        }
    }

    /// What a link carries at most of so many rows, with so many points, which may be `all` of them.
    pub fn of_rows(rows: u64, points: usize, all: bool) -> Self {
        if all && points <= MOST_WHOLE_ROWS {
            Self::Rows(points)
        } else {
            Self::Sums { rows, points: points.min(MOST_POINTS) }
        }
    }
}

/// A link, and what it takes along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What goes behind the page's address and a `#`.
    pub fragment: String,
    /// What of the data.
    pub carried: Carried,
    /// Whether it reopens this very moment. Else it begins at epoch 0: the rate was changed too often to write
    /// down how the moment was reached.
    pub moment: bool,
}

impl Link {
    /// The link that reopens this session.
    pub fn of(session: &Session, scope: Scope) -> Self {
        let carried = Carried::of(session, scope);
        let moment = carried != Carried::Nothing
            && session.runs().iter().all(|run| run.rates().len() <= MOST_RATES);
        let link = Self::written(session, scope, carried, moment);
        // Where there is room for a part of the way only, there is room for points instead.
        let too_long = |link: &Self| link.fragment.len() > scope.room();
        match carried {
            Carried::Sums { .. } if crate::edition::IS_FULL && moment && too_long(&link) => {
                Self::written(session, scope, carried, false)
            }
            _ => link,
        }
    }

    fn written(session: &Session, scope: Scope, carried: Carried, moment: bool) -> Self {
        let chapter = scope.chapter.map(|chapter| format!("&chapter={chapter}"));
        let fields = encode_as(session, carried, moment) + &chapter.unwrap_or_default();
        let (data, carried) = encode_data(session, scope, carried, fields.len());
        Self { fragment: fields + &data + END, carried, moment }
    }
}

/// The link that reopens this session, to go behind the page's address and a `#`.
pub fn encode(session: &Session) -> String {
    Link::of(session, Scope::default()).fragment
}

/// The data that a link carries, beside so many letters of fields; and what that is.
fn encode_data(
    session: &Session,
    scope: Scope,
    carried: Carried,
    fields: usize,
) -> (String, Carried) {
    let write = |most| format!("&rows={}", rows::encode(session.source(), session.dataset(), most));
    match carried {
        Carried::Rows(_) if crate::edition::IS_FULL => (write(0), carried),
        Carried::Sums { rows, points } if crate::edition::IS_FULL => {
            // Three bytes a point, which are four letters; and four for a longer count.
            let empty = fields + write(0).len() + END.len() + 4;
            let points = points.min(scope.room().saturating_sub(empty) / 4);
            (write(points), Carried::Sums { rows, points })
        }
        _ => (String::new(), carried),
    }
}

/// All fields but the data that are carried and the end.
fn encode_as(session: &Session, carried: Carried, moment: bool) -> String {
    let (data, swapped) = match (session.source(), carried) {
        (Source::Builtin { builtin, swapped }, _) => (builtin.id, *swapped),
        (Source::Own { beside: Some(beside), .. }, _) => (beside.as_str(), false),
        (_, Carried::Rows(_) | Carried::Sums { .. }) if crate::edition::IS_FULL => (SENT, false),
        _ => (OWN, false),
    };
    let run = &session.runs()[0];
    let (epoch, rates) = moment_of(session, run, moment);
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
    let fields = fields.into_iter().map(|(name, value)| format!("{name}={value}"));
    let fields = joined(fields, "&");
    let more = if crate::edition::IS_FULL { encode_runs(session, moment) } else { String::new() };
    fields + &encode_later(session) + &more
}

/// The epoch that the link restores, and the rates that a run comes there with.
fn moment_of(session: &Session, run: &Trainer, moment: bool) -> (u64, Vec<(u64, LearningRate)>) {
    match moment {
        true => (session.clock_epoch(), run.rates()),
        false => (0, vec![(0, run.learning_rate())]),
    }
}

/// Cost and scaling, the methods of all runs, and all else of the runs after the first, whose fields
/// have their number behind the name.
fn encode_runs(session: &Session, moment: bool) -> String {
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
            write("rate", number, &encode_rates(&moment_of(session, run, moment).1));
            write("start", number, &encode_start(settings.start));
        }
    }
    if !session.run().settings().on_divergence.stops() {
        write("check", 1, "off");
    }
    let sweep = session.view.sweep;
    if sweep != View::default().sweep {
        write("sweep", 1, &sweep.get().to_string());
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
    let numbers: Option<Vec<f64>> = pieces(text, b'_').map(float).collect();
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
    joined(rates.iter().map(entry), "_")
}

fn encode_start(start: Start) -> String {
    match start {
        Start::Zero => "zero".to_owned(),
        Start::At(line) => {
            let Line { slope, intercept } = line.get();
            format!("at_{}_{}", exact(slope), exact(intercept))
        }
        Start::Random { seed } => format!("random_{seed}"),
    }
}
