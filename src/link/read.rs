//! The fields of a link, read into a draft of a session.

use super::draft::{Draft, RunDraft};
use super::error::LinkError;
use super::field::{Access, Field};
use super::fields::FIELDS;
use super::program;
use super::split::{RunNumber, Split};
use super::values::Unreadable;
use crate::descent::settings::OnDivergence;
use crate::edition::FullPackage;
use crate::session::Session;

/// Reads all fields. What they leave out is as in `session`, but for the method of a run, which is then
/// that of the first release: plain descent in full batches at a constant rate.
pub(super) fn read(fields: &Split<'_>, session: &Session) -> Result<Draft, LinkError> {
    if needs_full_package(fields) {
        return Err(LinkError::NeedsMore);
    }
    let shared = session.run().settings();
    let mut draft = Draft {
        view: session.view,
        speed: session.speed,
        problem: session.problem(),
        on_divergence: OnDivergence::default(),
        epochs: shared.epochs,
        tolerance: shared.tolerance,
        epoch: 0,
        chosen: 1,
        runs: Vec::new(),
    };
    for field in FIELDS {
        if let Access::Session { read, .. } = field.access
            && let Some(value) = fields.value_of(field, RunNumber::First)?
        {
            read(&mut draft, value).map_err(|error| refused(field, error))?;
        }
    }
    draft.runs = read_runs(fields)?;
    Ok(draft)
}

/// Reads the fields of the first run and of all further ones that have a start.
fn read_runs(fields: &Split<'_>) -> Result<Vec<RunDraft>, LinkError> {
    let mut runs = Vec::new();
    for number in RunNumber::all() {
        if number != RunNumber::First && !fields.has(&number.name_of("start")) {
            break;
        }
        let mut run = RunDraft::default();
        for field in FIELDS {
            if let Access::Run { read, .. } = field.access
                && let Some(value) = fields.value_of(field, number)?
            {
                read(&mut run, value).map_err(|error| refused(field, error))?;
            }
        }
        runs.push(run);
    }
    Ok(runs)
}

/// Whether there is a field that this package cannot read, but the full one can.
fn needs_full_package(fields: &Split<'_>) -> bool {
    let is_missing = |field: &Field| matches!(field.access, Access::FullPackage);
    let needs = |field: &Field| is_missing(field) && fields.has(field.name);
    let has_race = || RunNumber::of_index(1).is_none() && fields.has("start2");
    let has_program = || FullPackage::get().is_none() && fields.has(program::NAME);
    FIELDS.iter().any(needs) || has_race() || has_program()
}

/// The error of a field that could not be read.
fn refused(field: &Field, error: Unreadable) -> LinkError {
    match error {
        Unreadable::Damaged => LinkError::Field(field.name),
        Unreadable::Setting(error) => error.into(),
    }
}
