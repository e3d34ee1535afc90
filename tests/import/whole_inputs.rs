//! Whole inputs: the weather file, arbitrary bytes, and more rows than are kept.

use crate::common::{is_close, weather};
use downhill::data::dataset::Origin;
use downhill::edition::SampledData;
use downhill::import::{Choices, Import, Imported, KEPT, SAMPLE};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;

use super::{guessed, read, select};

#[test]
fn the_weather_file_gives_the_known_line() {
    let (bytes, is_real) = weather::weather_csv();
    let outline = guessed(&bytes).outline;
    let (first, second) = outline.guess.clone().expect("two columns");
    assert_eq!(
        [first, second].map(|column| outline.headings()[column].as_str()),
        ["MinTemp", "MaxTemp"]
    );

    let imported = select(&bytes, first, second).expect("rows with numbers");
    assert_eq!(imported.report.to_string(), "119,040 rows read, 119,040 used.");
    let data = imported.dataset;
    assert_eq!((data.x().name.as_str(), data.y().name.as_str()), ("MinTemp", "MaxTemp"));
    let line = data.least_squares().expect("x has spread");
    if is_real {
        assert!(is_close(line.slope, 0.918_774_230_654_279_8, 1e-12), "{line:?}");
        assert!(is_close(line.intercept, 10.700_567_037_461_554, 1e-12), "{line:?}");
        assert!(is_close(data.least_cost(), 17.361_499_126_583_33, 1e-12), "{}", data.least_cost());
    } else {
        assert!((line.slope - 0.92).abs() < 0.02, "{line:?}");
    }

    let (xs, ys, _) = weather::weather_columns();
    assert_eq!((data.points().xs(), data.points().ys()), (&xs[..], &ys[..]));
}

/// Reads `bytes` with several choices of columns and checks that the counts agree.
fn exercise(bytes: Vec<u8>) {
    for columns in [None, Some((0, 0)), Some((0, 1)), Some((1, 0)), Some((1_000, 0))] {
        if let Ok(Imported { dataset, report, outline, .. }) =
            read(&bytes, Choices::default(), columns)
        {
            let left_out: u64 = report.left_out().iter().map(|(_, left_out)| left_out.rows).sum();
            assert_eq!(dataset.summary().n(), report.used);
            assert_eq!(report.read, report.used + left_out);
            assert_eq!(outline.profiles.len(), outline.headings().len());
        }
    }
}

/// Checks that bytes fed in pieces are read like the same bytes fed at once.
fn cut_anywhere(bytes: &[u8], cuts: &[usize], columns: Option<(usize, usize)>) {
    let whole = read(bytes, Choices::default(), columns);
    let mut import = Import::new(Choices::default(), columns);
    let mut places: Vec<usize> = cuts.iter().map(|cut| cut % (bytes.len() + 1)).collect();
    places.extend([0, bytes.len()]);
    places.sort_unstable();
    let fed = places.windows(2).try_for_each(|pair| import.feed(&bytes[pair[0]..pair[1]]));
    let cut = fed.and_then(|()| import.finish());
    assert_eq!(cut, whole, "{:?}", String::from_utf8_lossy(bytes));
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("proptest-regressions"))),
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_bytes_at_all_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        exercise(bytes);
    }

    #[test]
    fn anything_like_csv_is_read_or_refused(
        text in r#"(\x{feff})?([0-9]{1,3}|[ab]|"|,|;|\t|-|\.|e|\n|\r|\r\n| |é|nan){0,80}"#,
    ) {
        exercise(text.into_bytes());
    }

    #[test]
    fn slices_change_nothing(
        text in r#"(\x{feff}|sep=;\n|# note\n)?([0-9]{1,3}|[ab]|"|'|,|;|\t|-|\.|e|\n|\r|\r\n| |\\|é|nan|#){0,120}"#,
        cuts in prop::collection::vec(any::<usize>(), 0..12),
    ) {
        cut_anywhere(text.as_bytes(), &cuts, None);
        cut_anywhere(text.as_bytes(), &cuts, Some((0, 1)));
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        cut_anywhere(&wide, &cuts, Some((0, 1)));
    }

    #[test]
    fn rows_behind_notes_and_pieces_of_rows_are_the_same_however_they_are_sliced(
        lines in prop::collection::vec(
            prop::sample::select(vec![
                "1,2,3", "4,5,6", "12", "3", "note", "", "  ", "u,v,w", "a,b,c", "7,8", "9,10,11,",
                "x,y", "NA,1,2", "\"1\",2,3", "\"4,5,6", ",,",
            ]),
            0..30,
        ),
        cuts in prop::collection::vec(any::<usize>(), 0..12),
    ) {
        let text = format!("a,b,c\n1,2,3\n40,50,60\n{}\n", lines.join("\n"));
        cut_anywhere(text.as_bytes(), &cuts, Some((0, 2)));
    }

    #[test]
    fn a_written_table_reads_back(
        rows in prop::collection::vec((-1e100..1e100, -1e100..1e100), 1..60),
        delimiter in prop::sample::select(vec![",", ";", "\t", "|"]),
        end in prop::sample::select(vec!["\n", "\r\n", "\r"]),
        quote in prop::sample::select(vec!["", "\""]),
    ) {
        let written: String = rows
            .iter()
            .map(|(x, y)| format!("{quote}{x}{quote}{delimiter}{quote}{y:e}{quote}{end}"))
            .collect();
        let input = format!("first{delimiter}second{end}{written}");
        let imported = select(input, 0, 1).expect("rows with numbers");
        prop_assert_eq!(imported.dataset.points().iter().collect::<Vec<_>>(), rows);
    }
}

#[test]
fn of_more_rows_than_are_kept_the_sums_are_exact_and_the_grid_has_them_all() {
    let rows = KEPT + 100_000;
    let mut import = Import::new(Choices::default(), None);
    import.feed(b"x,y\n").expect("a heading");
    let block = "1,2\n2,4.5\n3,6\n".repeat(1_000);
    (0..rows / 3_000).for_each(|_| import.feed(block.as_bytes()).expect("rows"));
    import.feed(b"1000,-1000\n").expect("one far away");
    let Imported { dataset, report, .. } = import.finish().expect("two columns");

    let n = (rows / 3_000 * 3_000 + 1) as u64;
    assert_eq!((dataset.summary().n(), report.used), (n, n));
    let thirds = (n - 1) as f64 / 3.0;
    let mean = (6.0 * thirds + 1_000.0) / n as f64;
    assert!((dataset.summary().mean_x() / mean - 1.0).abs() < 1e-12);
    assert_eq!(dataset.points().len(), SAMPLE);
    assert_eq!(dataset.points().origin(), Origin::Sample(SampledData::PROOF));
    let grid = dataset.grid().expect("where they lie");
    assert_eq!(grid.cells().map(|(.., count)| u64::from(count)).sum::<u64>(), n);
    assert!(grid.cells().any(|(.., count)| count == 1), "the one far away is in sight");
    assert!(report.to_string().contains("a random sample of 300,000"));
}
