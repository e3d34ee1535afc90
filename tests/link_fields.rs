//! The fields of a link, one by one: when each is there, and what is refused.

use downhill::data::builtin;
use downhill::data::dataset::Dataset;
use downhill::descent::batch::{Batch, BatchSize};
use downhill::descent::objective::{Cost, Held, Problem, Threshold};
use downhill::descent::optimizer::{Optimizer, Rule};
use downhill::descent::scaling::Scaling;
use downhill::descent::schedule::Schedule;
use downhill::descent::settings::{EpochLimit, LearningRate, OnDivergence, Settings};
use downhill::link::{self, Carried, LinkError, Scope};
use downhill::session::view::{Camera, DataView, Parameter};
use downhill::session::{Preset, Session, Source};

fn first() -> Session {
    Session::on_builtin(builtin::first())
}

/// A link with some fields before its end.
fn with(fields: &str) -> String {
    let link = link::encode(&first());
    format!("{}{fields}&end=1", link.strip_suffix("&end=1").expect("a whole link"))
}

/// The first release's fields with another value of one of them.
fn changed(name: &str, value: &str) -> String {
    let link = link::encode(&first());
    let field = |field: &str| match field.split_once('=') {
        Some((known, _)) if known == name => format!("{name}={value}"),
        _ => field.to_owned(),
    };
    link.split('&').map(field).collect::<Vec<_>>().join("&")
}

fn error(link: &str) -> LinkError {
    link::decode(link).expect_err("it cannot be opened")
}

#[test]
fn a_fresh_session_has_the_fields_of_the_first_release_and_no_more() {
    let link = link::encode(&first());
    let names: Vec<&str> =
        link.split('&').filter_map(|field| field.split_once('=')).map(|(name, _)| name).collect();
    let expected = [
        "v",
        "data",
        "swapped",
        "rate",
        "epochs",
        "tolerance",
        "start",
        "epoch",
        "speed",
        "view",
        "camera",
        "log",
        "answer",
        "end",
    ];
    assert_eq!(names, expected);
}

#[test]
fn a_link_without_a_field_of_the_first_release_is_none() {
    let link = link::encode(&first());
    let fields: Vec<&str> = link.split('&').collect();
    for (place, field) in fields.iter().enumerate().take(fields.len() - 1) {
        let without = [&fields[..place], &fields[place + 1..]].concat().join("&");
        assert_eq!(error(&without), LinkError::NotALink, "{field}");
    }
}

#[test]
fn what_differs_from_the_first_release_has_a_field_of_its_own() {
    let mut session = first();
    session.hold(Held::Slope);
    session.view.along = Parameter::Intercept;
    session.view.equal_axes = true;
    session.view.data = DataView::Residuals;
    session.view.squares = true;
    session.view.sweep = EpochLimit::try_from(321.0).expect("a limit");
    session.view.camera = Camera::new(1.0, 0.5).closer(2.0, (0.25, -0.125));
    session.set_on_divergence(OnDivergence::GO_ON);
    let link = link::encode(&session);
    for field in [
        "&held=slope&along=intercept&equal=1&points=residuals&squares=1",
        "&camera=1.0000_0.5000_2.0000_0.2500_-0.1250&",
        "&check=off&sweep=321",
    ] {
        assert!(link.contains(field), "{field} in {link}");
    }
    let opened = link::decode(&link).expect("a good link").session;
    assert_eq!(opened.view, session.view);
    assert_eq!(opened.problem().held, Held::Slope);
}

#[test]
fn cost_scaling_and_method_stand_in_the_link_with_their_numbers() {
    let mut session = first();
    let cost = Cost::Huber(Threshold::try_from(2.5).expect("a good threshold"));
    let problem = Problem { cost, scaling: Scaling::STANDARDISED, ..Problem::default() };
    session.set_problem(problem).expect("there are points");
    let optimizer = Optimizer::new(Rule::from_name("nesterov").expect("known"));
    let optimizer = optimizer.with(0, 0.75).expect("a good share");
    let batch = Batch::Rows { size: BatchSize::try_from(16.0).expect("a size"), seed: 7 };
    let schedule = Schedule::step(30, 0.5).expect("a good schedule");
    let set = |settings| Settings { optimizer, batch, schedule, ..settings };
    session.set_method(set).expect("there are points");
    let link = link::encode(&session);
    for field in [
        "&cost=huber~2.5&",
        "&scale=standardised~standardised&",
        "&rule=nesterov~0.75&",
        "&batch=16~7&",
        "&schedule=step~30~0.5&",
    ] {
        assert!(link.contains(field), "{field} in {link}");
    }
    let opened = link::decode(&link).expect("a good link").session;
    assert_eq!((opened.problem(), opened.run().settings()), (problem, session.run().settings()));
}

