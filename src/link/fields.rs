//! The fields of a link: the one place that says how each is written and read.
//!
//! A new field is one entry of [`FIELDS`]. Links, the handover between packages and the chapters of the lesson
//! have it then. It must not be required, because older links do not have it, and it must be left out where
//! a session is as older links mean it.

use super::field::Destination::{CurrentEpoch, EpochZero};
use super::field::Field;
use super::values::*;
use crate::descent::batch::Batch;
use crate::descent::objective::{Cost, Held};
use crate::descent::optimizer::Optimizer;
use crate::descent::scaling::Scaling;
use crate::descent::schedule::Schedule;
use crate::descent::settings::OnDivergence;
use crate::descent::trainer::Trainer;
use crate::numeric::notation::exact;
use crate::session::Speed;
use crate::session::view::{CostView, DataView, Parameter, View};

/// Every field that describes a session, in the order in which a link has them. Those of the data (`data`,
/// `swapped`, `rows`), of the bench (`program`) and of the link itself (`v`, `chapter`, `end`) are not among them.
pub(super) static FIELDS: &[Field] = &[
    Field::of_run(
        "rate",
        |run, _, destination| {
            Some(match destination {
                CurrentEpoch => write_rates(&run.rates()),
                EpochZero => write_rates(&[(0, run.learning_rate())]),
            })
        },
        |run, text| read_rates(text).map(|rates| run.rates = rates),
    )
    .required(),
    Field::of_session(
        "epochs",
        |session, _| Some(session.run().settings().epochs.get().to_string()),
        |draft, text| read_epochs(text).map(|epochs| draft.epochs = epochs),
    )
    .required(),
    Field::of_session(
        "tolerance",
        |session, _| Some(exact(session.run().settings().tolerance.get())),
        |draft, text| read_tolerance(text).map(|tolerance| draft.tolerance = tolerance),
    )
    .required(),
    Field::of_run(
        "start",
        |run, _, _| Some(write_start(run.settings().start)),
        |run, text| read_start(text).map(|start| run.settings.start = start),
    )
    .required(),
    Field::of_session(
        "epoch",
        |session, destination| {
            Some(match destination {
                CurrentEpoch => session.clock_epoch().to_string(),
                EpochZero => "0".to_owned(),
            })
        },
        |draft, text| read_epoch(text).map(|epoch| draft.epoch = epoch),
    )
    .required(),
    Field::of_session(
        "speed",
        |session, _| Some(session.speed.level().to_string()),
        |draft, text| {
            let level = usize::try_from(read_whole(text)?).ok();
            known(level.and_then(Speed::from_level)).map(|speed| draft.speed = speed)
        },
    )
    .required(),
    Field::of_session(
        "view",
        |session, _| Some(session.view.cost.name().to_owned()),
        |draft, text| known(CostView::from_name(text)).map(|view| draft.view.cost = view),
    )
    .required(),
    Field::of_session(
        "camera",
        |session, _| Some(write_camera(session.view.camera)),
        |draft, text| known(read_camera(text)).map(|camera| draft.view.camera = camera),
    )
    .required(),
    Field::of_session(
        "log",
        |session, _| Some(write_flag(session.view.log_history)),
        |draft, text| read_flag(text).map(|log| draft.view.log_history = log),
    )
    .required(),
    Field::of_session(
        "answer",
        |session, _| Some(write_flag(session.view.answer)),
        |draft, text| read_flag(text).map(|answer| draft.view.answer = answer),
    )
    .required(),
    Field::of_session(
        "held",
        |session, _| {
            let held = session.problem().held;
            (held != Held::Neither).then(|| held.name().to_owned())
        },
        |draft, text| known(Held::from_name(text)).map(|held| draft.problem.held = held),
    ),
    Field::of_session(
        "along",
        |session, _| {
            let along = session.view.along;
            (along != Parameter::default()).then(|| along.name().to_owned())
        },
        |draft, text| known(Parameter::from_name(text)).map(|along| draft.view.along = along),
    ),
    Field::of_session(
        "equal",
        |session, _| session.view.equal_axes.then(|| write_flag(true)),
        |draft, text| read_flag(text).map(|equal| draft.view.equal_axes = equal),
    ),
    Field::of_session(
        "points",
        |session, _| {
            let data = session.view.data;
            (data != DataView::default()).then(|| data.name().to_owned())
        },
        |draft, text| known(DataView::from_name(text)).map(|data| draft.view.data = data),
    ),
    Field::of_session(
        "squares",
        |session, _| session.view.squares.then(|| write_flag(true)),
        |draft, text| read_flag(text).map(|squares| draft.view.squares = squares),
    ),
    Field::of_session(
        "cost",
        |session, _| {
            let cost = session.problem().cost;
            (cost != Cost::default()).then(|| write_cost(cost))
        },
        |draft, text| known(read_cost(text)).map(|cost| draft.problem.cost = cost),
    )
    .of_full_package(),
    Field::of_run(
        "scale",
        |run, session, _| {
            // Links of the first releases have one scaling for all runs, that of the first.
            let first = &session.runs()[0];
            let meant = if std::ptr::eq(run, first) { Scaling::RAW } else { scaling_of(first) };
            let scaling = scaling_of(run);
            (scaling != meant).then(|| write_scaling(scaling))
        },
        |run, text| known(read_scaling(text)).map(|scaling| run.scaling = Some(scaling)),
    )
    .of_full_package(),
    Field::of_run(
        "rule",
        |run, _, _| {
            let optimizer = run.settings().optimizer;
            (optimizer != Optimizer::default()).then(|| write_rule(&optimizer))
        },
        |run, text| known(read_rule(text)).map(|rule| run.settings.optimizer = rule),
    )
    .of_full_package(),
    Field::of_run(
        "batch",
        |run, _, _| match run.settings().batch {
            Batch::Full => None,
            Batch::Rows { size, seed } => Some(write_batch(size, seed)),
        },
        |run, text| known(read_batch(text)).map(|batch| run.settings.batch = batch),
    )
    .of_full_package(),
    Field::of_run(
        "schedule",
        |run, _, _| {
            let schedule = run.settings().schedule;
            (schedule != Schedule::Constant).then(|| write_schedule(schedule))
        },
        |run, text| known(read_schedule(text)).map(|schedule| run.settings.schedule = schedule),
    )
    .of_full_package(),
    Field::of_session(
        "check",
        |session, _| {
            let on_divergence = session.run().settings().on_divergence;
            (!on_divergence.stops()).then(|| on_divergence.name().to_owned())
        },
        |draft, text| {
            known(OnDivergence::from_name(text)).map(|choice| draft.on_divergence = choice)
        },
    )
    .of_full_package(),
    Field::of_session(
        "sweep",
        |session, _| {
            let epochs = session.view.sweep;
            (epochs != View::default().sweep).then(|| epochs.get().to_string())
        },
        |draft, text| read_epochs(text).map(|epochs| draft.view.sweep = epochs),
    )
    .of_full_package(),
    Field::of_session(
        "sound",
        |session, _| session.view.sound.then(|| write_flag(true)),
        |draft, text| read_flag(text).map(|sound| draft.view.sound = sound),
    )
    .of_full_package(),
    Field::of_session(
        "chosen",
        |session, _| (session.chosen() > 0).then(|| (session.chosen() + 1).to_string()),
        |draft, text| read_whole(text).map(|chosen| draft.chosen = chosen),
    )
    .of_full_package(),
];

fn scaling_of(run: &Trainer) -> Scaling {
    run.settings().problem.scaling
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_fields_have_one_name_and_no_name_ends_as_that_of_a_further_run() {
        let reserved = ["v", "data", "swapped", "rows", "chapter", "program", "end"];
        let names: Vec<&str> = FIELDS.iter().map(|field| field.name).chain(reserved).collect();
        for (index, name) in names.iter().enumerate() {
            assert!(!names[..index].contains(name), "{name}");
            assert!(!name.ends_with(|last: char| last.is_ascii_digit()), "{name}");
        }
    }
}
