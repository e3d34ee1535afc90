//! Whatever people call a table and its columns, no statement panics, and no name gets out of its quotes.

use downhill::export::sql::{Engine, Table};

use crate::parts;

/// Checks one case.
pub fn run(data: &[u8]) {
    let [table, x, y] = parts(data).map(String::from_utf8_lossy);
    match Table::new(&table, &x, &y) {
        Ok(table) => Engine::ALL.into_iter().for_each(|engine| check(engine, &table)),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

fn check(engine: Engine, table: &Table) {
    let plain = Table::new("t", "x", "y").expect("plain names");
    for statement in [Engine::sums, Engine::sums_in_two_passes, |engine: Engine, table: &Table| {
        engine.sample(table, 2_000)
    }] {
        let (found, expected) = (statement(engine, table), statement(engine, &plain));
        assert_eq!(around_names(engine, &found), around_names(engine, &expected), "{found}");
    }
}

/// A statement without what stands in quotes. A name of several parts counts as one, and so does a file.
fn around_names(engine: Engine, statement: &str) -> String {
    let mut around = String::new();
    let mut letters = statement.chars().peekable();
    while let Some(letter) = letters.next() {
        let close = match letter {
            '"' | '`' | '\'' => letter,
            '[' => ']',
            _ => {
                around.push(letter);
                continue;
            }
        };
        loop {
            match letters.next() {
                Some('\\') if engine == Engine::BigQuery => drop(letters.next()),
                Some(inside) if inside != close => {}
                // A doubled quote is a part of the name.
                Some(_) if letters.next_if_eq(&close).is_some() => {}
                Some(_) => break,
                None => panic!("A quote is not closed: {statement}"),
            }
        }
        around.push_str("\"\"");
    }
    while around.contains("\"\".\"\"") || around.contains("\"\"..") {
        around = around.replace("\"\".\"\"", "\"\"").replace("\"\"..", "\"\".");
    }
    around
}
