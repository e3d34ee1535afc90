//! The converter of learning rates that were copied from a course.

use serde::Serialize;

use super::name::Named;
use super::page::Page;
use crate::descent::error::SettingError;
use crate::descent::settings::typed;
use crate::insight::convention::Convention;
use crate::numeric::notation::exact;
use crate::text::en;

/// A course's learning rate as this page's: `ConvertedRate` of `types.d.ts`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ConvertedRate {
    /// The rate here, as it is typed.
    pub rate: String,
    /// Meaning of the rate on this page, in sentences.
    pub text: String,
    /// Effect of a penalty on the slope, which a course may have and this page has not.
    pub penalty: String,
    /// The name of the button that takes it.
    pub take: String,
}

impl Named for Convention {
    const KIND: &'static str = "cost of a course";

    fn find(name: &str) -> Option<Self> {
        Self::from_name(name)
    }
}

impl Page {
    /// A course's learning rate, as typed, as this page's.
    ///
    /// # Errors
    /// When it is no learning rate.
    pub fn convert_rate(
        &self,
        convention: Convention,
        text: &str,
    ) -> Result<ConvertedRate, SettingError> {
        let (session, rate) = (self.session(), typed(text)?);
        let n = session.dataset().summary().n();
        let here = convention.rate_here(rate, n)?;
        Ok(ConvertedRate {
            rate: exact(here.get()),
            text: en::convention::rate(session.ruled_run(), convention, rate, here, n),
            penalty: en::convention::penalty(convention, rate, n),
            take: en::convention::take(here),
        })
    }
}
