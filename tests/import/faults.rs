//! Tables with one fault each, of the kinds that pollute files in the wild (Vitagliano et al., *Pollock: A Data Loading
//! Benchmark*, 2023): every one is read as its clean twin, or the faulty row is named. No other point ever comes in.

use downhill::import::{Choices, Import, ImportError, Imported, Report};
use downhill::text::en;

/// A clean table: its cells, how it is written, and the columns to read.
struct Clean {
    headings: &'static str,
    rows: Vec<Vec<String>>,
    delimiter: char,
    /// The quote around each cell.
    quote: &'static str,
    pairs: &'static [(usize, usize)],
}

/// A table with a fault, and the line of the faulty row.
struct Faulty {
    kind: &'static str,
    text: String,
    line: u64,
}

/// Fate of a table with a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    /// The points are those of the clean twin.
    Twin,
    /// Some are left out, and the row is named.
    Named,
    /// The file was refused.
    Refused,
    /// A point came in that is none of the clean table's, though the row is named.
    Wrong,
    /// The points are other ones, and nothing is said of the row.
    Silent,
}

fn clean() -> Vec<Clean> {
    let row = |cells: &[&str]| cells.iter().map(ToString::to_string).collect::<Vec<_>>();
    let rows = |of: &dyn Fn(usize) -> Vec<String>| (0..9).map(of).collect::<Vec<_>>();
    vec![
        Clean {
            headings: "a,b,c",
            rows: rows(&|n| {
                row(&[
                    &format!("{}", 17 * n % 23 + 1),
                    &format!("{}", 31 * n % 89 + 10),
                    &format!("{}", 7 * n + 3),
                ])
            }),
            delimiter: ',',
            quote: "",
            pairs: &[(0, 1), (0, 2), (1, 2)],
        },
        Clean {
            headings: "x,y",
            rows: rows(&|n| row(&[&format!("{}", 101 + 13 * n), &format!("{}", 512 - 7 * n * n)])),
            delimiter: ',',
            quote: "",
            pairs: &[(0, 1)],
        },
        Clean {
            headings: "name;x;y;note",
            rows: rows(&|n| {
                row(&[
                    ["Ann", "Bob", "Cid", "Dan", "Eve", "Flo", "Gus", "Hal", "Ida"][n],
                    &format!("{},{}", 3 + n, n + 1),
                    &format!("{},{:02}", 40 - n * n / 3, 7 * n + 11),
                    ["low", "high"][n % 2],
                ])
            }),
            delimiter: ';',
            quote: "",
            pairs: &[(1, 2)],
        },
        Clean {
            headings: "t\tu\tv\tw",
            rows: rows(&|n| {
                row(&[
                    &format!("{}.{}", n, 2 * n % 10),
                    &format!("-{}.5", n + 3),
                    &format!("{}.25", 11 * n),
                    &format!("{}", 100 + n),
                ])
            }),
            delimiter: '\t',
            quote: "",
            pairs: &[(0, 1), (1, 3), (0, 3)],
        },
        Clean {
            headings: "\"x\",\"y\",\"name\"",
            rows: rows(&|n| {
                row(&[
                    &format!("{}", 10 + 3 * n),
                    &format!("{}.5", 4 + n * n),
                    [
                        "red, dark",
                        "blue",
                        "green, \"\"sea\"\"",
                        "grey",
                        "pink",
                        "white",
                        "black",
                        "gold",
                        "lime",
                    ][n],
                ])
            }),
            delimiter: ',',
            quote: "\"",
            pairs: &[(0, 1)],
        },
        Clean {
            headings: "\"k\",\"x\",\"y\"",
            rows: rows(&|n| {
                row(&[
                    ["p", "q", "r", "s", "t1", "u", "v", "w", "z"][n],
                    &format!("{}", 10 + 3 * n),
                    &format!("{}.5", 4 + n * n),
                ])
            }),
            delimiter: ',',
            quote: "\"",
            pairs: &[(1, 2)],
        },
    ]
}

impl Clean {
    fn lines(&self) -> Vec<String> {
        let quote = self.quote;
        let line = |row: &Vec<String>| {
            let cells: Vec<String> =
                row.iter().map(|cell| format!("{quote}{cell}{quote}")).collect();
            cells.join(&self.delimiter.to_string())
        };
        std::iter::once(self.headings.to_owned()).chain(self.rows.iter().map(line)).collect()
    }