#[test]
fn a_flag_that_is_not_set_is_off() {
    let opened = |fields| link::decode(&with(fields)).expect("a good link").session.view;
    assert!(opened("&equal=1").equal_axes && opened("&squares=1").squares);
    assert!(!opened("&equal=0").equal_axes && !opened("&squares=0").squares);
    assert!(!opened("").equal_axes && !opened("").squares);
}

#[test]
fn a_value_that_no_release_wrote_is_refused_in_every_field() {
    for (name, value) in [
        ("equal", "yes"),
        ("squares", ""),
        ("held", "both"),
        ("along", "x"),
        ("points", "dots"),
        ("cost", "cubic"),
        ("scale", "raw"),
        ("rule", "magic"),
        ("batch", "all"),
        ("schedule", "linear"),
        ("check", "no"),
        ("sweep", "many"),
        ("chosen", "0"),
        ("chosen", "2"),
    ] {
        assert_eq!(error(&with(&format!("&{name}={value}"))), LinkError::Field(name), "{value}");
    }
    for (name, value) in [
        ("speed", "9"),
        ("view", "plan"),
        ("log", "2"),
        ("answer", ""),
        ("swapped", "x"),
        ("rate", "fast"),
        ("epochs", "many"),
        ("tolerance", "none"),
    ] {
        assert_eq!(error(&changed(name, value)), LinkError::Field(name), "{value}");
    }
}

#[test]
fn a_run_whose_method_is_not_named_descends_plainly_whichever_run_was_chosen() {
    let race = link::set_up("data=faithful&rule2=adam&start2=zero&rate2=0~0.5&chosen=2");
    let again = link::apply(race.expect("good fields"), "log=0").expect("good fields");
    let rules: Vec<&str> =
        again.runs().iter().map(|run| run.settings().optimizer.rule().name()).collect();
    assert_eq!(rules, ["gradient-descent", "adam"]);
}

#[test]
fn a_camera_has_two_numbers_or_five() {
    let camera =
        |text| link::decode(&changed("camera", text)).map(|opened| opened.session.view.camera);
    assert_eq!(camera("1_0.5"), Ok(Camera::new(1.0, 0.5)));
    assert_eq!(camera("1_0.5_2_0.1_0.2"), Ok(Camera::new(1.0, 0.5).closer(2.0, (0.1, 0.2))));
    for text in ["1", "1_0.5_2", "1_x", ""] {
        assert_eq!(camera(text), Err(LinkError::Field("camera")), "{text}");
    }
}

#[test]
fn a_camera_that_is_not_closer_is_written_with_two_numbers() {
    let mut session = first();
    session.view.camera = Camera::new(1.0, 0.5);
    let link = link::encode(&session);
    assert!(link.contains("&camera=1.0000_0.5000&"), "{link}");
}

#[test]
fn only_what_belongs_to_a_run_has_a_field_for_each_run_of_a_race() {
    let mut session = first();
    session.start_preset(Preset::FourRules);
    let link = link::encode(&session);
    let names = link.split('&').filter_map(|field| Some(field.split_once('=')?.0));
    let of_second: Vec<&str> = names.filter_map(|name| name.strip_suffix('2')).collect();
    assert_eq!(of_second, ["rate", "start", "rule"]);
}

#[test]
fn fields_of_a_fifth_run_are_skipped_as_names_of_other_releases_are() {
    let mut session = first();
    session.start_preset(Preset::FourRules);
    let link = link::encode(&session);
    let longer = link.replace("&end=1", "&start5=nowhere&rate5=0~fast&end=1");
    let opened = link::decode(&longer).expect("a good link").session;
    assert_eq!(link::encode(&opened), link);
}

#[test]
fn an_epoch_that_a_billion_rows_do_not_reach_is_cut_and_that_is_said() {
    // A row in batches of one counts 32 times. At this rate the run has diverged long before that.
    let link = changed("rate", "0~10").replace("&end=1", "&batch=1~1&end=1");
    let cut_from = |epoch: u64| {
        let link = link.replace("&epoch=0&", &format!("&epoch={epoch}&"));
        link::decode(&link).expect("a good link").cut_from
    };
    let most = 1_000_000_000 / (32 * first().dataset().points().len() as u64);
    assert_eq!((cut_from(most), cut_from(most + 1)), (None, Some(most + 1)));
}

