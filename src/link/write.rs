//! Session to link.

use super::carried::{Carried, CarriedData, Scope};
use super::field::{Access, Destination};
use super::fields::FIELDS;
use super::program::{self, PackedProgram};
use super::split::RunNumber;
use super::values::write_flag;
use super::{END, OWN, SENT, VERSION, rows};
use crate::session::{Session, Source};

/// The changes of the rate that fit into a link.
const MOST_RATES: usize = 100;

/// A link, and what it carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Part of the address behind the `#`.
    pub fragment: String,
    /// Data that it carries.
    pub carried: Carried,
    /// Whether it reopens the epoch that the session is at. Otherwise it begins at epoch 0: the rate was changed
    /// too often to write down how that epoch was reached.
    pub moment: bool,
    /// Whether it carries a program of the reader's own.
    pub has_program: bool,
}

impl Link {
    /// The link that reopens a session.
    pub fn of(session: &Session, scope: Scope) -> Self {
        Self::carrying(session, scope, None)
    }

    /// The link that reopens a session, with a program of the reader's own, unless it is to have the settings only.
    pub fn with_program(session: &Session, scope: Scope, program: &PackedProgram) -> Self {
        Self::carrying(session, scope, Some(program).filter(|_| !scope.settings_only))
    }

    fn carrying(session: &Session, scope: Scope, program: Option<&PackedProgram>) -> Self {
        if session.program_run().is_some() {
            return Self::carrying(&session.without_program(), scope, program);
        }
        let carried = Carried::of(session, scope);
        let moment = carried != Carried::Nothing
            && session.runs().iter().all(|run| run.rates().len() <= MOST_RATES);
        let link = Self::written(session, scope, carried, moment, program);
        // The way to the epoch does not fit; without it there is room for points.
        let too_long = |link: &Self| link.fragment.len() > scope.room();
        match carried {
            Carried::Data(CarriedData::Sums { .. }, _) if moment && too_long(&link) => {
                Self::written(session, scope, carried, false, program)
            }
            _ => link,
        }
    }

    fn written(
        session: &Session,
        scope: Scope,
        carried: Carried,
        moment: bool,
        program: Option<&PackedProgram>,
    ) -> Self {
        let destination = if moment { Destination::CurrentEpoch } else { Destination::EpochZero };
        let chapter = scope.chapter.map(|chapter| format!("&chapter={chapter}"));
        let fields = format!("v={VERSION}&{}", data_fields(session, carried))
            + &fields(session, destination)
            + &chapter.unwrap_or_default()
            + &program_field(program);
        let (rows, carried) = rows_field(session, scope, carried, fields.len());
        let has_program = program.is_some();
        Self { fragment: fields + &rows + END, carried, moment, has_program }
    }
}

/// The link that reopens a session, to stand behind the page's address and a `#`.
pub fn encode(session: &Session) -> String {
    Link::of(session, Scope::default()).fragment
}

/// Every field of [`FIELDS`] that a session needs, each with a `&` before it.
pub(super) fn fields(session: &Session, destination: Destination) -> String {
    let mut text = String::new();
    for (number, run) in RunNumber::all().zip(session.runs()) {
        for field in FIELDS {
            let value = match field.access {
                Access::Session { write, .. } if number == RunNumber::First => {
                    write(session, destination)
                }
                Access::Run { write, .. } => write(run, session, destination),
                Access::Session { .. } | Access::FullPackage => None,
            };
            if let Some(value) = value {
                // The standard library's formatting weighs more.
                for part in ["&", &number.name_of(field.name), "=", &value] {
                    text.push_str(part);
                }
            }
        }
    }
    text
}

/// The fields that name the data.
fn data_fields(session: &Session, carried: Carried) -> String {
    let (data, swapped) = match (session.source(), carried) {
        (Source::Builtin { builtin, swapped }, _) => (builtin.id, *swapped),
        (Source::Own { address: Some(address), .. }, _) => (address.as_str(), false),
        (_, Carried::Data(..)) => (SENT, false),
        _ => (OWN, false),
    };
    format!("data={data}&swapped={}", write_flag(swapped))
}

/// The field with the program that a link carries; empty if it carries none.
fn program_field(program: Option<&PackedProgram>) -> String {
    let field = |program: &PackedProgram| format!("&{}={}", program::NAME, program.letters());
    program.map(field).unwrap_or_default()
}

/// The field with the data that a link carries, and the part of them that fits beside other fields of this many
/// letters.
fn rows_field(
    session: &Session,
    scope: Scope,
    carried: Carried,
    letters: usize,
) -> (String, Carried) {
    let write = |most| format!("&rows={}", rows::encode(session.source(), session.dataset(), most));
    match carried {
        Carried::Name | Carried::Nothing => (String::new(), carried),
        Carried::Data(CarriedData::Rows(_), _) => (write(0), carried),
        Carried::Data(CarriedData::Sums { rows, points }, full) => {
            // A point has three bytes, which are four letters; four more are for a longer count.
            let empty = letters + write(0).len() + END.len() + 4;
            let points = points.min(scope.room().saturating_sub(empty) / 4);
            (write(points), Carried::Data(CarriedData::Sums { rows, points }, full))
        }
    }
}
