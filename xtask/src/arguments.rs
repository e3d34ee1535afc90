//! What was asked for on the command line.

use std::path::PathBuf;

use lexopt::{Arg, Parser, ValueExt};

use crate::fuzz::TARGETS;
use crate::test::STAGES;

/// One command with its options, checked.
#[derive(Debug, PartialEq)]
pub enum Command {
    /// Say how the tool is used.
    Help,
    /// Put the page in `dist/`.
    Build,
    /// Serve the page.
    Serve(ServeOptions),
    /// Run the checks.
    Test(TestOptions),
    /// Measure the page.
    Bench(BenchOptions),
    /// Try invented inputs.
    Fuzz(FuzzOptions),
}

/// What is tried, and for how long.
#[derive(Debug, PartialEq)]
pub struct FuzzOptions {
    /// One target; all of them without it.
    pub target: Option<String>,
    /// For how long, in all.
    pub seconds: u64,
    /// The one input that the target is to run on.
    pub input: Option<PathBuf>,
}

impl Default for FuzzOptions {
    fn default() -> Self {
        Self { target: None, seconds: 60, input: None }
    }
}

/// How the page is measured.
#[derive(Debug, PartialEq)]
pub struct BenchOptions {
    /// Whether to build first.
    pub build: bool,
}

/// How the page is served.
#[derive(Debug, PartialEq)]
pub struct ServeOptions {
    /// The port to listen on; 0 takes any free one.
    pub port: u16,
    /// The path the page appears at; begins and ends with a slash.
    pub base: String,
    /// Whether to build first.
    pub build: bool,
}

impl Default for ServeOptions {
    fn default() -> Self {
        Self { port: 8080, base: "/".into(), build: true }
    }
}

/// Which checks run.
#[derive(Debug, PartialEq)]
pub struct TestOptions {
    /// Names of stages; empty means all of them.
    pub only: Vec<String>,
    /// Whether the stages that need the page build it first.
    pub build: bool,
    /// Further words for the runner of the browser tests.
    pub browser: Vec<String>,
}

impl Default for TestOptions {
    fn default() -> Self {
        Self { only: Vec::new(), build: true, browser: Vec::new() }
    }
}

/// Reads the command and its options.
pub fn parse(mut parser: Parser) -> Result<Command, lexopt::Error> {
    let name = match parser.next()? {
        None => return Ok(Command::Help),
        Some(Arg::Short('h') | Arg::Long("help")) => return Ok(Command::Help),
        Some(Arg::Value(name)) => name.string()?,
        Some(other) => return Err(other.unexpected()),
    };
    match name.as_str() {
        "help" => Ok(Command::Help),
        "build" => match parser.next()? {
            None => Ok(Command::Build),
            Some(Arg::Short('h') | Arg::Long("help")) => Ok(Command::Help),
            Some(other) => Err(other.unexpected()),
        },
        "serve" => parse_serve(parser),
        "test" => parse_test(parser),
        "bench" => parse_bench(parser),
        "fuzz" => parse_fuzz(parser),
        other => Err(format!("there is no command `{other}`").into()),
    }
}

fn parse_serve(mut parser: Parser) -> Result<Command, lexopt::Error> {
    let mut options = ServeOptions::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("port") => options.port = parser.value()?.parse()?,
            Arg::Long("base") => options.base = base(&parser.value()?.string()?),
            Arg::Long("no-build") => options.build = false,
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Command::Serve(options))
}

fn parse_bench(mut parser: Parser) -> Result<Command, lexopt::Error> {
    let mut options = BenchOptions { build: true };
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("no-build") => options.build = false,
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Command::Bench(options))
}

fn parse_fuzz(mut parser: Parser) -> Result<Command, lexopt::Error> {
    let mut options = FuzzOptions::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("seconds") => options.seconds = parser.value()?.parse()?,
            Arg::Long("input") => options.input = Some(parser.value()?.into()),
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help),
            Arg::Value(name) if options.target.is_none() => {
                options.target = Some(target(name.string()?)?);
            }
            other => return Err(other.unexpected()),
        }
    }
    if options.input.is_some() && options.target.is_none() {
        return Err("`--input` wants a target, such as `import`".into());
    }
    Ok(Command::Fuzz(options))
}

