//! The window at the start of the runs.

use crate::descent::scaling::Coordinates;
use crate::descent::settings::Settings;
use crate::descent::trainer::Trainer;
use crate::figure::window::Window;
use crate::numeric::line::Line;
use crate::session::Session;

/// A session, the version of its data, and the coordinates that its views of the cost show.
pub(super) type ShownSession<'a> = (&'a Session, u32, &'a Coordinates);

/// The window at the start of the runs, kept for as long as their starts are the same: to look ahead
/// from there may take passes over the points.
#[derive(Debug, Default)]
pub(super) struct InitialWindow {
    starts: Vec<(Line, Settings)>,
    version: u32,
    window: Option<Window>,
}

impl InitialWindow {
    /// The window for the starts of a session, whose data have this version.
    pub fn of(&mut self, (session, version, shown): ShownSession<'_>) -> Window {
        let start = |run: &Trainer| {
            let settings = Settings { learning_rate: run.start_rate(), ..run.settings() };
            (run.start(), settings)
        };
        let runs = session.runs();
        let same =
            self.version == version && runs.iter().map(start).eq(self.starts.iter().copied());
        match self.window {
            Some(window) if same => window,
            _ => {
                let window = Window::initial(runs, shown);
                *self = Self {
                    starts: runs.iter().map(start).collect(),
                    version,
                    window: Some(window),
                };
                window
            }
        }
    }
}
