//! The HTML of the single file, made from the page's.

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use miniz_oxide::deflate::compress_to_vec;
use sha2::{Digest, Sha256};

use super::letters;

/// The sentence for where scripts may not run is seen only after the script at the end had the time to replace it.
const STYLE: &str = "body{margin:2rem;font:1rem system-ui,sans-serif}\
    #opening:not(.opening){animation:wait 6s}@keyframes wait{from,to{visibility:hidden}}";
/// Letters on a line: some programs do not like longer ones.
const LINE: usize = 2_000;
/// Deflate's best.
const BEST: u8 = 10;

/// What goes into the file.
pub struct Inside<'i> {
    /// What is seen until the page has been decompressed.
    pub opening: &'i str,
    /// The WebAssembly that decompresses the page.
    pub decompressor: &'i [u8],
    /// All of the page.
    pub pressed: &'i [u8],
    /// How many bytes of text were pressed, and of WebAssembly.
    pub sizes: [usize; 2],
    /// The script that opens the file.
    pub opener: &'i str,
    /// The page's script, among what is pressed.
    pub script: &'i str,
    /// The page's icon, an SVG.
    pub icon: &'i [u8],
}

/// What the page shows: all that is in its body, but for what those see who have no JavaScript.
pub fn body(index: &str) -> Result<&str> {
    let (_, rest) = index.split_once("<body>").context("index.html has no <body>")?;
    Ok(rest.split_once("</body>").context("index.html has no </body>")?.0)
}

/// The scripts that run before the page is there, by name.
pub fn first_scripts(index: &str) -> Vec<&str> {
    let named = index.lines().filter_map(|line| line.trim().strip_prefix("<script src=\""));
    named.filter_map(|rest| rest.split('"').next()).collect()
}

/// The whole file.
pub fn page(index: &str, inside: &Inside) -> Result<String> {
    let (head, _) = index.split_once("</head>").context("index.html has no </head>")?;
    let lines = head.split_inclusive('\n').map(|line| head_line(line, inside));
    let head = lines.collect::<Result<String>>()?;
    ensure!(
        inside.opener.is_ascii() && !inside.opener.contains("</"),
        "the opener cannot be inline"
    );
    let noscript =
        index.split_once("<noscript>").and_then(|(_, rest)| rest.split_once("</noscript>"));
    let (noscript, _) = noscript.context("index.html says nothing to those without JavaScript")?;
    let decompressor = compress_to_vec(inside.decompressor, BEST);
    let [text, code] = inside.sizes;
    Ok(format!(
        "{head}<style>{STYLE}</style>\n</head>\n<body>\n<noscript>{noscript}</noscript>\n{}\n\
         <script type=\"text/plain\" id=\"decompressor\" data-length=\"{}\">\n{}</script>\n\
         <script type=\"text/plain\" id=\"pressed\" data-length=\"{}\" data-sizes=\"{text} {code}\">\n{}</script>\n\
         <script>{}</script>\n</body>\n</html>\n",
        inside.opening.trim_end(),
        decompressor.len(),
        lettered(&decompressor),
        inside.pressed.len(),
        lettered(inside.pressed),
        inside.opener,
    ))
}

/// A line of the page's head as the file has it: nothing in it names another file.
fn head_line(line: &str, inside: &Inside) -> Result<String> {
    if line.contains("Content-Security-Policy") {
        let (before, rest) = line.split_once("content=\"").context("the policy has no content")?;
        let (site, after) = rest.split_once('"').context("the policy has no end")?;
        return Ok(format!("{before}content=\"{}\"{after}", policy(site, inside)));
    }
    if line.contains("rel=\"icon\"") {
        let data = BASE64_STANDARD.encode(inside.icon);
        return Ok(format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{data}\">\n"));
    }
    let loads = line.starts_with("<link") || line.starts_with("<script");
    Ok(if loads { String::new() } else { line.to_owned() })
}

/// The policy of the site, without what a file cannot have: nothing is fetched, and what runs is known.
fn policy(site: &str, inside: &Inside) -> String {
    let directives = site.split(';').filter_map(|directive| {
        let (name, sources) = directive.trim().split_once(' ')?;
        match name {
            "script-src" => {
                let [opener, script] = [inside.opener, inside.script].map(hash);
                Some(format!("{name} {opener} {script} 'wasm-unsafe-eval'"))
            }
            "style-src" => Some(format!("{name} {}", hash(STYLE))),
            // A frame may show the file itself, wherever it lies.
            "frame-src" => Some(format!("{name} {sources} file:")),
            _ => {
                let kept: Vec<_> =
                    sources.split(' ').filter(|source| *source != "'self'").collect();
                (!kept.is_empty()).then(|| format!("{name} {}", kept.join(" ")))
            }
        }
    });
    directives.collect::<Vec<_>>().join("; ")
}

/// How a policy names an inline script or style.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

fn lettered(bytes: &[u8]) -> String {
    let letters = letters::write(bytes).into_bytes();
    letters
        .chunks(LINE)
        .flat_map(|line| line.iter().chain(b"\n"))
        .map(|byte| *byte as char)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const INSIDE: Inside<'static> = Inside {
        opening: "<p>wait</p>\n",
        decompressor: b"decompressor",
        pressed: b"pressed",
        sizes: [4, 3],
        opener: "open()",
        script: "start()",
        icon: b"<svg/>",
    };
    const INDEX: &str = "<!doctype html>\n<head>\n\
        <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'; \
        style-src 'self'; img-src 'self' data:; connect-src 'self'\">\n\
        <title>T</title>\n<link rel=\"icon\" href=\"icon.svg\">\n<link rel=\"stylesheet\" href=\"a.css\">\n\
        <script type=\"module\" src=\"main.js\"></script>\n</head>\n<body>\nB\n<noscript>N</noscript>\n</body>\n";

    #[test]
    fn the_file_names_no_other() {
        let page = page(INDEX, &INSIDE).unwrap();
        for name in ["icon.svg", "a.css", "main.js", "'self'", "connect-src"] {
            assert!(!page.contains(name), "{name}: {page}");
        }
        assert!(
            page.contains("<title>T</title>")
                && page.contains("<noscript>N</noscript>\n<p>wait</p>\n")
        );
    }

    #[test]
    fn the_policy_knows_what_runs() {
        let site =
            "default-src 'none'; script-src 'self'; img-src 'self' blob:; form-action 'none'";
        let policy = policy(site, &INSIDE);
        assert!(policy.starts_with("default-src 'none'; script-src 'sha256-"), "{policy}");
        assert!(
            policy.ends_with("'wasm-unsafe-eval'; img-src blob:; form-action 'none'"),
            "{policy}"
        );
    }

    #[test]
    fn a_frame_may_show_the_file_itself() {
        let policy = policy("frame-src 'self'; connect-src 'self'", &INSIDE);
        assert_eq!(policy, "frame-src 'self' file:");
    }

    #[test]
    fn scripts_that_run_first_are_known_by_name() {
        let index = "<script src=\"a.js\"></script>\n<script type=\"module\" src=\"b.js\">";
        assert_eq!(first_scripts(index), ["a.js"]);
    }

    #[test]
    fn a_hash_is_written_as_policies_have_it() {
        assert_eq!(hash(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }
}
