//! The three figures of the page on their canvases.

use plotters_backend::DrawingErrorKind;
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use super::canvas::{Canvas, CanvasError};
use super::convert::error;
use super::session::Session as PageSession;
use crate::figure::frame::Frame;
use crate::figure::pen::{Drawn, Pen};
use crate::figure::surface::Scene;
use crate::figure::theme::Theme;
use crate::figure::window::Window;
use crate::figure::{bowl, data, history, map, surface};
use crate::line::Line;
use crate::messages;
use crate::session::Session;
use crate::view::{Camera, CostView};

/// A base that is drawn when it changes, and an overlay that is drawn every frame.
struct Sheet {
    base: Canvas,
    overlay: Canvas,
    /// Device pixels to a CSS pixel, of the base.
    ratio: f64,
}

/// plotters draws at whole pixels. What moves has at least this many to a CSS pixel, so that it
/// glides where the screen has fewer.
const OVERLAY_RATIO: f64 = 2.0;

impl Sheet {
    fn new(base: HtmlCanvasElement, overlay: HtmlCanvasElement) -> Result<Self, CanvasError> {
        Ok(Self {
            base: Canvas::new(base, true)?,
            overlay: Canvas::new(overlay, false)?,
            ratio: 1.0,
        })
    }

    fn resize(&mut self, width: f64, height: f64, ratio: f64) {
        let device = |length: f64, ratio: f64| (length * ratio).round().clamp(1.0, 16_384.0) as u32;
        self.base.resize(device(width, ratio), device(height, ratio));
        let fine = ratio.max(OVERLAY_RATIO);
        self.overlay.resize(device(width, fine), device(height, fine));
        self.ratio = ratio;
    }

    fn base<'a>(&'a mut self, theme: &'a Theme) -> Pen<'a, Canvas> {
        Pen::new(&mut self.base, self.ratio, theme)
    }

    fn overlay<'a>(&'a mut self, theme: &'a Theme) -> Pen<'a, Canvas> {
        self.overlay.wipe();
        Pen::new(&mut self.overlay, self.ratio.max(OVERLAY_RATIO), theme)
    }
}

/// What the base of the data shows.
#[derive(Clone, Copy, PartialEq)]
struct DataKey {
    version: u32,
    start: Line,
}

/// What the base of the cost shows.
#[derive(Clone, Copy, PartialEq)]
struct CostKey {
    version: u32,
    view: CostView,
    camera: Option<Camera>,
    window: Window,
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
struct Drawing<Key, Layout> {
    key: Key,
    layout: Layout,
}

/// What an overlay over the data needs.
struct DataLayout {
    frame: Frame,
    /// The points whose errors are drawn.
    errors: Vec<(f64, f64)>,
}

/// What an overlay over the cost needs.
enum CostLayout {
    Flat(Frame),
    Surface(Box<Scene>),
}

/// The figures of the page: data, cost and history.
#[wasm_bindgen]
pub struct Figures {
    theme: Theme,
    data: Sheet,
    cost: Sheet,
    history: Sheet,
    data_drawing: Option<Drawing<DataKey, DataLayout>>,
    cost_drawing: Option<Drawing<CostKey, CostLayout>>,
    history_drawing: Option<Drawing<HistoryKey, Frame>>,
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
    }

    /// Draws what moves, and below it what has changed.
    pub fn draw(&mut self, session: &PageSession) -> Result<(), JsValue> {
        let (session, version) = (session.core(), session.version());
        let window = Window::around(session.runs(), &Window::home(session.runs()));
        self.draw_data(session, version).map_err(error)?;
        self.draw_cost(session, version, window).map_err(error)?;
        self.draw_history(session, version, window).map_err(error)
    }

    /// What `data`, `cost` or `history` shows, in a sentence.
    pub fn describe(&self, figure: &str, session: &PageSession) -> String {
        match figure {
            "data" => messages::describe_data(session.core()),
            "cost" => messages::describe_cost(session.core()),
            _ => messages::describe_history(session.core()),
        }
    }
}

