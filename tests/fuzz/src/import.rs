//! Any file, with any choices, cut into slices anywhere, reads without a panic, and as it does in one
//! piece.

use downhill::data::dataset::{Dataset, Variable};
use downhill::import::{
    Choices, Decimal, Delimiter, Encoding, Finished, Import, ImportError, Imported, Part, Quote,
};
use downhill::text::en;

use crate::{open, parts};

/// Checks one case.
pub fn run(data: &[u8]) {
    Case::of(data).check();
}

/// A file and how it is read.
struct Case<'d> {
    file: &'d [u8],
    choices: Choices,
    columns: Option<(usize, usize)>,
    /// The lengths of the slices, over and over again.
    lengths: &'d [u8],
}

impl<'d> Case<'d> {
    /// The file stands before the last separator, so that any CSV file is a case: nothing is chosen then,
    /// and slices have one byte. Behind it, each of eight bytes is a choice, `0` the first; what is no
    /// number, as `-` is, leaves it open. The bytes left are the lengths of slices.
    fn of(data: &'d [u8]) -> Self {
        let [file, how] = parts(data);
        let (chosen, lengths) = how.split_at(how.len().min(8));
        let number = |place: usize| {
            let digit = chosen.get(place)?.checked_sub(b'0')?;
            Some(usize::from(digit)).filter(|&digit| digit < 10)
        };
        fn one<T: Copy>(all: &[T], number: Option<usize>) -> Option<T> {
            number.and_then(|number| all.get(number).copied())
        }
        let (x, y) = (number(6), number(7));
        // One column alone is chosen by its name, or by its number, counted from 1.
        let name = |column: Option<usize>| column.map(|column| (column + 1).to_string());
        let columns = x.zip(y);
        let names = if columns.is_some() { (None, None) } else { (name(x), name(y)) };
        let choices = Choices {
            encoding: one(&Encoding::ALL, number(0)),
            delimiter: one(&Delimiter::ALL, number(1)),
            quote: one(&Quote::ALL, number(2)),
            decimal: one(&Decimal::ALL, number(3)),
            skip: number(4),
            headings: number(5),
            x: names.0,
            y: names.1,
            ..Choices::default()
        };
        Self { file, choices, columns, lengths }
    }

    fn check(&self) {
        let whole = self.in_one_piece(self.columns);
        assert_same(&self.in_slices(), &whole);
        assert_same(&self.as_the_page_does(), &whole);
        match &whole {
            Ok(imported) => {
                check_what_was_read(imported);
                assert_same(&self.in_one_piece(Some(imported.columns)), &whole);
            }
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }

    fn in_one_piece(&self, columns: Option<(usize, usize)>) -> Result<Imported, ImportError> {
        let mut import = Import::new(self.choices.clone(), columns);
        import.feed(self.file)?;
        import.finish()
    }

    fn in_slices(&self) -> Result<Imported, ImportError> {
        let mut import = Import::new(self.choices.clone(), self.columns);
        // An error stays: whoever goes on hears it at the end.
        for slice in self.slices() {
            let _ = import.feed(slice);
        }
        import.finish()
    }

    /// Reads the file in slices, up to the first error, and takes points on the way. Where the file has more
    /// points than are kept, gives all of them back at the end, as `www/import/read-file.js` does.
    fn as_the_page_does(&self) -> Result<Imported, ImportError> {
        let mut import = Import::new(self.choices.clone(), self.columns);
        let mut taken = Vec::new();
        for slice in self.slices() {
            import.feed(slice)?;
            taken.extend(std::iter::from_fn(|| import.take_points()));
        }
        import.end()?;
        taken.extend(std::iter::from_fn(|| import.take_points()));
        if import.awaits_points() {
            taken.drain(..).for_each(|part| import.return_points(&part));
        }
        joined(import.finish_apart()?, taken)
    }

    fn slices(&self) -> impl Iterator<Item = &'d [u8]> {
        // Slices of nothing alone would never come to the end.
        let lengths =
            if self.lengths.iter().all(|&length| length == 0) { &[1] } else { self.lengths };
        let mut lengths = lengths.iter().cycle();
        let mut rest = self.file;
        std::iter::from_fn(move || {
            let length = usize::from(*lengths.next()?).min(rest.len());
            let slice;
            (slice, rest) = rest.split_at(length);
            (!slice.is_empty() || !rest.is_empty()).then_some(slice)
        })
    }
}

/// Joins what was read with the points that were taken and not given back.
fn joined(finished: Finished, taken: Vec<Part>) -> Result<Imported, ImportError> {
    let Finished { summary, parts, grid, x, y, report, columns, outline } = finished;
    let Part { xs, ys } = Part::join(taken.into_iter().chain(parts).collect());
    let dataset = match grid {
        Some(grid) => Dataset::of_sample(summary, xs, ys)?.with_grid(grid),
        None => Dataset::from_columns(&xs, &ys)?,
    };
    assert_eq!(*dataset.summary(), summary);
    // What the columns are called goes to the page as the titles of the axes.
    let [x, y] = [x, y].map(|variable| Variable::from_heading(&variable.label()));
    Ok(Imported { dataset: dataset.named(x, y), report, columns, outline })
}

/// Equal to the last bit.
fn assert_same(one: &Result<Imported, ImportError>, other: &Result<Imported, ImportError>) {
    assert_eq!(one, other);
    let bits = |read: &Result<Imported, ImportError>| {
        let dataset = &read.as_ref().ok()?.dataset;
        let points = dataset.points();
        let sums = dataset.summary().numbers();
        let all = sums.iter().chain([points.xs(), points.ys()].into_iter().flatten());
        Some(all.chain([&dataset.rss()]).map(|number| number.to_bits()).collect::<Vec<_>>())
    };
    assert_eq!(bits(one), bits(other));
}

/// What holds of every file that can be read; and all that the page says of it can be said.
fn check_what_was_read(imported: &Imported) {
    let Imported { dataset, report, columns, outline } = imported;
    let left_out = report.left_out().map(|(_, left_out)| left_out);
    assert_eq!(report.read, report.used + left_out.iter().map(|kind| kind.rows).sum::<u64>());
    assert_eq!(report.used, dataset.summary().n());
    assert_eq!(report.sample.unwrap_or(report.used), dataset.points().len() as u64);
    let in_grid = |(.., count): (usize, usize, u32)| u64::from(count);
    let all = dataset.grid().map(|grid| grid.cells().map(in_grid).sum::<u64>());
    assert_eq!(all.is_some(), report.sample.is_some());
    assert_eq!(all.unwrap_or(report.used), report.used);
    assert!(columns.0.max(columns.1) < outline.headings().len());
    assert_eq!(outline.headings().len(), outline.profiles.len());
    assert!(en::import::report(report).iter().all(|sentence| !sentence.is_empty()));
    for profile in &outline.profiles {
        assert!(!en::import::spread(profile).is_empty());
        let ends = [profile.least, profile.mean, profile.greatest];
        assert!(ends.iter().all(|number| number.is_finite()), "{profile:?}");
    }
    open(dataset.clone());
}
