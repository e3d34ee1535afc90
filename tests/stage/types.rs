//! `types.d.ts` against what is really handed to JavaScript.

use std::collections::BTreeMap;

use super::*;
use downhill::descent::objective::{Cost, Threshold};
use downhill::descent::optimizer::Rule;
use downhill::descent::schedule::Schedule;
use downhill::insight::mistake::Asked;
use downhill::insight::table::points::{Order, SortKey};
use downhill::insight::table::walk::{WalkOrder, Way};
use downhill::session::Preset;
use downhill::stage::findings::{DivergenceNotes, SuitabilityNotes};
use downhill::stage::lesson::{LessonReadings, WalkReadings};
use downhill::stage::method::{Control, MethodSetup};
use downhill::stage::name::Named;
use downhill::stage::race::Racer;
use downhill::stage::readings::Readings;
use downhill::stage::setup::Setup;
use downhill::stage::sound::Score;
use downhill::stage::tables::{PointsRequest, PointsTables, Table};
use downhill::stage::walk::PointWalk;
use serde::Serialize;
use serde_json::Value;

const TYPES: &str = include_str!("../../src/web/types.d.ts");

/// Type of a value in TypeScript, as far as `types.d.ts` says it.
#[derive(Clone, Debug)]
enum Type {
    String,
    Number,
    Boolean,
    Null,
    Literal(String),
    Array(Box<Type>),
    Tuple(Vec<Type>),
    Object(Vec<Field>),
    Union(Vec<Type>),
    Named(String),
}

#[derive(Clone, Debug)]
struct Field {
    name: String,
    optional: bool,
    of: Type,
}

/// Reads declarations word by word.
struct Parser<'a> {
    words: std::iter::Peekable<std::vec::IntoIter<&'a str>>,
}

/// The words of a source without its comments.
fn words(source: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = source.trim_start();
    while let Some(first) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").expect("a comment ends").1.trim_start();
            continue;
        }
        let length = match first {
            '\'' => rest[1..].find('\'').expect("a text ends") + 2,
            _ if first.is_alphanumeric() => {
                rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())
            }
            _ => first.len_utf8(),
        };
        words.push(&rest[..length]);
        rest = rest[length..].trim_start();
    }
    words
}

impl<'a> Parser<'a> {
    fn next(&mut self) -> &'a str {
        self.words.next().expect("a word")
    }

    fn takes(&mut self, word: &str) -> bool {
        self.words.next_if_eq(&word).is_some()
    }

    fn expect(&mut self, word: &str) {
        assert_eq!(self.next(), word);
    }

    fn union(&mut self) -> Type {
        self.takes("|");
        let mut types = vec![self.postfix()];
        while self.takes("|") {
            types.push(self.postfix());
        }
        if types.len() == 1 { types.remove(0) } else { Type::Union(types) }
    }

    fn postfix(&mut self) -> Type {
        let mut of = self.single();
        while self.takes("[") {
            self.expect("]");
            of = Type::Array(Box::new(of));
        }
        of
    }

    fn single(&mut self) -> Type {
        match self.next() {
            "string" => Type::String,
            "number" => Type::Number,
            "boolean" => Type::Boolean,
            "null" => Type::Null,
            "{" => self.object(),
            "[" => {
                let mut types = Vec::new();
                while !self.takes("]") {
                    types.push(self.union());
                    self.takes(",");
                }
                Type::Tuple(types)
            }
            text if text.starts_with('\'') => Type::Literal(text.trim_matches('\'').to_owned()),
            name => Type::Named(name.to_owned()),
        }
    }

    fn object(&mut self) -> Type {
        let mut fields = Vec::new();
        while !self.takes("}") {
            let name = self.next().to_owned();
            let optional = self.takes("?");
            self.expect(":");
            fields.push(Field { name, optional, of: self.union() });
            self.takes(";");
        }
        Type::Object(fields)
    }
}

/// All declarations by their names; an interface that extends another has its fields too.
fn declared() -> BTreeMap<String, Type> {
    let mut parser = Parser { words: words(TYPES).into_iter().peekable() };
    let mut declared = BTreeMap::new();
    while parser.words.peek().is_some() {
        parser.expect("export");
        let kind = parser.next();
        let name = parser.next().to_owned();
        let of = match kind {
            "type" => {
                parser.expect("=");
                parser.union()
            }
            _ => {
                let extended = parser.takes("extends").then(|| parser.next());
                parser.expect("{");
                let mut of = parser.object();
                if let (Some(extended), Type::Object(fields)) = (extended, &mut of) {
                    let Some(Type::Object(more)) = declared.get(extended) else {
                        panic!("{extended} is declared before {name}");
                    };
                    fields.extend(more.iter().cloned());
                }
                of
            }
        };
        parser.takes(";");
        declared.insert(name, of);
    }
    declared
}

