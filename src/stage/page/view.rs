//! The view of the page.

use super::Page;
use crate::descent::objective::Held;
use crate::session::view::{DataView, Parameter};

impl Page {
    /// Draws the error of each point against x, or the points themselves.
    pub fn set_residuals(&mut self, on: bool) {
        self.session.view.data = if on { DataView::Residuals } else { DataView::Points };
    }

    /// Cuts the bowl along a parameter. Where the other one was held, this one is let go and the
    /// other one held.
    pub fn set_along(&mut self, along: Parameter) {
        if along != self.session.view.along && self.session.problem().held != Held::Neither {
            self.session.hold(along.alone());
        }
        self.session.view.along = along;
    }

    /// Holds the parameter that the bowl does not show, or lets it go; the run starts anew.
    pub fn hold_other(&mut self, on: bool) {
        let held = if on { self.session.view.along.alone() } else { Held::Neither };
        self.session.hold(held);
    }
}