#[test]
fn the_chosen_run_of_a_race_is_counted_from_one_and_the_first_has_no_field() {
    let mut session = first();
    session.start_preset(Preset::FourRules);
    session.choose_run(2);
    assert!(link::encode(&session).contains("&chosen=3&"));
    session.choose_run(0);
    let link = link::encode(&session);
    assert!(!link.contains("chosen"), "{link}");
    assert_eq!((link.matches("&rate=").count(), link.matches("&rate4=").count()), (1, 1));
}

#[test]
fn data_beside_the_page_are_named() {
    let mut session = first();
    let data = Dataset::from_columns(&[1.0, 2.0, 3.0], &[2.0, 2.5, 4.5]).expect("sound data");
    let address = Some("heights.csv".to_owned());
    session.choose(Source::Own { name: "heights.csv".to_owned(), address }, data);
    let link = link::Link::of(&session, Scope::default());
    assert_eq!(link.carried, Carried::Name);
    assert!(link.fragment.starts_with("v=2&data=heights.csv&"), "{}", link.fragment);
}

#[test]
fn the_room_for_a_link_is_what_the_address_and_the_mark_leave() {
    let room = |address| Scope { address, ..Scope::default() }.room();
    assert_eq!((room(100), room(0), room(5_000)), (1_899, 1_999, 0));
}

#[test]
fn versions_that_never_were_and_those_to_come_are_told_apart() {
    assert_eq!(error(&changed("v", "0")), LinkError::NotALink);
    assert_eq!(error(&changed("v", "3")), LinkError::Newer);
    assert_eq!(error(&changed("v", "x")), LinkError::NotALink);
}

#[test]
fn a_link_that_is_applied_has_to_be_whole_too() {
    assert_eq!(link::apply(first(), "v=2&log=1").map(|_| ()), Err(LinkError::Cut));
    for fields in ["v=2&log=1&end=1", "log=1"] {
        assert!(link::apply(first(), fields).is_ok_and(|session| session.view.log_history));
    }
}

#[test]
fn rates_change_in_order_and_not_after_the_epoch() {
    let rate = |link: Result<link::Opened, LinkError>| {
        link.map(|opened| opened.session.run().rates().len())
    };
    let link = |rates| link::decode(&changed("rate", rates).replace("&epoch=0&", "&epoch=10&"));
    assert_eq!(rate(link("0~0.0001_5~0.0002_10~0.0003")), Ok(3));
    assert_eq!(rate(link("0~0.0001_5~0.0002_3~0.0003")), Err(LinkError::Field("rate")));
    assert_eq!(rate(link("0~0.0001_11~0.0002")), Err(LinkError::Field("rate")));
}

#[test]
fn a_start_is_zero_a_line_or_a_seed() {
    for start in ["zero", "at_1_2", "random_7"] {
        assert!(link::decode(&changed("start", start)).is_ok(), "{start}");
    }
    for start in ["nil", "at_1", "random_x", "zero_1", ""] {
        assert_eq!(error(&changed("start", start)), LinkError::Field("start"), "{start}");
    }
}

#[test]
fn no_link_asks_for_more_than_ten_million_epochs() {
    assert_eq!(error(&changed("epoch", "10000001")), LinkError::Field("epoch"));
    // Newton is at rest after two epochs, so that the others cost nothing.
    let most = changed("epoch", "10000000").replace("&end=1", "&rule=newton&end=1");
    assert!(link::decode(&most).is_ok_and(|opened| opened.cut_from.is_none()));
}

#[test]
fn a_link_of_thirty_two_kibibytes_is_read_and_a_longer_one_is_not() {
    let empty = with("&pad=").len();
    let padded = |length: usize| with(&format!("&pad={}", "x".repeat(length - empty)));
    assert_eq!(padded(32_768).len(), 32_768);
    assert!(link::decode(&padded(32_768)).is_ok());
    assert_eq!(error(&padded(32_769)), LinkError::NotALink);
}

#[test]
fn a_session_keeps_its_rate_where_a_chapter_names_none() {
    let mut session = first();
    session.set_learning_rate(LearningRate::try_from(0.000_3).expect("a rate"));
    let applied = link::apply(session.clone(), "log=1").expect("good fields");
    assert_eq!(applied.run().learning_rate(), session.run().learning_rate());
}
