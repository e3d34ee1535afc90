//! Contents of a link, its length, and the links of every version.

use downhill::data::dataset::{Dataset, Origin};
use downhill::edition::{FullPackage, SampledData};
use downhill::link::{self, Carried, CarriedData, Scope};
use downhill::numeric::notation::exact;
use downhill::session::Session;

use super::{first, many_rows, opened, own, rate, three_rows};

/// The data themselves in a link.
fn data(carried: CarriedData) -> Carried {
    Carried::Data(carried, FullPackage::PROOF)
}

#[test]
fn a_link_of_a_changed_rate_leads_to_the_same_bits() {
    let mut session = first();
    session.advance(700);
    session.set_learning_rate(rate(0.0007));
    session.advance(333);
    session.set_learning_rate(rate(0.001));
    session.advance(2_000);
    session.run_mut().seek(2_500);
    let opened = opened(&link::encode(&session));
    assert_eq!(opened.run().state(), session.run().state());
    assert_eq!(opened.run().rates(), session.run().rates());
}

#[test]
fn a_few_rows_of_ones_own_are_in_the_link() {
    let mut session = three_rows();
    session.set_learning_rate(rate(0.01));
    session.advance(20);
    let link = link::Link::of(&session, Scope::default());
    assert_eq!((link.carried, link.moment), (data(CarriedData::Rows(3)), true));
    let opened = opened(&link.fragment);
    assert_eq!(opened.dataset(), session.dataset());
    assert_eq!(opened.source(), session.source());
    assert_eq!(opened.run().state(), session.run().state());
}

#[test]
fn a_link_of_the_settings_only_says_that_the_data_are_missing() {
    let mut session = three_rows();
    session.set_learning_rate(rate(0.01));
    session.advance(20);
    let scope = Scope { settings_only: true, ..Scope::default() };
    let link = link::Link::of(&session, scope);
    assert_eq!(link.carried, Carried::Nothing);
    assert!(!link.fragment.contains("mine"));
    let opened = link::decode(&link.fragment).expect("a good link");
    assert!(opened.without_data);
    assert_eq!(opened.session.run().state().epoch, 0);
    assert_eq!(opened.session.run().learning_rate(), rate(0.01));
}

#[test]
fn many_rows_are_in_a_short_link_as_sums_that_descend_to_the_same_bits() {
    let mut session = many_rows();
    session.advance(1_000);
    let link = link::Link::of(&session, Scope::default());
    assert_eq!(link.carried, data(CarriedData::Sums { rows: 119_040, points: 300 }));
    assert!(link.fragment.len() <= Scope::default().room(), "{}", link.fragment.len());
    let opened = opened(&link.fragment);
    assert_eq!(opened.dataset().summary(), session.dataset().summary());
    assert_eq!(opened.dataset().rss(), session.dataset().rss());
    assert_eq!(opened.dataset().points().origin(), Origin::Sample(SampledData::PROOF));
    assert_eq!(opened.run().state(), session.run().state());
    let (mut a, mut b) = (opened, session);
    a.advance(1_000);
    b.advance(1_000);
    assert_eq!(a.run().state(), b.run().state());
}

#[test]
fn points_make_room_for_settings_and_settings_for_points() {
    let mut session = many_rows();
    session.start_preset(downhill::session::Preset::FourRules);
    for change in 1..30 {
        session.set_learning_rate(rate(f64::from(change) * 1.234e-5));
        session.advance(1);
    }
    let link = link::Link::of(&session, Scope::default());
    let Carried::Data(CarriedData::Sums { points, .. }, _) = link.carried else {
        panic!("{:?}", link.carried)
    };
    assert!(link.moment && (100..300).contains(&points), "{points}");
    assert!((1_880..=1_900).contains(&link.fragment.len()), "{}", link.fragment.len());
    for change in 1..90 {
        session.set_learning_rate(rate(f64::from(change) * 1.234_567_891e-5));
        session.advance(1);
    }
    let link = link::Link::of(&session, Scope::default());
    assert!(!link.moment, "the way here would take all the room");
    assert!(link.fragment.len() <= 1_900, "{}", link.fragment.len());
    assert_eq!(opened(&link.fragment).run().state().epoch, 0);
}