/// Says where a value is not of a type; nothing where it is.
fn fault(declared: &BTreeMap<String, Type>, of: &Type, value: &Value, at: &str) -> Option<String> {
    let wrong = || Some(format!("{at} is {value}, not {of:?}"));
    match (of, value) {
        (Type::String, Value::String(_))
        | (Type::Number, Value::Number(_))
        | (Type::Boolean, Value::Bool(_))
        | (Type::Null, Value::Null) => None,
        (Type::Literal(literal), Value::String(text)) if literal == text => None,
        (Type::Array(of), Value::Array(values)) => values
            .iter()
            .enumerate()
            .find_map(|(index, value)| fault(declared, of, value, &format!("{at}[{index}]"))),
        (Type::Tuple(types), Value::Array(values)) if types.len() == values.len() => types
            .iter()
            .zip(values)
            .find_map(|(of, value)| fault(declared, of, value, &format!("{at}[]"))),
        (Type::Object(fields), Value::Object(values)) => {
            if let Some(name) = values.keys().find(|&name| !fields.iter().any(|f| f.name == *name))
            {
                return Some(format!("{at}.{name} is not declared"));
            }
            fields.iter().find_map(|Field { name, optional, of }| match values.get(name) {
                Some(value) => fault(declared, of, value, &format!("{at}.{name}")),
                None if *optional => None,
                None => Some(format!("{at}.{name} is missing")),
            })
        }
        (Type::Union(types), value) => {
            let fits = types.iter().any(|of| fault(declared, of, value, at).is_none());
            if fits { None } else { wrong() }
        }
        (Type::Named(name), value) => {
            let of = declared.get(name).unwrap_or_else(|| panic!("{name} is declared"));
            fault(declared, of, value, at)
        }
        _ => wrong(),
    }
}

/// Asserts that a value is what `types.d.ts` declares by a name.
fn assert_is(declared: &BTreeMap<String, Type>, name: &str, value: &impl Serialize) {
    let value = serde_json::to_value(value).expect("it can be handed over");
    let of = Type::Named(name.to_owned());
    assert_eq!(fault(declared, &of, &value, name), None);
}

/// Pages that differ in what there is to be handed over.
fn pages() -> Vec<Page> {
    let on = |id: &str| {
        let mut page = Page::open("");
        page.choose_dataset(id).expect("built in");
        page
    };
    let mut run = on("faithful");
    run.session_mut().advance(30);
    let mut race = on("cars");
    race.session_mut().start_preset(Preset::FourRules);
    race.session_mut().advance(20);
    let mut diverged = on("years");
    diverged.set_learning_rate("1").expect("a rate");
    diverged.session_mut().advance(20);
    let mut own = Page::open("");
    take(&mut own, "few.csv", FEW);
    own.start_at_random(0.3);
    let mut level = Page::open("");
    take(&mut level, "level.csv", ([2.0, 2.0, 2.0], [1.0, 2.0, 4.0]));
    let mut other = on("anscombe-1");
    other.choose(Control::Cost, "huber").expect("a cost");
    other.choose(Control::Batch, "rows").expect("a batch");
    other.choose(Control::Schedule, "step").expect("a schedule");
    other.choose(Control::Rule, "adam").expect("a rule");
    let mut edited = on("anscombe-1");
    edited.change_points(downhill::data::editing::Change::Add((3.0, 4.0))).expect("a point");
    vec![Page::open(""), run, race, diverged, own, level, other, edited]
}

#[test]
fn what_javascript_is_handed_is_what_its_types_declare() {
    let declared = declared();
    let is = |name: &str, value: &Value| assert_is(&declared, name, value);
    for page in pages() {
        let session = page.session();
        assert_is(&declared, "Now", &Readings::of(session));
        assert_is(&declared, "Setup", &Setup::of(&page));
        assert_is(&declared, "Method", &MethodSetup::of(session));
        assert_is(&declared, "Lesson", &LessonReadings::of(session, 0));
        assert_is(&declared, "Suitability", &SuitabilityNotes::of(session));
        assert_is(&declared, "Link", &page.link(Default::default()));
        for group in [None, Some(1)] {
            let request = PointsRequest { group, order: Order::AS_THEY_ARE, first: Some(0) };
            assert_is(&declared, "Table", &PointsTables::default().table(&page, request));
        }
        assert_is(&declared, "Table", &Table::of_costs(session));
        for way in [Way::Next, Way::Last] {
            let stop = PointWalk::default().go(&page, None, WalkOrder::Error, way);
            assert_is(&declared, "WalkStop", &stop);
            assert_is(&declared, "WalkEvent", &page.walk_events(None, way));
        }
        assert_is(&declared, "Table", &Table::of_epochs(session));
        if let Ok(file) = page.program_file("show(1, 2)\n", None) {
            assert_is(&declared, "ProgramFile", &file);
        }
        for subject in downhill::stage::sound::Subject::ALL {
            assert_is(&declared, "Score", &Score::of(subject, session));
        }
        assert_is(&declared, "Score", &Score::of_moment(session, 0));
        let lists = [
            ("Racer", serde_json::to_value(Racer::all(session))),
            ("DatasetChoice", serde_json::to_value(page.datasets())),
            ("DatasetChoice", serde_json::to_value(Page::rules())),
            ("ExportChoice", serde_json::to_value(page.exports(None))),
        ];
        for (name, list) in lists {
            let Ok(Value::Array(list)) = list else { panic!("{name} come in a list") };
            assert!(!list.is_empty(), "{name}");
            list.iter().for_each(|value| is(name, value));
        }
        for statement in downhill::insight::program::Statement::ALL {
            assert_is(&declared, "Walk", &WalkReadings::of(session, statement));
        }
        for lines in [&[][..], &[0.0, 0.0, 1.0, 2.0, 3.0, 5.0]] {
            let rate = session.run().learning_rate();
            let verdict = page.program_verdict(lines, rate, Asked::GradientDescent);
            if let Ok(verdict) = verdict {
                assert_is(&declared, "ProgramVerdict", &verdict);
            }
        }
        if let Some(divergence) = DivergenceNotes::of(session) {
            assert_is(&declared, "Divergence", &divergence);
        }
    }
    let diverged = &pages()[3];
    assert!(DivergenceNotes::of(diverged.session()).is_some());
}

