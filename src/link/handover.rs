//! A whole session as bytes, for another package of the page: the fields of its link, and its data.

use super::field::Destination;
use super::open::restore;
use super::write::fields;
use crate::numeric::bytes::{Reader, Writer};
use crate::session::Session;

/// Writes a session, and leaves it as it was.
pub fn pack(session: &mut Session, to: &mut Writer) {
    if session.program_run().is_some() {
        return pack(&mut session.without_program(), to);
    }
    let now = session.clock_epoch();
    // Epochs that the reader has gone back from are known too, and can be gone on to again.
    session.seek_to_end();
    to.text(&fields(session, Destination::CurrentEpoch));
    session.write_data(to);
    to.whole(now as usize);
    session.seek(now);
}

/// The session that was written. Returns `None` where the bytes are not of this build.
pub fn unpack(from: &mut Reader<'_>) -> Option<Session> {
    let fields = from.text()?;
    let data = Session::read_data(from)?;
    let mut session = restore(data.clone(), &fields).ok()?;
    session.seek(from.whole()? as u64);
    Some(session.with_clock_of(&data))
}
