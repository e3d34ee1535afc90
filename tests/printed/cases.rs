//! Answers as people pasted them, in `cases/`, and their neighbours.

use super::{SIX, check, read, refused};
use crate::common::is_close;
use downhill::data::dataset::Dataset;
use downhill::import::sums::{Form, SummedRows, SumsError, sums};
use downhill::import::{Pairs, pairs, unboxed};
use downhill::text::en;

macro_rules! case {
    ($name:literal) => {
        include_str!(concat!("cases/", $name, ".txt"))
    };
}

fn line(found: &SummedRows) -> (f64, f64) {
    let line = found.summary.least_squares().expect("x has spread");
    (line.slope, line.intercept)
}

/// Whether the best line has these parameters, to twelve digits.
fn has_line(text: &str, slope: f64, intercept: f64) -> SummedRows {
    let found = read(text);
    let (a, b) = line(&found);
    assert!(is_close(a, slope, 1e-12) && is_close(b, intercept, 1e-12), "{a} {b}\n{text}");
    assert_eq!(found.summary.n(), 119_040);
    found
}

#[test]
fn what_is_no_row_is_set_aside() {
    for text in [
        case!("chatty-a-ssms-results-to-text"),
        case!("chatty-d-bq-csv"),
        case!("chatty-f-mycli-vertical"),
        case!("duckdb-a-columns-1.5.6"),
        case!("duckdb-f-mode-latex"),
        case!("duckdb-h-mode-html"),
    ] {
        let found = has_line(text, 0.918_774_230_654, 10.700_567_037_46);
        assert!(found.ranges_known && found.rounding.is_none(), "{text}");
    }
}

#[test]
fn rounded_numbers_are_read_and_said_to_be_rounded() {
    for text in [
        case!("rounded-a-en-us-with-headers"),
        case!("rounded-b-german-no-headers"),
        case!("rounded-f-ends-null"),
    ] {
        let found = has_line(text, 0.918_774_230_621_385_2, 10.700_006_437_245_558);
        let rounding = found.rounding.expect("three decimals");
        assert_eq!(rounding.form, Form::Decimals(3));
        // The right line is 0.918774230654, 10.700567037.
        let (a, b) = line(&found);
        assert!((a - 0.918_774_230_654).abs() <= rounding.slope && rounding.slope < 1e-9);
        assert!((b - 10.700_567_037).abs() <= rounding.intercept && rounding.intercept < 2e-3);
        let report = en::sums::summed(&found, 0, 0).join(" ");
        assert!(
            report.contains("the means have 3 decimals") && report.contains("about 0.001."),
            "{report}"
        );
        assert!(!report.contains("exact"), "{report}");
    }
    assert!(!read(case!("rounded-f-ends-null")).ranges_known);
    let pandas = read(case!("rounded-j-pandas-iloc"));
    assert_eq!(pandas.rounding.map(|rounding| rounding.form), Some(Form::Digits(7)));
    assert_eq!(pandas.summary.n(), 119_040);
    let (a, b) = line(&pandas);
    assert!((a - 0.918_774_2).abs() < 1e-6 && (b - 10.700_57).abs() < 1e-4, "{a} {b}");
}

#[test]
fn exact_is_said_of_numbers_with_all_digits_and_of_whole_ones() {
    for text in ["4,2.5000000000000001,6,5,10,20", "4,2,6,5,10,20"] {
        let report = en::sums::summed(&read(text), 0, 0).join(" ");
        assert!(report.contains("exact, as if all of them were here"), "{report}");
    }
    let report = en::sums::summed(&read("4,2.5,6.25,5.5,10,20"), 0, 0).join(" ");
    assert!(report.contains("the means have 2 decimals"), "{report}");
}

#[test]
fn the_error_of_rounded_sums_stays_within_what_is_told() {
    for decimals in 1..9_usize {
        let rounded = |value: f64| format!("{value:.decimals$}");
        let exact = [17.789_510_528_594_505, 27.045_110_887_087_18, 8_269_054.600_790_01];
        let more = [7_597_394.279_079_074, 9_047_002.939_766_58];
        let cells: Vec<String> = exact.iter().chain(&more).map(|&value| rounded(value)).collect();
        let found = read(&format!("119040,{}", cells.join(",")));
        let Some(rounding) = found.rounding else {
            assert!(decimals > 7, "{decimals}");
            continue;
        };
        let (a, b) = line(&found);
        assert!((a - 0.918_774_230_654_28).abs() <= rounding.slope + 1e-14, "{decimals}");
        assert!((b - 10.700_567_037_461_55).abs() <= rounding.intercept + 1e-12, "{decimals}");
    }
}

