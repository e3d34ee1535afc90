//! Which sum a column is, by its name.

use crate::export::sql::COLUMNS;

/// One of the sums.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Count,
    MeanX,
    MeanY,
    Sxx,
    Sxy,
    Syy,
    MinX,
    MaxX,
    MinY,
    MaxY,
}

impl Field {
    /// In the order of the statement.
    pub(super) const ALL: [Self; 10] = [
        Self::Count,
        Self::MeanX,
        Self::MeanY,
        Self::Sxx,
        Self::Sxy,
        Self::Syy,
        Self::MinX,
        Self::MaxX,
        Self::MinY,
        Self::MaxY,
    ];

    /// How many of them there must be: the first ones.
    pub(super) const NEEDED: usize = 6;

    /// What the statement calls it.
    pub(super) fn name(self) -> &'static str {
        COLUMNS[self as usize]
    }

    /// What else it may be called, in small letters and without signs. The functions of the SQL standard take
    /// (y, x), and x is what they say of their second argument.
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Count => &["n", "count", "regrcount", "countstar", "countbig", "rows", "cnt"],
            Self::MeanX => &["meanx", "avgx", "regravgx", "xmean", "xavg", "x̄"],
            Self::MeanY => &["meany", "avgy", "regravgy", "ymean", "yavg", "ȳ"],
            Self::Sxx => &["sxx", "regrsxx"],
            Self::Sxy => &["sxy", "regrsxy", "syx"],
            Self::Syy => &["syy", "regrsyy"],
            Self::MinX => &["minx", "xmin"],
            Self::MaxX => &["maxx", "xmax"],
            Self::MinY => &["miny", "ymin"],
            Self::MaxY => &["maxy", "ymax"],
        }
    }

    /// The sum that a heading names, such as `mean_x`, `regr_avgx(maxtemp, mintemp)` or `AVG(pairs.x)`.
    pub(super) fn of(heading: &str) -> Option<Self> {
        let heading = heading.to_ascii_lowercase();
        let (function, arguments) = match heading.split_once('(') {
            Some((function, arguments)) => (function, arguments.trim_end_matches(')')),
            None => (heading.as_str(), ""),
        };
        // Of `pairs.x` and `to_char(min(pairs.x` the last name counts.
        let last = |text: &str| {
            let text = text.rsplit_once('.').map_or(text, |(_, last)| last);
            text.chars()
                .filter(|letter| !letter.is_ascii() || letter.is_ascii_alphanumeric())
                .collect()
        };
        let (function, argument): (String, String) = (last(function), last(arguments));
        let whole = match function.as_str() {
            "avg" | "mean" | "min" | "max" => function + &argument,
            _ => function,
        };
        Self::ALL.into_iter().find(|field| field.names().contains(&whole.as_str()))
    }
}
