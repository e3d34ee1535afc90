//! What the page shows at a moment.
//!
//! [`page::Page`] is the state of the page. Of it, [`readings`] and [`setup`] are what is written
//! beside the figures, [`figures`] what is drawn in them, and what a pointer finds and drags there.
//! Drawing works on any [`layers::Canvas`], so that all of it is tested without a browser.

pub mod export;
pub mod figures;
pub mod findings;
pub mod layers;
pub mod lesson;
pub mod method;
pub mod name;
pub mod page;
pub mod race;
pub mod rate_slider;
pub mod readings;
pub mod setup;
pub mod sweep;
