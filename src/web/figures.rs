//! The three figures of the page on their canvases.

use std::sync::Arc;

use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use super::convert::error;
use super::cost::CostKey;
use super::hands::Grip;
use super::home::Home;
use super::motion::Motion;
use super::session::Session as PageSession;
use super::sheet::{Paper, Sheet};
use crate::figure::actor::Actor;
use crate::figure::cost::Layout;
use crate::figure::data::{Marks, Plot, Pointed};
use crate::figure::errors::{self, Squares};
use crate::figure::frame::Frame;
use crate::figure::history;
use crate::figure::landscape::Landscape;
use crate::figure::light::Symbol;
use crate::figure::motion::Follow;
use crate::figure::pen::{Drawn, Place};
use crate::figure::raster::Raster;
use crate::figure::still::{lines_of_data, shown_answer};
use crate::figure::theme::Theme;
use crate::figure::window::Window;
use crate::numeric::line::Line;
use crate::session::Session;
use crate::session::view::DataView;
use crate::text::en::{self, Zoom};

/// What the base of the data shows.
#[derive(Clone, Copy, PartialEq)]
struct DataKey {
    version: u32,
    start: Line,
    view: DataView,
    /// The line that the residuals are those of, while it stands still.
    line: Option<Line>,
    /// Whether something is being dragged, so that the axes have to stay.
    dragging: bool,
}

/// What the base of the history shows.
#[derive(Clone, Copy, PartialEq)]
struct HistoryKey {
    version: u32,
    last_epoch: u64,
    window: Window,
    log: bool,
}

/// A base that was drawn, and what its overlay needs of it.
pub(super) struct Drawing<Key, Layout> {
    pub key: Key,
    pub layout: Layout,
}

/// The figures of the page: data, cost and history.
#[wasm_bindgen]
pub struct Figures {
    pub(super) theme: Theme,
    data: Sheet,
    pub(super) cost: Sheet,
    history: Sheet,
    data_drawing: Option<Drawing<DataKey, Plot>>,
    pub(super) cost_drawing: Option<Drawing<CostKey, Layout>>,
    history_drawing: Option<Drawing<HistoryKey, Frame>>,
    /// The cost over a window of some data.
    pub(super) landscape: Option<((u32, Window), Arc<Landscape>)>,
    /// What is draped over the surface, and over which window.
    pub(super) texture: Option<((u32, Window), Raster)>,
    pub(super) motion: Motion,
    zoom: Zoom,
    home: Home,
    /// The window in which the ball was put where the run starts: it stays as it was.
    pub(super) kept: Option<(Line, Window)>,
    /// A line that is looked at.
    pub(super) ghost: Option<Line>,
    /// The index of the point that is looked at.
    pub(super) point: Option<usize>,
    /// The index of the point that is kept in sight.
    pub(super) selected: Option<usize>,
    /// Where the pointer is.
    pub(super) pointer: Place,
    /// What a symbol that is pointed at stands for.
    pub(super) lit: Option<Symbol>,
    /// What is being dragged.
    pub(super) grip: Option<Grip>,
    /// Whether these figures go on from others, which had not forgotten the same data.
    pub(super) restored: bool,
}

#[wasm_bindgen]
impl Figures {
    /// Figures on these canvases, each a base below an overlay.
    #[wasm_bindgen(constructor)]
    pub fn new(
        data_base: HtmlCanvasElement,
        data_overlay: HtmlCanvasElement,
        cost_base: HtmlCanvasElement,
        cost_overlay: HtmlCanvasElement,
        history_base: HtmlCanvasElement,
        history_overlay: HtmlCanvasElement,
    ) -> Result<Figures, JsValue> {
        Ok(Self {
            theme: Theme::LIGHT,
            data: Sheet::new(data_base, data_overlay).map_err(error)?,
            cost: Sheet::new(cost_base, cost_overlay).map_err(error)?,
            history: Sheet::new(history_base, history_overlay).map_err(error)?,
            data_drawing: None,
            cost_drawing: None,
            history_drawing: None,
            landscape: None,
            texture: None,
            motion: Motion::default(),
            zoom: Zoom { times: 1.0, lost: false },
            home: Home::default(),
            kept: None,
            ghost: None,
            point: None,
            selected: None,
            pointer: (0.0, 0.0),
            lit: None,
            grip: None,
            restored: false,
        })
    }

