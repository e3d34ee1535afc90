//! The state of the page: links, data, settings as they are typed, and the clock.

use super::*;
use downhill::link::{LinkError, Scope};
use downhill::session::Preset;
use downhill::stage::method::Control;
use downhill::stage::readings::Readings;
use downhill::stage::setup::Setup;
use downhill::text::en;
use std::cell::Cell;

#[test]
fn a_link_of_a_page_opens_the_same_moment() {
    let mut stage = Stage::open("");
    stage.page.set_learning_rate("0.0015").expect("a rate");
    stage.step(37);
    let link = stage.page.link(Scope::default());
    let other = Page::open(&format!("#{}", link.fragment));
    assert_eq!(other.notice(), None);
    assert_eq!(Readings::of(other.session()), Readings::of(stage.page.session()));
    assert_eq!(other.link(Scope::default()), link);
}

/// Fields that no link of a race has.
const HOSTILE: [(&str, &str); 17] = [
    ("rule", "magic"),
    ("rule", "adam~1"),
    ("rule", "adam~0.9~0.9~0~0~0"),
    ("batch", "0~1"),
    ("batch", "17"),
    ("batch", "17~-1"),
    ("schedule", "cosine~0"),
    ("schedule", "never"),
    ("cost", "huber~-1"),
    ("cost", "huber"),
    ("cost", "squared~2"),
    ("scale", "raw"),
    ("scale", "raw~loud"),
    ("chosen", "last"),
    ("chosen", "99"),
    ("rate2", "x"),
    ("start2", "at_1"),
];

#[test]
fn a_damaged_link_opens_the_page_as_for_a_first_visit_and_says_so() {
    let mut page = Page::open("");
    page.session_mut().start_preset(Preset::ThreeRates);
    let whole = page.link(Scope::default()).fragment;
    let first = Readings::of(Page::open("").session());
    for (name, value) in HOSTILE {
        let own = format!("{name}=");
        let others = whole.split('&').filter(|part| !part.starts_with(&own));
        let damaged = format!("{own}{value}");
        let hash = [damaged.as_str()].into_iter().chain(others).collect::<Vec<_>>().join("&");
        let page = Page::open(&hash);
        let notice = page.notice().expect("a notice");
        assert!(notice.to_lowercase().contains("link"), "{name}={value}: {notice}");
        assert!(notice.ends_with(". The page carries on without it."), "{notice}");
        assert_eq!(Readings::of(page.session()), first);
        assert!(page.is_broken() && !page.needs_full());
    }
}

#[test]
fn data_that_came_with_a_link_can_be_left_and_come_back_to_with_either_column_first() {
    let mut page = Page::open("");
    take(&mut page, "few.csv", FEW);
    let mut other = Page::open(&page.link(Scope::default()).fragment);
    let own = other.own_data().expect("the data of the link");
    assert_eq!((own.name.as_str(), own.headings.len()), ("few.csv", 2));
    assert_eq!(other.file_columns(), None, "there is no file to read again");
    let dataset = other.session().dataset().clone();
    let version = other.version();
    other.swap_columns().expect("two columns");
    assert_eq!(other.session().dataset(), &dataset.swapped());
    assert_ne!(other.version(), version);
    other.choose_dataset("cars").expect("built in");
    other.choose_dataset("own").expect("the data of the link");
    assert_eq!(other.session().dataset(), &dataset.swapped());
    other.swap_columns().expect("two columns");
    assert_eq!(other.session().dataset(), &dataset);
    assert!(!other.sentence(false).is_empty());
}

#[test]
fn what_an_import_found_is_told_until_something_else_happens() {
    let mut page = Page::open("");
    take(&mut page, "few.csv", FEW);
    let says = |page: &Page| page.sentence(false).contains("rows were used.");
    assert!(says(&page) && says(&page), "nothing has happened in between");
    let handed_over = Page::unpack(&page.pack()).expect("its own bytes");
    assert!(says(&handed_over));
    page.set_learning_rate("0.001").expect("a rate");
    assert!(!says(&page));
    let handed_over = Page::unpack(&page.pack()).expect("its own bytes");
    assert!(!says(&handed_over));
    take(&mut page, "few.csv", FEW);
    assert!(says(&page));
    page.session_mut().advance(1);
    page.session_mut().reset();
    assert!(!says(&page));
}

