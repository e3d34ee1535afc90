//! The numbers of the tables beside the figures: the points, the epochs of a run and its events, and the costs round the
//! ball.

pub mod costs;
pub mod events;
pub mod points;
