//! Which files the page downloads when it opens, found by following what each one names.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

use anyhow::{Result, ensure};

/// The files below `dist`, as relative paths, that the first view downloads.
pub fn first_view(dist: &Path) -> Result<Vec<PathBuf>> {
    let mut found = vec![PathBuf::from("index.html")];
    let mut seen: BTreeSet<PathBuf> = found.iter().cloned().collect();
    let mut next = 0;
    while let Some(file) = found.get(next).cloned() {
        for address in addresses(dist, &file)? {
            let target = resolve(dist, &file, &address)?;
            if seen.insert(target.clone()) {
                found.push(target);
            }
        }
        next += 1;
    }
    Ok(found)
}

/// What one file makes the browser download with it.
fn addresses(dist: &Path, file: &Path) -> Result<Vec<String>> {
    let read = || fs::read_to_string(dist.join(file));
    Ok(match file.extension().and_then(|end| end.to_str()) {
        Some("html") => in_html(&read()?),
        Some("css") => in_css(&read()?),
        Some("js" | "mjs") => in_script(&read()?),
        _ => Vec::new(),
    })
}

/// The file that an address means, seen from the file that names it.
pub fn resolve(dist: &Path, from: &Path, address: &str) -> Result<PathBuf> {
    let at = from.display();
    ensure!(
        !address.starts_with('/') && !address.contains(':'),
        "{at} asks for {address}: addresses must be relative, so that the page works at any path \
         and asks nothing of other sites"
    );
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let joined = from.parent().unwrap_or(Path::new("")).join(path);
    let mut target = PathBuf::new();
    for part in joined.components() {
        match part {
            Component::ParentDir => ensure!(target.pop(), "{at} asks for {address}, outside dist/"),
            Component::Normal(name) => target.push(name),
            _ => {}
        }
    }
    ensure!(dist.join(&target).is_file(), "{at} asks for {address}, which is not in the page");
    Ok(target)
}

/// Style sheets, icons, preloads, scripts and pictures of a page.
fn in_html(text: &str) -> Vec<String> {
    let text = without(text, "<!--", "-->");
    let mut found = Vec::new();
    for tag in text.split('<').skip(1) {
        let (tag, inner) = tag.split_once('>').unwrap_or((tag, ""));
        let name = tag.split_ascii_whitespace().next().unwrap_or_default();
        let address = match name.to_ascii_lowercase().as_str() {
            "link" if loads(attribute(tag, "rel")) => attribute(tag, "href"),
            "script" | "img" => attribute(tag, "src"),
            _ => None,
        };
        found.extend(address.filter(|address| !is_data(address)).map(String::from));
        if name == "script" {
            found.extend(in_script(inner));
        }
    }
    found
}

/// Whether a link of this kind makes the browser download something.
fn loads(rel: Option<&str>) -> bool {
    let kinds = ["stylesheet", "icon", "preload", "modulepreload", "manifest"];
    rel.is_some_and(|rel| rel.split_ascii_whitespace().any(|word| kinds.contains(&word)))
}

/// The value of an attribute, quoted or not.
pub fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag.match_indices(name).find_map(|(at, _)| {
        let alone = tag[..at].ends_with(|c: char| c.is_ascii_whitespace());
        let value = tag[at + name.len()..].trim_start().strip_prefix('=')?;
        alone.then(|| value.trim_start())
    })?;
    match start.chars().next()? {
        quote @ ('"' | '\'') => start[1..].split(quote).next(),
        _ => start.split(|c: char| c.is_ascii_whitespace()).next(),
    }
}

/// What a style sheet names in `url(…)` or `@import "…"`.
fn in_css(text: &str) -> Vec<String> {
    let text = without(text, "/*", "*/");
    let urls = text.split("url(").skip(1).filter_map(|rest| rest.split(')').next());
    let imports = text.split("@import").skip(1).filter_map(quoted);
    urls.map(|url| url.trim().trim_matches(['"', '\'']))
        .chain(imports)
        .filter(|url| !is_data(url) && !url.starts_with('#'))
        .map(String::from)
        .collect()
}

/// Static imports of a module, and WebAssembly that it names. `import()` and workers come later.
fn in_script(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in text.lines().map(str::trim_start) {
        let statement = ["import ", "import{", "import'", "import\"", "export ", "export{", "}"];
        if statement.iter().any(|start| line.starts_with(start)) {
            let source = line.rsplit_once("from").map(|(_, rest)| rest);
            let source = source.or_else(|| line.strip_prefix("import"));
            found.extend(source.filter(|rest| starts_quoted(rest)).and_then(quoted));
        }
        if line.contains(".wasm") && !line.starts_with("//") && !line.starts_with('*') {
            found.extend(line.split("new URL(").skip(1).filter_map(quoted));
        }
    }
    found.into_iter().map(String::from).collect()
}

fn starts_quoted(text: &str) -> bool {
    text.trim_start().starts_with(['"', '\''])
}

/// The first text in quotes.
fn quoted(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once(['"', '\''])?;
    rest.split(['"', '\'']).next()
}

fn is_data(address: &str) -> bool {
    address.starts_with("data:")
}

/// The text without what stands between the marks of a comment.
fn without(text: &str, open: &str, close: &str) -> String {
    let mut parts = text.split(open);
    let first = parts.next().unwrap_or_default().to_string();
    parts.fold(first, |kept, part| kept + part.split_once(close).map_or("", |(_, rest)| rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_names_styles_icons_scripts_and_pictures() {
        let page = r#"<link rel="stylesheet" href="style.css"><link href=a.svg rel='icon'>
            <link rel="canonical" href="https://example.org/"><a href="later.html">x</a>
            <link rel="icon" href="data:image/svg+xml,<svg/>"><!-- <img src="no.png"> -->
            <img data-src="no.png" src="yes.png"><script type="module" src="./main.js"></script>
            <script type="module">
              import { a } from './a.js';
            </script>"#;
        let expected = ["style.css", "a.svg", "yes.png", "./main.js", "./a.js"];
        assert_eq!(in_html(page), expected);
    }

    #[test]
    fn a_module_names_its_static_imports_and_its_webassembly() {
        let module = "import './a.js';\nimport init, { B } from \"./b.js\";\nimport {\n  c,\n} \
            from './c.js';\nexport { d } from './d.js';\nexport const from = 'no';\n\
            // import './no.js';\n/** @import {T} from './no.d.ts' */\n\
            const later = () => import('./no.js');\nnew Worker(new URL('no.js', import.meta.url));\n\
            const url = new URL('e.wasm', import.meta.url);\n";
        assert_eq!(in_script(module), ["./a.js", "./b.js", "./c.js", "./d.js", "e.wasm"]);
    }

    #[test]
    fn a_style_sheet_names_imports_and_pictures() {
        let sheet = "@import 'a.css'; /* url(no.png) */ b { background: url( \"b.png\" ) }
            c { mask: url(#shape), url(data:image/png;base64,xx) }";
        assert_eq!(in_css(sheet), ["b.png", "a.css"]);
    }

    #[test]
    fn an_address_on_another_site_is_refused() {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let from = Path::new("src/main.rs");
        assert_eq!(resolve(here, from, "../Cargo.toml?v=1").unwrap(), Path::new("Cargo.toml"));
        for address in ["https://example.org/a.js", "//example.org/a.js", "/a.js", "../../a.js"] {
            assert!(resolve(here, from, address).is_err(), "{address}");
        }
    }
}
