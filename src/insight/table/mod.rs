//! The numbers of the tables beside the figures: the points, the epochs of a run and its events, and the costs round the
//! ball; and walks by key through the points.

pub mod costs;
pub mod events;
pub mod points;
pub mod walk;
