//! SQL that sums a table where it is, and draws a sample of its rows.
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

mod engine;
mod name;
mod statement;
mod syntax;

pub use engine::{Engine, UnknownEngine};
pub use name::NameError;

use name::{Name, Path};

/// A table, and its columns x and y.
///
/// # Case
///
/// Every name is quoted in the statement, so that spaces and reserved words do no harm. PostgreSQL, Snowflake and Oracle
/// match the case of quoted names, but fold plain ones: there, a name that needs no quotes is folded before it is quoted,
/// so that `MinTemp` finds what it finds in a query that is written by hand. A person who means the case types the
/// quotes: `"MinTemp"`. The other engines treat quoted names like plain ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    name: Path,
    x: Name,
    y: Name,
}

impl Table {
    /// Reads the names as a person types them. The name of the table may have several parts, such as
    /// `catalog.schema.table`; that of a column is one, dots included. Each may have the quotes of any engine.
    ///
    /// # Errors
    /// When no table or column can have such a name.
    pub fn new(name: &str, x: &str, y: &str) -> Result<Self, NameError> {
        Ok(Self { name: Path::read(name)?, x: Name::read(x, "of x")?, y: Name::read(y, "of y")? })
    }

    /// The names of the columns x and y, without quotes.
    pub fn columns(&self) -> (&str, &str) {
        (self.x.text(), self.y.text())
    }
}
