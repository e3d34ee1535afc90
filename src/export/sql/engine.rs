//! The databases whose SQL is written, and how it differs.

use std::fmt;

use super::name::{Name, Path};

/// A database, or several that speak alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Engine {
    /// PostgreSQL.
    PostgreSql,
    /// DuckDB; a table may also be a file, such as `weather.csv`.
    DuckDb,
    /// Apache Spark 3.4 or newer, Databricks.
    Spark,
    /// Snowflake.
    Snowflake,
    /// Oracle 12c or newer.
    Oracle,
    /// Trino, and Athena, which is built on it.
    Trino,
    /// Google BigQuery.
    BigQuery,
    /// Amazon Redshift.
    Redshift,
    /// Microsoft SQL Server, Azure SQL.
    SqlServer,
    /// MySQL 8.0.17 or newer, MariaDB.
    MySql,
    /// SQLite 3.8.3 or newer.
    Sqlite,
}

/// How the SQL of an engine differs from that of others.
#[derive(Clone, Copy)]
pub(super) struct Dialect {
    id: &'static str,
    title: &'static str,
    quotes: (char, char),
    /// What stands before a closing quote, or a backslash, in a name.
    escape: Escape,
    /// What becomes of plain names, where quoted ones are taken to the letter.
    fold: Option<Fold>,
    /// The type that both columns are converted to.
    pub(super) number: &'static str,
    /// Whether it has the regr_* functions of the SQL standard, all that are needed.
    pub(super) has_regr: bool,
    pub(super) count: &'static str,
    /// What a result is wrapped in so that all its digits are printed.
    pub(super) shown: Option<&'static str>,
    /// What is true of every value that counts.
    pub(super) is_value: &'static str,
    /// A random number for each row.
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

/// What most engines agree on.
const USUAL: Dialect = Dialect {
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

const POSTGRESQL: Dialect = Dialect {
    id: "postgresql",
    title: "PostgreSQL",
    fold: Some(Fold::Lower),
    number: "DOUBLE PRECISION",
    has_regr: true,
    ..USUAL
};

const DUCKDB: Dialect = Dialect { id: "duckdb", title: "DuckDB", has_regr: true, ..USUAL };

const SPARK: Dialect = Dialect {
    id: "spark",
    title: "Spark, Databricks",
    quotes: TICKS,
    has_regr: true,
    random: "RAND()",
    ..USUAL
};

const SNOWFLAKE: Dialect = Dialect {
    id: "snowflake",
    title: "Snowflake",
    fold: Some(Fold::Upper),
    has_regr: true,
    ..USUAL
};

const ORACLE: Dialect = Dialect {
    id: "oracle",
    title: "Oracle",
    fold: Some(Fold::Upper),
    // Oracle's sums of squares are Σx² − (Σx)²/n: the 38 digits of NUMBER lose nothing to speak of by that,
    // BINARY_DOUBLE would.
    number: "NUMBER",
    has_regr: true,
    // SQL*Plus prints ten digits of a number, but all of a text.
    shown: Some("TO_CHAR"),
    random: "DBMS_RANDOM.VALUE",
    limit: Limit::Fetch,
    ..USUAL
};

// Of the regr_* functions it has the slope and the intercept alone.
const TRINO: Dialect = Dialect { id: "trino", title: "Trino, Athena", ..USUAL };

const BIGQUERY: Dialect = Dialect {
    id: "bigquery",
    title: "BigQuery",
    quotes: TICKS,
    escape: Escape::Backslash,
    number: "FLOAT64",
    random: "RAND()",
    ..USUAL
};

const REDSHIFT: Dialect =
    Dialect { id: "redshift", title: "Redshift", number: "DOUBLE PRECISION", ..USUAL };

const SQL_SERVER: Dialect = Dialect {
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

const MYSQL: Dialect = Dialect {
    id: "mysql",
    title: "MySQL, MariaDB",
    quotes: TICKS,
    // A text without a number would count as 0.
    is_value: "REGEXP '[0-9]'",
    random: "RAND()",
    ..USUAL
};

const SQLITE: Dialect = Dialect {
    id: "sqlite",
    title: "SQLite",
    number: "REAL",
    // A text without a number would count as 0, such as the empty cells of an imported CSV file.
    is_value: "GLOB '*[0-9]*'",
    ..USUAL
};

impl Engine {
    /// All of them, those with the functions of the SQL standard first.
    pub const ALL: [Self; 11] = [
        Self::PostgreSql,
        Self::DuckDb,
        Self::Spark,
        Self::Snowflake,
        Self::Oracle,
        Self::Trino,
        Self::BigQuery,
        Self::Redshift,
        Self::SqlServer,
        Self::MySql,
        Self::Sqlite,
    ];

    /// The name that stands for it in settings; it never changes.
    pub fn name(self) -> &'static str {
        self.dialect().id
    }

    /// The engine of this name.
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|engine| engine.name() == name)
    }

    pub(super) fn dialect(self) -> Dialect {
        match self {
            Self::PostgreSql => POSTGRESQL,
            Self::DuckDb => DUCKDB,
            Self::Spark => SPARK,
            Self::Snowflake => SNOWFLAKE,
            Self::Oracle => ORACLE,
            Self::Trino => TRINO,
            Self::BigQuery => BIGQUERY,
            Self::Redshift => REDSHIFT,
            Self::SqlServer => SQL_SERVER,
            Self::MySql => MYSQL,
            Self::Sqlite => SQLITE,
        }
    }

    /// A table's name as this engine writes it.
    pub(super) fn table(self, path: &Path) -> String {
        if self == Self::DuckDb && is_file(&path.whole) {
            return format!("'{}'", path.whole.replace('\'', "''"));
        }
        let parts = path.parts.iter().map(|part| match part {
            Some(name) => self.dialect().quoted(name),
            None => String::new(),
        });
        parts.collect::<Vec<_>>().join(".")
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.dialect().title)
    }
}

impl Dialect {
    /// A name between the engine's quotes.
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

/// Whether a name is that of a file, which DuckDB reads like a table.
fn is_file(name: &str) -> bool {
    const ENDINGS: [&str; 7] = [".csv", ".tsv", ".parquet", ".json", ".ndjson", ".gz", ".zst"];
    let name = name.to_ascii_lowercase();
    name.contains(['/', '\\']) || ENDINGS.iter().any(|ending| name.ends_with(ending))
}
