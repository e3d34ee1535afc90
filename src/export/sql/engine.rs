//! The databases that SQL is written for.

use std::fmt;
use std::str::FromStr;

use super::name::Path;
use super::syntax::{self, Syntax};

/// A database, or several that share their SQL.
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

/// No engine has this name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("There is no database called '{0}' here. Choose one of the list.")]
pub struct UnknownEngine(pub String);

impl FromStr for Engine {
    type Err = UnknownEngine;

    fn from_str(name: &str) -> Result<Self, UnknownEngine> {
        Self::from_name(name).ok_or_else(|| UnknownEngine(name.to_owned()))
    }
}

impl Engine {
    /// All engines, those with the functions of the SQL standard first.
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

    /// The name on the page. It never changes.
    pub fn name(self) -> &'static str {
        self.syntax().id
    }

    /// The engine of this name, or `None` where there is none.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|engine| engine.name() == name)
    }

    pub(super) fn syntax(self) -> Syntax {
        match self {
            Self::PostgreSql => syntax::POSTGRESQL,
            Self::DuckDb => syntax::DUCKDB,
            Self::Spark => syntax::SPARK,
            Self::Snowflake => syntax::SNOWFLAKE,
            Self::Oracle => syntax::ORACLE,
            Self::Trino => syntax::TRINO,
            Self::BigQuery => syntax::BIGQUERY,
            Self::Redshift => syntax::REDSHIFT,
            Self::SqlServer => syntax::SQL_SERVER,
            Self::MySql => syntax::MYSQL,
            Self::Sqlite => syntax::SQLITE,
        }
    }

    /// The name of a table in the syntax of the engine.
    pub(super) fn table(self, path: &Path) -> String {
        if self == Self::DuckDb && is_file(&path.whole) {
            return format!("'{}'", path.whole.replace('\'', "''"));
        }
        let parts = path.parts.iter().map(|part| match part {
            Some(name) => self.syntax().quoted(name),
            None => String::new(),
        });
        parts.collect::<Vec<_>>().join(".")
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.syntax().title)
    }
}

/// Whether a name is that of a file, which DuckDB reads like a table.
fn is_file(name: &str) -> bool {
    const ENDINGS: [&str; 7] = [".csv", ".tsv", ".parquet", ".json", ".ndjson", ".gz", ".zst"];
    let name = name.to_ascii_lowercase();
    name.contains(['/', '\\']) || ENDINGS.iter().any(|ending| name.ends_with(ending))
}