#[test]
fn sums_that_rounded_to_nothing_are_refused() {
    for text in [
        case!("rounded-g-small-values-six-sums"),
        "n,mean_x,mean_y,sxx,sxy,syy\n12,1.389,3.013,0.002,0.001,0.001\n",
        "n;mean_x;mean_y;sxx;sxy;syy\n12;1,3;3,0;44,1;0,2;0,1\n",
        "12 3.89e-01 1.3e-02 2e-03 0e+00 0e+00",
    ] {
        assert!(refused(text).starts_with("Too few digits were copied"), "{}", refused(text));
    }
    // Many rows, or wide ones.
    read("n,mean_x,mean_y,sxx,sxy,syy\n12,1.389,3.013,0.020,0.001,0.030\n");
}

#[test]
fn numbers_in_words_are_refused_with_what_to_switch_off() {
    let footer = "┌────────┬────────┬──────┬──────┬──────┬──────┐\n\
                  │   n    │ mean_x │mean_y│ sxx  │ sxy  │ syy  │\n\
                  │ int64  │ double │double│double│double│double│\n\
                  ├────────┼────────┼──────┼──────┼──────┼──────┤\n\
                  │ 119040 │  2.5   │ 6.0  │ 5.0  │ 10.0 │ 20.5 │\n\
                  │(119.04 │        │      │      │      │      │\n";
    let all = refused(case!("duckdb-j-large-numbers-all"));
    assert!(all.contains("'1.25 million'") && all.contains(".large_number_rendering off"), "{all}");
    // By default the words stand below the number.
    let below = footer.replace("(119.04 ", "(119.04 thousand)");
    assert_eq!(read(&below).summary.n(), 119_040);
}

#[test]
fn a_sample_is_read_without_the_chatter_around_it() {
    let text = case!("chatty-k-sample-with-completion-time");
    let Pairs { xs, ys, left_out } = pairs(text).expect("a sample");
    assert_eq!((xs.len(), ys.len(), left_out), (4, 4, 0));
    assert_eq!((xs[0], ys[3]), (22.222_222_222_222_2, 26.666_666_666_666_7));
    let other = "Waiting on bqjob_r1_1 ... (0s) Current status: DONE   \nx,y\n1,2\n2,3.5\n";
    assert_eq!(pairs(other).map(|pairs| (pairs.xs.len(), pairs.left_out)), Ok((2, 0)));
}

#[test]
fn null_may_stand_in_brackets() {
    for null in ["[NULL]", "(null)", "<null>", "<NULL>", "{null}", "NULL", ""] {
        let text =
            format!("n,mean_x,mean_y,sxx,sxy,syy,min_x,max_x\n4,2.5,6,5,10,20,{null},{null}");
        assert!(!read(&text).ranges_known, "{null}");
        let text = format!("n,mean_x,mean_y,sxx,sxy,syy\n4,2.5,6,{null},10,20");
        assert_eq!(sums(&text), Err(SumsError::Null { field: "sxx" }), "{null}");
        let found = pairs(&format!("x,y\n1,2\n{null},3\n")).expect("a sample");
        assert_eq!((found.xs.len(), found.left_out), (1, 1), "{null}");
    }
}

/// The six sums, each as a cell.
fn cells() -> [String; 6] {
    SIX.map(|value| format!("{value}"))
}

const NAMES: [&str; 6] = ["n", "mean_x", "mean_y", "sxx", "sxy", "syy"];