fn target(name: String) -> Result<String, lexopt::Error> {
    match TARGETS.contains(&name.as_str()) {
        true => Ok(name),
        false => Err(format!("there is no target `{name}`").into()),
    }
}

fn parse_test(mut parser: Parser) -> Result<Command, lexopt::Error> {
    let mut options = TestOptions::default();
    loop {
        if let Some(words) = parser.try_raw_args()
            && words.peek().is_some_and(|word| word == "--")
        {
            let words = words.skip(1).map(|word| word.string());
            options.browser = words.collect::<Result<_, _>>()?;
            return Ok(Command::Test(options));
        }
        match parser.next()? {
            None => return Ok(Command::Test(options)),
            Some(Arg::Long("only")) => options.only = stages(&parser.value()?.string()?)?,
            Some(Arg::Long("no-build")) => options.build = false,
            Some(Arg::Short('h') | Arg::Long("help")) => return Ok(Command::Help),
            Some(other) => return Err(other.unexpected()),
        }
    }
}

fn stages(names: &str) -> Result<Vec<String>, lexopt::Error> {
    let names: Vec<String> = names.split(',').map(|name| name.trim().to_string()).collect();
    match names.iter().find(|name| STAGES.iter().all(|stage| stage.name != **name)) {
        Some(unknown) => Err(format!("there is no stage `{unknown}`").into()),
        None => Ok(names),
    }
}

/// The path with a slash on either side.
fn base(path: &str) -> String {
    match path.trim_matches('/') {
        "" => "/".into(),
        inner => format!("/{inner}/"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(words: &[&str]) -> Result<Command, String> {
        parse(Parser::from_args(words)).map_err(|error| error.to_string())
    }

    #[test]
    fn serves_on_port_8080_at_the_root_unless_told_otherwise() {
        assert_eq!(parsed(&["serve"]), Ok(Command::Serve(ServeOptions::default())));
        let told = ServeOptions { port: 0, base: "/a/b/".into(), build: false };
        let words = ["serve", "--port", "0", "--base=a/b", "--no-build"];
        assert_eq!(parsed(&words), Ok(Command::Serve(told)));
    }

    #[test]
    fn hands_on_what_follows_two_dashes() {
        let told = TestOptions {
            only: vec!["types".into(), "browser".into()],
            build: true,
            browser: vec!["-g".into(), "Step back".into()],
        };
        let words = ["test", "--only", "types,browser", "--", "-g", "Step back"];
        assert_eq!(parsed(&words), Ok(Command::Test(told)));
    }

    #[test]
    fn measures_a_fresh_build_unless_told_otherwise() {
        assert_eq!(parsed(&["bench"]), Ok(Command::Bench(BenchOptions { build: true })));
        let told = Command::Bench(BenchOptions { build: false });
        assert_eq!(parsed(&["bench", "--no-build"]), Ok(told));
    }

    #[test]
    fn tries_all_targets_for_a_minute_unless_told_otherwise() {
        assert_eq!(parsed(&["fuzz"]), Ok(Command::Fuzz(FuzzOptions::default())));
        let target = Some("answer".to_owned());
        let told = FuzzOptions { target, seconds: 5, input: None };
        assert_eq!(parsed(&["fuzz", "--seconds", "5", "answer"]), Ok(Command::Fuzz(told)));
        assert!(parsed(&["fuzz", "--input", "x"]).is_err_and(|text| text.contains("target")));
    }

    #[test]
    fn names_what_it_does_not_know() {
        assert!(parsed(&["fuzz", "sing"]).is_err_and(|text| text.contains("`sing`")));
        assert!(parsed(&["sing"]).is_err_and(|text| text.contains("`sing`")));
        assert!(parsed(&["serve", "--port", "lots"]).is_err_and(|text| text.contains("lots")));
        assert!(parsed(&["test", "--only", "sing"]).is_err_and(|text| text.contains("`sing`")));
    }
}
