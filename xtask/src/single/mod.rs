//! Makes `downhill.html`: the whole page in one HTML file, which works from a disk as it is.
//!
//! From a file, browsers fetch nothing and open neither modules nor workers by address. So the file carries all of
//! it, compressed ([`press`]): the texts of the page, its modules joined into one script ([`modules`]), and one
//! wasm package that has everything in it. `www/single/` decompresses it; modules there stand in for those of
//! the same name in `www/`.
//!
//! | what | how |
//! |---|---|
//! | the modules | joined into one classic script, each a function that runs when it is asked for first; what the joiner does not understand fails the build |
//! | HTML and style sheets that are loaded later | all `.html` and `.css` of `dist/` but those of `program/`, by name |
//! | the wasm packages | one, with everything but spreadsheets and what only other pages and programs use (the features `spreadsheets`, `package` and `program`), compiled for size; the reader of files gets it compiled, in its first message |
//! | what fetches, or opens a worker | four modules of `www/platform/`, and nothing else: `www/single/platform/` has one of the same name for each |
//! | spreadsheets | a sentence that the site opens them |
//! | programs of the reader | a sentence that the site runs them (`www/single/program/`) |
//!
//! The crate `xtask/press` compresses texts and WebAssembly together: a context-mixing model that tells text from
//! instructions, and an arithmetic coder. LZMA would leave the file a seventh larger. The same crate, as 15 KB of
//! WebAssembly that is itself deflated, decompresses it in steps, because browsers optimize code between calls only. Bytes
//! stand in the file as 91 letters of ASCII, so that no encoding can hurt them. The file's policy allows two scripts by
//! their hashes, and is otherwise the site's without `'self'`; style sheets are constructed, which policies leave alone.

mod html;
mod letters;
mod modules;
mod pressed;
mod scan;
mod statements;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use minifier::js;
use press::Kind;

use crate::npm;
use modules::Source;
pub use statements::resolve;

/// What the file is called.
pub const NAME: &str = "downhill.html";
/// The folder of what the single file has instead.
const INSTEAD: &str = "single";
/// The folder of what it does without: programs of the reader, since it has no Python.
const WITHOUT: &str = "program";
/// The reader of files, and how it names what it loads.
const READER: &str = "import/worker.js";
const READER_LOADS: &str = "importScripts('../pkg/reader.js');";
const READER_MODULE: &str = "'../pkg/reader_bg.wasm'";

/// What `wasm-bindgen` made of the package for a classic script.
pub struct Package {
    /// Its JavaScript.
    pub glue: String,
    /// Its WebAssembly.
    pub code: Vec<u8>,
}

/// Writes the single file into `dist`, the folder of the finished page, and says how many bytes it has.
pub fn make(dist: &Path, package: &Package, decompressor: &[u8]) -> Result<usize> {
    let index = fs::read_to_string(dist.join("index.html"))?;
    let mut texts = texts(dist)?;
    texts.insert("index.html".into(), html::body(&index)?.into());
    texts.insert("index.js".into(), script(&package.glue)?);
    texts.insert(READER.into(), reader(&package.glue)?);
    let mut text = String::new();
    for (name, content) in &texts {
        ensure!(
            !content.contains('\0'),
            "{name} has a zero byte, which divides files from each other"
        );
        text += &format!("{name}\0{content}\0");
    }

    let opener = shrunk(&modules::join("single/open.js", source, &BTreeMap::new())?);
    let mut first = String::new();
    for name in html::first_scripts(&index) {
        first += &fs::read_to_string(dist.join(name))?;
        first.push('\n');
    }
    let parts = [(Kind::Text, text.as_bytes()), (Kind::Wasm, &package.code)];
    let pressed = pressed::press(&crate::root().join("target/pressed"), &parts)?;
    let file = html::page(
        &index,
        &html::Inside {
            opening: &fs::read_to_string(dist.join(INSTEAD).join("opening.html"))?,
            decompressor,
            pressed: &pressed,
            sizes: [text.len(), package.code.len()],
            opener: &(first + &opener),
            script: &texts["index.js"],
            icon: &fs::read(dist.join("icon.svg"))?,
        },
    )?;
    fs::write(dist.join(NAME), &file)?;
    // The site has no use for it.
    fs::remove_dir_all(dist.join(INSTEAD))?;
    Ok(file.len())
}

/// What the page reads when it needs it: HTML and style sheets, by name.
fn texts(dist: &Path) -> Result<BTreeMap<String, String>> {
    let mut files = BTreeSet::new();
    crate::weight::list(dist, Path::new(""), &mut files)?;
    let mut texts = BTreeMap::new();
    for file in files {
        let end = file.extension().and_then(|end| end.to_str());
        let is_left_out = file.starts_with(INSTEAD) || file.starts_with(WITHOUT);
        if matches!(end, Some("html" | "css")) && !is_left_out {
            let name = file.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
            texts.insert(name, fs::read_to_string(dist.join(&file))?);
        }
    }
    Ok(texts)
}

/// A module: what the single file has instead, or that of the page.
fn source(name: &str) -> Result<Source> {
    let www = crate::root().join("www");
    let instead = format!("{INSTEAD}/{name}");
    let path = if www.join(&instead).is_file() { instead } else { name.to_owned() };
    let text = fs::read_to_string(www.join(&path));
    Ok(Source { text: text.with_context(|| format!("www/{path} cannot be read"))?, path })
}

/// The page's script, whose packages are both the one that the file has.
fn script(glue: &str) -> Result<String> {
    let package = format!(
        "const {{ module }} = $require('single/parts.js');\n{glue}\n\
         return {{ ...wasm_bindgen, default: () => wasm_bindgen({{ module_or_path: module }}) }};"
    );
    let one = "return $require('pkg/more.js');".to_owned();
    let foreign = BTreeMap::from([
        ("pkg/more.js".into(), package),
        ("pkg/core.js".into(), one),
        (npm::QR_CODES.into(), npm::qr_codes_as_function()?),
    ]);
    Ok(shrunk(&modules::join("single/start.js", source, &foreign)?))
}

/// The reader of files, which is handed the compiled package in the first message.
fn reader(glue: &str) -> Result<String> {
    let source = source(READER)?.text;
    let fill = |text: String, hole: &str, filling: &str| {
        ensure!(
            text.matches(hole).count() == 1,
            "www/{READER} says `{hole}` not once: the single file puts something else in its place"
        );
        Ok(text.replace(hole, filling))
    };
    let source = fill(source, READER_LOADS, glue)?;
    let handed = "new Promise((resolve) => addEventListener('message', (event) => {\n\
                  event.stopImmediatePropagation();\nresolve(event.data);\n}, { once: true }))";
    Ok(shrunk(&fill(source, READER_MODULE, handed)?))
}

fn shrunk(script: &str) -> String {
    js::minify(script).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_can_be_joined() {
        let script = script("let wasm_bindgen = () => {};").unwrap();
        assert!(!script.contains("import("), "all modules are in it");
    }

    #[test]
    fn the_reader_of_files_waits_for_its_package() {
        let reader = reader("let wasm_bindgen;").unwrap();
        assert!(reader.starts_with("let wasm_bindgen;") && !reader.contains("pkg/"), "{reader}");
    }
}
