//! What a link says about cost, scaling, rule, batch and schedule: nothing where they are the first
//! release's. The parts of a value are joined by `~`.

use crate::descent::batch::{Batch, BatchSize};
use crate::descent::objective::{Cost, Problem, Threshold};
use crate::descent::optimizer::{Optimizer, Rule};
use crate::descent::scaling::{Scaling, VariableScaling};
use crate::descent::schedule::Schedule;
use crate::descent::settings::Settings;
use crate::numeric::notation::{exact, float};

pub(super) fn encode_cost(cost: Cost) -> String {
    match cost {
        Cost::Huber(threshold) => format!("{}~{}", cost.name(), exact(threshold.get())),
        _ => cost.name().to_owned(),
    }
}

pub(super) fn decode_cost(text: &str) -> Option<Cost> {
    match text.split_once('~') {
        Some(("huber", threshold)) => {
            Some(Cost::Huber(Threshold::try_from(float(threshold)?).ok()?))
        }
        None => Cost::from_name(text, || None),
        Some(_) => None,
    }
}

pub(super) fn encode_scaling(scaling: Scaling) -> String {
    format!("{}~{}", scaling.x.name(), scaling.y.name())
}

pub(super) fn decode_scaling(text: &str) -> Option<Scaling> {
    let (x, y) = text.split_once('~')?;
    Some(Scaling { x: VariableScaling::from_name(x)?, y: VariableScaling::from_name(y)? })
}

/// The fields of a problem that are not the first release's.
pub(super) fn encode_problem(problem: &Problem) -> Vec<(&'static str, String)> {
    let mut fields = Vec::new();
    if problem.cost != Cost::default() {
        fields.push(("cost", encode_cost(problem.cost)));
    }
    if problem.scaling != Scaling::RAW {
        fields.push(("scale", encode_scaling(problem.scaling)));
    }
    fields
}

/// The fields of a run's method that are not the first release's.
pub(super) fn encode_method(settings: &Settings) -> Vec<(&'static str, String)> {
    let with = |name: &str, numbers: &mut dyn Iterator<Item = f64>| {
        numbers.fold(name.to_owned(), |text, number| text + "~" + &exact(number))
    };
    let mut fields = Vec::new();
    let Settings { optimizer, batch, schedule, .. } = settings;
    if *optimizer != Optimizer::default() {
        let parameters = &mut optimizer.parameters().iter().copied();
        fields.push(("rule", with(optimizer.rule().name(), parameters)));
    }
    if let Batch::Rows { size, seed } = batch {
        fields.push(("batch", format!("{}~{seed}", size.get())));
    }
    if *schedule != Schedule::Constant {
        let parameters = schedule.parameters();
        let parameters = &mut parameters.into_iter().map(|(_, value)| value);
        fields.push(("schedule", with(schedule.name(), parameters)));
    }
    fields
}

pub(super) fn decode_rule(text: &str) -> Option<Optimizer> {
    let mut parts = text.split('~');
    let mut optimizer = Optimizer::new(Rule::from_name(parts.next()?)?);
    for (index, part) in parts.enumerate() {
        optimizer = optimizer.with(index, float(part)?).ok()?;
    }
    Some(optimizer)
}

pub(super) fn decode_batch(text: &str) -> Option<Batch> {
    let (size, seed) = text.split_once('~')?;
    let size = BatchSize::try_from(float(size)?).ok()?;
    Some(Batch::Rows { size, seed: seed.parse().ok()? })
}

pub(super) fn decode_schedule(text: &str) -> Option<Schedule> {
    let mut parts = text.split('~');
    let mut schedule = Schedule::from_name(parts.next()?)?;
    for (index, part) in parts.enumerate() {
        schedule = schedule.with(index, float(part)?).ok()?;
    }
    Some(schedule)
}
