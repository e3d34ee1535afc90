//! JSON, and the literals that Python prints: dicts, tuples, `Row(n=3)`, `Decimal('1.5')`.
//!
//! The two are read by one lenient scanner, because what people paste is often neither to the letter: a JSON
//! library would refuse the quotes of Python, and wants numbers that it converts itself.

use std::iter::Peekable;
use std::str::Chars;

use super::table::PrintedTable;

/// The greatest depth of nested values; the scanner calls itself.
const DEEPEST: usize = 32;

#[derive(Clone, Debug, PartialEq)]
enum Value {
    Text(String),
    List(Vec<Self>),
    Record(Vec<(String, Self)>),
}

/// The table in a text of literals. Returns `None` where the text is something else.
pub(super) fn table(text: &str) -> Option<PrintedTable> {
    let text = text.trim();
    if !(text.starts_with(['{', '[', '(']) || text.starts_with("Row(")) {
        return None;
    }
    let mut values = Scanner { letters: text.chars().peekable() }.values(0, None)?;
    // One value is that value; several are JSON lines.
    let value = if values.len() == 1 { values.remove(0) } else { Value::List(values) };
    let mut table = PrintedTable::default();
    value.add_to(&mut table)?;
    Some(table)
}

impl Value {
    fn text(self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text),
            Self::List(_) | Self::Record(_) => None,
        }
    }

    /// The values, without their names.
    fn values(self) -> Vec<Self> {
        match self {
            Self::Text(_) => vec![self],
            Self::List(values) => values,
            Self::Record(pairs) => pairs.into_iter().map(|(_, value)| value).collect(),
        }
    }

    fn is_text(&self) -> bool {
        matches!(self, Self::Text(_))
    }

    /// Adds the rows that the value holds. Returns `None` where they do not fit together.
    fn add_to(self, table: &mut PrintedTable) -> Option<()> {
        match self {
            Self::Text(_) => None,
            Self::Record(pairs) if pairs.iter().all(|(_, value)| value.is_text()) => {
                let (names, cells): (Vec<_>, Vec<_>) = pairs.into_iter().unzip();
                let cells: Vec<String> = cells.into_iter().filter_map(Self::text).collect();
                let headings = table.headings.get_or_insert_with(|| names.clone());
                // A later record may have its values in another order.
                let place = |name: &String| names.iter().position(|other| other == name);
                let places = headings.iter().map(place);
                let row = places.map(|place| place.and_then(|at| cells.get(at)).cloned());
                table.rows.push(row.map(Option::unwrap_or_default).collect());
                Some(())
            }
            Self::Record(pairs)
                if pairs.len() > 1 && pairs.iter().all(|pair| !pair.1.is_text()) =>
            {
                // Column by column, as pandas writes JSON.
                let (names, columns): (Vec<_>, Vec<_>) = pairs.into_iter().unzip();
                let columns = columns.into_iter().map(|column| {
                    column.values().into_iter().map(Self::text).collect::<Option<Vec<_>>>()
                });
                let columns = columns.collect::<Option<Vec<_>>>()?;
                let rows = columns.iter().map(Vec::len).max().unwrap_or(0);
                let cell =
                    |column: &Vec<String>, row: usize| column.get(row).cloned().unwrap_or_default();
                table.headings.get_or_insert(names);
                let row = |row| columns.iter().map(|column| cell(column, row)).collect();
                table.rows.extend((0..rows).map(row));
                Some(())
            }
            Self::List(values) if !values.is_empty() && values.iter().all(Self::is_text) => {
                table.rows.push(values.into_iter().filter_map(Self::text).collect());
                Some(())
            }
            // A wrapper, such as {"rowCount": 1, "rows": […]}.
            Self::List(_) | Self::Record(_) => {
                let nested = self.values().into_iter().filter(|value| !value.is_text());
                nested.map(|value| value.add_to(table)).collect()
            }
        }
    }
}

struct Scanner<'t> {
    letters: Peekable<Chars<'t>>,
}