#[test]
fn chatter_of_other_tools_is_set_aside() {
    let csv = format!("{}\n{}\n", NAMES.join(","), cells().join(","));
    for (above, below) in [
        ("", "SELECT 1\n"),
        ("", "(1 row)\n\nTime: 12.345 ms\n"),
        ("Pager usage is off.\n", ""),
        ("Changed database context to 'weather'.\n", "\n(1 rows affected)\n"),
        ("", "1 Row(s) produced. Time Elapsed: 0.213s\n"),
        ("Query 20261130_023144_00001_abcde, FINISHED, 1 node\n", "Splits: 17 total, 17 done\n"),
        ("Connected to weather, version 3; type 'help' for help\n", "Bye, and thanks\n"),
        ("", "1 row selected (0.123 seconds)\n"),
    ] {
        for sign in [",", "\t", ";", " "] {
            check(&format!("{above}{}{below}", csv.replace(',', sign)), false);
        }
    }
}

#[test]
fn a_name_a_type_and_a_value_a_line_are_read() {
    let lines = |with: fn(&str, &str) -> String| -> String {
        NAMES.iter().zip(cells()).map(|(name, cell)| with(name, &cell) + "\n").collect()
    };
    check(&lines(|name, cell| format!("│ {name} │ double │ {cell} │")), false);
    check(&lines(|name, cell| format!("{name} = {cell}")), false);
    check(&lines(|name, cell| format!("{name} : {cell}")), false);
    check(&lines(|name, cell| format!("{name},DOUBLE,{cell}")), false);
    check(&lines(|name, cell| format!("$ {name} <dbl> {cell}")).replace("$ ", ""), false);
    check(
        &("Rows: 1\nColumns: 6\n".to_owned() + &lines(|name, cell| format!("{name} {cell}"))),
        false,
    );
    check(
        &("                  0\n".to_owned() + &lines(|name, cell| format!("{name}  {cell}"))),
        false,
    );
    let two = lines(|name, cell| format!("│ {name} │ double │ {cell} │ {cell} │"));
    assert_eq!(sums(&two), Err(SumsError::SeveralRows { rows: 2 }));
}

#[test]
fn types_and_rulers_between_names_and_values_are_set_aside() {
    let row = |cells: &[String]| format!("│ {} │\n", cells.join(" ┆ "));
    let of = |word: &str| vec![word.to_owned(); 6];
    let names = NAMES.map(str::to_owned);
    // polars
    check(
        &format!(
            "shape: (1, 6)\n┌───┬───┐\n{}{}{}╞═══╪═══╡\n{}└───┴───┘\n",
            row(&names),
            row(&of("---")),
            row(&of("f64")),
            row(&cells())
        ),
        false,
    );
    // A tibble.
    check(
        &format!(
            "# A tibble: 1 × 6\n  {}\n  {}\n1 {}\n",
            NAMES.join(" "),
            of("<dbl>").join(" "),
            cells().join(" ")
        ),
        false,
    );
}

#[test]
fn html_xml_latex_and_insert_are_read() {
    let [n, ..] = NAMES;
    assert_eq!(n, "n");
    let wrapped = |open: &str, close: &str, cells: &[String]| -> String {
        cells.iter().map(|cell| format!("{open}{cell}{close}")).collect()
    };
    let names = NAMES.map(str::to_owned);
    let (heads, values) = (wrapped("<th>", "</th>", &names), wrapped("<td>", "</td>", &cells()));
    check(&format!("<table><tr>{heads}</tr><tr>{values}</tr></table>"), false);
    check(
        &format!("<TABLE BORDER=1><TR>{heads}</TR>\n<TR>{values}</TR></TABLE>").to_uppercase(),
        false,
    );
    check(
        &format!(
            "<table class=\"dataframe\">\n<thead><tr style=\"text-align: right;\"><th></th>{heads}</tr></thead>\n\
             <tbody><tr><th>0</th>{values}</tr></tbody></table>"
        ),
        false,
    );
    let pairs: String = NAMES
        .iter()
        .zip(cells())
        .map(|(name, cell)| format!("<tr><th>{name}</th><td align=\"right\">{cell}</td></tr>\n"))
        .collect();
    check(
        &format!(
            "<table border=\"1\">\n<tr><td colspan=\"2\">Record 1</td></tr>\n{pairs}</table>\n<p>(1 row)<br />\n</p>"
        ),
        false,
    );
    let fields: String = NAMES
        .iter()
        .zip(cells())
        .map(|(name, cell)| format!("<field name=\"{name}\">{cell}</field>\n"))
        .collect();
    check(&format!("<?xml version=\"1.0\"?>\n<resultset><row>{fields}</row></resultset>"), false);
    let escaped = names.map(|name| name.replace('_', "\\_"));
    check(
        &format!(
            "\\begin{{tabular}}{{lrrrrrr}}\n\\toprule\n & {} \\\\\n\\midrule\n0 & {} \\\\\n\\bottomrule\n\\end{{tabular}}\n",
            escaped.join(" & "),
            cells().join(" & ")
        ),
        false,
    );
    let values = cells().join(",");
    check(&format!("INSERT INTO \"table\" VALUES({values});"), false);
    check(&format!("INSERT INTO t({}) VALUES({values});", NAMES.join(",")), false);
}

