//! The answers of the server that watches: files of the page, the script that loads it again, and the
//! stream of news that the script listens to.

use std::io::{self, Write};
use std::sync::Arc;
use std::time::Duration;

use serde_json::json;

use super::site::{News, Site};
use crate::http::{Body, Response};
use crate::serve::{Route, content_type, fresh, not_found, redirect, route};

/// The folder of what only this server has.
const FOLDER: &str = "serve/";
/// The script in [`FOLDER`].
const SCRIPT: &str = include_str!("reload.js");
/// How long a stream may be silent. Only writing to it finds out whether its page is still open.
const SILENCE: Duration = Duration::from_secs(15);

/// Answers a request for `target`, on a site below the path `base`.
pub fn answer(site: &Arc<Site>, base: &str, target: &str) -> Response {
    fresh(match route(base, target) {
        Route::Redirect(to) => redirect(to),
        Route::Nowhere => not_found(),
        Route::File(path) => {
            let names: Vec<_> = path.iter().filter_map(|name| name.to_str()).collect();
            let path = names.join("/");
            match path.strip_prefix(FOLDER) {
                Some("reload.js") => file(&path, SCRIPT.into()),
                Some("news") => news(Arc::clone(site)),
                _ => page_file(site, base, &path),
            }
        }
    })
}

fn page_file(site: &Site, base: &str, path: &str) -> Response {
    let Some((bytes, number)) = site.file(path) else { return not_found() };
    match path.ends_with(".html") {
        true => file(path, with_script(&bytes, base, number)),
        false => file(path, bytes.to_vec()),
    }
}

fn file(path: &str, bytes: Vec<u8>) -> Response {
    let fields = vec![("Content-Type", content_type(path.as_ref()).into())];
    Response { status: "200 OK", fields, body: Body::Whole(bytes) }
}

/// A page with the script in its head. Parts of a page, which have no head, are returned as they are.
fn with_script(html: &[u8], base: &str, number: u64) -> Vec<u8> {
    const END: &[u8] = b"</head>";
    let Some(at) = html.windows(END.len()).position(|text| text == END) else {
        return html.to_vec();
    };
    let script = format!("<script src=\"{base}{FOLDER}reload.js?page={number}\" async></script>\n");
    [&html[..at], script.as_bytes(), &html[at..]].concat()
}

/// A stream of server-sent events, which ends when the page is closed.
fn news(site: Arc<Site>) -> Response {
    let fields = vec![("Content-Type", "text/event-stream".into())];
    let body = Body::Stream(Box::new(move |to| tell(&site, to)));
    Response { status: "200 OK", fields, body }
}

fn tell(site: &Site, to: &mut dyn Write) -> io::Result<()> {
    write!(to, "retry: 500\n\n")?;
    let mut known = None;
    loop {
        let news = site.news(known.as_ref(), SILENCE);
        match known.as_ref() == Some(&news) {
            true => write!(to, ":\n\n")?,
            false => write!(to, "data: {}\n\n", text(&news))?,
        }
        to.flush()?;
        known = Some(news);
    }
}

/// News as the script reads them, on one line.
fn text(news: &News) -> String {
    json!({ "page": news.page, "failure": news.failure }).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_gets_the_script_into_its_head() {
        let page = with_script(b"<head><title>x</title></head><body>", "/a/", 7);
        let expected = "<head><title>x</title>\
             <script src=\"/a/serve/reload.js?page=7\" async></script>\n</head><body>";
        assert_eq!(String::from_utf8_lossy(&page), expected);
    }

    #[test]
    fn a_part_of_a_page_stays_as_it_is() {
        assert_eq!(with_script(b"<section></section>", "/", 7), b"<section></section>");
    }

    #[test]
    fn news_are_one_line() {
        let news = News { page: 3, failure: Some("error:\n  no such name".into()) };
        assert_eq!(text(&news), r#"{"failure":"error:\n  no such name","page":3}"#);
    }
}
