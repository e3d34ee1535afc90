//! Link to session.

use std::str::FromStr;

use super::{
    Carried, END, LinkError, MORE, MOST_RATES, MOST_ROWS, OWN, Opened, SENT, VERSION,
    decode_camera, decode_held, method, rows,
};
use crate::data::builtin;
use crate::descent::objective::Problem;
use crate::descent::settings::{
    EpochLimit, LearningRate, OnDivergence, Settings, Start, Tolerance,
};
use crate::numeric::notation::{cut, float, pieces};
use crate::session::view::{CostView, DataView, Parameter};
use crate::session::{Session, Source, Speed};

/// Opens a link.
///
/// # Errors
/// When the text is not a whole link of this or an earlier release.
pub fn decode(link: &str) -> Result<Opened, LinkError> {
    // What mail programs take for a part of an address.
    let link = link.trim_end_matches(['.', ',', ';', ')', '>', '"', '\'', ' ']);
    let fields = Fields::split(link)?;
    match fields.number::<u32>("v").map_err(|_| LinkError::NotALink)? {
        1 => {}
        VERSION if link.ends_with(END) => {}
        VERSION => return Err(LinkError::Cut),
        0 => return Err(LinkError::NotALink),
        _ => return Err(LinkError::Newer),
    }
    let data = fields.text("data")?;
    if data == SENT {
        return decode_sent(&fields);
    }
    let without_data = data == OWN;
    let builtin = if without_data { Some(builtin::first()) } else { builtin::find(data) };
    let mut session = Session::on_builtin(builtin.ok_or(LinkError::UnknownData)?);
    if let (Source::Builtin { builtin, .. }, true) = (session.source(), fields.flag("swapped")?) {
        session.choose_builtin(builtin, true);
    }
    let opened = restore(session, &fields, MOST_RATES)?;
    Ok(Opened { without_data, ..opened })
}

/// Opens a link that carries its data.
fn decode_sent(fields: &Fields<'_>) -> Result<Opened, LinkError> {
    if !crate::edition::IS_FULL {
        return Err(LinkError::NeedsMore);
    }
    let (source, dataset) = rows::decode(fields.text("rows")?).ok_or(LinkError::Data)?;
    let mut session = Session::on_builtin(builtin::first());
    session.choose_sent(source, dataset);
    restore(session, fields, MOST_RATES)
}

/// A session on built-in data that a chapter of the lesson sets up: it names what differs from the data's
/// own settings, in the words of a link.
///
/// # Errors
/// When a word is not one of a link.
pub fn set_up(fields: &str) -> Result<Session, LinkError> {
    let data = Fields::of(fields).text("data")?;
    let session = Session::on_builtin(builtin::find(data).ok_or(LinkError::UnknownData)?);
    apply(session, fields)
}

/// Sets a session up on the data that it has, as some fields of a link say; of those that they leave out, it
/// keeps its own.
///
/// # Errors
/// When a word is not one of a link.
pub fn apply(session: Session, fields: &str) -> Result<Session, LinkError> {
    if Fields::of(fields).number("v") == Ok(VERSION) && !fields.ends_with(END) {
        return Err(LinkError::Cut);
    }
    // The first of two fields of one name counts.
    let all = format!("{fields}&{}", super::encode_as(&session, Carried::Name, true));
    let mut session = restore(session, &Fields::of(&all), MOST_RATES)?.session;
    // Other data that are chosen afterwards get settings of their own.
    session.forget_hands();
    Ok(session)
}

/// Sets a session up as a link says that it was; `most` changes of a rate are looked at.
pub(super) fn restore(
    mut session: Session,
    fields: &Fields<'_>,
    most: usize,
) -> Result<Opened, LinkError> {
    session.view.cost =
        CostView::from_name(fields.text("view")?).ok_or(LinkError::Field("view"))?;
    session.view.camera =
        decode_camera(fields.text("camera")?).ok_or(LinkError::Field("camera"))?;
    session.view.log_history = fields.flag("log")?;
    if let Some(along) = fields.later("along") {
        session.view.along = Parameter::from_name(along).ok_or(LinkError::Field("along"))?;
    }
    if let Some(data) = fields.later("points") {
        session.view.data = DataView::from_name(data).ok_or(LinkError::Field("points"))?;
    }
    session.view.equal_axes = fields.later("equal").is_some_and(|flag| flag == "1");
    session.view.squares = fields.later("squares").is_some_and(|flag| flag == "1");
    session.view.answer = fields.flag("answer")?;
    session.speed = Speed::from_level(fields.number("speed")?);
    if let Some(held) = fields.later("held") {
        session.hold(decode_held(held).ok_or(LinkError::Field("held"))?);
    }
    if crate::edition::IS_FULL {
        decode_problem(&mut session, fields)?;
        let check = fields.later("check").and_then(OnDivergence::from_name);
        session.set_on_divergence(check.unwrap_or_default());
    } else if MORE.iter().any(|name| fields.later(name).is_some()) {
        return Err(LinkError::NeedsMore);
    }
    let epoch: u64 = fields.number("epoch")?;
    if epoch > EpochLimit::MOST {
        return Err(LinkError::Field("epoch"));
    }
    session.set_epochs(EpochLimit::try_from(EpochLimit::MOST as f64)?);
    decode_runs(&mut session, fields)?;
    let affordable = epoch.min((MOST_ROWS / session.effort()).max(1));
    replay(&mut session, fields, (affordable, epoch), most)?;
    if let Some(sweep) = fields.later("sweep").filter(|_| crate::edition::IS_FULL) {
        let sweep = float(sweep).ok_or(LinkError::Field("sweep"))?;
        session.view.sweep = EpochLimit::try_from(sweep)?;
    }
    if let Some(chosen) = fields.later("chosen").filter(|_| crate::edition::IS_FULL) {
        let chosen: usize = chosen.parse().map_err(|_| LinkError::Field("chosen"))?;
        session.choose_run(chosen.saturating_sub(1));
    }
    session.set_epochs(EpochLimit::try_from(fields.float("epochs")?)?);
    session.set_tolerance(Tolerance::try_from(fields.float("tolerance")?)?);
    let cut_from = (affordable < epoch).then_some(epoch);
    Ok(Opened { session, without_data: false, cut_from })
}

