//! Numbers and texts as Python writes them.

use crate::numeric::notation::exact;

/// The characters of the longest line of a program.
const WIDTH: usize = 96;

/// A float with all its digits.
pub(super) fn float(value: f64) -> String {
    if value.is_nan() {
        return "np.nan".to_owned();
    }
    if value.is_infinite() {
        return if value > 0.0 { "np.inf" } else { "-np.inf" }.to_owned();
    }
    let digits = exact(value);
    if digits.contains(['.', 'e']) { digits } else { format!("{digits}.0") }
}

/// Several floats, between commas.
pub(in crate::export) fn floats(values: &[f64]) -> String {
    values.iter().map(|&value| float(value)).collect::<Vec<_>>().join(", ")
}

/// A text between quotes. All that could end it, or mislead who reads the program, is escaped.
pub(super) fn string(text: &str) -> String {
    let mut quoted = String::from('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            '\t' => quoted.push_str("\\t"),
            _ if is_hidden(letter) => {
                let code = u32::from(letter);
                quoted.push_str(&match code {
                    0..=0xffff => format!("\\u{code:04x}"),
                    _ => format!("\\U{code:08x}"),
                });
            }
            _ => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

/// A text on one line, for a comment or a heading.
pub(in crate::export) fn one_line(text: &str) -> String {
    text.chars().map(|letter| if is_hidden(letter) { ' ' } else { letter }).collect()
}

/// Whether a letter ends a line, is invisible, or changes the direction of the text around it.
fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// `name = np.array([…], dtype=float)`, with as many numbers on a line as fit.
pub(in crate::export) fn array(name: &str, values: &[f64]) -> Vec<String> {
    let mut lines = vec![format!("{name} = np.array([")];
    lines.extend(wrapped(values.iter().map(|&value| format!("{},", exact(value))), "    "));
    // Whole numbers are floats too.
    lines.push("], dtype=float)".to_owned());
    lines
}

/// Lines of code.
pub(super) fn lines<const N: usize>(lines: [&str; N]) -> Vec<String> {
    lines.map(str::to_owned).into()
}

/// Words, wrapped to lines that begin with `indent`.
pub(super) fn wrapped(words: impl Iterator<Item = String>, indent: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words {
        match lines.last_mut() {
            Some(line) if line.len() + 1 + word.len() <= WIDTH => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(format!("{indent}{word}")),
        }
    }
    lines
}

/// A text as a comment of one or several lines.
pub(super) fn comment(text: &str) -> Vec<String> {
    let text = one_line(text);
    wrapped(text.split_whitespace().map(str::to_owned), "\0")
        .into_iter()
        .map(|line| line.replace('\0', "# "))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_read_back_to_the_bit() {
        for (value, literal) in [
            (1.0, "1.0"),
            (-0.1, "-0.1"),
            (1e300, "1e300"),
            (5e-324, "5e-324"),
            (f64::NAN, "np.nan"),
            (f64::NEG_INFINITY, "-np.inf"),
        ] {
            assert_eq!(float(value), literal);
        }
    }

    #[test]
    fn a_text_cannot_leave_its_quotes_or_its_comment() {
        assert_eq!(string("a\"b\\c\nd"), r#""a\"b\\c\u000ad""#);
        assert_eq!(string("\u{202e}\u{1f600}"), "\"\\u202e\u{1f600}\"");
        assert_eq!(comment("a\nimport os"), ["# a import os"]);
        assert_eq!(comment(&"word ".repeat(30)).len(), 2);
    }

    #[test]
    fn numbers_are_wrapped() {
        let lines = array("x", &[0.5; 100]);
        assert_eq!(lines[0], "x = np.array([");
        assert!(lines.iter().all(|line| line.len() <= WIDTH));
        assert_eq!(lines.concat().matches("0.5,").count(), 100);
    }
}
