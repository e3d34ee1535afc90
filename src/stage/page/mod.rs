//! The state of the page: a session, and what is known of the reader's own data beside it.

mod adopt;
mod choices;
mod clock;
mod data;
mod incoming;
mod own_data;
mod typed;
mod view;

pub use choices::Choice;
pub(super) use choices::{EDITED, OWN};
pub use incoming::{AdoptedColumns, Incoming};
pub use own_data::{LinkedData, OwnData};
pub use typed::Prediction;

use std::sync::atomic::{AtomicU32, Ordering};

use serde::Serialize;

use crate::data::builtin;
use crate::edition::FullPackage;
use crate::link::{self, LinkError, PackedProgram, Scope};
use crate::numeric::bytes::{Reader, Writer};
use crate::session::{Session, Source};
use crate::text::en;

/// The state of the page.
#[derive(Clone, Debug)]
pub struct Page {
    session: Session,
    own_data: Option<OwnData>,
    /// Whether the reader's own data have just come, and nothing has happened since.
    has_news: bool,
    incoming: Incoming,
    notice: Option<String>,
    /// The reason that a link could not be opened.
    fault: Option<LinkError>,
    linked_program: Option<PackedProgram>,
    /// Whether the sentence about a run explains its last step.
    explains_steps: Option<FullPackage>,
    version: u32,
}

/// A link to the page, as `Link` of `types.d.ts`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PageLink {
    /// The part of the address behind the `#`.
    pub fragment: String,
    /// Sentence about the contents of the link.
    pub note: String,
}

impl PageLink {
    fn of(link: link::Link, scope: Scope) -> Self {
        let link::Link { fragment, carried, moment, has_program } = link;
        let length = scope.address + 1 + fragment.len();
        Self { note: en::link::note(carried, moment, has_program, length), fragment }
    }
}

/// A number that no other state of any page has had.
fn new_version() -> u32 {
    static LAST: AtomicU32 = AtomicU32::new(0);
    LAST.fetch_add(1, Ordering::Relaxed)
}

impl Page {
    /// Opens the part of an address behind the `#`; a first visit if there is none, or if the link
    /// is broken.
    pub fn open(fragment: &str) -> Self {
        let first_visit = || Session::on_builtin(builtin::first());
        let mut fault = None;
        let mut linked_program = None;
        let (session, notice) = match fragment.trim_start_matches('#') {
            "" => (first_visit(), None),
            link => match link::decode(link) {
                Ok(link::Opened { session, without_data, cut_from, program }) => {
                    linked_program = program;
                    let cut =
                        cut_from.map(|sent| en::link::opened_earlier(sent, session.clock_epoch()));
                    let missing = || en::link::WITHOUT_DATA.to_owned();
                    (session, if without_data { Some(missing()) } else { cut })
                }
                Err(broken) => {
                    let notice = en::link::broken(&broken);
                    fault = Some(broken);
                    (first_visit(), Some(notice))
                }
            },
        };
        let own_data = OwnData::of_link(&session);
        Self { notice, fault, linked_program, ..Self::new(session, own_data) }
    }

    fn new(session: Session, own_data: Option<OwnData>) -> Self {
        Self {
            session,
            has_news: own_data.is_some(),
            own_data,
            incoming: Incoming::default(),
            notice: None,
            fault: None,
            linked_program: None,
            explains_steps: None,
            version: new_version(),
        }
    }

    /// The whole state in bytes, for the full package.
    pub fn pack(&mut self) -> Vec<u8> {
        let mut bytes = Writer::default();
        link::pack(&mut self.session, &mut bytes);
        bytes.whole(usize::from(self.own_data.is_some()));
        if let Some(own_data) = &self.own_data {
            own_data.write(&mut bytes);
            bytes.whole(usize::from(self.has_news));
        }
        bytes.finish()
    }

