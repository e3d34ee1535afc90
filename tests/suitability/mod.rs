//! Whether a line suits: what the tests of the verdicts and those of the numbers share.

mod influences;
mod limits;
mod refits;
mod verdicts;

use downhill::data::dataset::Dataset;
use downhill::insight::suitability::{Extent, Objection, Suitability};
use downhill::text::en::suitability::{headline, notes};

type Row = (f64, f64);

fn dataset(rows: &[Row]) -> Dataset {
    let (xs, ys): (Vec<_>, Vec<_>) = rows.iter().copied().unzip();
    Dataset::from_columns(&xs, &ys).expect("sound data")
}

fn judge(rows: &[Row]) -> Suitability {
    Suitability::of(&dataset(rows))
}

/// Evidence against the line.
fn found(suitability: &Suitability) -> Vec<(Objection, Extent)> {
    suitability.reasons.iter().map(|reason| (reason.finding, reason.extent)).collect()
}

/// Every sentence is one, and each reason has a note with its picture.
fn check_text(suitability: &Suitability, data: &Dataset) {
    let notes = notes(suitability, data);
    let shown = notes.iter().filter(|note| note.picture.is_some()).count();
    assert_eq!(shown, suitability.reasons.len(), "{notes:?}");
    for text in notes.iter().map(|note| &note.text).chain([&headline(suitability, data)]) {
        assert!(text.ends_with('.') && !text.contains("  "), "{text}");
        assert!(!text.contains("not a number") && !text.contains("∞"), "{text}");
    }
}
