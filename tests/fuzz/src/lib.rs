//! What is tried: each target reads bytes as a case, and panics where something does not hold that has to.

pub mod answer;
pub mod import;
pub mod link;
pub mod names;

use std::cell::RefCell;

use downhill::data::builtin;
use downhill::data::dataset::Dataset;
use downhill::data::summary::Summary;
use downhill::session::{Session, Source};

/// What parts the texts that a case is made of: a character that no table needs.
pub const SEPARATOR: u8 = 0x1f;

/// The texts that a case is made of; those that are not there are empty. Where there are too many, the
/// first one holds separators.
pub fn parts<const N: usize>(data: &[u8]) -> [&[u8]; N] {
    let mut parts = [&data[..0]; N];
    let mut from_the_end = data.rsplitn(N, |&byte| byte == SEPARATOR).collect::<Vec<_>>();
    from_the_end.reverse();
    parts[..from_the_end.len()].copy_from_slice(&from_the_end);
    parts
}

/// Opens a session on data that were accepted, as the page does, and takes some steps.
pub fn open(dataset: Dataset) {
    thread_local! {
        static SESSION: RefCell<Session> = RefCell::new(Session::on_builtin(builtin::first()));
    }
    let summary = *dataset.summary();
    assert_eq!(
        Summary::from_numbers(summary.numbers()).and_then(|sums| sums.with_rests(summary.rests())),
        Ok(summary)
    );
    assert!(dataset.rss().is_finite() && dataset.rss() >= 0.0);
    SESSION.with_borrow_mut(|session| {
        session.choose(Source::Own { name: "a file".into(), address: None }, dataset);
        let start = session.run().state();
        assert!(start.cost.is_finite() && start.cost >= 0.0, "{start:?}");
        session.advance(10);
    });
}
