//! Files as people have them: every way to write a table, and what is made of it.

use std::fs;
use std::path::Path;

use downhill::import::{
    Choices, Decimal, Delimiter, Encoding, Import, ImportError, Imported, Kind, Outline, Quote,
};
use downhill::text::en;
use proptest::prelude::*;
use serde_json::Value;

fn read(input: impl AsRef<[u8]>, columns: Option<(usize, usize)>) -> Result<Imported, ImportError> {
    let mut import = Import::new(Choices::default(), columns);
    import.feed(input.as_ref())?;
    import.finish()
}

fn points(input: impl AsRef<[u8]>) -> Vec<(f64, f64)> {
    let imported = read(input, None).expect("rows with numbers");
    imported.dataset.points().iter().collect()
}

fn outline(input: impl AsRef<[u8]>) -> Outline {
    let mut import = Import::new(Choices::default(), Some((0, 0)));
    import.feed(input.as_ref()).and_then(|()| import.end()).expect("a table");
    import.outline().expect("it is known by now").clone()
}

fn sentences(input: impl AsRef<[u8]>) -> Vec<String> {
    en::import::report(&read(input, None).expect("rows with numbers").report)
}

const ROWS: [(f64, f64); 3] = [(1.5, 10.0), (2.25, -20.0), (3.0, 30.5)];

#[test]
fn every_delimiter_is_told() {
    for (delimiter, text) in [
        (Delimiter::Comma, "a,b\n1.5,10\n2.25,-20\n3,30.5\n"),
        (Delimiter::Semicolon, "a;b\n1.5;10\n2.25;-20\n3;30.5\n"),
        (Delimiter::Tab, "a\tb\n1.5\t10\n2.25\t-20\n3\t30.5\n"),
        (Delimiter::Pipe, "a|b\n1.5|10\n2.25|-20\n3|30.5\n"),
        (Delimiter::Spaces, "  a      b\n  1.5   10\n  2.25 -20\n  3     30.5\n"),
    ] {
        assert_eq!(outline(text).dialect.delimiter, delimiter, "{text:?}");
        assert_eq!(points(text), ROWS, "{text:?}");
    }
}

#[test]
fn a_decimal_comma_is_told_by_the_numbers_that_need_it() {
    let text = "a;b\n1,5;10\n2,25;-20\n3;30,5\n";
    assert_eq!(points(text), ROWS);
    assert_eq!(outline(text).dialect.decimal, Decimal::Comma);
    assert!(sentences(text).contains(&"Numbers are written with a decimal comma.".to_owned()));
    // In quotes it can stand in a file of commas, too.
    assert_eq!(points("a,b\n\"1,5\",10\n\"2,25\",-20\n3,\"30,5\"\n"), ROWS);
}

#[test]
fn thousands_are_understood_in_both_ways() {
    let expected = [(1_234.5, 1_000_000.0), (12.0, 2_000.25)];
    assert_eq!(points("a;b\n1,234.5;1,000,000\n12;2,000.25\n"), expected);
    assert_eq!(points("a;b\n1.234,5;1.000.000\n12;2.000,25\n"), expected);
    // Either is possible, and semicolons are what decimal commas need.
    assert_eq!(points("a;b\n1,500;10\n2,250;-20\n3;30,500\n"), ROWS);
    assert_eq!(points("a b\n1,5 10,0\n2,25 -20,0\n3,0 30,5\n"), ROWS, "spaces and decimal commas");
    assert_eq!(points("a, b\n1.5, 10\n2.25, -20\n3, 30.5\n"), ROWS, "commas and spaces");
    assert_eq!(points("a;b\n1 234,5;1 000 000\n12;2 000,25\n"), expected);
    assert_eq!(points("a;b\n1'234.5;1'000'000\n12;2'000.25\n"), expected);
}

#[test]
fn quotes_of_either_kind_and_both_escapes_are_told() {
    let doubled = "name,a,b\n\"x, \"\"y\"\"\",1.5,10\n\"z\nz\",2.25,-20\nw,3,30.5\n";
    let backslash = "name,a,b\n\"x, \\\"y\\\", \",1.5,10\n\"z\nz\",2.25,-20\nw,3,30.5\n";
    let single = "name,a,b\n'x, ''y''',1.5,10\n'z\nz',2.25,-20\nw,3,30.5\n";
    for text in [doubled, backslash, single] {
        assert_eq!(points(text), ROWS, "{text:?}");
    }
    assert!(outline(backslash).dialect.backslash && !outline(doubled).dialect.backslash);
    assert_eq!(outline(single).dialect.quote, Quote::Single);
    assert_eq!(outline(doubled).rows[0][0], "x, \"y\"");
    assert_eq!(outline(backslash).rows[0][0], "x, \"y\", ");
    assert_eq!(outline("it's,a,b\ndon't,1,2\nwon't,3,4\n").dialect.quote, Quote::Double);
    // A path that ends with a backslash is no escape.
    assert_eq!(points("dir,a,b\n\"C:\\x\\\",1.5,10\n\"C:\\\",2.25,-20\ny,3,30.5\n"), ROWS);
}

