//! Session ⇄ link. A link is `v=1` and then fields of the form `name=value`, joined by `&`; lists
//! are joined by `_` and pairs by `~`, characters that no program rewrites in an address.

mod handover;
mod method;
mod open;

pub use handover::{pack, unpack};
pub use open::{apply, decode, set_up};

use crate::line::Line;
use crate::objective::Held;
use crate::session::{Session, Source};
use crate::settings::{LearningRate, SettingError, Start};
use crate::text::{exact, float, joined};
use crate::trainer::Trainer;
use crate::view::{Camera, DataView, Parameter, View};

/// The version that links are written in.
const VERSION: u32 = 1;
/// Where the data stay behind.
const OWN: &str = "own";
/// More changes of the rate than this do not fit a link.
const MOST_RATES: usize = 100;

/// Rows that opening a link may look at: seconds of work. What needs more begins earlier.
const MOST_ROWS: u64 = 1_000_000_000;

/// Fields of what the package that the page opens with leaves out.
const MORE: [&str; 7] = ["cost", "scale", "rule", "batch", "schedule", "start2", "check"];

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
    /// Settings and view, but not the reader's own data, which nobody else has.
    NoData,
    /// All but the epoch: the rate was changed too often to write down how it was reached.
    NoEpoch,
}

impl Carries {
    /// What a link of this session takes along.
    pub fn of(session: &Session) -> Self {
        match session.source() {
            Source::Own { beside: None, .. } | Source::Edited { .. } => Self::NoData,
            Source::Builtin { .. } | Source::Own { .. }
                if session.runs().iter().any(|run| run.rates().len() > MOST_RATES) =>
            {
                Self::NoEpoch
            }
            Source::Builtin { .. } | Source::Own { .. } => Self::Everything,
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
        Source::Own { beside: Some(beside), .. } => (beside.as_str(), false),
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
    let fields = fields.into_iter().map(|(name, value)| format!("{name}={value}"));
    let fields = joined(fields, "&");
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
    if session.run().settings().naive {
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
    joined(rates.iter().map(entry), "_")
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
