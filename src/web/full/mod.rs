//! Additions of the full package.

pub(super) mod canvas_or_svg;
mod export;
mod figures;
mod lesson;
mod program;
mod session;
mod sweep;