#[test]
fn what_is_said_of_the_pointer_is_what_its_type_declares() {
    let declared = declared();
    let mut stage = Stage::on_few_points();
    stage.view(CostView::Map);
    stage.figures.next_point(&stage.page, false);
    assert_is(&declared, "Tip", &stage.figures.tip(&stage.page).expect("a point"));
    stage.point(Subject::Cost, at(0.5, 0.5));
    assert_is(&declared, "Tip", &stage.figures.tip(&stage.page).expect("a place"));
}

#[test]
fn a_field_that_is_missing_undeclared_or_of_another_type_would_be_found() {
    let declared = declared();
    let fault = |json: &str| {
        let value: Value = serde_json::from_str(json).expect("JSON");
        fault(&declared, &Type::Named("DatasetChoice".to_owned()), &value, "it")
    };
    assert_eq!(fault(r#"{"id": "a", "name": "b"}"#), None);
    assert_eq!(fault(r#"{"id": "a"}"#).as_deref(), Some("it.name is missing"));
    assert_eq!(
        fault(r#"{"id": "a", "name": "b", "c": 1}"#).as_deref(),
        Some("it.c is not declared")
    );
    assert!(fault(r#"{"id": "a", "name": null}"#).is_some());
}

#[test]
fn names_that_javascript_chooses_by_are_known_and_others_are_errors() {
    use downhill::session::view::Parameter;
    use downhill::stage::export::Export;
    use downhill::stage::findings::Evidence;
    for (subject, name) in Subject::NAMES {
        assert_eq!(Subject::named(name), Ok(subject));
    }
    for (control, name) in Control::NAMES {
        assert_eq!(Control::named(name), Ok(control));
    }
    for export in Export::ALL {
        assert_eq!(Export::named(export.id()), Ok(export));
    }
    for key in SortKey::ALL {
        assert_eq!(SortKey::named(key.name()), Ok(key));
    }
    assert_eq!(Preset::named("rates"), Ok(Preset::ThreeRates));
    let unknown = Subject::named("price").expect_err("no figure");
    assert_eq!(unknown.to_string(), "There is no figure of this name.");
    for name in ["", "Map", "maps"] {
        assert!(CostView::named(name).is_err() && Parameter::named(name).is_err());
        assert!(Preset::named(name).is_err() && Evidence::named(name).is_err());
        assert!(Control::named(name).is_err() && Export::named(name).is_err());
        assert!(SortKey::named(name).is_err());
    }
}

#[test]
fn every_view_of_the_cost_has_a_tab_and_a_name_in_the_types() {
    let page = include_str!("../../www/index.html");
    let tabs: Vec<&str> = page
        .split("data-view=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().expect("an end"))
        .collect();
    assert_eq!(tabs, CostView::ALL.map(CostView::name));
    let declared = declared();
    let Some(Type::Union(names)) = declared.get("CostView") else { panic!("a union") };
    for view in CostView::ALL {
        let is_its_name = |of: &Type| matches!(of, Type::Literal(name) if name == view.name());
        assert!(names.iter().any(is_its_name), "{view:?}");
    }
    assert_eq!(names.len(), CostView::ALL.len());
}

#[test]
fn the_options_of_a_trainer_name_every_rule_and_only_costs_and_schedules_that_are_there() {
    let declared = declared();
    let Some(Type::Object(options)) = declared.get("TrainerOptions") else {
        panic!("TrainerOptions is declared");
    };
    let names = |option: &str| -> Vec<&str> {
        let field = options.iter().find(|field| field.name == option).expect("an option");
        let Type::Union(names) = &field.of else { panic!("{option} is one of several names") };
        names
            .iter()
            .map(|of| match of {
                Type::Literal(name) => name.as_str(),
                other => panic!("{option} can be {other:?}"),
            })
            .collect()
    };
    let rules: Vec<_> = Rule::ALL.iter().map(|rule| rule.name()).collect();
    assert_eq!(names("rule"), rules);
    for cost in names("cost") {
        let threshold = || Threshold::try_from(1.0).ok();
        assert!(Cost::from_name(cost, threshold).is_some(), "{cost}");
    }
    for schedule in names("schedule") {
        assert!(Schedule::from_name(schedule).is_some(), "{schedule}");
    }
}
