//! Cells as JSON.

/// A cell, with its lines.
pub(super) struct Cell {
    /// The identifier in the notebook, the same every time.
    pub(super) id: &'static str,
    pub(super) is_code: bool,
    pub(super) lines: Vec<String>,
}

impl Cell {
    /// The cell as JSON.
    pub(super) fn json(&self) -> String {
        let kind = if self.is_code { "code" } else { "markdown" };
        let last = self.lines.len().saturating_sub(1);
        let line = |(index, line): (usize, &String)| {
            let end = if index < last { "\n" } else { "" };
            format!("    {}", json(&format!("{line}{end}")))
        };
        let lines: Vec<String> = self.lines.iter().enumerate().map(line).collect();
        let outputs = if self.is_code { "   \"execution_count\": null,\n" } else { "" };
        let none = if self.is_code { "   \"outputs\": [],\n" } else { "" };
        format!(
            "  {{\n   \"cell_type\": \"{kind}\",\n{outputs}   \"id\": \"{}\",\n   \"metadata\": {{}},\n{none}   \
             \"source\": [\n{}\n   ]\n  }}",
            self.id,
            lines.join(",\n")
        )
    }
}

/// A text as a JSON string.
fn json(text: &str) -> String {
    let mut quoted = String::from('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            '\n' => quoted.push_str("\\n"),
            '\0'..='\u{1f}' => quoted.push_str(&format!("\\u{:04x}", u32::from(letter))),
            _ => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}