    /// Gives `data`, `cost` or `history` so many CSS pixels at a device pixel ratio.
    pub fn resize(&mut self, figure: &str, width: f64, height: f64, ratio: f64) {
        match figure {
            "data" => {
                self.data.resize(width, height, ratio);
                self.data_drawing = None;
            }
            "cost" => {
                self.cost.resize(width, height, ratio);
                self.cost_drawing = None;
            }
            _ => {
                self.history.resize(width, height, ratio);
                self.history_drawing = None;
            }
        }
    }

    /// Chooses the colours.
    #[wasm_bindgen(js_name = setTheme)]
    pub fn set_theme(&mut self, dark: bool) {
        self.theme = if dark { Theme::DARK } else { Theme::LIGHT };
        self.data_drawing = None;
        self.cost_drawing = None;
        self.history_drawing = None;
        self.texture = None;
    }

    /// Chooses whether things move to where they have to be, or are there at once.
    #[wasm_bindgen(js_name = reduceMotion)]
    pub fn reduce_motion(&mut self, still: bool) {
        self.motion.still = still;
    }

    /// Draws what moves, and below it what has changed, as it is at `now` milliseconds of the
    /// page's clock; true when the next frame will be another one.
    pub fn draw(
        &mut self,
        session: &PageSession,
        now: f64,
        running: bool,
    ) -> Result<bool, JsValue> {
        let (session, version) = (session.core(), session.version());
        if version != self.motion.version {
            let shown = self.motion.window.shown();
            self.forget_data(session, version);
            self.motion.turn_coordinates(session, shown, now);
        }
        let (actors, gliding) = self.motion.follow_runs(session, now);
        let (window, zooming) = self.window(session, &actors, now);
        let flying = self.motion.turn_to(session, now);
        let still = !running && !gliding;
        let squares = self.motion.flashes.squares(session.run().state().epoch, now);
        self.draw_data(session, version, &actors, (still, squares)).map_err(error)?;
        self.draw_cost(session, version, window, &actors, now).map_err(error)?;
        self.draw_history(session, version, &actors).map_err(error)?;
        let unfinished = self.plot().is_some_and(|plot| plot.is_unfinished(session.dataset()));
        let to_be_filled = squares == Squares::Outlined;
        let moving = gliding || zooming || flying || self.motion.turning(now).is_some();
        Ok(unfinished || to_be_filled || moving)
    }

    /// What `data`, `cost` or `history` shows, in a sentence.
    pub fn describe(&self, figure: &str, session: &PageSession) -> String {
        match figure {
            "data" => en::describe_data(session.core()),
            "cost" => en::describe_cost(session.core()),
            _ => en::describe_history(session.core()),
        }
    }

    /// What stands beside `data` or `cost`: what is to be read from it now.
    pub fn note(&self, figure: &str, session: &PageSession) -> String {
        let session = session.core();
        match figure {
            "data" => en::errors_note(session, errors::drawn(session.dataset())),
            _ => en::cost_note(session, self.zoom),
        }
    }
}

impl Figures {
    /// Other data: nothing of the old ones is looked at, and nothing moves from there to here.
    fn forget_data(&mut self, session: &Session, version: u32) {
        // A point that is being dragged makes new data at every move.
        if self.grip.is_none() && !std::mem::take(&mut self.restored) {
            self.ghost = None;
            self.point = None;
            self.selected = self.selected.filter(|_| session.editing().is_some());
            self.motion.window = Follow::default();
            self.kept = None;
        }
        self.motion.glides.clear();
        self.motion.version = version;
        self.texture = None;
    }

    /// The data as they were last drawn.
    pub(super) fn plot(&self) -> Option<&Plot> {
        self.data_drawing.as_ref().map(|drawing| &drawing.layout)
    }

    /// Keeps the window that is shown for as long as the run starts where it does now.
    pub(super) fn keep_window(&mut self, session: &Session) {
        self.kept = self.motion.window.shown().map(|window| (session.run().start(), window));
    }

