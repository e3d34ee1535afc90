//! The data that come with the page, each with a reason to look at it.
//!
//! ```
//! use downhill::data::builtin;
//!
//! let cars = builtin::find("cars").expect("it comes with the page");
//! assert!(cars.dataset().least_squares().is_some_and(|line| line.slope < 0.0));
//! ```

mod anscombe;
mod cars;
mod curve;
mod definition;
mod faithful;
mod outlier;
mod weather;
mod years;

pub use definition::{Builtin, Counts};

static ALL: [Builtin; 10] = [
    weather::WEATHER,
    anscombe::FIRST,
    anscombe::SECOND,
    anscombe::THIRD,
    anscombe::FOURTH,
    faithful::FAITHFUL,
    cars::CARS,
    curve::CURVE,
    outlier::OUTLIER,
    years::YEARS,
];

/// All of them, in the order in which to offer them; the page opens with the first.
pub fn all() -> &'static [Builtin] {
    &ALL
}

/// The one that the page opens with.
pub fn first() -> &'static Builtin {
    &ALL[0]
}

/// The one that links call `id`.
pub fn find(id: &str) -> Option<&'static Builtin> {
    ALL.iter().find(|builtin| builtin.id == id)
}