#[test]
fn what_stands_before_the_table_is_skipped() {
    let text = "Weather of a year\nsource: a book\n\na,b,c\n1.5,10,x\n2.25,-20,y\n3,30.5,z\n";
    let known = outline(text);
    assert_eq!((known.dialect.skip, known.dialect.headings), (2, 1));
    assert_eq!(known.headings(), ["a", "b", "c"]);
    assert_eq!(points(text), ROWS);
    assert!(sentences(text).contains(&"The first 2 lines are not part of the table.".to_owned()));
}

#[test]
fn comments_are_skipped_wherever_they_stand() {
    let text = "# made by hand\na,b\n1.5,10\n# a, note, \"with a quote\n2.25,-20\n3,30.5\n";
    assert_eq!(points(text), ROWS);
    assert!(sentences(text).contains(&"Lines that begin with # are comments.".to_owned()));
    // A heading may begin with the sign.
    assert_eq!(outline("#,a\n1,2\n2,3\n").headings(), ["#", "a"]);
}

#[test]
fn headings_may_be_none_several_or_years() {
    assert_eq!(outline("1.5,10\n2.25,-20\n").headings(), ["column 1", "column 2"]);
    let units = "t,wind\n°C,m/s\n1.5,10\n2.25,-20\n3,30.5\n";
    assert_eq!(outline(units).headings(), ["t (°C)", "wind (m/s)"]);
    assert_eq!(points(units), ROWS);
    assert!(sentences(units).contains(&"The first 2 rows are headings.".to_owned()));
    // A row of words before numbers is a heading, also where other columns hold words.
    assert_eq!(outline("name,size\nAnn,1.62\nBob,1.8\n").headings(), ["name", "size"]);
    assert_eq!(outline("Ann,1.62\nBob,1.8\nCid,1.7\n").headings(), ["column 1", "column 2"]);
    let years = "country,1990,1991,1992\nA,1,2,3\nB,4,5,7\n";
    assert_eq!(outline(years).headings(), ["country", "1990", "1991", "1992"]);
    // R leaves the heading of the rows' names out.
    let r = "a b\n1 1.5 10\n2 2.25 -20\n3 3 30.5\n";
    assert_eq!(outline(r).headings(), ["column 1", "a", "b"]);
    assert_eq!(points(r), ROWS);
}

#[test]
fn every_encoding_reads_the_same() {
    let text = "Größe (m²);Preis €\n1,5;10\n2,25;-20\n3;30,5\n";
    let wide = |to: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(to).collect::<Vec<u8>>();
    let western: Vec<u8> = text.chars().map(|c| if c == '€' { 0x80 } else { c as u8 }).collect();
    for (encoding, bytes) in [
        (Encoding::Utf8, text.as_bytes().to_vec()),
        (Encoding::Utf8, ["\u{feff}", text].concat().into_bytes()),
        (Encoding::Utf16Le, [b"\xff\xfe".to_vec(), wide(u16::to_le_bytes)].concat()),
        (Encoding::Utf16Be, [b"\xfe\xff".to_vec(), wide(u16::to_be_bytes)].concat()),
        (Encoding::Utf16Le, wide(u16::to_le_bytes)),
        (Encoding::Windows1252, western),
    ] {
        let known = outline(&bytes);
        assert_eq!(known.dialect.encoding, encoding);
        assert_eq!(known.headings(), ["Größe (m²)", "Preis €"]);
        assert_eq!(points(&bytes), ROWS);
    }
}

#[test]
fn missing_values_are_not_taken_for_faults() {
    let text = "a,b\n1,2\nNA,3\n4,\nn/a,5\n6,NaN\n7,null\n8,-\n9,T\n10,oops\n11,12\n";
    let report = read(text, None).expect("rows with numbers").report;
    assert_eq!((report.read, report.used), (10, 2));
    assert_eq!((report.empty.rows, report.missing.rows, report.not_numbers.rows), (1, 6, 1));
    assert_eq!(report.not_numbers.first[0].to_string(), "line 10: 'oops' in b");
}

#[test]
fn ragged_rows_blank_lines_zeros_and_no_last_line_break_are_borne() {
    assert_eq!(points("a,b,c\n1.5,10\n\n2.25,-20,x,,\n  \n3,30.5,w"), ROWS);
    assert_eq!(points(b"a,b\n1.5,1\x000\n\x002.25,-20\n3,30.5\x00\n"), ROWS);
    let quote = "a,b,c\n1.5,10,\"x\n2.25,-20,y\n3,30.5,z\n";
    assert_eq!(points(quote), ROWS);
    let told =
        "A quote on line 2 is unmatched or in the middle of a cell, and counts as a character."
            .to_owned();
    assert!(sentences(quote).contains(&told));
}

