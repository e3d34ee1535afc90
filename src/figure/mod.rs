//! The figures, drawn on any backend of plotters.
//!
//! Each figure has a frame or scene, a base (points, axes, map, surface: drawn when it changes)
//! and an overlay (line, errors, path, ball: drawn every frame).

pub mod actor;
pub mod backend;
pub mod bowl;
pub mod cost;
pub mod cost_grid;
pub mod cost_layout;
pub mod dashes;
pub mod data;
pub mod density;
pub mod dots;
pub mod ellipses;
pub mod errors;
pub mod frame;
pub mod geometry;
pub mod handles;
pub mod highlight;
pub mod history;
pub mod landscape;
pub mod legend;
pub mod map;
pub mod pen;
pub mod points;
pub mod program_cost;
pub mod program_curve;
pub mod raster;
pub mod still;
pub mod surface;
pub mod svg;
pub mod sweep;
pub mod theme;
pub mod window;