impl Scanner<'_> {
    /// The values up to the closing sign, or to the end of the text; pairs make one record of them.
    fn values(&mut self, depth: usize, close: Option<char>) -> Option<Vec<Value>> {
        let (mut values, mut pairs) = (Vec::new(), Vec::new());
        loop {
            while self
                .letters
                .next_if(|&letter| letter.is_whitespace() || ",;".contains(letter))
                .is_some()
            {}
            match self.letters.peek().copied() {
                None if close.is_none() => break,
                None => return None,
                Some(letter) if Some(letter) == close => {
                    self.letters.next();
                    break;
                }
                Some(_) => {}
            }
            let value = self.value(depth)?;
            self.skip_spaces();
            if close.is_some() && self.letters.next_if(|&letter| ":=".contains(letter)).is_some() {
                self.skip_spaces();
                pairs.push((value.text()?, self.value(depth)?));
            } else {
                values.push(value);
            }
        }
        match (values.is_empty(), pairs.is_empty()) {
            (_, true) => Some(values),
            (true, false) => Some(vec![Value::Record(pairs)]),
            (false, false) => None,
        }
    }

    fn value(&mut self, depth: usize) -> Option<Value> {
        match self.letters.peek().copied()? {
            '{' | '[' | '(' => self.group(depth),
            quote @ ('"' | '\'') => {
                self.letters.next();
                self.quoted(quote).map(Value::Text)
            }
            _ => {
                let word = self.word()?;
                match self.letters.peek() {
                    // A constructor such as Decimal('1.5') stands for its argument.
                    Some('(') => match self.group(depth)? {
                        Value::List(mut only) if only.len() == 1 && word != "Row" => only.pop(),
                        other => Some(other),
                    },
                    _ => Some(Value::Text(word)),
                }
            }
        }
    }

    fn group(&mut self, depth: usize) -> Option<Value> {
        if depth >= DEEPEST {
            return None;
        }
        let close = match self.letters.next()? {
            '{' => '}',
            '[' => ']',
            _ => ')',
        };
        let mut values = self.values(depth + 1, Some(close))?;
        Some(match values.pop() {
            Some(record @ Value::Record(_)) if close != ']' && values.is_empty() => record,
            last => Value::List(values.into_iter().chain(last).collect()),
        })
    }

    fn quoted(&mut self, quote: char) -> Option<String> {
        let mut text = String::new();
        loop {
            match self.letters.next()? {
                letter if letter == quote => return Some(text),
                '\\' => match self.letters.next()? {
                    'n' | 'r' | 't' => text.push(' '),
                    'u' => {
                        let code: String = self.letters.by_ref().take(4).collect();
                        let code = u32::from_str_radix(&code, 16).ok()?;
                        text.push(char::from_u32(code).unwrap_or('\u{fffd}'));
                    }
                    other => text.push(other),
                },
                letter => text.push(letter),
            }
        }
    }

    fn word(&mut self) -> Option<String> {
        let mut word = String::new();
        while let Some(letter) = self
            .letters
            .next_if(|&letter| !letter.is_whitespace() && !",;:=()[]{}\"'".contains(letter))
        {
            word.push(letter);
        }
        (!word.is_empty()).then_some(word)
    }

    fn skip_spaces(&mut self) {
        while self.letters.next_if(|letter| letter.is_whitespace()).is_some() {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(&[&str], &[&[&str]])>) {
        let owned = |row: &[&str]| row.iter().map(ToString::to_string).collect::<Vec<_>>();
        let expected = expected.map(|(headings, rows)| PrintedTable {
            headings: (!headings.is_empty()).then(|| owned(headings)),
            rows: rows.iter().map(|row| owned(row)).collect(),
        });
        assert_eq!(table(text), expected, "{text}");
    }

    #[test]
    fn lists_and_records_are_rows() {
        check("(1, 'a b')", Some((&[], &[&["1", "a b"]])));
        check("[[1, 2], [3, 4]]", Some((&[], &[&["1", "2"], &["3", "4"]])));
        check("{ \"x\" : 1, 'y': None }", Some((&["x", "y"], &[&["1", "None"]])));
        check("({'x': 1}, {'x': 2})", Some((&["x"], &[&["1"], &["2"]])));
        check("{'x': 1}\n{'x': 2}", Some((&["x"], &[&["1"], &["2"]])));
        // Two lists are columns, one is a wrapper.
        check("{'x': [1, 2], 'y': [3, 4]}", Some((&["x", "y"], &[&["1", "3"], &["2", "4"]])));
        check("{'rows': [[1, 2], [3, 4]]}", Some((&[], &[&["1", "2"], &["3", "4"]])));
    }

    #[test]
    fn constructors_are_what_they_are_given() {
        check("[Decimal('1.5'), np.float64(2)]", Some((&[], &[&["1.5", "2"]])));
        check("Row(x=1, y=2)", Some((&["x", "y"], &[&["1", "2"]])));
        check("[Row(1, 2), Row(3, 4)]", Some((&[], &[&["1", "2"], &["3", "4"]])));
        check("[Row(1), Row(2)]", Some((&[], &[&["1"], &["2"]])));
        check("[tuple(1, 2), tuple(3, 4)]", Some((&[], &[&["1", "2"], &["3", "4"]])));
    }

    #[test]
    fn what_is_left_open_or_too_deep_is_no_table() {
        check("[1, 2", None);
        check("{'x': 1", None);
        check("['x", None);
        check("1, 2", None);
        let nested = |depth: usize| ["[".repeat(depth), "7".to_owned(), "]".repeat(depth)].concat();
        check(&nested(DEEPEST), Some((&[], &[&["7"]])));
        check(&nested(DEEPEST + 1), None);
    }
}
