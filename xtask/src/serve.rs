//! A small web server for the page, for this machine only.

use std::fs;
use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};

use crate::arguments::ServeOptions;
use crate::http::{self, Body, Response};
use crate::watch;

/// Serves the page until the tool is stopped: as it is being worked on or, without building, as it
/// stands in `dist/`.
pub fn serve(options: &ServeOptions) -> Result<()> {
    // The port first: who has it taken should not learn so after the build.
    let listener = listen(options.port)?;
    if options.build {
        return watch::serve(listener, &options.base);
    }
    check_dist()?;
    println!("The page is at {} (Ctrl-C stops the server)", url(&listener, &options.base)?);
    Err(serve_dist(&listener, &options.base, Caching::Never)).context("The server stopped")
}

/// Takes a port on this machine.
pub fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => anyhow!(
            "Port {port} is in use by another program. Choose another with --port, for instance \
             `cargo xtask serve --port {}`, or any free one with --port 0",
            port.checked_add(1).unwrap_or(8080)
        ),
        ErrorKind::PermissionDenied => anyhow!(
            "This system does not let you take port {port}. Choose one above 1023 with --port"
        ),
        _ => anyhow!(error).context(format!("Port {port} cannot be taken")),
    })
}

/// Fails where there is no page to serve.
pub fn check_dist() -> Result<()> {
    ensure!(
        crate::dist().join("index.html").is_file(),
        "There is no page in dist/ yet. Run `cargo xtask build` first"
    );
    Ok(())
}

/// The address of the page.
pub fn url(listener: &TcpListener, base: &str) -> Result<String> {
    Ok(format!("http://{}{base}", listener.local_addr()?))
}

/// Whether browsers may keep what they are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caching {
    /// They ask again, because files change under the same address.
    Never,
    /// They keep files, as those of a site: the address is another one for every run of the server.
    Allowed,
}

/// Serves `dist/` below the path `base` for as long as connections can be taken.
pub fn serve_dist(listener: &TcpListener, base: &str, caching: Caching) -> io::Error {
    let base = base.to_string();
    http::serve(listener, move |method, target| match method {
        "GET" | "HEAD" => respond(route(&base, target), caching),
        _ => not_allowed(),
    })
}

/// What an address on the server leads to.
#[derive(Debug, PartialEq)]
pub enum Route {
    /// The path of a file of the page.
    File(PathBuf),
    /// The page, which is elsewhere.
    Redirect(String),
    /// Nothing.
    Nowhere,
}

/// Finds what an address leads to where the page is below the path `base`.
pub fn route(base: &str, url: &str) -> Route {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    if base.strip_suffix('/') == Some(path) {
        return Route::Redirect(base.into());
    }
    let Some(path) = path.strip_prefix(base).and_then(decoded) else { return Route::Nowhere };
    if path.is_empty() {
        return Route::File("index.html".into());
    }
    // No `..`, no drive, no hidden file and no empty name: nothing outside `dist/` is reached.
    let plain = |name: &str| {
        !name.is_empty() && !name.starts_with('.') && !name.contains(['\\', ':', '\0'])
    };
    if path.split('/').all(plain) { Route::File(path.into()) } else { Route::Nowhere }
}

/// The path with its `%20` and the like replaced.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
        } else {
            byte
        });
    }
    String::from_utf8(bytes).ok()
}

fn respond(route: Route, caching: Caching) -> Response {
    let response = match route {
        Route::File(path) => file(&path),
        Route::Redirect(to) => redirect(to),
        Route::Nowhere => not_found(),
    };
    with_caching(response, caching)
}

/// A response that browsers neither keep nor take for something else.
pub fn fresh(response: Response) -> Response {
    with_caching(response, Caching::Never)
}

fn with_caching(mut response: Response, caching: Caching) -> Response {
    let kept = match caching {
        Caching::Never => "no-store",
        Caching::Allowed => "max-age=3600",
    };
    response.fields.push(("Cache-Control", kept.into()));
    response.fields.push(("X-Content-Type-Options", "nosniff".into()));
    response
}

/// The response that leads to another address.
pub fn redirect(to: String) -> Response {
    let response = Response::text("301 Moved Permanently", "The page is one slash further.");
    Response { fields: vec![("Location", to)], ..response }
}

/// The response where an address leads nowhere.
pub fn not_found() -> Response {
    Response::text("404 Not Found", "There is no such file in the page.")
}

/// The response to methods other than GET and HEAD.
pub fn not_allowed() -> Response {
    Response::text("405 Method Not Allowed", "This server only gives files.")
}

fn file(path: &Path) -> Response {
    match fs::read(crate::dist().join(path)) {
        Ok(body) => {
            let fields = vec![("Content-Type", content_type(path).into())];
            Response { status: "200 OK", fields, body: Body::Whole(body) }
        }
        Err(_) => not_found(),
    }
}

/// The type of a file by its name.
pub fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|end| end.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "md" | "ts" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str) -> Route {
        Route::File(path.into())
    }

    #[test]
    fn finds_files_at_the_root_and_below_a_path() {
        assert_eq!(route("/", "/"), file("index.html"));
        assert_eq!(route("/", "/pkg/downhill.js?v=1"), file("pkg/downhill.js"));
        assert_eq!(route("/a/b/", "/a/b/"), file("index.html"));
        assert_eq!(route("/a/b/", "/a/b/two%20words.csv"), file("two words.csv"));
        assert_eq!(route("/a/b/", "/a/b"), Route::Redirect("/a/b/".into()));
        assert_eq!(route("/a/b/", "/"), Route::Nowhere);
    }

    #[test]
    fn never_leaves_the_folder() {
        let urls = ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "/a/..%2f..%2fb", "//etc/passwd"];
        for url in urls.into_iter().chain(["/..%5cCargo.toml", "/c:/x", "/%00", "/%zz", "/a/"]) {
            assert_eq!(route("/", url), Route::Nowhere, "{url}");
        }
    }

    #[test]
    fn a_taken_port_is_named() -> Result<()> {
        let taken = listen(0)?.local_addr()?.port();
        let _held = listen(taken)?;
        let text = listen(taken).unwrap_err().to_string();
        assert!(text.contains(&format!("Port {taken} is in use")), "{text}");
        Ok(())
    }
}