#[test]
fn a_run_on_its_way_is_told_with_its_direction() {
    let mut page = Page::open("");
    page.choose_dataset("faithful").expect("built in");
    let limit = page.session().run().largest_stable_rate().expect("it has one");
    for (share, way) in [(0.2, "falling."), (0.9, "falling in a zigzag."), (1.1, "rising.")] {
        page.session_mut().reset();
        page.set_learning_rate(&(share * limit).to_string()).expect("a rate");
        page.session_mut().advance(30);
        let told = page.on_the_way();
        assert!(
            told.starts_with("Epoch 30: the cost is ") && told.ends_with(way),
            "{share}: {told}"
        );
    }
}

#[test]
fn columns_that_cannot_be_used_leave_the_data_as_they_were() {
    let mut page = Page::open("");
    take(&mut page, "few.csv", FEW);
    let (session, version) = (page.session().clone(), page.version());
    page.make_room(1);
    page.add_points(&[f64::NAN], &[1.0]);
    let taken = AdoptedColumns {
        name: "bad.csv".to_owned(),
        headings: Vec::new(),
        columns: (0, 1),
        x: Variable::from_heading("x"),
        y: Variable::from_heading("y"),
        summary: Summary::of_columns(&[], &[]),
        whole: true,
        report: Vec::new(),
        address: None,
    };
    assert!(page.adopt_columns(taken).is_err());
    assert_eq!((page.session(), page.version()), (&session, version));
    assert_eq!(page.choose_dataset("nobody's"), Err(LinkError::UnknownData));
    assert_eq!((page.session(), page.version()), (&session, version));
}

#[test]
fn what_is_no_value_of_a_field_changes_nothing() {
    let mut page = Page::open("");
    let before = Setup::of(&page);
    assert!(page.set_learning_rate("fast").is_err());
    assert!(page.set_epochs("0.5").is_err());
    assert!(page.set_tolerance("-1").is_err());
    assert!(page.start_at("1", "").is_err());
    assert!(page.slide_learning_rate(f64::NAN).is_err());
    assert!(page.predict("x").is_err());
    for (control, text) in [
        (Control::Cost, "cubed"),
        (Control::Threshold, "-1"),
        (Control::Scale, "loud"),
        (Control::SweepEpochs, "0"),
        (Control::Rule, "magic"),
        (Control::Batch, "half"),
        (Control::BatchSize, "0"),
        (Control::Seed, "-1"),
        (Control::Schedule, "never"),
    ] {
        assert!(page.choose(control, text).is_err(), "{control:?}");
    }
    assert_eq!(Setup::of(&page), before);
}

#[test]
fn the_setup_names_the_data_and_where_the_zones_of_the_rate_begin() {
    let mut page = Page::open("");
    let setup = Setup::of(&page);
    assert_eq!((setup.dataset.rows, setup.dataset.rows_text.as_str()), (119_040, "119,040"));
    let zones = setup.zones.expect("squared error has zones");
    assert!(zones.steady <= zones.zigzag && zones.zigzag <= zones.diverging);
    let largest = setup.largest_stable.expect("one is known");
    assert_eq!((zones.diverging, largest.slider), (800.0, 800.0));
    take(&mut page, "level.csv", ([2.0, 2.0], [1.0, 3.0]));
    let best = Setup::of(&page).best;
    assert_eq!((best.slope, best.texts.slope.as_str()), (None, en::NONE));
}

#[test]
fn a_tick_ends_when_its_time_is_up_however_many_epochs_are_due() {
    let mut page = Page::open("");
    page.set_epochs("10000000").expect("a limit");
    let fastest = downhill::session::Speed::LEVELS - 1;
    page.session_mut().speed = downhill::session::Speed::from_level(fastest).expect("a level");
    page.session_mut().begin();
    let looks = Cell::new(0);
    let clock = || {
        looks.set(looks.get() + 1);
        f64::from(looks.get())
    };
    assert!(page.advance(16.0, clock), "it can go on");
    assert_eq!(looks.get(), 9, "eight milliseconds after the first look");
    let epoch = page.session().clock_epoch();
    assert!(epoch > 0 && epoch < 10_000_000);
}

#[test]
fn a_seek_ends_in_a_moment_where_epochs_take_long_and_goes_on_next_time() {
    let mut page = Page::open("");
    page.set_epochs("1000000").expect("a limit");
    let late = Cell::new(0.0);
    let clock = || {
        late.set(late.get() + 1_000.0);
        late.get()
    };
    page.seek(900_000, clock);
    let first = page.session().clock_epoch();
    assert!(first > 0 && first < 900_000, "{first}");
    page.seek(900_000, clock);
    assert!(page.session().clock_epoch() > first);
    page.seek(7, clock);
    assert_eq!(page.session().clock_epoch(), 7, "back is at once");
}
