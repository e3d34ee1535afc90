//! Descriptions of the figures for those who cannot see them, in more words than the names of the figures have.

use super::page::Page;
use crate::figure::still::Subject;
use crate::numeric::notation::joined;
use crate::text::en::{description_data, description_runs};

impl Page {
    /// Description of a figure in sentences; empty where its name says all of it.
    pub fn description(&self, figure: Subject) -> String {
        let session = self.session();
        let sentences = match figure {
            Subject::Data => {
                vec![description_data::data(session), description_runs::lines(session)]
            }
            Subject::Cost => vec![description_runs::balls(session)],
            Subject::History => vec![description_runs::costs(session)],
        };
        joined(sentences.into_iter().filter(|sentence| !sentence.is_empty()), " ")
    }
}