fn decode_problem(session: &mut Session, fields: &Fields<'_>) -> Result<(), LinkError> {
    let mut problem: Problem = session.problem();
    if let Some(cost) = fields.later("cost") {
        problem.cost = method::decode_cost(cost).ok_or(LinkError::Field("cost"))?;
    }
    if let Some(scaling) = fields.later("scale") {
        problem.scaling = method::decode_scaling(scaling).ok_or(LinkError::Field("scale"))?;
    }
    Ok(session.set_problem(problem)?)
}

/// The name of a run's field: the first run's have no number.
fn numbered(name: &str, number: usize) -> String {
    if number > 1 { format!("{name}{number}") } else { name.to_owned() }
}

/// Sets up all runs, at epoch 0.
fn decode_runs(session: &mut Session, fields: &Fields<'_>) -> Result<(), LinkError> {
    let mut runs = Vec::new();
    let most = if crate::edition::IS_FULL { Session::MOST_RUNS } else { 1 };
    for number in 1..=most {
        let field = |name| fields.later(&numbered(name, number));
        let Some(start) = field("start") else { break };
        let mut settings = Settings { start: decode_start(start)?, ..session.run().settings() };
        if !crate::edition::IS_FULL {
            runs.push(settings);
            break;
        }
        if let Some(rule) = field("rule") {
            settings.optimizer = method::decode_rule(rule).ok_or(LinkError::Field("rule"))?;
        }
        if let Some(batch) = field("batch") {
            settings.batch = method::decode_batch(batch).ok_or(LinkError::Field("batch"))?;
        }
        if let Some(schedule) = field("schedule") {
            settings.schedule =
                method::decode_schedule(schedule).ok_or(LinkError::Field("schedule"))?;
        }
        runs.push(settings);
    }
    if runs.is_empty() {
        return Err(LinkError::NotALink);
    }
    session.race(&runs);
    Ok(())
}

/// Takes all runs to `epoch` the way the sender did: with each rate from its epoch on.
fn replay(
    session: &mut Session,
    fields: &Fields<'_>,
    (epoch, sent): (u64, u64),
    most: usize,
) -> Result<(), LinkError> {
    for number in 1..=session.runs().len() {
        session.choose_run(number - 1);
        let rates = fields.later(&numbered("rate", number)).ok_or(LinkError::NotALink)?;
        let mut last = 0;
        for entry in pieces(rates, b'_').take(most) {
            let (since, rate): (f64, f64) = pair(entry, b'~').ok_or(LinkError::Field("rate"))?;
            let since = since as u64;
            if since < last || since > sent {
                return Err(LinkError::Field("rate"));
            }
            last = since;
            if since <= epoch {
                session.run_mut().seek(since);
                session.set_learning_rate(LearningRate::try_from(rate)?);
            }
        }
        session.run_mut().seek(epoch);
    }
    session.choose_run(0);
    Ok(())
}

fn decode_start(text: &str) -> Result<Start, LinkError> {
    let damaged = LinkError::Field("start");
    match cut(text, b'_') {
        None if text == "zero" => Ok(Start::Zero),
        Some(("random", seed)) => {
            seed.parse().map(|seed| Start::Random { seed }).map_err(|_| damaged)
        }
        Some(("at", line)) => {
            let (slope, intercept) = pair(line, b'_').ok_or(damaged)?;
            Ok(Start::at(slope, intercept)?)
        }
        _ => Err(damaged),
    }
}

fn pair(text: &str, between: u8) -> Option<(f64, f64)> {
    let (first, second) = cut(text, between)?;
    Some((float(first)?, float(second)?))
}

/// The fields of a link by name. Names that this release does not know are left alone.
pub(super) struct Fields<'a>(Vec<(&'a str, &'a str)>);

impl<'a> Fields<'a> {
    fn split(link: &'a str) -> Result<Self, LinkError> {
        // Longer than any link that this release makes; nothing beyond is looked at.
        const LONGEST: usize = 32_768;
        if link.len() > LONGEST {
            return Err(LinkError::NotALink);
        }
        Ok(Self::of(link))
    }

    pub fn of(link: &'a str) -> Self {
        Self(pieces(link, b'&').filter_map(|field| cut(field, b'=')).collect())
    }

    fn text(&self, name: &'static str) -> Result<&'a str, LinkError> {
        self.later(name).ok_or(LinkError::NotALink)
    }

    /// A field that links have not had from the first release on.
    fn later(&self, name: &str) -> Option<&'a str> {
        self.0.iter().find(|(known, _)| *known == name).map(|&(_, value)| value)
    }

    fn number<T: FromStr>(&self, name: &'static str) -> Result<T, LinkError> {
        self.text(name)?.parse().map_err(|_| LinkError::Field(name))
    }

    fn float(&self, name: &'static str) -> Result<f64, LinkError> {
        float(self.text(name)?).ok_or(LinkError::Field(name))
    }

    fn flag(&self, name: &'static str) -> Result<bool, LinkError> {
        match self.text(name)? {
            "0" => Ok(false),
            "1" => Ok(true),
            _ => Err(LinkError::Field(name)),
        }
    }
}
