//! The camera between map and surface. Times are in milliseconds of any steady clock.

/// The share of a way that is covered at a share of the time: slow at both ends.
pub(super) fn eased(share: f64) -> f64 {
    let share = share.clamp(0.0, 1.0);
    share * share * (3.0 - 2.0 * share)
}

/// The camera's way from the map up to the surface's view (1), or down again (0).
#[derive(Clone, Copy, Debug)]
pub struct Flight {
    from: f64,
    to: f64,
    began: f64,
}

/// Duration of a flight, in milliseconds.
const FLIGHT: f64 = 700.0;

impl Flight {
    /// A camera that stands over the map (0) or at the surface (1).
    pub fn standing(at: f64) -> Self {
        Self { from: at, to: at, began: f64::NEG_INFINITY }
    }

    /// The position of the camera at `now`, from 0 to 1.
    pub fn at(&self, now: f64) -> f64 {
        self.from + (self.to - self.from) * eased((now - self.began) / FLIGHT)
    }

    /// Sends the camera off, unless it is on its way there.
    pub fn head_for(&mut self, to: f64, now: f64) {
        if self.to != to {
            *self = Self { from: self.at(now), to, began: now };
        }
    }

    /// Whether the camera is on its way at `now`.
    pub fn is_on(&self, now: f64) -> bool {
        self.from != self.to && now < self.began + FLIGHT
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_camera_turns_round_where_it_is() {
        let mut flight = Flight::standing(0.0);
        flight.head_for(1.0, 0.0);
        let half = flight.at(0.5 * FLIGHT);
        flight.head_for(0.0, 0.5 * FLIGHT);
        assert!((flight.at(0.5 * FLIGHT) - half).abs() < 1e-12);
        assert_eq!(flight.at(2.0 * FLIGHT), 0.0);
        assert!(!flight.is_on(2.0 * FLIGHT));
    }
}
