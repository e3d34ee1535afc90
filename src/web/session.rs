//! `Session`: what the page drives.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::convert::{error, object};
use super::setup::Setup;
use crate::data::builtin;
use crate::data::editing::Change;
use crate::data::grid::Grid;
use crate::descent::settings::{EpochLimit, LearningRate, Start, Tolerance, typed};
use crate::link::{self, Scope};
use crate::numeric::bytes::Writer;
use crate::numeric::notation::{count, significant};
use crate::session::{self, Due, Source, Speed};
use crate::stage::rate_slider::RateSlider;
use crate::text::en;

/// The id of the reader's own data in the list of data.
pub(super) const OWN: &str = "own";
/// The id of points changed by hand in the list of data.
pub(super) const EDITED: &str = "edited";
/// Digits of the live numbers.
pub(super) const DIGITS: usize = 6;
/// What a tick at full speed may take, in milliseconds: the rest of a frame is for drawing.
const TICK: f64 = 8.0;
/// Epochs between two looks at the clock; fewer where each of them looks at rows.
const BATCH: u64 = 5_000;
/// How long a hand on the scrubber waits, in milliseconds.
const MOMENT: f64 = 60.0;

/// Tells whether so many milliseconds have passed.
fn timer(milliseconds: f64) -> impl FnMut() -> bool {
    let clock = web_sys::window().and_then(|window| window.performance());
    let now = move || clock.as_ref().map_or(f64::INFINITY, web_sys::Performance::now);
    let end = now() + milliseconds;
    move || now() >= end
}

/// What is known of the reader's file, whose columns the page has from the reader of files; or of data that came
/// with a link.
pub(super) struct Own {
    pub name: String,
    pub headings: Vec<String>,
    pub columns: (usize, usize),
    /// What became of the rows, in sentences.
    pub report: Vec<String>,
    /// The data themselves, where they came with a link, so that there is no file to read again.
    #[cfg(feature = "more")]
    pub sent: Option<crate::data::dataset::Dataset>,
}

/// What has come of the reader's file, until it is taken.
#[derive(Default)]
pub(super) struct Waiting {
    pub xs: Vec<f64>,
    pub ys: Vec<f64>,
    pub grid: Option<Grid>,
}

/// The reader's place in the lesson.
#[wasm_bindgen]
pub struct Session {
    core: session::Session,
    pub(super) own: Option<Own>,
    pub(super) waiting: Waiting,
    notice: Option<String>,
    needs_more: bool,
    version: u32,
}

/// `Now` of types.d.ts.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Now {
    epoch: u64,
    slope: f64,
    intercept: f64,
    cost: f64,
    status: &'static str,
    reason: Option<String>,
    texts: NowTexts,
    clock: u64,
    clock_text: String,
    ended: bool,
    last_epoch: u64,
}

#[derive(Serialize)]
struct NowTexts {
    epoch: String,
    slope: String,
    intercept: String,
    cost: String,
}

/// `DatasetChoice` of types.d.ts.
#[derive(Serialize)]
pub(super) struct Choice<'a> {
    pub id: &'a str,
    pub name: &'a str,
}

/// `Link` of types.d.ts.
#[derive(Serialize)]
struct Link {
    fragment: String,
    note: String,
}

impl Own {
    fn write(&self, to: &mut Writer) {
        to.text(&self.name);
        to.texts(&self.headings);
        to.whole(self.columns.0);
        to.whole(self.columns.1);
        to.texts(&self.report);
        self.write_sent(to);
    }
}

/// A number that no other state of any session has had.
fn new_version() -> u32 {
    use std::sync::atomic::{AtomicU32, Ordering};
    static LAST: AtomicU32 = AtomicU32::new(0);
    LAST.fetch_add(1, Ordering::Relaxed)
}

impl Session {
    /// A session that another package packed.
    #[cfg(feature = "more")]
    pub(super) fn of(core: session::Session, own: Option<Own>) -> Self {
        Self {
            core,
            own,
            waiting: Waiting::default(),
            notice: None,
            needs_more: false,
            version: new_version(),
        }
    }

    /// Takes note that the data, or the surface, are others.
    pub(super) fn renew(&mut self) {
        self.version = new_version();
    }

    /// The session itself.
    pub(super) fn core(&self) -> &session::Session {
        &self.core
    }

    /// The session itself, to act on it.
    pub(super) fn core_mut(&mut self) -> &mut session::Session {
        &mut self.core
    }

    /// Changes the points by hand; gives the index of the point.
    pub(super) fn change_points(&mut self, change: Change) -> Result<usize, JsValue> {
        let index = self.core.change_points(change).map_err(error)?;
        self.version = new_version();
        Ok(index)
    }