    /// The cost as it was last drawn.
    pub(super) fn cost_layout(&self) -> Option<&Layout> {
        self.cost_drawing.as_ref().map(|drawing| &drawing.layout)
    }

    /// The window of the cost as it is shown now, and whether it still moves.
    fn window(&mut self, session: &Session, actors: &[Actor<'_>], now: f64) -> (Window, bool) {
        let kept = self.kept.filter(|(start, _)| *start == session.run().start());
        let home =
            kept.map_or_else(|| self.home.of(session, self.motion.version), |(_, window)| window);
        let target = Window::around(session.runs(), &home);
        let follow = &mut self.motion.window;
        // Under a ball that is being dragged the axes have to stay.
        if let (Some(Grip::Ball), Some(shown)) = (self.grip, follow.shown()) {
            return (shown, false);
        }
        let ball = actors.get(session.chosen()).map(|actor| (actor.at(), actor.cost()));
        let (window, moves) = match ball.filter(|_| !self.motion.still) {
            Some(ball) => follow.toward(&target, ball, now),
            None => (follow.jump(&target, now), false),
        };
        let lost = ball.is_some_and(|(line, _)| {
            !(target.slope.contains(line.slope) && target.intercept.contains(line.intercept))
        });
        self.zoom = Zoom { times: window.times_wider(&home), lost };
        (window, moves)
    }

    fn draw_data(
        &mut self,
        session: &Session,
        version: u32,
        actors: &[Actor<'_>],
        (still, square_look): (bool, Squares),
    ) -> Drawn<Paper> {
        let dataset = session.dataset();
        let view = session.view.data;
        let dragging = self.grip.is_some();
        let (start, line) = lines_of_data(session, still);
        let key = DataKey { version, start, view, line, dragging };
        let before = match self.data_drawing.take() {
            Some(Drawing { key: drawn, layout }) if drawn == key => {
                if layout.is_unfinished(dataset) {
                    Some(layout.into_parts())
                } else {
                    self.data_drawing = Some(Drawing { key, layout });
                    None
                }
            }
            Some(Drawing { key: drawn, layout }) if dragging && drawn.view == view => {
                Some((layout.frame, None))
            }
            _ => None,
        };
        if self.data_drawing.is_none() {
            let mut pen = self.data.base(&self.theme);
            let before = before.unwrap_or_else(|| (Plot::frame(&pen, dataset, view, start), None));
            let layout = Plot::draw_for_a_frame(&mut pen, before, dataset, view, line)?;
            self.data_drawing = Some(Drawing { key, layout });
        }
        let Some(Drawing { layout, .. }) = &self.data_drawing else {
            return Ok(());
        };
        let point = self.looked_at(session);
        let marks = Marks {
            chosen: session.chosen(),
            best: shown_answer(session),
            squares: session.view.squares,
            square_look,
            handles: still && layout.has_handles(),
            pointed: Pointed { ghost: self.ghost, point },
            lit: self.lit(),
        };
        let mut pen = self.data.overlay(&self.theme);
        layout.draw_overlay(&mut pen, dataset, actors, &marks)
    }

    /// What is lit; nothing in the package that the page opens with.
    pub(super) fn lit(&self) -> Option<Symbol> {
        self.lit.filter(|_| crate::edition::IS_FULL)
    }

    fn draw_history(
        &mut self,
        session: &Session,
        version: u32,
        actors: &[Actor<'_>],
    ) -> Drawn<Paper> {
        let window = Window::around(session.runs(), &self.home.of(session, self.motion.version));
        let log = session.view.log_history;
        let last_epoch = session.last_epoch();
        let key = HistoryKey { version, last_epoch, window, log };
        if self.history_drawing.as_ref().is_none_or(|drawing| drawing.key != key) {
            let mut pen = self.history.base(&self.theme);
            let frame = history::frame(&pen, session.runs(), &window, log);
            frame.draw_empty(&mut pen)?;
            self.history_drawing = Some(Drawing { key, layout: frame });
        }
        let Some(Drawing { layout, .. }) = &self.history_drawing else {
            return Ok(());
        };
        let mut pen = self.history.overlay(&self.theme);
        history::draw_overlay(&mut pen, layout, actors, shown_answer(session))
    }
}
