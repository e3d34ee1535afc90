//! Walks by key, and steps that are explained.

use wasm_bindgen::prelude::*;

use crate::insight::table::walk::{WalkOrder, Way};
use crate::stage::name::Named;
use crate::stage::walk::PointWalk;
use crate::web::convert::{error, object};
use crate::web::core::session::JsSession;

/// A walk through the points.
#[wasm_bindgen(js_name = PointWalk)]
#[derive(Default)]
pub struct JsPointWalk(PointWalk);

#[wasm_bindgen(js_class = PointWalk)]
impl JsPointWalk {
    /// A walk that has not begun.
    #[wasm_bindgen(constructor)]
    pub fn new() -> JsPointWalk {
        Self::default()
    }

    /// Goes from a point `next`, `previous`, `first` or `last`, by `x`, `error` or `influence`.
    #[wasm_bindgen(unchecked_return_type = "WalkStop")]
    pub fn go(
        &mut self,
        session: &JsSession,
        from: Option<usize>,
        order: &str,
        way: &str,
    ) -> Result<JsValue, JsValue> {
        let (order, way) =
            (WalkOrder::named(order).map_err(error)?, Way::named(way).map_err(error)?);
        object(&self.0.go(&session.0, from, order, way))
    }

    /// Goes into the tenth of x that the walk is at; null where there is none.
    #[wasm_bindgen(unchecked_return_type = "WalkStop | null")]
    pub fn enter(&mut self, session: &JsSession) -> Result<JsValue, JsValue> {
        object(&self.0.enter(&session.0))
    }

    /// Goes out of it; null where the walk is not inside.
    #[wasm_bindgen(unchecked_return_type = "WalkStop | null")]
    pub fn leave(&mut self, session: &JsSession) -> Result<JsValue, JsValue> {
        object(&self.0.leave(&session.0))
    }
}

#[wasm_bindgen(js_class = Session)]
impl JsSession {
    /// The event of the chosen run that a way leads to from an epoch.
    #[wasm_bindgen(js_name = walkEvents, unchecked_return_type = "WalkEvent")]
    pub fn walk_events(&self, from: Option<u32>, way: &str) -> Result<JsValue, JsValue> {
        let way = Way::named(way).map_err(error)?;
        object(&self.0.walk_events(from.map(u64::from), way))
    }

    /// Whether the sentence about a run explains its last step.
    #[wasm_bindgen(getter, js_name = explainsSteps)]
    pub fn explains_steps(&self) -> bool {
        self.0.explains_steps()
    }

    /// Has the sentence about a run explain its last step, or no longer.
    #[wasm_bindgen(js_name = explainSteps)]
    pub fn explain_steps(&mut self, explain: bool) {
        self.0.explain_steps(explain);
    }
}
