//! Points changed by hand as bytes: the points before all changes, the changes, and how many of them are undone.

use crate::data::dataset::Dataset;
use crate::data::editing::{Change, EditHistory, Editing};
use crate::numeric::bytes::{Reader, Writer};

/// Writes points with all their changes.
pub fn write_editing(editing: &Editing, to: &mut Writer) {
    let EditHistory { points, changes, undone } = editing.history();
    let (xs, ys): (Vec<f64>, Vec<f64>) = points.into_iter().unzip();
    to.numbers(&xs);
    to.numbers(&ys);
    to.whole(changes.len());
    for change in changes {
        let (kind, index, (x, y)) = match change {
            Change::Add(point) => (0, 0, point),
            Change::Move { index, to } => (1, index, to),
            Change::Delete(index) => (2, index, (0.0, 0.0)),
        };
        to.whole(kind);
        to.whole(index);
        to.number(x);
        to.number(y);
    }
    to.whole(undone);
}

/// Reads points, and makes all their changes again. Returns `None` if the bytes are not of this build.
pub fn read_editing(from: &mut Reader<'_>) -> Option<Editing> {
    let original = Dataset::from_columns(&from.numbers()?, &from.numbers()?).ok()?;
    let mut editing = Editing::of(&original).ok()?;
    for _ in 0..from.whole()? {
        let (kind, index) = (from.whole()?, from.whole()?);
        let point = (from.number()?, from.number()?);
        let change = match kind {
            0 => Change::Add(point),
            1 => Change::Move { index, to: point },
            _ => Change::Delete(index),
        };
        editing.change(change).ok()?;
        // Moves that were one drag are one change already.
        editing.part();
    }
    for _ in 0..from.whole()? {
        editing.undo();
    }
    Some(editing)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn back(editing: &Editing) -> Option<Editing> {
        let mut bytes = Writer::default();
        write_editing(editing, &mut bytes);
        read_editing(&mut Reader::new(&bytes.finish()))
    }

    fn changes() -> impl Strategy<Value = Change> {
        let point = || (-9.0..9.0_f64, -9.0..9.0_f64);
        prop_oneof![
            point().prop_map(Change::Add),
            (0..8_usize, point()).prop_map(|(index, to)| Change::Move { index, to }),
            (0..8_usize).prop_map(Change::Delete),
        ]
    }

    proptest! {
        #[test]
        fn changes_come_back_with_those_that_are_undone(
            changes in prop::collection::vec(changes(), 0..30), undone in 0..9, part in any::<bool>(),
        ) {
            let data = Dataset::from_columns(&[1.0, 2.0, 4.0], &[1.0, 5.0, 2.0]).expect("sound");
            let mut editing = Editing::of(&data).expect("few rows");
            for change in changes {
                // A change of a point that is not there is refused.
                let _ = editing.change(change);
                if part {
                    editing.part();
                }
            }
            (0..undone).for_each(|_| {
                editing.undo();
            });
            editing.part();
            prop_assert_eq!(back(&editing), Some(editing));
        }
    }

    #[test]
    fn changes_that_no_points_can_have_are_refused() {
        let mut bytes = Writer::default();
        bytes.numbers(&[1.0, 2.0]);
        bytes.numbers(&[3.0, 5.0]);
        [1, 2, 7].into_iter().for_each(|value| bytes.whole(value));
        bytes.number(0.0);
        bytes.number(0.0);
        bytes.whole(0);
        assert_eq!(read_editing(&mut Reader::new(&bytes.finish())), None);
    }
}
