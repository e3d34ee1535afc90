//! Windows of runs that descend in the same coordinates.

use downhill::descent::trainer::Trainer;
use downhill::figure::window::Window;

/// The initial window of some runs.
pub fn initial(runs: &[Trainer]) -> Window {
    Window::initial(runs, runs[0].objective().coordinates())
}

/// The window that holds the paths of some runs too.
pub fn around(runs: &[Trainer], initial: &Window) -> Window {
    Window::around(runs, runs[0].objective().coordinates(), initial)
}
