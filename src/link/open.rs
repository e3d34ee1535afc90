//! Link to session.

use std::borrow::Cow;

use super::draft::Restored;
use super::error::LinkError;
use super::field::Destination;
use super::mended::{is_as_written, mended};
use super::program::PackedProgram;
use super::read::read;
use super::split::{Split, bounded};
use super::values::read_flag;
use super::write;
use super::{END, OWN, SENT, VERSION, rows};
use crate::data::builtin;
use crate::edition::FullPackage;
use crate::session::Session;

/// Outcome of opening a link.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The session that it restores.
    pub session: Session,
    /// Whether it was made on somebody's own data, which it does not carry.
    pub without_data: bool,
    /// The epoch of the link, where coming there would take too long and an earlier one is restored.
    pub cut_from: Option<u64>,
    /// The program that it carries.
    pub program: Option<PackedProgram>,
}

/// Opens a link.
///
/// # Errors
/// When the text is not a whole link of this or an earlier release.
pub fn decode(link: &str) -> Result<Opened, LinkError> {
    // Nothing longer is looked at, so nothing longer is copied either.
    let link = bounded(link)?;
    let link = match FullPackage::get() {
        Some(full) => Cow::Owned(mended(link, full)),
        None if is_as_written(link) => Cow::Borrowed(link),
        None => return Err(LinkError::NeedsMore),
    };
    let fields = Split::fields(&link);
    match fields.required("v")?.parse() {
        Ok(1) => {}
        Ok(VERSION) if link.ends_with(END) => {}
        Ok(VERSION) => return Err(LinkError::Cut),
        Ok(0) | Err(_) => return Err(LinkError::NotALink),
        Ok(_) => return Err(LinkError::Newer),
    }
    let data = fields.required("data")?;
    let session = match data {
        SENT => on_carried_data(&fields)?,
        name => on_named_data(name, &fields)?,
    };
    let Restored { session, cut_from } = read(&fields, &session)?.restore(session)?;
    let program = PackedProgram::of_link(&fields)?;
    Ok(Opened { session, without_data: data == OWN, cut_from, program })
}

/// A session on the built-in data of this name; on the first ones where the data stayed behind.
fn on_named_data(name: &str, fields: &Split<'_>) -> Result<Session, LinkError> {
    let builtin = if name == OWN { Some(builtin::first()) } else { builtin::find(name) };
    let builtin = builtin.ok_or(LinkError::UnknownData)?;
    let swapped = fields.required("swapped")?;
    let swapped = read_flag(swapped).map_err(|_| LinkError::Field("swapped"))?;
    let mut session = Session::on_builtin(builtin);
    if swapped {
        session.choose_builtin(builtin, true);
    }
    Ok(session)
}

/// A session on the data that the link carries.
fn on_carried_data(fields: &Split<'_>) -> Result<Session, LinkError> {
    let full = FullPackage::get().ok_or(LinkError::NeedsMore)?;
    let (source, dataset) = rows::decode(fields.required("rows")?, full).ok_or(LinkError::Data)?;
    let mut session = Session::on_builtin(builtin::first());
    session.choose_from_link(source, dataset);
    Ok(session)
}

/// A session on built-in data that a chapter of the lesson sets up. The chapter names, in the words of a link,
/// what differs from the data's own settings.
///
/// # Errors
/// When a word is not one of a link.
pub fn set_up(fields: &str) -> Result<Session, LinkError> {
    let data = Split::fields(fields).required("data")?;
    let session = Session::on_builtin(builtin::find(data).ok_or(LinkError::UnknownData)?);
    apply(session, fields)
}

/// Sets a session up on the data that it has, by some fields of a link. All that they leave out stays.
///
/// # Errors
/// When a word is not one of a link.
pub fn apply(session: Session, fields: &str) -> Result<Session, LinkError> {
    let version = Split::fields(fields).get("v").map(str::parse);
    if version == Some(Ok(VERSION)) && !fields.ends_with(END) {
        return Err(LinkError::Cut);
    }
    // Of two fields of one name the first counts.
    let all = fields.to_owned() + &write::fields(&session, Destination::CurrentEpoch);
    let mut session = restore(session, &all)?;
    // Other data that are chosen afterwards get settings of their own.
    session.forget_set_by_reader();
    Ok(session)
}

/// Sets a session up on the data that it has, as all fields of [`FIELDS`](super::fields::FIELDS) say.
pub(super) fn restore(session: Session, fields: &str) -> Result<Session, LinkError> {
    Ok(read(&Split::fields(fields), &session)?.restore(session)?.session)
}
