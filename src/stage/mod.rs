//! State and pictures of the page at a moment.
//!
//! [`page::Page`] is the state of the page. Of it, [`readings`] and [`setup`] are what is written
//! beside the figures, [`figures`] what is drawn in them, and what a pointer finds and drags there.
//! Drawing works on any [`layers::ResizableBackend`], so that all of it is tested without a browser.

#[cfg(feature = "more")]
pub mod convention;
#[cfg(feature = "more")]
pub mod description;
#[cfg(feature = "more")]
pub mod export;
pub mod figures;
#[cfg(feature = "more")]
pub mod findings;
pub mod layers;
#[cfg(feature = "more")]
pub mod lesson;
#[cfg(feature = "more")]
pub mod method;
#[cfg(feature = "more")]
pub mod mistake;
pub mod name;
pub mod page;
#[cfg(feature = "more")]
pub mod program;
#[cfg(feature = "more")]
pub mod race;
pub mod rate_slider;
pub mod readings;
pub mod setup;
#[cfg(feature = "more")]
pub mod sound;
#[cfg(feature = "more")]
pub mod sweep;
#[cfg(feature = "more")]
pub mod tables;
#[cfg(feature = "more")]
pub mod walk;
