//! Joins the page's style sheets into one: compressed together they weigh less, and they are one request.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// What they become.
const JOINED: &str = "index.css";
/// How the page names each of them, on a line of its own.
const LINK: &str = "<link rel=\"stylesheet\" href=\"";

/// Makes one of the style sheets that `index.html` of this folder names. The chapters, which are pages of
/// their own, go on to name some of them.
pub fn join_styles(folder: &Path) -> Result<()> {
    let page = folder.join("index.html");
    let html = fs::read_to_string(&page).context("index.html cannot be read")?;
    let (html, names) = joined(&html);
    let sheets = names.iter().map(|name| {
        fs::read_to_string(folder.join(name))
            .with_context(|| format!("index.html names {name}, which cannot be read"))
    });
    fs::write(folder.join(JOINED), sheets.collect::<Result<Vec<_>>>()?.concat())?;
    Ok(fs::write(page, html)?)
}

/// The page with one style sheet, and the names of those that it had.
fn joined(html: &str) -> (String, Vec<&str>) {
    let mut names = Vec::new();
    let mut page = String::with_capacity(html.len());
    for line in html.split_inclusive('\n') {
        match line.strip_prefix(LINK).and_then(|rest| rest.split('"').next()) {
            None => page.push_str(line),
            Some(name) => {
                if names.is_empty() {
                    page.push_str(&line.replace(name, JOINED));
                }
                names.push(name);
            }
        }
    }
    (page, names)
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn the_first_link_stands_for_all() {
        let html = "<head>\n<link rel=\"stylesheet\" href=\"a.css\">\n\
                    <link rel=\"stylesheet\" href=\"b.css\">\n<body>";
        let page = "<head>\n<link rel=\"stylesheet\" href=\"index.css\">\n<body>";
        assert_eq!(joined(html), (page.to_owned(), vec!["a.css", "b.css"]));
    }
}