impl Figures {
    fn draw_data(&mut self, session: &Session, version: u32) -> Drawn<Canvas> {
        let key = DataKey { version, start: session.run().start() };
        let dataset = session.dataset();
        if self.data_drawing.as_ref().is_none_or(|drawing| drawing.key != key) {
            let mut pen = self.data.base(&self.theme);
            let frame = data::frame(&pen, dataset, key.start);
            data::draw_base(&mut pen, &frame, dataset)?;
            self.data_drawing = Some(Drawing {
                key,
                layout: DataLayout { frame, errors: data::error_sample(dataset) },
            });
        }
        let Some(Drawing { layout: DataLayout { frame, errors }, .. }) = &self.data_drawing else {
            return Ok(());
        };
        let mut pen = self.data.overlay(&self.theme);
        data::draw_overlay(&mut pen, frame, session.runs(), errors, shown_answer(session))
    }

    fn draw_cost(&mut self, session: &Session, version: u32, window: Window) -> Drawn<Canvas> {
        let view = session.view.cost;
        let camera = (view == CostView::Surface).then_some(session.view.camera);
        let key = CostKey { version, view, camera, window };
        if self.cost_drawing.as_ref().is_none_or(|drawing| drawing.key != key) {
            let layout = self.draw_cost_base(session, &window)?;
            self.cost_drawing = Some(Drawing { key, layout });
        }
        let Some(Drawing { layout, .. }) = &self.cost_drawing else {
            return Ok(());
        };
        let mut pen = self.cost.overlay(&self.theme);
        match layout {
            CostLayout::Flat(frame) if view == CostView::Bowl => {
                bowl::draw_overlay(&mut pen, frame, session.run())
            }
            CostLayout::Flat(frame) => map::draw_overlay(&mut pen, frame, session.runs()),
            CostLayout::Surface(scene) => surface::draw_overlay(&mut pen, scene, session.runs()),
        }
    }

    fn draw_cost_base(
        &mut self,
        session: &Session,
        window: &Window,
    ) -> Result<CostLayout, DrawingErrorKind<CanvasError>> {
        let objective = session.run().objective();
        let mut pen = self.cost.base(&self.theme);
        Ok(match session.view.cost {
            CostView::Bowl => {
                let frame = bowl::frame(&pen, window);
                bowl::draw_base(&mut pen, &frame)?;
                CostLayout::Flat(frame)
            }
            CostView::Map => {
                let frame = map::frame(&pen, window);
                map::draw_base(&mut pen, &frame, window, objective)?;
                CostLayout::Flat(frame)
            }
            CostView::Surface => {
                let scene = Scene::new(pen.size(), objective, window, session.view.camera);
                surface::draw_base(&mut pen, &scene)?;
                CostLayout::Surface(Box::new(scene))
            }
        })
    }

    fn draw_history(&mut self, session: &Session, version: u32, window: Window) -> Drawn<Canvas> {
        let log = session.view.log_history;
        let last_epoch = session.run().last_epoch();
        let key = HistoryKey { version, last_epoch, window, log };
        if self.history_drawing.as_ref().is_none_or(|drawing| drawing.key != key) {
            let mut pen = self.history.base(&self.theme);
            let frame = history::frame(&pen, session.runs(), &window, log);
            history::draw_base(&mut pen, &frame)?;
            self.history_drawing = Some(Drawing { key, layout: frame });
        }
        let Some(Drawing { layout, .. }) = &self.history_drawing else {
            return Ok(());
        };
        let mut pen = self.history.overlay(&self.theme);
        history::draw_overlay(&mut pen, layout, session.runs(), shown_answer(session))
    }
}

fn shown_answer(session: &Session) -> Option<Line> {
    session.dataset().least_squares().filter(|_| session.view.answer)
}