#[test]
fn the_way_to_the_epoch_is_left_out_of_a_link_of_sums_only_where_it_does_not_fit() {
    let mut session = many_rows();
    for change in 1..60 {
        session.set_learning_rate(rate(f64::from(change) * 1.234_567_891e-5));
        session.advance(1);
    }
    let link = |room: usize| {
        let scope = Scope { address: 1_999 - room, ..Scope::default() };
        assert_eq!(scope.room(), room);
        link::Link::of(&session, scope)
    };
    let least = (0..=1_999).find(|&room| link(room).moment).expect("it fits");
    assert_eq!(link(least).fragment.len(), least);
    assert_eq!(opened(&link(least).fragment).run().state(), session.run().state());
    // Without the way there is room for points.
    let without = link(least - 1);
    assert!(without.fragment.len() < least, "{}", without.fragment.len());
    assert!(matches!(without.carried, Carried::Data(CarriedData::Sums { points: 50.., .. }, _)));
    assert_eq!(opened(&without.fragment).run().state().epoch, 0);
}

#[test]
fn a_rate_that_was_dragged_about_is_too_much_for_a_link_and_that_is_said() {
    let mut session = first();
    for change in 1..200 {
        session.set_learning_rate(rate(f64::from(change) * 1e-6));
        session.advance(1);
    }
    let link = link::Link::of(&session, Scope::default());
    assert!(!link.moment);
    assert!(link.fragment.len() < 500, "{}", link.fragment);
    assert_eq!(opened(&link.fragment).run().state().epoch, 0);
}

/// Rows so far from 0 that f64 sums lose the best intercept.
fn far_rows() -> Session {
    let xs: Vec<f64> = (0..9_000).map(|i| 1e7 + f64::from(i % 97) / 64.0).collect();
    let ys: Vec<f64> =
        (0..9_000).map(|i| 2.0 * xs[i as usize] + f64::from(i % 13) / 32.0).collect();
    own(Dataset::from_columns(&xs, &ys).expect("sound data"))
}

#[test]
fn a_link_carries_all_digits_of_the_sums() {
    let mut session = far_rows();
    session.set_learning_rate(rate(1e-15));
    session.advance(3);
    let link = link::encode(&session);
    let again = opened(&link);
    assert_eq!(again.dataset().summary(), session.dataset().summary());
    assert_eq!(again.dataset().least_squares(), session.dataset().least_squares());
    assert_eq!(link::encode(&again), link, "handed on, it stays the same");
}

/// Links of each version, one a line, with the epoch, slope, intercept and cost that they open at.
const KEPT: [&str; 2] = [include_str!("v1.txt"), include_str!("v2.txt")];

#[test]
fn links_of_every_version_open_for_ever() {
    for kept in KEPT.iter().flat_map(|kept| kept.lines()) {
        let (link, expected) = kept.split_once(' ').expect("a link and what it leads to");
        assert_eq!(led_to(&opened(link)), expected, "{link}");
    }
}

fn led_to(session: &Session) -> String {
    let state = session.run().state();
    let numbers = [state.line.slope, state.line.intercept, state.cost].map(exact);
    format!("{} {}", state.epoch, numbers.join(" "))
}

#[test]
fn the_chapter_is_in_the_link_and_changes_nothing_else() {
    let session = first();
    let scope = Scope { chapter: Some(4), ..Scope::default() };
    let link = link::Link::of(&session, scope).fragment;
    assert!(link.contains("&chapter=4&"), "{link}");
    assert_eq!(link::encode(&opened(&link)), link::encode(&session));
}
