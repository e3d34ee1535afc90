//! The project's tool: builds the page, serves it and runs every check.
//!
//! `cargo xtask help` says how it is used.

mod arguments;
mod bench;
mod browser;
mod build;
mod deny;
mod engines;
mod fuzz;
mod house;
mod http;
mod join;
mod npm;
mod prepare;
mod process;
mod programs;
mod python;
mod reach;
mod release;
mod serve;
mod shrink;
mod single;
mod test;
mod tools;
mod watch;
mod weight;
mod workflows;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;

use arguments::Command;

const HELP: &str = "\
Usage: cargo xtask COMMAND

Commands:
  build   Compile the crate to WebAssembly and put the whole page in dist/
  serve   Serve the page on this machine as it is in the sources, and follow every change of them
            --port N      listen on port N (8080 unless told otherwise; 0 takes any free one)
            --base PATH   serve below PATH, for instance /course/downhill/
            --no-build    serve dist/ as it stands, and follow nothing
  test    Run every check, in order, up to the first that fails
            --only NAMES  only these stages, separated by commas:
                          fmt, house, clippy, clippy-wasm, test, fuzz, doc, build,
                          workflows, deny, engines, spark, python, types, browser, webkit
            --no-build    for types, browser and webkit: take dist/ as it stands
            -- WORDS      handed to the browser tests, for instance -- -g 'Step back'
  bench   Measure the page in a browser against its peers, and print ratios
            --no-build    take dist/ as it stands
  fuzz    Try invented files, pasted answers, names and links on what reads them; it needs a C++
          compiler, and a minute or more for its first build
            TARGET        only this one: import, answer, names or link
            --seconds N   for N seconds in all (60 unless told otherwise)
            --input FILE  run TARGET on this file alone, such as one that it failed on
  help    Print this text
";

fn main() -> ExitCode {
    let command = match arguments::parse(lexopt::Parser::from_env()) {
        Ok(command) => command,
        Err(error) => {
            eprintln!("error: {error}. `cargo xtask help` lists the commands and their options.");
            return ExitCode::from(2);
        }
    };
    match run(command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    match command {
        Command::Help => {
            print!("{HELP}");
            Ok(())
        }
        Command::Build => build::build(),
        Command::Serve(options) => serve::serve(&options),
        Command::Test(options) => test::test(&options),
        Command::Bench(options) => bench::bench(&options),
        Command::Fuzz(options) => fuzz::fuzz(&options),
    }
}

/// The top folder of the repository.
fn root() -> PathBuf {
    let tool = Path::new(env!("CARGO_MANIFEST_DIR"));
    tool.parent().unwrap_or(tool).to_path_buf()
}

/// The folder that holds the finished page.
fn dist() -> PathBuf {
    root().join("dist")
}
