//! The reader's own data beside the session.

use crate::data::dataset::{Dataset, Origin};
use crate::edition::FullPackage;
use crate::numeric::bytes::{Reader, Writer};
use crate::session::{Session, Source, read_dataset, write_dataset};
use crate::text::en;

/// Facts about the reader's own data: of a file, whose columns come from the package that
/// reads files; or of data that came with a link.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnData {
    /// The name of the file.
    pub name: String,
    /// The headings of all columns.
    pub headings: Vec<String>,
    /// The indices of the columns in use, x first.
    pub columns: (usize, usize),
    /// Report on the rows, in sentences.
    pub report: Vec<String>,
    /// The data themselves where they came with a link, so that there is no file to read again.
    pub linked: Option<LinkedData>,
}

/// Data that came with a link. Only the full package opens such links.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkedData {
    /// The data as they came.
    pub(super) dataset: Dataset,
    _full: FullPackage,
}

impl OwnData {
    /// The data that a link brought to a session. Returns `None` if it brought none, as in the
    /// package that the page opens with.
    pub(super) fn of_link(session: &Session) -> Option<Self> {
        let full = FullPackage::get()?;
        let Source::Own { name, .. } = session.source() else { return None };
        let (dataset, points) = (session.dataset(), session.dataset().points());
        let all = points.origin() == Origin::Rows;
        Some(Self {
            name: name.clone(),
            headings: vec![dataset.x().label(), dataset.y().label()],
            columns: (0, 1),
            report: en::link::sent(dataset.summary().n(), points.len(), all),
            linked: Some(LinkedData { dataset: dataset.clone(), _full: full }),
        })
    }

    /// Writes it for another package.
    pub(super) fn write(&self, to: &mut Writer) {
        to.text(&self.name);
        to.texts(&self.headings);
        to.whole(self.columns.0);
        to.whole(self.columns.1);
        to.texts(&self.report);
        to.whole(usize::from(self.linked.is_some()));
        if let Some(linked) = &self.linked {
            write_dataset(&linked.dataset, to);
        }
    }

    /// Reads what another package of the same build wrote. Returns `None` if it did not.
    pub(super) fn read(from: &mut Reader<'_>) -> Option<Self> {
        Some(Self {
            name: from.text()?,
            headings: from.texts()?,
            columns: (from.whole()?, from.whole()?),
            report: from.texts()?,
            linked: match from.whole()? {
                0 => None,
                _ => Some(LinkedData { dataset: read_dataset(from)?, _full: FullPackage::get()? }),
            },
        })
    }
}