    /// Changes whenever the data or the surface do.
    pub(super) fn version(&self) -> u32 {
        self.version
    }

    /// Epochs between two looks at the clock.
    fn batch(&self) -> u64 {
        (BATCH / self.core.effort()).max(1)
    }

    fn slider(&self) -> RateSlider {
        RateSlider::for_limit(self.core.run().landmark_rate())
    }
}

#[wasm_bindgen]
impl Session {
    /// Opens what stands behind the `#` of an address; a first visit where nothing does.
    pub fn open(fragment: &str) -> Session {
        let fragment = fragment.trim_start_matches('#');
        let mut needs_more = false;
        let first_visit = || session::Session::on_builtin(builtin::first());
        let (core, notice) = match fragment {
            "" => (first_visit(), None),
            link => match link::decode(link) {
                Ok(link::Opened { session, without_data, cut_from }) => {
                    let cut = cut_from.map(|sent| en::link_cut(sent, session.clock_epoch()));
                    let missing = || en::LINK_WITHOUT_DATA.to_owned();
                    (session, if without_data { Some(missing()) } else { cut })
                }
                Err(broken) => {
                    needs_more = broken == link::LinkError::NeedsMore;
                    (first_visit(), Some(en::broken_link(&broken)))
                }
            },
        };
        Self {
            own: super::sent::own(&core),
            core,
            waiting: Waiting::default(),
            notice,
            needs_more,
            version: new_version(),
        }
    }

    /// All of it, for the package that has everything in it.
    pub fn pack(&mut self) -> Vec<u8> {
        let mut bytes = Writer::default();
        link::pack(&mut self.core, &mut bytes);
        bytes.whole(usize::from(self.own.is_some()));
        if let Some(own) = &self.own {
            own.write(&mut bytes);
        }
        bytes.finish()
    }

    /// Whether the link that it was to open asks for more than this package has.
    #[wasm_bindgen(js_name = needsMore)]
    pub fn needs_more(&self) -> bool {
        self.needs_more
    }

    /// What was wrong with the link, or is missing from it.
    pub fn notice(&self) -> Option<String> {
        self.notice.clone()
    }

    /// What changes with every epoch.
    #[wasm_bindgen(unchecked_return_type = "Now")]
    pub fn now(&self) -> Result<JsValue, JsValue> {
        let run = self.core.run();
        let state = run.state();
        object(&Now {
            epoch: state.epoch,
            slope: state.line.slope,
            intercept: state.line.intercept,
            cost: state.cost,
            status: run.status().name(),
            reason: en::reason(run),
            texts: NowTexts {
                epoch: count(state.epoch),
                slope: significant(state.line.slope, DIGITS),
                intercept: significant(state.line.intercept, DIGITS),
                cost: significant(state.cost, DIGITS),
            },
            clock: self.core.clock_epoch(),
            clock_text: count(self.core.clock_epoch()),
            ended: self.core.has_ended(),
            last_epoch: self.core.last_epoch(),
        })
    }

    /// What changes with the data, the settings or the view.
    #[wasm_bindgen(unchecked_return_type = "Setup")]
    pub fn setup(&self) -> Result<JsValue, JsValue> {
        object(&Setup::of(&self.core, self.own.as_ref()))
    }

    /// The data that can be chosen.
    #[wasm_bindgen(unchecked_return_type = "DatasetChoice[]")]
    pub fn datasets(&self) -> Result<JsValue, JsValue> {
        let own = self.own.iter().map(|own| Choice { id: OWN, name: &own.name });
        let builtin =
            builtin::all().iter().map(|builtin| Choice { id: builtin.id, name: builtin.name });
        let edited = self.core.edited().map(en::edited_name);
        let edited = edited.iter().map(|name| Choice { id: EDITED, name });
        object(&builtin.chain(own).chain(edited).collect::<Vec<_>>())
    }

    /// What just happened and what can be done next.
    pub fn sentence(&self, running: bool) -> String {
        let fresh = !running && self.core.run().state().epoch == 0;
        match (&self.own, self.core.source()) {
            (Some(own), Source::Own { .. }) if fresh => en::imported(&self.core, &own.report),
            _ => en::sentence(&self.core, running),
        }
    }

    /// Run was pressed: an ended run begins again.
    pub fn begin(&mut self) {
        self.core.begin();
    }