    /// The state that another package of the same build packed. Returns `None` if these are not
    /// its bytes.
    pub fn unpack(bytes: &[u8]) -> Option<Self> {
        let mut from = Reader::new(bytes);
        let session = link::unpack(&mut from)?;
        let (own_data, has_news) = match from.whole()? {
            0 => (None, false),
            _ => (Some(OwnData::read(&mut from)?), from.whole()? > 0),
        };
        Some(Self { has_news, ..Self::new(session, own_data) })
    }

    /// Sets up a chapter of the lesson, in the words of a link; the reader's file stays in the list.
    ///
    /// # Errors
    /// When the fields are not those of a link. Nothing has changed then.
    pub fn set_up(&mut self, fields: &str) -> Result<(), LinkError> {
        let sound = self.session.view.sound;
        self.session = link::set_up(fields)?;
        // Who listens goes on listening.
        self.session.view.sound |= sound;
        self.renew();
        Ok(())
    }

    /// Sets up the session on its own data as the fields of a link say.
    ///
    /// # Errors
    /// When the fields are not those of a link. Nothing has changed then.
    pub fn apply(&mut self, fields: &str) -> Result<(), LinkError> {
        self.session = link::apply(self.session.clone(), fields)?;
        self.renew();
        Ok(())
    }

    /// The link that reopens this moment.
    pub fn link(&self, scope: Scope) -> PageLink {
        PageLink::of(link::Link::of(&self.session, scope), scope)
    }

    /// The link that reopens this moment, with a program of the reader's own.
    pub fn link_with_program(&self, scope: Scope, program: &PackedProgram) -> PageLink {
        PageLink::of(link::Link::with_program(&self.session, scope, program), scope)
    }

    /// The program that came with the link that was opened.
    pub fn linked_program(&self) -> Option<&PackedProgram> {
        self.linked_program.as_ref()
    }

    /// Whether the link that was opened asks for more than this package has.
    pub fn needs_full(&self) -> bool {
        self.fault == Some(LinkError::NeedsMore)
    }

    /// Whether the link could not be opened, so that this is a first visit.
    pub fn is_broken(&self) -> bool {
        self.fault.is_some()
    }

    /// Fault of the link that was opened, or the part that is missing from it.
    pub fn notice(&self) -> Option<&str> {
        self.notice.as_deref()
    }

    /// The session.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The session, to act on it. Whoever changes its data or its problem also calls
    /// [`Self::renew`].
    pub fn session_mut(&mut self) -> &mut Session {
        self.has_news = false;
        &mut self.session
    }

    /// The reader's own data, whether or not they are the ones in use.
    pub fn own_data(&self) -> Option<&OwnData> {
        self.own_data.as_ref()
    }

    /// The reader's own data where they are the ones in use.
    pub fn own_data_in_use(&self) -> Option<&OwnData> {
        self.own_data.as_ref().filter(|_| matches!(self.session.source(), Source::Own { .. }))
    }

    /// A number that changes whenever the data, or what is minimised, do.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// Marks the data, or what is minimised, as changed.
    pub fn renew(&mut self) {
        self.version = new_version();
        self.has_news = false;
    }

    /// Has the sentence about a run explain its last step, or no longer.
    pub fn explain_steps(&mut self, explain: bool) {
        self.explains_steps = FullPackage::get().filter(|_| explain);
    }

    /// Whether the sentence about a run explains its last step.
    pub fn explains_steps(&self) -> bool {
        self.explains_steps.is_some()
    }

    /// Sentence about the last event and the next thing to do. The report of an import is told until something else
    /// happens.
    pub fn sentence(&self, running: bool) -> String {
        if let (Some(full), false) = (self.explains_steps, running)
            && let Some(explained) = en::step::sentence(self.session.run(), full)
        {
            return explained;
        }
        let fresh = self.has_news && self.session.run().state().epoch == 0;
        match self.own_data_in_use().filter(|_| fresh) {
            Some(own_data) => en::status::imported(&self.session, &own_data.report),
            None => en::status::sentence(&self.session, running),
        }
    }

    /// Sentence about a run on its way.
    pub fn on_the_way(&self) -> String {
        en::status::on_the_way(&self.session)
    }
}
