//! Tells code from texts and comments in JavaScript, so that only code is rewritten.

/// What a byte of a script belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Something that runs.
    Code,
    /// A string, the text of a template, a regular expression.
    Text,
    /// A comment.
    Comment,
}

/// Words behind which a slash begins a regular expression.
const BEFORE_PATTERN: [&str; 6] = ["return", "typeof", "case", "in", "of", "await"];

/// Says of every byte of a script what it belongs to.
pub fn scan(source: &str) -> Vec<Part> {
    let mut scan = Scan { source: source.as_bytes(), parts: Vec::with_capacity(source.len()) };
    // For each template that is open, the braces that are open in its code.
    let mut templates: Vec<usize> = Vec::new();
    while let Some(byte) = scan.byte(0) {
        match (byte, scan.byte(1)) {
            (b'/', Some(b'/')) => scan.through(Part::Comment, 2, b"\n"),
            (b'/', Some(b'*')) => scan.through(Part::Comment, 2, b"*/"),
            (b'/', _) if scan.begins_pattern() => scan.pattern(),
            (b'\'' | b'"', _) => scan.through(Part::Text, 1, &[byte]),
            (b'`', _) => scan.template(1, &mut templates),
            (b'}', _) if templates.last() == Some(&0) => {
                templates.pop();
                scan.template(1, &mut templates);
            }
            _ => {
                match (byte, templates.last_mut()) {
                    (b'{', Some(open)) => *open += 1,
                    (b'}', Some(open)) => *open -= 1,
                    _ => {}
                }
                scan.take(Part::Code, 1);
            }
        }
    }
    scan.parts
}

struct Scan<'s> {
    source: &'s [u8],
    parts: Vec<Part>,
}

impl Scan<'_> {
    /// The byte so many places on.
    fn byte(&self, on: usize) -> Option<u8> {
        self.source.get(self.parts.len() + on).copied()
    }

    fn take(&mut self, part: Part, count: usize) {
        let end = (self.parts.len() + count).min(self.source.len());
        self.parts.resize(end, part);
    }

    /// Takes so many bytes, and then all up to and with the end.
    fn through(&mut self, part: Part, skip: usize, end: &[u8]) {
        self.take(part, skip);
        while self.byte(0).is_some() {
            if self.source[self.parts.len()..].starts_with(end) {
                return self.take(part, end.len());
            }
            let escaped = part == Part::Text && self.byte(0) == Some(b'\\');
            self.take(part, 1 + usize::from(escaped));
        }
    }

    /// Takes so many bytes and the text of a template, up to its end or to code in it.
    fn template(&mut self, skip: usize, templates: &mut Vec<usize>) {
        self.take(Part::Text, skip);
        while let Some(byte) = self.byte(0) {
            match (byte, self.byte(1)) {
                (b'`', _) => return self.take(Part::Text, 1),
                (b'$', Some(b'{')) => {
                    templates.push(0);
                    return self.take(Part::Text, 2);
                }
                (b'\\', _) => self.take(Part::Text, 2),
                _ => self.take(Part::Text, 1),
            }
        }
    }

    /// Whether a slash here begins a regular expression, and does not divide.
    fn begins_pattern(&self) -> bool {
        let code = |at: &usize| self.parts[*at] != Part::Comment;
        let mut before = (0..self.parts.len()).rev().filter(code).map(|at| self.source[at]);
        let Some(last) = before.find(|byte| !byte.is_ascii_whitespace()) else { return true };
        let rest = before.take_while(|byte| is_word(*byte));
        let mut word: Vec<u8> = [last].into_iter().filter(|byte| is_word(*byte)).collect();
        if !word.is_empty() {
            word.extend(rest);
            word.reverse();
        }
        match last {
            b')' | b']' | b'}' | b'\'' | b'"' | b'`' => false,
            _ if word.is_empty() => true,
            _ => BEFORE_PATTERN.iter().any(|known| known.as_bytes() == word.as_slice()),
        }
    }

    fn pattern(&mut self) {
        self.take(Part::Text, 1);
        let mut in_class = false;
        while let Some(byte) = self.byte(0) {
            match byte {
                b'\\' => self.take(Part::Text, 2),
                b'/' if !in_class => return self.take(Part::Text, 1),
                _ => {
                    in_class = byte == b'[' || in_class && byte != b']';
                    self.take(Part::Text, 1);
                }
            }
        }
    }
}

/// Whether a byte may be part of a name.
pub fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | b'#')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Only what runs.
    fn code(source: &str) -> String {
        let parts = scan(source);
        assert_eq!(parts.len(), source.len());
        let bytes = source.bytes().zip(parts).filter(|(_, part)| *part == Part::Code);
        bytes.map(|(byte, _)| byte as char).collect()
    }

    #[test]
    fn strings_and_comments_do_not_run() {
        assert_eq!(code("a('it\\'s // no'); // b\nc /* d */ e"), "a(); c  e");
    }

    #[test]
    fn templates_run_where_they_have_code() {
        assert_eq!(code("f(`a ${b({ c: `d${e}` })} ${g} h`, i)"), "f(b({ c: e })g, i)");
    }

    #[test]
    fn a_slash_divides_or_begins_a_regular_expression() {
        assert_eq!(code("a / b / c"), "a / b / c");
        assert_eq!(code("x = /'[/\"]/.test(y) / 2"), "x = .test(y) / 2");
        assert_eq!(code("return /`/g;"), "return g;");
    }
}
