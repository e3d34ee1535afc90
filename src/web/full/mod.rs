//! Additions of the full package.

pub(super) mod canvas_or_svg;
mod export;
mod figures;
mod lesson;
#[cfg(feature = "program")]
mod program;
mod program_link;
mod session;
mod sound;
mod sweep;
mod tables;
mod walk;
