//! The statements.

use super::Table;
use super::engine::Engine;
use super::syntax::{Limit, Syntax};
use crate::data::summary_column::SummaryColumn;

/// The sums in one pass, with the functions of the SQL standard. Those take (y, x): the x in their names is their second
/// argument. Pairs with a NULL are left out before, and the count is that of the rows, because DuckDB's regr_count has
/// only 32 bits.
const REGR: [&str; 5] =
    ["regr_avgx(y, x)", "regr_avgy(y, x)", "regr_sxx(y, x)", "regr_sxy(y, x)", "regr_syy(y, x)"];

/// The sums in two passes: the difference of Σx² and (Σx)²/n would lose the digits that the two share.
const CENTRED: [&str; 5] = [
    "MIN(means.mean_x)",
    "MIN(means.mean_y)",
    "SUM((pairs.x - means.mean_x) * (pairs.x - means.mean_x))",
    "SUM((pairs.x - means.mean_x) * (pairs.y - means.mean_y))",
    "SUM((pairs.y - means.mean_y) * (pairs.y - means.mean_y))",
];

const ENDS: [&str; 4] = ["MIN(pairs.x)", "MAX(pairs.x)", "MIN(pairs.y)", "MAX(pairs.y)"];

impl Engine {
    /// The statement whose one row is n, x̄, ȳ, Sxx, Sxy, Syy and the least and greatest x and y of all rows
    /// that have both, in the order of [`SummaryColumn::ALL`].
    pub fn sums(self, table: &Table) -> String {
        if self.syntax().has_regr {
            self.in_one_pass(table)
        } else {
            self.sums_in_two_passes(table)
        }
    }

    /// The statement that draws `rows` rows of the table, each with the same chance.
    pub fn sample(self, table: &Table, rows: u32) -> String {
        // All engines have faster samples, but those are of blocks, or of a share that wants the count first,
        // or come before NULLs are left out. Rows in random order are uniform everywhere; with a limit,
        // engines keep the best `rows` of one pass instead of sorting all.
        let pairs = self.pairs(table);
        let syntax = self.syntax();
        let order = format!("FROM (\n{pairs}\n) pairs\nORDER BY {}", syntax.random);
        match syntax.limit {
            Limit::Last => format!("SELECT x, y\n{order}\nLIMIT {rows};\n"),
            Limit::Fetch => format!("SELECT x, y\n{order}\nFETCH FIRST {rows} ROWS ONLY;\n"),
            Limit::Top => format!("SELECT TOP ({rows}) x, y\n{order};\n"),
        }
    }

    fn in_one_pass(self, table: &Table) -> String {
        let (sums, pairs) = (self.syntax().columns(&REGR), self.pairs(table));
        format!("SELECT\n{sums}\nFROM (\n{pairs}\n) pairs;\n")
    }

    /// The statement of [`Engine::sums`] without the functions of the SQL standard, for engines that lack them.
    pub fn sums_in_two_passes(self, table: &Table) -> String {
        let (sums, pairs) = (self.syntax().columns(&CENTRED), self.pairs(table));
        format!(
            "WITH pairs AS (\n{pairs}\n),\nmeans AS (\n    \
             SELECT AVG(pairs.x) AS mean_x, AVG(pairs.y) AS mean_y\n    FROM pairs\n)\n\
             SELECT\n{sums}\nFROM pairs\nCROSS JOIN means;\n"
        )
    }

    /// The rows that have both values, as 64-bit floats: from integers and short decimals some engines would compute
    /// rounded means. Columns are named with their table, because SQLite reads a quoted name that is not a column as a
    /// text.
    fn pairs(self, table: &Table) -> String {
        let syntax = self.syntax();
        let (x, y) = (syntax.quoted(&table.x), syntax.quoted(&table.y));
        let Syntax { number, is_value, .. } = syntax;
        let name = self.table(&table.name);
        [
            format!("SELECT CAST(t.{x} AS {number}) AS x, CAST(t.{y} AS {number}) AS y"),
            format!("FROM {name} t"),
            format!("WHERE t.{x} {is_value} AND t.{y} {is_value}"),
        ]
        .map(|line| format!("    {line}"))
        .join("\n")
    }
}

impl Syntax {
    /// The columns that are selected; `five` has the means and the sums.
    fn columns(&self, five: &[&str; 5]) -> String {
        let all = [self.count].into_iter().chain(five.iter().copied()).chain(ENDS);
        let column = |(value, name): (&str, &str)| match self.shown {
            Some(shown) => format!("    {shown}({value}) AS {name}"),
            None => format!("    {value} AS {name}"),
        };
        all.zip(SummaryColumn::names()).map(column).collect::<Vec<_>>().join(",\n")
    }
}
