//! A whole session as bytes: what a link says, and the data that a link leaves behind.

use super::open::{Fields, restore};
use super::{Carries, encode_as};
use crate::bytes::{Reader, Writer};
use crate::session::Session;

/// Writes a session down.
pub fn pack(session: &Session, to: &mut Writer) {
    to.text(&encode_as(session, Carries::Everything));
    session.write_data(to);
}

/// The session that was written down; none where the bytes are not of this build.
pub fn unpack(from: &mut Reader<'_>) -> Option<Session> {
    let link = from.text()?;
    let data = Session::read_data(from)?;
    let fields = Fields::of(&link);
    let opened = restore(data.clone(), &fields, usize::MAX).ok()?;
    Some(opened.session.with_hands_of(&data))
}
