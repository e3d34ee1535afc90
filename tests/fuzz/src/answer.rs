//! Any text that is pasted as the answer of a database reads without a panic, and what is accepted is
//! something that a session opens on.

use std::borrow::Cow;

use downhill::data::dataset::Variable;
use downhill::import::sums::sums;
use downhill::import::{Pairs, pairs};
use downhill::text::en;

use crate::{open, parts};

/// Checks one case.
pub fn run(data: &[u8]) {
    let [answer, sample, x, y] = parts(data).map(String::from_utf8_lossy);
    check(&answer, &sample, [x, y]);
    // A text without a separator is tried as both.
    if sample.is_empty() {
        check("", &answer, [Cow::default(), Cow::default()]);
    }
}

/// The sums, a sample of the rows and what the columns are called.
fn check(answer: &str, sample: &str, names: [Cow<'_, str>; 2]) {
    let [x, y] = names.map(|name| Variable::from_heading(&name));
    let sample = pairs(sample);
    match &sample {
        Ok(Pairs { xs, ys, .. }) => {
            assert_eq!(xs.len(), ys.len());
            assert!(xs.iter().chain(ys).all(|number| number.is_finite()));
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
    let sums = match sums(answer) {
        Ok(sums) => sums,
        Err(error) => return assert!(!error.to_string().is_empty()),
    };
    let alone = sums.dataset(Pairs::default(), x.clone(), y.clone());
    let alone = alone.expect("sums that were accepted need no sample");
    open(alone.swapped());
    open(alone);

    let Ok(sample) = sample else { return };
    let (drawn, left_out) = (sample.xs.len(), sample.left_out);
    match sums.dataset(sample, x, y) {
        Ok(dataset) => {
            assert_eq!(dataset.points().len(), drawn);
            open(dataset);
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
    en::sums::summed(&sums, drawn, left_out);
}
