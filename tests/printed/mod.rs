//! Output of databases' tools, pasted.

mod boxes;
mod cases;
mod properties;

use boxes::BOXES;
use downhill::import::sums::{SummedRows, SumsError, sums};
use downhill::import::{Pairs, pairs};
use downhill::numeric::range::Range;

/// The six sums of the points (1, 2), (2, 3.5) and (4, 8.1), as engines give them.
const SIX: [f64; 6] = [
    3.0,
    2.3333333333333335,
    4.533333333333333,
    4.666666666666666,
    9.666666666666666,
    20.206666666666663,
];
const ENDS: [f64; 4] = [1.0, 4.0, 2.0, 8.1];

fn read(text: &str) -> SummedRows {
    sums(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn check(text: &str, ranges_known: bool) {
    let found = read(text);
    assert_eq!(found.summary.numbers()[..6], SIX, "{text}");
    assert_eq!(found.ranges_known, ranges_known, "{text}");
    if ranges_known {
        assert_eq!(found.summary.numbers()[6..], ENDS, "{text}");
    }
}

fn refused(text: &str) -> String {
    match sums(text) {
        Err(error) => error.to_string(),
        Ok(found) => panic!("{found:?}\n{text}"),
    }
}

const SIX_AS_CSV: &str =
    "3,2.3333333333333335,4.533333333333333,4.666666666666666,9.666666666666666,20.206666666666663";

#[test]
fn separated_rows_are_read_with_and_without_names() {
    let names = "n,mean_x,mean_y,sxx,sxy,syy";
    let csv = format!("{names}\n{SIX_AS_CSV}\n");
    check(&csv, false);
    check(SIX_AS_CSV, false);
    check(&format!("{SIX_AS_CSV},1,4,2,8.1\r\n"), true);
    for sign in ["\t", ";", "|", " "] {
        check(&csv.replace(',', sign), false);
        check(&SIX_AS_CSV.replace(',', sign), false);
        check(&format!("{SIX_AS_CSV},1,4,2,8.1").replace(',', sign), true);
    }
    check(&SIX_AS_CSV.replace(',', "\n"), false);
    check(&format!("\u{feff}\n\n{csv}\n"), false);
    check(&csv.replace('.', "'").replace(',', ";").replace('\'', ","), false);
    check(&format!("'n','mean_x','mean_y','sxx','sxy','syy'\n{SIX_AS_CSV}"), false);
    let quoted: Vec<String> = SIX_AS_CSV.split(',').map(|cell| format!("\"{cell}\"")).collect();
    check(&quoted.join(","), false);
}

#[test]
fn columns_are_known_by_their_names_in_any_order() {
    for names in [
        "syy,sxy,sxx,mean_y,mean_x,n",
        "SYY,SXY,SXX,MEAN_Y,MEAN_X,N",
        "regr_syy,regr_sxy,regr_sxx,regr_avgy,regr_avgx,regr_count",
        "\"REGR_SYY(Y, X)\",\"REGR_SXY(Y, X)\",\"REGR_SXX(Y, X)\",\"REGR_AVGY(Y, X)\",\
         \"REGR_AVGX(Y, X)\",\"REGR_COUNT(Y, X)\"",
        "\"regr_syy(maxtemp, mintemp)\",\"regr_sxy(maxtemp, mintemp)\",\"regr_sxx(maxtemp, mintemp)\",\
         \"regr_avgy(maxtemp, mintemp)\",\"regr_avgx(maxtemp, mintemp)\",\"count(1)\"",
        "Syy,Sxy,Sxx,avg_y,avg x,count_star()",
        "q.syy,q.sxy,q.sxx,avg(pairs.y),AVG(pairs.x),COUNT(*)",
        "syy,sxy,sxx,ȳ,x̄,n",
    ] {
        let cells: Vec<&str> = SIX_AS_CSV.rsplit(',').collect();
        check(&format!("{names}\n{}", cells.join(",")), false);
        let cells: Vec<&str> = SIX_AS_CSV.rsplit(',').chain(["7"]).collect();
        check(&format!("{names},other\n{}", cells.join(",")), false);
    }
    check(
        &format!(
            "syy,max_y,min_x,n,mean_x,mean_y,sxx,sxy,min_y,max_x\n20.206666666666663,8.1,1,{},2,4",
            &SIX_AS_CSV[..SIX_AS_CSV.rfind(',').unwrap_or(0)]
        ),
        true,
    );
}

#[test]
fn what_is_drawn_with_lines_is_read() {
    for text in BOXES {
        check(text, false);
        check(&text.replace('\n', "\r\n"), false);
    }
}

#[test]
fn json_and_python_are_read() {
    let [n, mean_x, mean_y, sxx, sxy, syy] = SIX;
    for text in [
        format!(
            r#"{{"n":{n},"mean_x":{mean_x},"mean_y":{mean_y},"sxx":{sxx},"sxy":{sxy},"syy":{syy}}}"#
        ),
        format!(
            r#"[{{"syy":{syy},"sxy":{sxy},"sxx":{sxx},"n":{n},"mean_x":{mean_x},"mean_y":{mean_y}}}]"#
        ),
        format!(
            "[\n  {{\n    \"n\": \"{n}\",\n    \"mean_x\": \"{mean_x}\",\n    \"mean_y\": \"{mean_y}\",\n    \
                 \"sxx\": \"{sxx}\",\n    \"sxy\": \"{sxy}\",\n    \"syy\": \"{syy}\"\n  }}\n]\n"
        ),
        format!("[{n}, {mean_x}, {mean_y}, {sxx}, {sxy}, {syy}]"),
        format!("[[{n}, {mean_x}, {mean_y}, {sxx}, {sxy}, {syy}]]"),
        format!("({n}, {mean_x}, {mean_y}, {sxx}, {sxy}, {syy})"),
        format!(
            "[({n}, Decimal('{mean_x}'), Decimal('{mean_y}'), np.float64({sxx}), {sxy}, {syy})]"
        ),
        format!("Row(n={n}, mean_x={mean_x}, mean_y={mean_y}, sxx={sxx}, sxy={sxy}, syy={syy})"),
        format!("[Row(n={n}, mean_x={mean_x}, mean_y={mean_y}, sxx={sxx}, sxy={sxy}, syy={syy})]"),
        format!(
            "{{'n': {n}, 'mean_x': {mean_x}, 'mean_y': {mean_y}, 'sxx': {sxx}, 'sxy': {sxy}, 'syy': {syy}, 'min_x': None}}"
        ),
        format!(
            r#"{{"rowCount":1,"rows":[{{"n":{n},"mean_x":{mean_x},"mean_y":{mean_y},"sxx":{sxx},"sxy":{sxy},"syy":{syy}}}]}}"#
        ),
        format!(
            r#"{{"n":{{"0":{n}}},"mean_x":{{"0":{mean_x}}},"mean_y":{{"0":{mean_y}}},"sxx":{{"0":{sxx}}},"sxy":{{"0":{sxy}}},"syy":{{"0":{syy}}}}}"#
        ),
    ] {
        check(&text, false);
    }
}

#[test]
fn numbers_are_read_as_tools_write_them() {
    let found = read(
        "n,mean_x,mean_y,sxx,sxy,syy\n119040.000,1.778951052859450e+01,2.7E1,8.26905460079001E6,7597394,9047002.93976658000\n",
    );
    let [n, mean_x, mean_y, sxx, ..] = found.summary.numbers();
    assert_eq!((n, mean_x, mean_y, sxx), (119_040.0, 17.7895105285945, 27.0, 8_269_054.600_790_01));
    let found = read(
        "n\tmean_x\tmean_y\tsxx\tsxy\tsyy\n119,040\t17.79\t-27.05\t8,269,054.6\t7,597,394.28\t9,047,002.94\n",
    );
    assert_eq!(found.summary.numbers()[..2], [119_040.0, 17.79]);
    // pandas prints the number of the row before it.
    let found =
        read("      n  mean_x  mean_y  sxx  sxy   syy\n0     4     2.5     6.0  5.0  10.0  20.0\n");
    assert_eq!(found.summary.numbers()[..6], [4.0, 2.5, 6.0, 5.0, 10.0, 20.0]);
}

#[test]
fn sums_that_rounding_pushed_too_far_are_brought_back() {
    let found = read("4,2.5,6,5,10.000000000001,20");
    assert!((found.summary.sxy() - 10.0).abs() < 1e-14);
    assert_eq!(found.summary.residual_sum(), 0.0);
    let found = read("4,2.5,6,5,-10.000000000001,20");
    assert!((found.summary.sxy() + 10.0).abs() < 1e-14);
    let found = read("4,1000000,6,-1e-5,0,20");
    assert_eq!(found.summary.sxx(), 0.0);
}

#[test]
fn ends_that_are_not_told_stand_three_deviations_away() {
    let found = read("100,10,20,400,0,100");
    assert!(!found.ranges_known);
    assert_eq!(found.summary.range_x(), Range::new(4.0, 16.0));
    assert_eq!(found.summary.range_y(), Range::new(17.0, 23.0));
    // Of few rows none can be that far away; of equal ones none is.
    let found = read("2,10,20,8,0,0");
    assert_eq!(found.summary.range_x(), Range::new(8.0, 12.0));
    assert_eq!(found.summary.range_y(), Range::new(20.0, 20.0));
}

#[test]
fn what_cannot_be_is_refused_with_a_sentence() {
    for (text, beginning) in [
        ("", "Paste the row"),
        (" \n", "Paste the row"),
        ("hello", "There are no sums in this"),
        (
            "ERROR:  relation \"weather\" does not exist\nLINE 1: select 1 from weather;\n",
            "The database answered with an error, not with sums: ERROR:  relation \"weather\"",
        ),
        (
            "psql:sums.sql:1: ERROR:  relation \"weather\" does not exist\n",
            "The database answered with an error",
        ),
        ("Parse error: no such table: weather\n", "The database answered with an error"),
        ("SELECT 1;", "This is the SQL itself"),
        ("WITH pairs AS (\n    SELECT 1\n)\nSELECT\n    COUNT(*) AS n\n", "This is the SQL itself"),
        ("x,y\n1,2\n2,3\n3,5\n", "These are single rows, not their sums"),
        (" x | y \n---+---\n 1 | 2\n 2 | 3\n(2 rows)\n", "These are single rows"),
        ("n,mean_x,mean_y,sxx,sxy,syy\n", "These are the names of the columns without the row"),
        ("n,mean_x,mean_y\n4,2.5,6\n", "The answer has no column sxx, sxy, syy."),
        ("4,2.5,6,5\n", "This row has 4 values without names"),
        (
            "n,mean_x,mean_y,sxx,sxy,syy\n4,2.5,6,5,10,20\n4,2.5,6,5,10,20\n",
            "The answer has 2 rows",
        ),
        ("n|4\nsxx|5\nn|4\nsxx|5", "The answer has 2 rows"),
        ("n,mean_x,mean_y,sxx,sxy,syy\n0,,,,,\n", "No row of the table has a number in both"),
        (
            "n,mean_x,mean_y,sxx,sxy,syy\nNULL,NULL,NULL,NULL,NULL,NULL\n",
            "No row of the table has a number",
        ),
        (
            "n,mean_x,mean_y,sxx,sxy,syy\n4,2.5,6,NULL,10,20\n",
            "There is no value in the column sxx",
        ),
        (
            "n,mean_x,mean_y,sxx,sxy,syy\n4,2.5,6,five,10,20\n",
            "'five' in the column sxx is not a number",
        ),
        ("n,mean_x,mean_y,sxx,sxy,syy\n4,2.5,6,NaN,10,20\n", "The column sxx is not finite"),
        ("n,mean_x,mean_y,sxx,sxy,syy\n4,2.5,6,5,10,-Infinity\n", "The column syy is not finite"),
        ("1,2.5,6,0,0,0", "There is only one row"),
        ("2.5,4,6,5,10,20", "n is 2.5, but a number of rows is whole"),
        ("-4,4,6,5,10,20", "n is −4"),
        ("4,2.5,6,-5,10,20", "sxx is −5, and a sum of squares cannot be negative"),
        ("4,2.5,6,5,10.001,20", "The numbers were rounded too much"),
        ("4,2.5,6,5,11,20", "These are not the sums of any rows: Sxy² is more"),
        ("4,2.5,6,5,10,20,3,4,3,9", "The mean of x is 2.5, which is not between its least, 3"),
        ("4,2.5,6,5,10,20,1,4,7,9", "The mean of y is 6"),
        // A variance.
        ("4,2.5,6,1.25,2.5,5,1,4,3,9", "sxx is too small for 4 rows"),
        ("4,2.5,6,500,10,20,1,4,3,9", "sxx is too large for 4 rows"),
        ("4,1e200,6,5,10,20", "The numbers are too large"),
        (
            "+---+--------------------+\n|  n|                 sxx|\n+---+--------------------+\n\
             |  3|8269054.6007900641...|\n+---+--------------------+\n",
            "The tool cut off part",
        ),
        (
            "┌───────┬───┬────────┐\n│   n   │ … │ max_y  │\n│ int64 │ … │ double │\n├───────┼───┼────────┤\n\
             │     3 │ … │    8.1 │\n└───────┴───┴────────┘\n  1 rows   10 columns (3 shown)\n",
            "The tool cut off part of what it printed ('…')",
        ),
    ] {
        let sentence = refused(text);
        assert!(sentence.starts_with(beginning), "{sentence}\n{text}");
    }
    assert_eq!(sums(""), Err(SumsError::Empty));
}

#[test]
fn a_sample_is_read_from_every_form() {
    let expected = Pairs { xs: vec![1.0, 2.0, 4.0], ys: vec![2.0, 3.5, 8.1], left_out: 0 };
    for text in [
        "x,y\n1,2\n2,3.5\n4,8.1\n",
        "y;x\n2;1\n3,5;2\n8,1;4\n",
        "1\t2\n2\t3.5\n4\t8.1\n",
        " x |  y  \n---+-----\n 1 |   2\n 2 | 3.5\n 4 | 8.1\n(3 rows)\n",
        "Y                   X\n------------------- ----\n2                   1\n3.5                 2\n8.1                 4\n\n(3 rows affected)\n",
        "+---+---+\n|  x|  y|\n+---+---+\n|1.0|2.0|\n|2.0|3.5|\n|4.0|8.1|\n+---+---+\nonly showing top 3 rows\n",
        "┌────────┬────────┐\n│   x    │   y    │\n│ double │ double │\n├────────┼────────┤\n│    1.0 │    2.0 │\n│    2.0 │    3.5 │\n│     ·  │     ·  │\n│    4.0 │    8.1 │\n└────────┴────────┘\n  50 rows      2 columns\n  (3 shown)             \n",
        "[{\"x\":1,\"y\":2},{\"y\":3.5,\"x\":2},{\"x\":4,\"y\":8.1}]",
        "{\"x\":1,\"y\":2}\n{\"x\":2,\"y\":3.5}\n{\"x\":4,\"y\":8.1}\n",
        "[(1.0, 2.0), (2.0, 3.5), (4.0, 8.1)]",
        "{\"x\": [1, 2, 4], \"y\": [2, 3.5, 8.1]}",
        "     x    y\n0  1.0  2.0\n1  2.0  3.5\n2  4.0  8.1\n",
        "id,x,y\n7,1,2\n8,2,3.5\n9,4,8.1\n",
        "mintemp,maxtemp\n1,2\n2,3.5\n4,8.1\n",
    ] {
        assert_eq!(pairs(text).as_ref(), Ok(&expected), "{text}");
    }
    assert_eq!(pairs(" \n"), Ok(Pairs::default()));
    let found = pairs(" x |  y  \n---+-----\n 1 |   2\n 3 |    \n   |   9\n").expect("pairs");
    assert_eq!((found.xs.len(), found.left_out), (1, 2));
}

#[test]
fn a_sample_that_is_none_is_refused_with_a_sentence() {
    for (text, beginning) in [
        ("hello", "There are no two columns of numbers"),
        ("1\n2\n", "There are no two columns of numbers"),
        ("a,b,c\n1,2,3\n", "This has 3 columns, and none are called x and y"),
        ("x,y\none,two\nthree,four\n", "None of the 2 rows has a number in both"),
    ] {
        let sentence = pairs(text).expect_err("no sample").to_string();
        assert!(sentence.starts_with(beginning), "{sentence}\n{text}");
    }
}

#[test]
fn a_sample_of_other_rows_than_those_of_the_sums_is_refused() {
    let answer = read("4,2.5,6,5,10,20,1,4,3,9");
    let with = |text: &str| {
        let sample = pairs(text).expect("pairs");
        answer.dataset(sample, Default::default(), Default::default())
    };
    let data = with("x,y\n1,3\n4,9\n").expect("a dataset");
    assert_eq!((data.points().len(), data.summary()), (2, &answer.summary));
    let sentence = with("y,x\n1,3\n4,9\n").expect_err("swapped").to_string();
    assert!(
        sentence.starts_with(
            "The sample has x = 9, but the sums say that all rows are between 1 and 4."
        ),
        "{sentence}"
    );
    // Ends that were guessed give way.
    let answer = read("4,2.5,6,5,10,20");
    let sample = pairs("1,3\n4,90\n").expect("pairs");
    let data = answer.dataset(sample, Default::default(), Default::default()).expect("a dataset");
    assert_eq!(data.summary().range_y().max, 90.0);
}
