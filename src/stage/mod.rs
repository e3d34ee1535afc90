//! What the page shows at a moment.

pub mod rate_slider;
