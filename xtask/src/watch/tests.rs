//! The loop as a whole: a tree of its own, a server, and a stub for the compiler.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use anyhow::{Result, bail, ensure};
use serde_json::Value;
use tempfile::TempDir;

use super::*;

const PACKAGES: [Package; 2] = ["small", "full"];

/// As long as a loop that is stuck deserves.
const PATIENCE: Duration = Duration::from_secs(60);

/// "Compiles" `src/lib.rs` by copying it, unless it says that it is wrong.
struct Copy(PathBuf);

impl Compiler for Copy {
    fn compile(&self, package: Package) -> Result<Files> {
        let code = fs::read_to_string(self.0.join("src/lib.rs"))?;
        ensure!(!code.contains("wrong"), "error: this is wrong");
        let mut files = Files::default();
        files.insert(format!("pkg/{package}.js"), code.into_bytes());
        Ok(files)
    }
}

/// A project that is served, and an open page.
struct Loop {
    tree: TempDir,
    address: SocketAddr,
    news: BufReader<TcpStream>,
}

impl Loop {
    fn begin() -> Result<Self> {
        let tree = tempfile::tempdir()?;
        // As events have it.
        let root = tree.path().canonicalize()?;
        fs::create_dir_all(root.join("www"))?;
        fs::create_dir_all(root.join("src"))?;
        fs::write(root.join("www/index.html"), "<head></head>first")?;
        fs::write(root.join("src/lib.rs"), "first")?;

        let listener = serve::listen(0)?;
        let address = listener.local_addr()?;
        let work =
            Work::begin(listener, "/a/", &root, &PACKAGES, Copy(root.clone()), Files::default())?;
        work.site.wait_until_built();
        thread::spawn(move || work.watch());

        let mut news = TcpStream::connect(address)?;
        news.set_read_timeout(Some(PATIENCE))?;
        news.write_all(b"GET /a/serve/news HTTP/1.1\r\n\r\n")?;
        Ok(Self { tree, address, news: BufReader::new(news) })
    }

    /// Waits for news that fulfil the condition.
    fn wait(&mut self, condition: impl Fn(&Value) -> bool) -> Result<Value> {
        let mut line = String::new();
        while self.news.read_line(&mut line)? > 0 {
            if let Some(data) = line.strip_prefix("data: ") {
                let news = serde_json::from_str(data)?;
                if condition(&news) {
                    return Ok(news);
                }
            }
            line.clear();
        }
        bail!("the news have ended")
    }

    /// Waits until the page that is served has this answer under an address. Each time that the page
    /// changes it is looked at again.
    fn wait_for(&mut self, path: &str, expected: impl Fn(&str) -> bool) -> Result<()> {
        while !expected(&self.get(path)?) {
            self.wait(|_| true)?;
        }
        Ok(())
    }

    fn get(&self, path: &str) -> Result<String> {
        let mut stream = TcpStream::connect(self.address)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        write!(stream, "GET /a/{path} HTTP/1.1\r\n\r\n")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    }

    /// Writes a file as many editors do: another one is written, and takes its name.
    fn save(&self, path: &str, text: &str) -> Result<()> {
        let path = self.tree.path().join(path);
        let beside = path.with_extension("new~");
        fs::write(&beside, text)?;
        Ok(fs::rename(beside, path)?)
    }
}

#[test]
fn every_kind_of_change_reaches_the_open_page() -> Result<()> {
    let mut project = Loop::begin()?;
    let root = project.tree.path().to_owned();

    // A file that is written where it is, and one that another one takes the place of.
    fs::write(root.join("www/index.html"), "second")?;
    project.wait_for("", |answer| answer.ends_with("second"))?;
    project.save("www/index.html", "third")?;
    project.wait_for("", |answer| answer.ends_with("third"))?;

    // A new folder, a change in it, and its end.
    fs::create_dir_all(root.join("www/new/folder"))?;
    project.save("www/new/folder/style.css", "a {}")?;
    project.wait_for("new/folder/style.css", |answer| answer.ends_with("a {}"))?;
    project.save("www/new/folder/style.css", "b {}")?;
    project.wait_for("new/folder/style.css", |answer| answer.ends_with("b {}"))?;
    fs::remove_dir_all(root.join("www/new"))?;
    project.wait_for("new/folder/style.css", |answer| answer.starts_with("HTTP/1.1 404 "))?;

    // A folder that is replaced as a whole.
    fs::rename(root.join("www"), root.join("old"))?;
    fs::create_dir(root.join("www"))?;
    project.save("www/index.html", "fourth")?;
    project.wait_for("", |answer| answer.ends_with("fourth"))?;
    project.save("www/index.html", "fifth")?;
    project.wait_for("", |answer| answer.ends_with("fifth"))?;

    project.save("src/lib.rs", "second")?;
    project.wait_for("pkg/small.js", |answer| answer.ends_with("second"))?;
    project.wait_for("pkg/full.js", |answer| answer.ends_with("second"))
}

#[test]
fn a_page_carries_the_script_with_the_number_that_the_news_have() -> Result<()> {
    let mut project = Loop::begin()?;
    let page = project.wait(|_| true)?["page"].clone();
    let html = project.get("")?;
    assert!(html.contains(&format!("/a/serve/reload.js?page={page}\"")), "{html}");
    assert!(project.get("serve/reload.js")?.contains("EventSource"));
    Ok(())
}

#[test]
fn a_build_that_fails_is_told_and_the_last_good_page_stays() -> Result<()> {
    let mut project = Loop::begin()?;
    let page = project.wait(|_| true)?["page"].clone();

    project.save("src/lib.rs", "wrong")?;
    let news = project.wait(|news| !news["failure"].is_null())?;
    assert_eq!(news["failure"], "error: this is wrong");
    assert_eq!(news["page"], page);
    assert!(project.get("pkg/small.js")?.ends_with("first"));

    project.save("src/lib.rs", "right")?;
    let news = project.wait(|news| news["failure"].is_null())?;
    assert_ne!(news["page"], page);
    assert!(project.get("pkg/small.js")?.ends_with("right"));
    Ok(())
}
