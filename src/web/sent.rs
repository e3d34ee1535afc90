//! Data that came with a link: there is no file to read again when they are chosen, or their columns. Only the
//! package that has everything in it opens such links.

use super::session::{Own, Session};
#[cfg(not(feature = "more"))]
use crate::numeric::bytes::Writer;
use crate::session;

#[cfg(feature = "more")]
pub(super) use with::{link_note, own};
#[cfg(not(feature = "more"))]
pub(super) use without::{link_note, own};

impl Own {
    /// What is known of a file.
    pub(super) fn of_file(
        name: String,
        headings: Vec<String>,
        columns: (usize, usize),
        report: Vec<String>,
    ) -> Self {
        Self {
            name,
            headings,
            columns,
            report,
            #[cfg(feature = "more")]
            sent: None,
        }
    }
}

#[cfg(feature = "more")]
mod with {
    use super::{Own, Session, session};
    use crate::data::dataset::{Dataset, Origin};
    use crate::link::{Carried, Scope};
    use crate::numeric::bytes::{Reader, Writer};
    use crate::session::Source;
    use crate::text::en;

    /// What is known of the data that a session was opened with by a link.
    pub fn own(session: &session::Session) -> Option<Own> {
        let Source::Own { name, .. } = session.source() else { return None };
        let (dataset, points) = (session.dataset(), session.dataset().points());
        let all = points.origin() == Origin::Rows;
        Some(Own {
            name: name.clone(),
            headings: vec![dataset.x().label(), dataset.y().label()],
            columns: (0, 1),
            report: en::import::sent(dataset.summary().n(), points.len(), all),
            sent: Some(dataset.clone()),
        })
    }

    /// What a link will carry of data that only the reader has.
    pub fn link_note(session: &session::Session) -> String {
        match Carried::of(session, Scope::default()) {
            Carried::Name | Carried::Nothing => String::new(),
            carried => en::link_to_come(carried),
        }
    }

    impl Own {
        pub fn is_sent(&self) -> bool {
            self.sent.is_some()
        }

        pub fn write_sent(&self, to: &mut Writer) {
            to.whole(usize::from(self.is_sent()));
            if let Some(dataset) = &self.sent {
                dataset.write(to);
            }
        }

        /// What another package of the same build wrote.
        pub fn read(from: &mut Reader<'_>) -> Option<Self> {
            Some(Self {
                name: from.text()?,
                headings: from.texts()?,
                columns: (from.whole()?, from.whole()?),
                report: from.texts()?,
                sent: match from.whole()? {
                    0 => None,
                    _ => Some(Dataset::read(from)?),
                },
            })
        }
    }

    impl Session {
        /// Comes back to data that came with a link.
        pub fn choose_sent(&mut self) {
            let Some(Own { name, sent: Some(dataset), columns, .. }) = &self.own else { return };
            let source = Source::Own { name: name.clone(), beside: None };
            let dataset = if columns.0 == 0 { dataset.clone() } else { dataset.swapped() };
            self.core_mut().choose(source, dataset);
            self.renew();
        }

        /// Exchanges their columns.
        pub fn swap_sent(&mut self) {
            if let Some(Own { sent: Some(_), columns, .. }) = &mut self.own {
                *columns = (columns.1, columns.0);
                self.choose_sent();
            }
        }
    }
}

#[cfg(not(feature = "more"))]
mod without {
    use super::{Own, Session, Writer, session};

    pub fn own(_: &session::Session) -> Option<Own> {
        None
    }

    pub fn link_note(_: &session::Session) -> String {
        String::new()
    }

    impl Own {
        pub fn is_sent(&self) -> bool {
            false
        }

        pub fn write_sent(&self, to: &mut Writer) {
            to.whole(0);
        }
    }

    impl Session {
        pub fn choose_sent(&mut self) {}

        pub fn swap_sent(&mut self) {}
    }
}
