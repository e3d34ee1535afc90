//! As much of HTTP as giving files to a browser takes.

use std::io::{self, ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// The longest request that is read.
const LONGEST_HEAD: usize = 16 * 1024;

/// How long a browser may keep an open connection to itself without a word.
const PATIENCE: Duration = Duration::from_secs(30);

/// An answer to a request.
pub struct Response {
    /// The status with its words, for instance `200 OK`.
    pub status: &'static str,
    /// Further header fields, apart from the length.
    pub fields: Vec<(&'static str, String)>,
    /// What follows the header.
    pub body: Body,
}

/// The body of a response.
pub enum Body {
    /// A body that is known, whose length is told.
    Whole(Vec<u8>),
    /// A body that is written bit by bit, until the function returns or the browser has gone.
    Stream(Box<WriteBody>),
}

/// Writes a body.
type WriteBody = dyn FnOnce(&mut dyn Write) -> io::Result<()>;

/// Answers every request with `answer`, which gets the method and the target. Returns only when
/// no more connections can be taken.
pub fn serve(
    listener: &TcpListener,
    answer: impl Fn(&str, &str) -> Response + Send + Sync + 'static,
) -> io::Error {
    let answer = Arc::new(answer);
    loop {
        match listener.accept() {
            Ok((stream, _)) => {
                let answer = Arc::clone(&answer);
                // An error here means that the browser has gone: nobody is left to tell.
                thread::spawn(move || converse(stream, &*answer).ok());
            }
            Err(error) if gone(error.kind()) => {}
            Err(error) => return error,
        }
    }
}

/// Whether only this connection failed.
fn gone(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset | ErrorKind::Interrupted
    )
}

/// One request, one answer, and the connection closes.
fn converse(mut stream: TcpStream, answer: &impl Fn(&str, &str) -> Response) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let head = read_head(&mut stream)?;
    let mut fields = [httparse::EMPTY_HEADER; 64];
    let mut request = httparse::Request::new(&mut fields);
    let parsed = request.parse(&head).is_ok_and(|parsed| parsed.is_complete());
    match (request.method, request.path) {
        (Some(method), Some(target)) if parsed => {
            write(&mut stream, answer(method, target), method != "HEAD")
        }
        _ => write(&mut stream, Response::text("400 Bad Request", "This is not HTTP."), true),
    }
}

/// The request up to the empty line that ends it.
fn read_head(stream: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    let mut part = [0; 4096];
    while !head.windows(4).any(|end| end == b"\r\n\r\n") {
        let read = stream.read(&mut part)?;
        if read == 0 || head.len() + read > LONGEST_HEAD {
            return Err(ErrorKind::InvalidData.into());
        }
        head.extend_from_slice(&part[..read]);
    }
    Ok(head)
}

fn write(stream: &mut impl Write, response: Response, with_body: bool) -> io::Result<()> {
    let mut head = format!("HTTP/1.1 {}\r\n", response.status);
    for (name, value) in &response.fields {
        head += &format!("{name}: {value}\r\n");
    }
    if let Body::Whole(bytes) = &response.body {
        head += &format!("Content-Length: {}\r\n", bytes.len());
    }
    head += "Connection: close\r\n\r\n";
    stream.write_all(head.as_bytes())?;
    match response.body {
        Body::Whole(bytes) if with_body => stream.write_all(&bytes)?,
        Body::Stream(write) if with_body => write(stream)?,
        _ => {}
    }
    stream.flush()
}

impl Response {
    /// An answer in a sentence.
    pub fn text(status: &'static str, text: &str) -> Self {
        Self {
            status,
            fields: vec![("Content-Type", "text/plain; charset=utf-8".into())],
            body: Body::Whole(format!("{text}\n").into_bytes()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exchange(request: &str) -> io::Result<String> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        thread::spawn(move || serve(&listener, |_, target| answer(target)));
        let mut stream = TcpStream::connect(address)?;
        stream.write_all(request.as_bytes())?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    }

    fn answer(target: &str) -> Response {
        let whole = Response::text("200 OK", target);
        match target {
            "/stream" => {
                let body = Body::Stream(Box::new(|to| to.write_all(b"bit by bit")));
                Response { body, ..whole }
            }
            _ => whole,
        }
    }

    #[test]
    fn a_stream_tells_no_length_and_ends_with_the_connection() -> io::Result<()> {
        let answer = exchange("GET /stream HTTP/1.1\r\n\r\n")?;
        assert!(!answer.contains("Content-Length"), "{answer}");
        assert!(answer.ends_with("\r\n\r\nbit by bit"), "{answer}");
        Ok(())
    }

    #[test]
    fn answers_one_request_and_closes() -> io::Result<()> {
        let answer = exchange("GET /a HTTP/1.1\r\nHost: here\r\n\r\n")?;
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
        assert!(answer.contains("\r\nContent-Length: 3\r\n"), "{answer}");
        assert!(answer.ends_with("\r\n\r\n/a\n"), "{answer}");
        Ok(())
    }

    #[test]
    fn leaves_the_body_out_when_only_the_head_is_asked_for() -> io::Result<()> {
        let answer = exchange("HEAD /a HTTP/1.1\r\n\r\n")?;
        assert!(answer.contains("\r\nContent-Length: 3\r\n"), "{answer}");
        assert!(answer.ends_with("\r\n\r\n"), "{answer}");
        Ok(())
    }

    #[test]
    fn refuses_what_is_not_http() -> io::Result<()> {
        let answer = exchange("hello\r\n\r\n")?;
        assert!(answer.starts_with("HTTP/1.1 400 "), "{answer}");
        Ok(())
    }
}
