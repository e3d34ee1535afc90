//! What the package with everything in it has besides.

pub(super) mod canvas_or_svg;
mod export;
mod figures;
mod lesson;
mod session;
mod sweep;
