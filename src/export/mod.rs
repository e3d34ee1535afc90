//! What a person takes along to other programs: SQL, Python, numbers, a report.

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

/// What is to be said where several runs race, and what is taken along is about one of them.
#[cfg(feature = "more")]
fn chosen_alone(session: &Session) -> &'static str {
    if session.runs().len() > 1 { " Of the race, the chosen run alone." } else { "" }
}

/// The longest part of a file's name that comes from what the data are called.
const NAME: usize = 40;

/// What a file should be called that holds something of a session: what the data are called, in small
/// letters, with `ending` behind it.
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
