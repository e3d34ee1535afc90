//! The row of sums: where each sum stands, and what its cells say.

use super::check;
use super::error::SumsError;
use super::headings::column_of;
use super::rounding::rounding;
use super::summed_rows::SummedRows;
use crate::data::summary_column::SummaryColumn;
use crate::import::dialect::Decimal;
use crate::import::number::Cell;
use crate::import::printed::{PrintedTable, reads};

/// The place of each sum in a row.
type Places = [Option<usize>; SummaryColumn::ALL.len()];

/// The one row of a table that holds sums.
pub(super) struct SumsRow<'t> {
    table: &'t PrintedTable,
    cells: &'t [String],
    places: Places,
}

impl<'t> SumsRow<'t> {
    /// The row of a table with these cells.
    ///
    /// # Errors
    /// When it does not have the sums.
    pub fn of(table: &'t PrintedTable, cells: &'t [String]) -> Result<Self, SumsError> {
        let row = Self { table, cells, places: [None; SummaryColumn::ALL.len()] };
        match row.find() {
            Ok(places) => Ok(Self { places, ..row }),
            // The fault may be that the tool left something out.
            Err(error) => Err(row.cut_off().unwrap_or(error)),
        }
    }

    /// The sums. Where a sign may be that of decimals or of thousands, n and Sxy² ≤ Sxx·Syy tell, and the ends;
    /// `likely` counts for what is wrong with sums that no rows have.
    pub fn read(&self, likely: Decimal) -> Result<SummedRows, SumsError> {
        let [point, comma] = Decimal::ALL.map(|decimal| self.read_with(decimal));
        match (point, comma) {
            (Ok(point), Ok(comma)) if point.summary != comma.summary => Err(self.ask()),
            (Ok(found), _) | (Err(_), Ok(found)) => Ok(found),
            (Err(point), Err(comma)) => Err(if likely == Decimal::Point { point } else { comma }),
        }
    }

    fn read_with(&self, decimal: Decimal) -> Result<SummedRows, SumsError> {
        let mut numbers = [None; SummaryColumn::ALL.len()];
        for ((number, column), cell) in
            numbers.iter_mut().zip(SummaryColumn::ALL).zip(self.in_order())
        {
            let Some(cell) = cell else { continue };
            *number = self.number(column, cell, decimal)?;
        }
        let (summary, ranges_known) = check::sums(numbers)?;
        let cells = self.in_order().map(|cell| cell.map_or("", String::as_str));
        let required = std::array::from_fn(|place| cells[place]);
        let rounding = rounding(required, decimal, &summary)?;
        Ok(SummedRows { summary, ranges_known, rounding })
    }

    /// The cells of the sums, in the order of [`SummaryColumn::ALL`].
    fn in_order(&self) -> [Option<&String>; SummaryColumn::ALL.len()] {
        self.places.map(|place| place.and_then(|place| self.cells.get(place)))
    }

    fn number(
        &self,
        column: SummaryColumn,
        cell: &str,
        decimal: Decimal,
    ) -> Result<Option<f64>, SumsError> {
        let field = column.name();
        match read(cell, decimal) {
            _ if check::is_infinite(cell) => Err(SumsError::NotFinite { field }),
            _ if is_in_words(cell) => Err(SumsError::InWords { cell: cell.to_owned() }),
            Cell::Number(value) => Ok(Some(value)),
            Cell::Empty | Cell::Missing => Ok(None),
            Cell::Other => {
                let other = || SumsError::NotANumber { field, cell: cell.to_owned() };
                Err(self.cut_off().unwrap_or_else(other))
            }
        }
    }

    /// The question which sign is that of decimals.
    fn ask(&self) -> SumsError {
        let values = |cell: &String| {
            let [point, comma] = Decimal::ALL.map(|decimal| read(cell, decimal).number());
            let (point, comma) = (point?, comma?);
            (point != comma).then(|| SumsError::WhichDecimal { cell: cell.clone(), point, comma })
        };
        self.in_order().into_iter().flatten().find_map(values).unwrap_or(SumsError::NotFound)
    }

    fn cut_off(&self) -> Option<SumsError> {
        self.table.cut_off().map(|cell| SumsError::CutOff { cell: cell.to_owned() })
    }

    fn find(&self) -> Result<Places, SumsError> {
        let in_order = || match self.cells.len() {
            SummaryColumn::REQUIRED => Ok(std::array::from_fn(Some)),
            count if count == SummaryColumn::ALL.len() => Ok(std::array::from_fn(Some)),
            found => Err(SumsError::NotInOrder { found }),
        };
        let Some(headings) = &self.table.headings else {
            let word = |cell: &String| {
                let reads = |decimal| reads(cell, decimal) == Cell::Other;
                Decimal::ALL.into_iter().all(reads) && !check::is_infinite(cell)
            };
            return if self.cells.iter().all(|cell| column_of(cell).is_some()) {
                Err(SumsError::OnlyHeadings)
            } else if self.cells.iter().any(word) {
                Err(SumsError::NotFound)
            } else {
                in_order()
            };
        };
        let known: Vec<Option<SummaryColumn>> =
            headings.iter().map(|heading| column_of(heading)).collect();
        if known.iter().all(Option::is_none) {
            return in_order().map_err(|_| SumsError::NotFound);
        }
        // pandas prints the number of the row before it.
        let shift = usize::from(self.cells.len() == headings.len() + 1);
        let place = |column| known.iter().position(|&one| one == Some(column));
        let places = SummaryColumn::ALL.map(|column| place(column).map(|place| place + shift));
        let missing = SummaryColumn::ALL.into_iter().zip(places).take(SummaryColumn::REQUIRED);
        let missing: Vec<&str> =
            missing.filter(|(_, place)| place.is_none()).map(|(column, _)| column.name()).collect();
        if missing.is_empty() {
            Ok(places)
        } else {
            Err(SumsError::Missing { names: missing.join(", ") })
        }
    }
}

/// Reads what a cell holds. Behind a 0 no thousands follow.
fn read(cell: &str, decimal: Decimal) -> Cell {
    let digits = cell.trim().trim_start_matches(['-', '−', '+']);
    let other = match decimal {
        Decimal::Point => ',',
        Decimal::Comma => '.',
    };
    let is_group = digits.strip_prefix('0').is_some_and(|rest| rest.starts_with(other));
    if is_group { Cell::Other } else { reads(cell, decimal) }
}

/// Whether a row holds a number or NULL.
pub(super) fn holds_a_value(row: &[String]) -> bool {
    let is_value = |cell: &String| {
        let value = |decimal| matches!(reads(cell, decimal), Cell::Number(_) | Cell::Missing);
        Decimal::ALL.into_iter().any(value) || check::is_infinite(cell)
    };
    row.iter().any(|cell| is_value(cell) && !is_in_words(cell))
}

/// Whether a cell is a number with a word for its size, such as `1.25 million`.
fn is_in_words(cell: &str) -> bool {
    let behind = cell.trim_start_matches(|letter: char| !letter.is_alphabetic());
    let word: String = behind.chars().take_while(|letter| letter.is_alphabetic()).collect();
    let sizes = ["thousand", "million", "billion", "trillion", "quadrillion", "quintillion"];
    behind.len() < cell.len() && sizes.contains(&word.to_ascii_lowercase().as_str())
}