#[test]
fn the_longest_line_is_as_long_however_it_is_sliced() {
    const LONGEST: usize = 4 << 20;
    for (length, end, fits) in [
        (LONGEST - 1, "\n", true),
        (LONGEST, "\n", false),
        (LONGEST - 2, "\r\n", true),
        (LONGEST - 1, "\r\n", false),
    ] {
        let rest = "2.25,-20\n".repeat(9);
        let text = format!("a,b\n1.5,10\n{}{end}{rest}", "x".repeat(length));
        let whole = read(&text, Some((0, 1)));
        assert_eq!(whole.is_ok(), fits, "{length} and {end:?}");
        let mut import = Import::new(Choices::default(), Some((0, 1)));
        let (first, rest) = text.as_bytes().split_at(LONGEST);
        let fed = import.feed(first).and_then(|()| import.feed(rest));
        assert_eq!(fed.and_then(|()| import.finish()), whole, "{length} and {end:?}");
    }
}

#[test]
fn thousands_of_columns_and_equal_names_are_borne() {
    let heading = vec!["v"; 5_000].join(",");
    let row = |value: f64| vec![value.to_string(); 5_000].join(",");
    let text = format!("{heading}\n{}\n{}\n{}\n", row(1.5), row(2.25), row(3.0));
    let imported = read(&text, Some((4_999, 17))).expect("rows with numbers");
    assert_eq!(imported.outline.headings()[4_999], "v (5000)");
    assert_eq!(imported.dataset.points().xs(), [1.5, 2.25, 3.0]);
}

#[test]
fn dates_are_numbers_too() {
    let text = "day,b\n1942-07-01,10\n1942-7-3,-20\n1942-07-04T12:00,30.5\n";
    let imported = read(text, Some((0, 1))).expect("rows with numbers");
    assert_eq!(imported.outline.profiles[0].kind, Kind::Date);
    assert_eq!(imported.dataset.x().label(), "day (days since 1942-07-01)");
    assert_eq!(imported.dataset.points().xs(), [0.0, 2.0, 3.5]);
    let long = "day,b\n1940-01-01,1\n1950-07-02T12:00,2\n1961-01-01,oops\n2000-01-01,5\n";
    let imported = read(long, Some((0, 1))).expect("rows with numbers");
    assert_eq!(imported.dataset.x().label(), "day (year)");
    assert_eq!(imported.dataset.points().xs(), [1940.0, 1950.5, 2000.0]);
}

#[test]
fn what_is_chosen_takes_the_place_of_what_is_guessed() {
    let text = "a;b\n1,5;2,5\n3,5;4,5\n";
    let chosen = |name: &str, value: &str| {
        let mut choices = Choices::default();
        assert!(choices.choose(name, value));
        let mut import = Import::new(choices, Some((0, 1)));
        import.feed(text.as_bytes()).and_then(|()| import.end()).map(|()| {
            let outline = import.outline().expect("known");
            (outline.dialect, outline.headings().to_vec())
        })
    };
    assert_eq!(chosen("decimal", "point").expect("a table").0.decimal, Decimal::Point);
    assert_eq!(chosen("headings", "0").expect("a table").1, ["column 1", "column 2"]);
    assert_eq!(chosen("skip", "1").expect("a table").0.skip, 1);
    assert_eq!(chosen("delimiter", "comma").expect("a table").0.delimiter, Delimiter::Comma);
}

#[test]
fn profiles_tell_what_is_in_a_column() {
    let text = "n,x,word,none\n1,2,p,\n2,4,q,\n3,,r,\n4,10,s,\n";
    let profiles = outline(text).profiles;
    let kinds: Vec<Kind> = profiles.iter().map(|profile| profile.kind).collect();
    assert_eq!(kinds, [Kind::Number, Kind::Number, Kind::Text, Kind::Empty]);
    let x = &profiles[1];
    assert_eq!((x.share, x.least, x.greatest), (0.75, 2.0, 10.0));
    assert!((x.mean - 16.0 / 3.0).abs() < 1e-12);
    assert_eq!((x.histogram[0], x.histogram[3], x.histogram[11], x.numbers()), (1, 1, 1, 3));
}

