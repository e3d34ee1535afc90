//! A whole session as bytes: what a link says, and the data that a link leaves behind.

use super::open::{Fields, restore};
use super::{Carried, encode_as};
use crate::numeric::bytes::{Reader, Writer};
use crate::session::Session;

/// Writes a session down, and leaves it as it was.
pub fn pack(session: &mut Session, to: &mut Writer) {
    let now = session.clock_epoch();
    // What was gone back from is known too, and can be gone on to again.
    session.go_to_the_end();
    to.text(&encode_as(session, Carried::Name, true));
    session.write_data(to);
    to.whole(now as usize);
    session.seek(now);
}

/// The session that was written down; none where the bytes are not of this build.
pub fn unpack(from: &mut Reader<'_>) -> Option<Session> {
    let link = from.text()?;
    let data = Session::read_data(from)?;
    let fields = Fields::of(&link);
    let mut session = restore(data.clone(), &fields, usize::MAX).ok()?.session;
    session.seek(from.whole()? as u64);
    Some(session.with_hands_of(&data))
}
