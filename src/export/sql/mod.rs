//! SQL that sums a table where it is, and that draws a sample of its rows.
//!
//! Squared error sees the data only through n, x̄, ȳ, Sxx, Sxy and Syy, so one row that a database returns is
//! enough to descend on all of its rows; [`crate::import::sums`] reads it back.
//!
//! ```
//! use downhill::export::sql::{Engine, Table};
//!
//! let table = Table::new("public.weather", "mintemp", "maxtemp")?;
//! let statement = Engine::PostgreSql.sums(&table);
//! assert!(statement.contains("regr_sxx(y, x) AS sxx"));
//! assert!(statement.contains(r#"FROM "public"."weather" t"#));
//! # Ok::<(), downhill::export::sql::NameError>(())
//! ```

mod dialect;
mod engine;
mod name;
mod statement;

pub use engine::Engine;
pub use name::NameError;
pub use statement::COLUMNS;

use name::{Name, Path};

/// A table and the two of its columns that are x and y.
///
/// # Case
///
/// Every name is quoted in the statement, so that spaces and reserved words do no harm. PostgreSQL, Snowflake
/// and Oracle take quoted names to the letter, but fold plain ones: there, a name that needs no quotes is
/// folded before it is quoted, so that `MinTemp` finds what it finds in a query that is written by hand. A
/// person who means a name to the letter types the quotes: `"MinTemp"`. The other engines look for a quoted
/// name as they look for a plain one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    name: Path,
    x: Name,
    y: Name,
}

impl Table {
    /// Reads the names as a person types them. That of the table may have several parts, such as
    /// `catalog.schema.table`; a column's name is one, dots included. Any of them may stand in the quotes of
    /// any engine.
    ///
    /// # Errors
    /// When no table or column can be called that.
    pub fn new(name: &str, x: &str, y: &str) -> Result<Self, NameError> {
        Ok(Self { name: Path::read(name)?, x: Name::read(x, "x")?, y: Name::read(y, "y")? })
    }

    /// What the columns are called, without quotes: (x, y).
    pub fn columns(&self) -> (&str, &str) {
        (self.x.text(), self.y.text())
    }
}