#[test]
fn a_table_in_html_or_latex_becomes_cells_between_tabs() {
    for text in [
        "<table><tr><th>x</th><th>y</th></tr><tr><td>1</td><td>2</td></tr></table>",
        "\\begin{tabular}{rr}\n x & y \\\\\n\\hline\n1 & 2 \\\\\n\\end{tabular}",
    ] {
        assert_eq!(unboxed(text).as_deref(), Some("x\ty\n1\t2\n"), "{text}");
    }
}

#[test]
fn an_error_line_stays_an_error() {
    for line in [
        "ERROR:  column \"sxx\" does not exist",
        "Msg 208, Level 16, State 1, Line 1\nInvalid object name 'sxx'.",
        "ORA-00942: table or view does not exist",
        "Binder Error: Referenced column \"sxx\" not found in FROM clause!",
        "Code: 47. DB::Exception: Missing columns: 'sxx' while processing query",
        "Error in query (1054): Unknown column 'sxx'",
        "[42703] ERROR: column sxx does not exist",
        "BigQuery error in query operation: Unrecognized name: sxx",
        "pyspark.errors.exceptions.captured.AnalysisException: [UNRESOLVED_COLUMN] sxx",
    ] {
        assert!(matches!(sums(line), Err(SumsError::Refused { .. })), "{:?}\n{line}", sums(line));
    }
}

#[test]
fn n_the_ends_and_the_cross_sum_prove_the_decimal_sign() {
    // A row count is whole; a 0 has no thousands behind it; the ends bound the sums.
    for (text, n, mean_x) in [
        ("1.200\t17,5\t27,25\t8.269,5\t7.597,25\t9.047,5", 1200, 17.5),
        ("1,200\t2.125\t3.250\t100.500\t50.250\t90.125", 1200, 2.125),
        ("1.234\t2.125\t3.250\t100.500\t0.250\t90.125", 0, 0.0),
        ("12\t2.125\t3.250\t100.500\t50.250\t120.125\t-4.500\t9.500\t-4.250\t9.750", 12, 2.125),
        ("12\t2,125\t3,250\t100,500\t50,250\t120,125\t-4,500\t9,500\t-4,250\t9,750", 12, 2.125),
        ("12\t2.125\t3.250\t100.500\t0.250\t90.125", 12, 2.125),
    ] {
        if n == 0 {
            assert!(matches!(sums(text), Err(SumsError::NotACount { .. })), "{:?}", sums(text));
            continue;
        }
        let found = read(text);
        assert_eq!((found.summary.n(), found.summary.mean_x()), (n, mean_x), "{text}");
    }
}

#[test]
fn where_nothing_proves_the_decimal_sign_it_is_asked_for() {
    for text in [
        "12\t2.125\t3.250\t100.500\t50.250\t90.125",
        "n;mean_x;mean_y;sxx;sxy;syy\n12;2,125;3,250;100,500;50,250;90,125",
    ] {
        let sentence = refused(text);
        assert!(sentence.contains("2125 if") && sentence.contains("2.125 if"), "{sentence}");
        assert!(sentence.contains("without signs between thousands"), "{sentence}");
    }
}

#[test]
fn rows_of_sums_open_as_data() {
    let found = has_line(case!("duckdb-h-mode-html"), 0.918_774_230_654, 10.700_567_037_46);
    let data: Dataset =
        found.dataset(Pairs::default(), Default::default(), Default::default()).expect("a dataset");
    assert!(is_close(data.least_cost(), 17.361_499_126_58, 1e-9), "{}", data.least_cost());
}
