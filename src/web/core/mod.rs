//! The package that the page opens with.

pub(super) mod canvas;
mod data;
pub(super) mod figures;
mod hand;
pub(super) mod session;
mod view;
