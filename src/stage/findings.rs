//! Findings about data and run: whether a line suits the data, and why a run diverged.

use serde::Serialize;

use super::name::Named;
use super::page::Page;
use crate::descent::error::SettingError;
use crate::descent::objective::{Cost, Problem};
use crate::descent::scaling::Scaling;
use crate::descent::settings::{EpochLimit, LearningRate};
use crate::insight::advice::{Action, Advice};
use crate::insight::diagnosis::Divergence;
use crate::insight::suitability::{self, EvidencePicture};
use crate::session::Session;
use crate::session::view::DataView;
use crate::text::en::{diagnosis, suitability as sentences};

/// Whether a line suits the data: `Suitability` of `types.d.ts`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SuitabilityNotes {
    /// The verdict.
    pub headline: String,
    /// Its evidence.
    pub notes: Vec<SuitabilityNote>,
}

/// A number of the suitability, in a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SuitabilityNote {
    /// The sentence.
    pub text: String,
    /// The name of the picture that shows it, where it speaks against a line.
    pub picture: Option<&'static str>,
    /// The index of the point that it is about.
    pub point: Option<usize>,
}

impl SuitabilityNotes {
    /// The suitability of a line for the data of a session.
    pub fn of(session: &Session) -> Self {
        let dataset = session.dataset();
        let found = suitability::Suitability::of(dataset);
        let note = |note: sentences::Note| {
            let (picture, point) = match note.picture {
                Some(EvidencePicture::Residuals) => (Some(Evidence::Residuals), None),
                Some(EvidencePicture::Points { ring }) => {
                    (Some(Evidence::Points), ring.first().copied())
                }
                None => (None, None),
            };
            SuitabilityNote { text: note.text, picture: picture.map(Evidence::name), point }
        };
        Self {
            headline: sentences::headline(&found, dataset),
            notes: sentences::notes(&found, dataset).into_iter().map(note).collect(),
        }
    }
}

/// The picture of the data that shows what speaks against a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// The errors of the least-squares line.
    Residuals,
    /// The least-squares line over the points.
    Points,
}

impl Evidence {
    /// The name that the page gives it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Residuals => "residuals",
            Self::Points => "points",
        }
    }
}

impl Named for Evidence {
    const KIND: &'static str = "picture of the data";

    fn find(name: &str) -> Option<Self> {
        [Self::Residuals, Self::Points].into_iter().find(|known| known.name() == name)
    }
}

/// Why a run diverged: `Divergence` of `types.d.ts`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DivergenceNotes {
    /// Account of what happened, in sentences.
    pub sentences: Vec<String>,
    /// The names of its remedies.
    pub remedies: Vec<String>,
}

impl DivergenceNotes {
    /// Why the chosen run of a session diverged. Returns `None` if it did not.
    pub fn of(session: &Session) -> Option<Self> {
        let run = session.run();
        Divergence::of(run).map(|divergence| Self {
            sentences: diagnosis::divergence(run, &divergence),
            remedies: divergence.remedies.iter().copied().map(diagnosis::remedy_name).collect(),
        })
    }
}

impl Page {
    /// Shows what speaks against a line, and the answer with it.
    pub fn show_against(&mut self, evidence: Evidence) {
        let view = &mut self.session_mut().view;
        view.answer = true;
        view.data = match evidence {
            Evidence::Residuals => DataView::BestResiduals,
            Evidence::Points => DataView::Points,
        };
    }

    /// Applies a remedy to a run that diverged, by its index in [`DivergenceNotes::remedies`], and goes
    /// back to the start. Does nothing if there is no such remedy.
    ///
    /// # Errors
    /// When the settings do not suit the data.
    pub fn apply_remedy(&mut self, index: usize) -> Result<(), SettingError> {
        let divergence = Divergence::of(self.session().run());
        let Some(&remedy) =
            divergence.as_ref().and_then(|divergence| divergence.remedies.get(index))
        else {
            return Ok(());
        };
        self.carry_out(remedy)
    }

    /// Does what the page advises. Gives whether the run is to go on from where it is; otherwise it is back at the
    /// start, or there is no advice.
    ///
    /// # Errors
    /// When the settings do not suit the data.
    pub fn follow_advice(&mut self) -> Result<bool, SettingError> {
        let Some(advice) = self.session().advice() else { return Ok(false) };
        self.carry_out(advice.action())?;
        Ok(matches!(advice, Advice::OnTheWay { .. }))
    }

    fn carry_out(&mut self, action: Action) -> Result<(), SettingError> {
        let problem = self.session().problem();
        match action {
            Action::LargestSafeRate(rate)
            | Action::BestRate(rate)
            | Action::SuggestedRate(rate) => {
                let rate = LearningRate::try_from(rate)?;
                self.session_mut().reset();
                self.session_mut().take_suggested_rate(rate);
                Ok(())
            }
            Action::RaiseEpochs(epochs) => {
                self.session_mut().take_suggested_epochs(EpochLimit::try_from(epochs as f64)?);
                Ok(())
            }
            Action::CenterX => {
                self.set_problem(Problem { scaling: Scaling::CENTERED_X, ..problem })
            }
            Action::Standardise => {
                self.set_problem(Problem { scaling: Scaling::STANDARDISED, ..problem })
            }
            Action::SquaredCost => self.set_problem(Problem { cost: Cost::Squared, ..problem }),
        }
    }
}
