//! Settings as they are typed or slid.

use serde::Serialize;

use super::Page;
use crate::descent::error::SettingError;
use crate::descent::settings::{EpochLimit, LearningRate, Start, Tolerance, typed};
use crate::stage::rate_slider::RateSlider;
use crate::text::en;

/// A prediction of the line: `Prediction` of `types.d.ts`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Prediction {
    /// ŷ, in units of y.
    pub value: f64,
    /// The same in a sentence.
    pub text: String,
}

impl Page {
    /// Sets the learning rate as typed.
    ///
    /// # Errors
    /// When it is no learning rate. The old one stays in force then, as for all settings here.
    pub fn set_learning_rate(&mut self, text: &str) -> Result<(), SettingError> {
        self.session_mut().set_learning_rate(typed(text).and_then(LearningRate::try_from)?);
        Ok(())
    }

    /// Sets the learning rate from its slider, 0 to 1,000.
    ///
    /// # Errors
    /// When the position is no number.
    pub fn slide_learning_rate(&mut self, position: f64) -> Result<(), SettingError> {
        let slider = RateSlider::for_limit(self.session.ruled_run().landmark_rate());
        self.session_mut().set_learning_rate(LearningRate::try_from(slider.rate(position))?);
        Ok(())
    }

    /// Sets the epoch limit as typed.
    ///
    /// # Errors
    /// When it is no epoch limit.
    pub fn set_epochs(&mut self, text: &str) -> Result<(), SettingError> {
        self.session_mut().set_epochs(typed(text).and_then(EpochLimit::try_from)?);
        Ok(())
    }

    /// Sets the tolerance as typed.
    ///
    /// # Errors
    /// When it is no tolerance.
    pub fn set_tolerance(&mut self, text: &str) -> Result<(), SettingError> {
        self.session_mut().set_tolerance(typed(text).and_then(Tolerance::try_from)?);
        Ok(())
    }

    /// Starts anew at a line as typed.
    ///
    /// # Errors
    /// When one of the two is no number.
    pub fn start_at(&mut self, slope: &str, intercept: &str) -> Result<(), SettingError> {
        self.session_mut().set_start(Start::at(typed(slope)?, typed(intercept)?)?);
        Ok(())
    }

    /// Starts anew at a random line; `chance` is a random number from 0 to 1.
    pub fn start_at_random(&mut self, chance: f64) {
        let seed = (chance * f64::from(u32::MAX)) as u64;
        self.session_mut().set_start(Start::Random { seed });
    }

    /// Prediction of the line at an x as typed.
    ///
    /// # Errors
    /// When it is no number.
    pub fn predict(&self, text: &str) -> Result<Prediction, SettingError> {
        let (run, x) = (self.session.run(), typed(text)?);
        let text = en::prediction::at(self.session.dataset(), run, x);
        Ok(Prediction { value: run.state().line.predict(x), text })
    }
}