    /// The faults in one of its rows, in each place.
    fn faults(&self, row: usize) -> Vec<Faulty> {
        let lines = self.lines();
        let (line, next) = (&lines[row], lines.get(row + 1));
        let mut faults = Vec::new();
        let mut add = |kind: &'static str, with: Vec<String>| {
            let mut all = lines.clone();
            let taken = if kind == "line end missing" { 2 } else { 1 };
            all.splice(row..row + taken, with);
            faults.push(Faulty { kind, text: all.join("\n") + "\n", line: row as u64 + 1 });
        };
        let places: Vec<usize> =
            line.char_indices().map(|(at, _)| at).chain([line.len()]).collect();
        let inserted = |at: usize, what: &str| [&line[..at], what, &line[at..]].concat();
        let delimiter = self.delimiter.to_string();
        for &at in &places {
            add("separator too many", vec![inserted(at, &delimiter)]);
            add("quote too many", vec![inserted(at, "\"")]);
            add("apostrophe too many", vec![inserted(at, "'")]);
            if at > 0 && at < line.len() {
                add("line end too many", vec![line[..at].to_owned(), line[at..].to_owned()]);
            }
        }
        for (at, sign) in line.char_indices() {
            let without = [&line[..at], &line[at + sign.len_utf8()..]].concat();
            if sign == self.delimiter {
                add("separator missing", vec![without]);
                for other in [",", ";", "\t", "|", " ", ":"] {
                    if other != delimiter {
                        let changed = [&line[..at], other, &line[at + sign.len_utf8()..]].concat();
                        add("other separator", vec![changed]);
                    }
                }
            } else if sign == '"' {
                add("quote missing", vec![without]);
            }
        }
        if let Some(next) = next {
            add("line end missing", vec![format!("{line}{next}")]);
        }
        let cells: Vec<&str> = line.split(self.delimiter).collect();
        for count in 1..cells.len() {
            add("too few cells", vec![cells[..count].join(&delimiter)]);
            add("first cells missing", vec![cells[count..].join(&delimiter)]);
        }
        add("too many cells", vec![format!("{line}{delimiter}7")]);
        add("too many cells", vec![format!("{line}{delimiter}{delimiter}")]);
        add("too many cells", vec![format!("7{delimiter}{line}")]);
        add("row in quotes", vec![format!("\"{}\"", line.replace('"', "\"\""))]);
        add("row of spaces", vec![line.clone(), "   ".to_owned()]);
        add("row of separators", vec![line.clone(), delimiter.repeat(cells.len() - 1)]);
        add("blank row", vec![line.clone(), String::new()]);
        add("spaces around cells", vec![cells.join(&format!(" {delimiter} "))]);
        add("headings once more", vec![line.clone(), lines[0].clone()]);
        add("note", vec![line.clone(), "checked by hand".to_owned()]);
        faults
    }

    fn choices(&self) -> Choices {
        Choices::default()
    }
}

fn read(text: &str, choices: Choices, columns: (usize, usize)) -> Result<Imported, ImportError> {
    let mut import = Import::new(choices, Some(columns));
    import.feed(text.as_bytes())?;
    import.finish()
}

fn points(imported: &Imported) -> Vec<(f64, f64)> {
    imported.dataset.points().iter().collect()
}

/// Whether the report names a line.
fn names(report: &Report, line: u64) -> bool {
    let text = en::import::report(report).join(" ");
    let shown = report.left_out().into_iter().flat_map(|(_, left_out)| &left_out.first);
    let all = shown.fold(text, |all, row| format!("{all} {row};"));
    let number = |word: &str| word.parse() == Ok(line);
    all.split(|sign: char| !sign.is_ascii_digit()).any(number)
}

/// Whether all of some points are among the others, in their order.
fn is_part(some: &[(f64, f64)], all: &[(f64, f64)]) -> bool {
    let mut all = all.iter();
    some.iter().all(|point| all.any(|other| other == point))
}

fn verdict(clean: &[(f64, f64)], read: &Result<Imported, ImportError>, line: u64) -> Verdict {
    let Ok(imported) = read else { return Verdict::Refused };
    let found = points(imported);
    // A line end too many is at fault on both of its lines.
    let is_named = names(&imported.report, line) || names(&imported.report, line + 1);
    match (found == clean, is_part(&found, clean), is_named) {
        (true, ..) => Verdict::Twin,
        (_, true, true) => Verdict::Named,
        (_, false, true) => Verdict::Wrong,
        (.., false) => Verdict::Silent,
    }
}

#[test]
fn every_fault_is_read_as_its_clean_twin_or_named() {
    let mut counts = [0; 5];
    let mut bad = Vec::new();
    for table in clean() {
        let text = table.lines().join("\n") + "\n";
        for &pair in table.pairs {
            let twin = points(&read(&text, table.choices(), pair).expect("a clean table"));
            assert_eq!(twin.len(), table.rows.len());
            for Faulty { kind, text, line } in
                [2, 5, 9].into_iter().flat_map(|row| table.faults(row))
            {
                let read = read(&text, table.choices(), pair);
                let verdict = verdict(&twin, &read, line);
                counts[verdict as usize] += 1;
                if matches!(verdict, Verdict::Wrong | Verdict::Silent) {
                    let report = read.map(|read| read.report.to_string());
                    bad.push(format!("{verdict:?}: {kind} {pair:?} {text:?}: {report:?}"));
                }
            }
        }
    }
    let all: usize = counts.iter().sum();
    println!("{all} faults: as the twin, named, refused, wrong though named, silent: {counts:?}");
    assert!(bad.is_empty(), "{} bad ones:\n{}", bad.len(), bad.join("\n"));
}
