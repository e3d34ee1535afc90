//! The syntax of each engine, where it differs from that of others.

use super::name::Name;

/// The syntax of an engine, where it differs from that of others.
#[derive(Clone, Copy)]
pub(super) struct Syntax {
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    quotes: (char, char),
    /// How a closing quote is written in a name.
    escape: Escape,
    /// How plain names are folded, where the engine takes quoted names to the letter.
    fold: Option<Fold>,
    /// The type that both columns are converted to.
    pub(super) number: &'static str,
    /// Whether it has the regr_* functions of the SQL standard, all that are needed.
    pub(super) has_regr: bool,
    pub(super) count: &'static str,
    /// The function around a result by which all its digits are printed.
    pub(super) shown: Option<&'static str>,
    /// The condition that holds for every value that counts.
    pub(super) is_value: &'static str,
    /// The expression for a random number in each row.
    pub(super) random: &'static str,
    pub(super) limit: Limit,
}

/// How a quote is written inside quotes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Escape {
    Doubled,
    Backslash,
}

/// How an engine folds plain names.
#[derive(Clone, Copy)]
enum Fold {
    Lower,
    Upper,
}

/// How the number of rows is limited.
#[derive(Clone, Copy)]
pub(super) enum Limit {
    /// `LIMIT n` at the end.
    Last,
    /// `FETCH FIRST n ROWS ONLY` at the end.
    Fetch,
    /// `TOP (n)` at the beginning.
    Top,
}

/// The syntax that most engines share.
const USUAL: Syntax = Syntax {
    id: "",
    title: "",
    quotes: ('"', '"'),
    escape: Escape::Doubled,
    fold: None,
    number: "DOUBLE",
    has_regr: false,
    count: "COUNT(*)",
    shown: None,
    is_value: "IS NOT NULL",
    random: "RANDOM()",
    limit: Limit::Last,
};

const TICKS: (char, char) = ('`', '`');

pub(super) const POSTGRESQL: Syntax = Syntax {
    id: "postgresql",
    title: "PostgreSQL",
    fold: Some(Fold::Lower),
    number: "DOUBLE PRECISION",
    has_regr: true,
    ..USUAL
};

pub(super) const DUCKDB: Syntax = Syntax { id: "duckdb", title: "DuckDB", has_regr: true, ..USUAL };

pub(super) const SPARK: Syntax = Syntax {
    id: "spark",
    title: "Spark, Databricks",
    quotes: TICKS,
    has_regr: true,
    random: "RAND()",
    ..USUAL
};

pub(super) const SNOWFLAKE: Syntax = Syntax {
    id: "snowflake",
    title: "Snowflake",
    fold: Some(Fold::Upper),
    has_regr: true,
    ..USUAL
};

pub(super) const ORACLE: Syntax = Syntax {
    id: "oracle",
    title: "Oracle",
    fold: Some(Fold::Upper),
    // Oracle documents COVAR_POP, which its sums use, as (Σxy − Σx·Σy/n)/n: the 38 digits of NUMBER survive that,
    // those of BINARY_DOUBLE would not.
    number: "NUMBER",
    has_regr: true,
    // SQL*Plus prints ten digits of a number, but all of a text.
    shown: Some("TO_CHAR"),
    random: "DBMS_RANDOM.VALUE",
    limit: Limit::Fetch,
    ..USUAL
};

// Of the regr_* functions it has the slope and the intercept alone.
pub(super) const TRINO: Syntax = Syntax { id: "trino", title: "Trino, Athena", ..USUAL };

pub(super) const BIGQUERY: Syntax = Syntax {
    id: "bigquery",
    title: "BigQuery",
    quotes: TICKS,
    escape: Escape::Backslash,
    number: "FLOAT64",
    random: "RAND()",
    ..USUAL
};

pub(super) const REDSHIFT: Syntax =
    Syntax { id: "redshift", title: "Redshift", number: "DOUBLE PRECISION", ..USUAL };

pub(super) const SQL_SERVER: Syntax = Syntax {
    id: "sqlserver",
    title: "SQL Server",
    quotes: ('[', ']'),
    number: "FLOAT",
    count: "COUNT_BIG(*)",
    // RAND() is the same for all rows.
    random: "NEWID()",
    limit: Limit::Top,
    ..USUAL
};

pub(super) const MYSQL: Syntax = Syntax {
    id: "mysql",
    title: "MySQL, MariaDB",
    quotes: TICKS,
    // A text without a number would count as 0.
    is_value: "REGEXP '[0-9]'",
    random: "RAND()",
    ..USUAL
};

pub(super) const SQLITE: Syntax = Syntax {
    id: "sqlite",
    title: "SQLite",
    number: "REAL",
    // A text without a number would count as 0, such as the empty cells of an imported CSV file.
    is_value: "GLOB '*[0-9]*'",
    ..USUAL
};

impl Syntax {
    /// A name in the quotes of the engine.
    pub(super) fn quoted(&self, name: &Name) -> String {
        let (open, close) = self.quotes;
        let text = match self.fold {
            Some(Fold::Lower) if !name.is_exact() => name.text().to_ascii_lowercase(),
            Some(Fold::Upper) if !name.is_exact() => name.text().to_ascii_uppercase(),
            _ => name.text().to_owned(),
        };
        let mut quoted = String::from(open);
        for letter in text.chars() {
            match self.escape {
                Escape::Doubled if letter == close => quoted.push(close),
                Escape::Backslash if letter == close || letter == '\\' => quoted.push('\\'),
                _ => {}
            }
            quoted.push(letter);
        }
        quoted.push(close);
        quoted
    }
}
