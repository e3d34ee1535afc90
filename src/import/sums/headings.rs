//! The headings under which a database answers with a sum.

use crate::data::summary_column::SummaryColumn;

/// The names of a column, in small letters and without signs. The functions of the SQL standard take (y, x):
/// the x in their names is their second argument.
fn headings(column: SummaryColumn) -> &'static [&'static str] {
    match column {
        SummaryColumn::Count => {
            &["n", "count", "regrcount", "countstar", "countbig", "rows", "cnt"]
        }
        SummaryColumn::MeanX => &["meanx", "avgx", "regravgx", "xmean", "xavg", "x̄"],
        SummaryColumn::MeanY => &["meany", "avgy", "regravgy", "ymean", "yavg", "ȳ"],
        SummaryColumn::Sxx => &["sxx", "regrsxx"],
        SummaryColumn::Sxy => &["sxy", "regrsxy", "syx"],
        SummaryColumn::Syy => &["syy", "regrsyy"],
        SummaryColumn::MinX => &["minx", "xmin"],
        SummaryColumn::MaxX => &["maxx", "xmax"],
        SummaryColumn::MinY => &["miny", "ymin"],
        SummaryColumn::MaxY => &["maxy", "ymax"],
    }
}

/// The column that a heading names, such as `mean_x`, `regr_avgx(maxtemp, mintemp)` or `AVG(pairs.x)`.
pub(super) fn column_of(heading: &str) -> Option<SummaryColumn> {
    let heading = heading.to_ascii_lowercase();
    let (function, arguments) = match heading.split_once('(') {
        Some((function, arguments)) => (function, arguments.trim_end_matches(')')),
        None => (heading.as_str(), ""),
    };
    // Of `pairs.x` and `to_char(min(pairs.x` the last name counts.
    let last = |text: &str| {
        let text = text.rsplit_once('.').map_or(text, |(_, last)| last);
        text.chars().filter(|letter| !letter.is_ascii() || letter.is_ascii_alphanumeric()).collect()
    };
    let (function, argument): (String, String) = (last(function), last(arguments));
    let whole = match function.as_str() {
        "avg" | "mean" | "min" | "max" => function + &argument,
        _ => function,
    };
    SummaryColumn::ALL.into_iter().find(|&column| headings(column).contains(&whole.as_str()))
}
