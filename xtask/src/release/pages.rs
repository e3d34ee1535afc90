//! The pages whose addresses others know, which load what lies in the folder of the version.

use std::fs;
use std::path::Path;

use anyhow::Result;

use super::Version;
use crate::reach::{attribute, resolve};

/// The page itself.
pub const INDEX: &str = "index.html";

/// Whether a file is a page of its own, with an address that others know.
pub fn is_page(file: &Path) -> bool {
    let is_html = file.extension().is_some_and(|end| end == "html");
    is_html && (file == Path::new(INDEX) || file.parent() == Some(Path::new("lesson")))
}

/// The page with the addresses of what it loads in the folder of the version. Where its links lead is left alone.
pub fn rewrite(dist: &Path, page: &Path, version: &Version) -> Result<String> {
    let html = fs::read_to_string(dist.join(page))?;
    let up = "../".repeat(page.components().count() - 1);
    let mut text = String::with_capacity(html.len());
    for (number, tag) in html.split('<').enumerate() {
        if number > 0 {
            text.push('<');
        }
        match loaded(tag) {
            None => text.push_str(tag),
            Some(address) => {
                let file = version.path_of(&resolve(dist, page, address)?);
                let file =
                    file.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
                text.push_str(&tag.replacen(
                    &format!("\"{address}\""),
                    &format!("\"{up}{file}\""),
                    1,
                ));
            }
        }
    }
    Ok(text)
}

/// The address that an element makes the browser load.
fn loaded(tag: &str) -> Option<&str> {
    let (tag, _) = tag.split_once('>')?;
    match tag.split_ascii_whitespace().next()? {
        "link" => attribute(tag, "href"),
        "script" => attribute(tag, "src"),
        _ => None,
    }
}
