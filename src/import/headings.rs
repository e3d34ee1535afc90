//! What the columns are called.

use std::collections::HashMap;

use csv::ByteRecord;

use crate::dataset::Variable;

/// One name a column, all of them different.
#[derive(Clone, Debug)]
pub(super) struct Headings {
    /// As they are shown.
    pub(super) texts: Vec<String>,
    /// The same, taken apart into name and unit.
    pub(super) variables: Vec<Variable>,
}

impl Headings {
    /// Takes the names from the first row. A column without one is called `column 3` after its
    /// place; a name that stood before gets a number: `height (2)`.
    pub(super) fn from_row(row: &ByteRecord) -> Self {
        Self::name(row.iter().enumerate().map(|(place, cell)| {
            let text = String::from_utf8_lossy(cell);
            match text.trim() {
                "" => by_place(place),
                text => text.to_owned(),
            }
        }))
    }

    /// `column 1`, `column 2` and so on.
    pub(super) fn numbered(columns: usize) -> Self {
        Self::name((0..columns).map(by_place))
    }

    fn name(texts: impl Iterator<Item = String>) -> Self {
        // Of each name that is taken, the number to try next.
        let mut taken: HashMap<String, u64> = HashMap::new();
        let mut headings = Self { texts: Vec::new(), variables: Vec::new() };
        for text in texts {
            let mut variable = Variable::from_heading(&text);
            let mut unique = text.clone();
            while taken.contains_key(&unique) {
                let number = taken.entry(text.clone()).or_insert(2);
                unique = format!("{text} ({number})");
                *number += 1;
            }
            if unique != text {
                variable.name.push_str(&unique[text.len()..]);
            }
            taken.insert(unique.clone(), 2);
            headings.texts.push(unique);
            headings.variables.push(variable);
        }
        headings
    }
}

fn by_place(place: usize) -> String {
    format!("column {}", place + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(row: &[&str]) -> Vec<String> {
        Headings::from_row(&ByteRecord::from(row.to_vec())).texts
    }

    #[test]
    fn every_column_has_a_name_of_its_own() {
        assert_eq!(texts(&[" a ", "", "b"]), ["a", "column 2", "b"]);
        assert_eq!(texts(&["a", "a", "a"]), ["a", "a (2)", "a (3)"]);
        assert_eq!(texts(&["a (2)", "a", "a"]), ["a (2)", "a", "a (3)"]);
        assert_eq!(texts(&["column 2", ""]), ["column 2", "column 2 (2)"]);
    }

    #[test]
    fn a_number_behind_a_repeated_name_is_no_unit() {
        let row = ByteRecord::from(vec!["t (°C)", "t (°C)", "a", "a"]);
        let variables = Headings::from_row(&row).variables;
        assert_eq!(variables[1], Variable { name: "t (2)".into(), unit: Some("°C".into()) });
        assert_eq!(variables[3], Variable { name: "a (2)".into(), unit: None });
    }
}