    /// One tick of the clock; false when the run has stopped.
    pub fn advance(&mut self, elapsed_ms: f64) -> bool {
        let mut left = match self.core.due(elapsed_ms / 1_000.0) {
            Due::Epochs(epochs) => epochs,
            Due::AsManyAsFit => u64::MAX,
        };
        let mut time_is_up = timer(TICK);
        let batch = self.batch();
        loop {
            let epochs = left.min(batch);
            if !self.core.advance(epochs) {
                return false;
            }
            left -= epochs;
            // Where epochs take long, fewer of them than are due: the page stays at hand.
            if left == 0 || time_is_up() {
                return true;
            }
        }
    }

    /// One epoch.
    pub fn step(&mut self) {
        self.core.advance(1);
    }

    /// One epoch back.
    #[wasm_bindgen(js_name = stepBack)]
    pub fn step_back(&mut self) {
        self.core.step_back();
    }

    /// To epoch 0, settings kept.
    pub fn reset(&mut self) {
        self.core.reset();
    }

    /// To an epoch; where it was never there and epochs take long, as near as it comes in a moment.
    pub fn seek(&mut self, epoch: u32) {
        let mut time_is_up = timer(MOMENT);
        let batch = self.batch();
        loop {
            let next = self.core.furthest_epoch() + batch;
            self.core.seek(next.min(epoch.into()));
            if next >= u64::from(epoch) || self.core.has_ended() || time_is_up() {
                return;
            }
        }
    }

    /// Takes a learning rate as typed.
    #[wasm_bindgen(js_name = setLearningRate)]
    pub fn set_learning_rate(&mut self, text: &str) -> Result<(), JsValue> {
        let rate = typed(text).and_then(LearningRate::try_from).map_err(error)?;
        self.core.set_learning_rate(rate);
        Ok(())
    }

    /// Takes a learning rate from its slider, 0 to 1000.
    #[wasm_bindgen(js_name = slideLearningRate)]
    pub fn slide_learning_rate(&mut self, position: f64) -> Result<(), JsValue> {
        let rate = LearningRate::try_from(self.slider().rate(position)).map_err(error)?;
        self.core.set_learning_rate(rate);
        Ok(())
    }

    /// Takes an epoch limit as typed.
    #[wasm_bindgen(js_name = setEpochs)]
    pub fn set_epochs(&mut self, text: &str) -> Result<(), JsValue> {
        let epochs = typed(text).and_then(EpochLimit::try_from).map_err(error)?;
        self.core.set_epochs(epochs);
        Ok(())
    }

    /// Takes a tolerance as typed.
    #[wasm_bindgen(js_name = setTolerance)]
    pub fn set_tolerance(&mut self, text: &str) -> Result<(), JsValue> {
        let tolerance = typed(text).and_then(Tolerance::try_from).map_err(error)?;
        self.core.set_tolerance(tolerance);
        Ok(())
    }

    /// Chooses how fast the epochs go by, 0 the slowest.
    #[wasm_bindgen(js_name = setSpeed)]
    pub fn set_speed(&mut self, level: usize) {
        self.core.speed = Speed::from_level(level);
    }

    /// Starts anew at a = b = 0.
    #[wasm_bindgen(js_name = startAtZero)]
    pub fn start_at_zero(&mut self) {
        self.core.set_start(Start::Zero);
    }

    /// Starts anew at a typed line.
    #[wasm_bindgen(js_name = startAt)]
    pub fn start_at(&mut self, slope: &str, intercept: &str) -> Result<(), JsValue> {
        let slope = typed(slope).map_err(error)?;
        let intercept = typed(intercept).map_err(error)?;
        self.core.set_start(Start::at(slope, intercept).map_err(error)?);
        Ok(())
    }

    /// Starts anew at a random line.
    #[wasm_bindgen(js_name = startAtRandom)]
    pub fn start_at_random(&mut self) {
        let seed = (js_sys::Math::random() * f64::from(u32::MAX)) as u64;
        self.core.set_start(Start::Random { seed });
    }

    /// What the line predicts at an x as typed.
    pub fn predict(&self, text: &str) -> Result<String, JsValue> {
        let x = typed(text).map_err(error)?;
        Ok(en::prediction(self.core.dataset(), self.core.run().state().line, x))
    }

    /// The link that reopens this moment, with the reader's own data or without, for a page whose address has
    /// so many letters; at a chapter of the lesson, or at none.
    #[wasm_bindgen(unchecked_return_type = "Link")]
    pub fn link(
        &self,
        settings_only: bool,
        address: usize,
        chapter: Option<u8>,
    ) -> Result<JsValue, JsValue> {
        let link::Link { fragment, carried, moment } =
            link::Link::of(&self.core, Scope { settings_only, address, chapter });
        let length = address + 1 + fragment.len();
        object(&Link { fragment, note: en::link_note(carried, moment, length) })
    }
}
