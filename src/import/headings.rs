//! The headings of the columns.

use std::collections::HashMap;

use crate::data::dataset::Variable;

/// The heading of each column. No two are the same.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Headings {
    /// The headings as they are shown.
    pub(super) texts: Vec<String>,
    /// The same, split into name and unit.
    pub(super) variables: Vec<Variable>,
}

impl Headings {
    /// The headings of `columns` columns, from one row or several, which are joined. A column without a heading is called
    /// by its place, such as `column 3`; a repeated heading gets a number, such as `height (2)`.
    pub(super) fn of(rows: &[Vec<String>], columns: usize) -> Self {
        let name = |place: usize| {
            let parts = rows.iter().filter_map(|row| row.get(place)).map(|text| text.trim());
            let parts: Vec<&str> = parts.filter(|text| !text.is_empty()).collect();
            match parts[..] {
                [] => format!("column {}", place + 1),
                // A second row is often that of the units.
                [name, unit] if is_unit(unit) && !unit.starts_with(['(', '[']) => {
                    format!("{name} ({unit})")
                }
                _ => parts.join(" "),
            }
        };
        Self::name((0..columns).map(name))
    }

    /// The column of this name, with or without its unit, whatever the case; otherwise the one of this number, from 1.
    pub(super) fn find(&self, name: &str) -> Option<usize> {
        let short = || self.variables.iter().map(|variable| variable.name.as_str());
        let texts = || self.texts.iter().map(String::as_str);
        texts()
            .position(|text| text == name)
            .or_else(|| short().position(|text| text == name))
            .or_else(|| texts().position(|text| text.eq_ignore_ascii_case(name)))
            .or_else(|| short().position(|text| text.eq_ignore_ascii_case(name)))
            .or_else(|| {
                let number: usize = name.parse().ok()?;
                (1..=self.texts.len()).contains(&number).then(|| number - 1)
            })
    }

    fn name(texts: impl Iterator<Item = String>) -> Self {
        // For each name that is in use, the number to try next.
        let mut taken: HashMap<String, u64> = HashMap::new();
        let mut headings = Self::default();
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

/// Whether a text is short and without a space, as units are.
fn is_unit(text: &str) -> bool {
    text.chars().count() <= 8 && !text.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(rows: &[&[&str]]) -> Headings {
        let rows: Vec<Vec<String>> =
            rows.iter().map(|row| row.iter().map(ToString::to_string).collect()).collect();
        Headings::of(&rows, rows.iter().map(Vec::len).max().unwrap_or(0))
    }

    #[test]
    fn a_column_is_found_by_its_name_or_its_number() {
        let rows = ["MinTemp (°C)", "Date", "1", "date"].map(str::to_owned).to_vec();
        let headings = Headings::of(&[rows], 4);
        for (name, place) in [
            ("MinTemp (°C)", Some(0)),
            ("mintemp", Some(0)),
            ("date", Some(3)),
            ("DATE", Some(1)),
            ("1", Some(2)),
            ("2", Some(1)),
            ("5", None),
            ("0", None),
            ("Max", None),
        ] {
            assert_eq!(headings.find(name), place, "{name}");
        }
    }

    #[test]
    fn every_column_has_a_name_of_its_own() {
        assert_eq!(of(&[&[" a ", "", "b"]]).texts, ["a", "column 2", "b"]);
        assert_eq!(of(&[&["a", "a", "a"]]).texts, ["a", "a (2)", "a (3)"]);
        assert_eq!(of(&[&["a (2)", "a", "a"]]).texts, ["a (2)", "a", "a (3)"]);
        assert_eq!(of(&[&["column 2", ""]]).texts, ["column 2", "column 2 (2)"]);
        assert_eq!(Headings::of(&[], 2).texts, ["column 1", "column 2"]);
    }

    #[test]
    fn headings_of_several_rows_are_joined() {
        assert_eq!(of(&[&["t", "wind"], &["°C", "(m/s)"]]).texts, ["t (°C)", "wind (m/s)"]);
        assert_eq!(
            of(&[&["air", ""], &["mean temperature", "b"]]).texts,
            ["air mean temperature", "b"]
        );
        // A unit is short and has no space.
        assert_eq!(
            of(&[&["t", "u", "v"], &["inCelsius", "a b", "12345678"]]).texts,
            ["t inCelsius", "u a b", "v (12345678)"]
        );
    }

    #[test]
    fn a_number_behind_a_repeated_name_is_no_unit() {
        let variables = of(&[&["t (°C)", "t (°C)", "a", "a"]]).variables;
        assert_eq!(variables[1], Variable { name: "t (2)".into(), unit: Some("°C".into()) });
        assert_eq!(variables[3], Variable { name: "a (2)".into(), unit: None });
    }
}