/// The corpus of small awkward files, where it is at hand: every cell as its JSON has it.
#[test]
fn the_csv_spectrum_is_read_to_the_letter() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/csv-spectrum");
    let Ok(files) = fs::read_dir(folder.join("csvs")) else {
        println!("csv-spectrum is not here: the tests above stand in for it.");
        return;
    };
    let mut count = 0;
    for file in files {
        let path = file.expect("a folder that can be read").path();
        let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let json = fs::read_to_string(folder.join("json").join(format!("{stem}.json")));
        let json = serde_json::from_str(&json.expect("its JSON")).expect("JSON");
        // One of them has a row in place of a list.
        let json = match json {
            Value::Array(rows) => rows,
            row => vec![row],
        };
        let mut choices = Choices::default();
        choices.choose("headings", "1");
        let mut import = Import::new(choices, Some((0, 0)));
        let text = fs::read(&path).expect("a file");
        import.feed(&text).and_then(|()| import.end()).expect("a table");
        let outline = import.outline().expect("known");
        assert_eq!(outline.rows.len(), json.len(), "{stem}");
        for (row, expected) in outline.rows.iter().zip(&json) {
            for (heading, cell) in outline.headings().iter().zip(row) {
                // The corpus has another number in the JSON of this file than in its CSV.
                if heading != "Contact Phone Number" {
                    assert_eq!(Some(cell.as_str()), expected[heading].as_str(), "{stem}");
                }
            }
            assert_eq!(Some(row.len()), expected.as_object().map(|row| row.len()), "{stem}");
        }
        count += 1;
    }
    assert_eq!(count, 12);
}

/// A cell of a written table, as text.
fn quoted(cell: &str, quote: char, always: bool, delimiter: &str) -> String {
    let needs = always || cell.contains([quote, '\n', '\r']) || cell.contains(delimiter);
    if !needs {
        return cell.to_owned();
    }
    format!("{quote}{}{quote}", cell.replace(quote, &format!("{quote}{quote}")))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_table_in_any_dialect_reads_back(
        rows in prop::collection::vec((-1e9..1e9, "[a-zé ,;|\"]{0,8}", -1e6..1e6), 3..40),
        delimiter in prop::sample::select(vec![",", ";", "\t", "|"]),
        end in prop::sample::select(vec!["\n", "\r\n", "\r"]),
        always in any::<bool>(),
        decimal in prop::sample::select(vec![".", ","]),
        last in any::<bool>(),
    ) {
        let number = |value: f64| quoted(&value.to_string().replace('.', decimal), '"', always, delimiter);
        let mut text = ["x", "word", "y"].map(|name| quoted(name, '"', always, delimiter)).join(delimiter);
        for (x, word, y) in &rows {
            let word = quoted(&format!("w{word}"), '"', always, delimiter);
            text += &format!("{end}{}{delimiter}{word}{delimiter}{}", number(*x), number(*y));
        }
        if last {
            text += end;
        }
        let mut choices = Choices::default();
        choices.choose("decimal", if decimal == "," { "comma" } else { "point" });
        choices.choose("delimiter", match delimiter {
            "," => "comma",
            ";" => "semicolon",
            "\t" => "tab",
            _ => "pipe",
        });
        let mut import = Import::new(choices, Some((0, 2)));
        import.feed(text.as_bytes()).expect("a table");
        let imported = import.finish().expect("rows with numbers");
        let expected: Vec<(f64, f64)> = rows.iter().map(|&(x, _, y)| (x, y)).collect();
        prop_assert_eq!(imported.dataset.points().iter().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn slices_change_nothing_beyond_what_is_looked_at(
        tail in r#"([0-9]{1,3}|[ab]|"|'|,|;|\.|\n|\r|\r\n| |\\|é|nan|#){0,160}"#,
        cuts in prop::collection::vec(any::<usize>(), 1..8),
    ) {
        // More than the window that the dialect is told from, so that the tail is read by slices.
        let text = [&"1.5,\"2\"\n".repeat(40_000), tail.as_str()].concat();
        let bytes = text.as_bytes();
        let columns = Some((0, 1));
        let whole = read(bytes, columns);
        let mut import = Import::new(Choices::default(), columns);
        let from = bytes.len() - tail.len();
        let mut places: Vec<usize> = cuts.iter().map(|cut| from + cut % (tail.len() + 1)).collect();
        places.extend([0, bytes.len()]);
        places.sort_unstable();
        let fed = places.windows(2).try_for_each(|pair| import.feed(&bytes[pair[0]..pair[1]]));
        prop_assert_eq!(fed.and_then(|()| import.finish()), whole);
    }
}

#[test]
fn the_least_of_something_explains_its_greatest() {
    let table = "MaxTemp (°C),MinTemp (°C)\n25.5,22\n28,21\n26,22.5\n";
    assert_eq!(read(table, None).expect("two columns").columns, (1, 0));
    let table = "MaxTemp,Rain,MinTemp\n25.5,0.1,22\n28,3,21\n26,4,22.5\n";
    assert_eq!(read(table, None).expect("two columns").columns, (0, 1));
}
