//! The databases whose SQL is written.

use std::fmt;

use super::dialect::{self, Dialect};
use super::name::Path;

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
            Self::PostgreSql => dialect::POSTGRESQL,
            Self::DuckDb => dialect::DUCKDB,
            Self::Spark => dialect::SPARK,
            Self::Snowflake => dialect::SNOWFLAKE,
            Self::Oracle => dialect::ORACLE,
            Self::Trino => dialect::TRINO,
            Self::BigQuery => dialect::BIGQUERY,
            Self::Redshift => dialect::REDSHIFT,
            Self::SqlServer => dialect::SQL_SERVER,
            Self::MySql => dialect::MYSQL,
            Self::Sqlite => dialect::SQLITE,
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

/// Whether a name is that of a file, which DuckDB reads like a table.
fn is_file(name: &str) -> bool {
    const ENDINGS: [&str; 7] = [".csv", ".tsv", ".parquet", ".json", ".ndjson", ".gz", ".zst"];
    let name = name.to_ascii_lowercase();
    name.contains(['/', '\\']) || ENDINGS.iter().any(|ending| name.ends_with(ending))
}
