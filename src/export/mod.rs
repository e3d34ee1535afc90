//! Exports to other programs: SQL, Python, notebooks, numbers, a report.

#[cfg(feature = "more")]
pub mod notebook;
#[cfg(feature = "more")]
pub mod python;
#[cfg(feature = "more")]
pub mod report;
pub mod sql;
#[cfg(feature = "more")]
pub mod trace;

use crate::session::Session;

/// Whether several runs race, so that an export is about one of them.
#[cfg(feature = "more")]
fn is_race(session: &Session) -> bool {
    session.ruled_runs().len() > 1
}

/// The letters of a file name that come from the name of the data.
const NAME: usize = 40;

/// The name of a file that is exported from a session: the name of the data in small letters, then `ending`.
///
/// ```
/// use downhill::{data::builtin, export, session::Session};
///
/// let session = Session::on_builtin(builtin::first());
/// assert_eq!(export::file_name(&session, ".py"), "downhill-weather-second-world-war.py");
/// ```
pub fn file_name(session: &Session, ending: &str) -> String {
    let name = session.source().name();
    // Of a file, without its ending.
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let mut slug = String::new();
    for letter in stem.chars().take(NAME) {
        if letter.is_alphanumeric() {
            slug.push(letter.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { format!("downhill{ending}") } else { format!("downhill-{slug}{ending}") }
}
