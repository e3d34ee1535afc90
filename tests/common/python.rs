//! Python scripts that tests run.

use std::env;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde::de::DeserializeOwned;
use serde_json::Value;

/// Returns the value of an environment variable that `cargo xtask test` sets.
pub fn setting(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| panic!("{name} is not set: cargo xtask test sets it"))
}

/// Runs a script of `tests/` with the interpreter that `PYTHON` names. The script reads `job` from its standard
/// input and writes its answer as JSON.
pub fn run<T: DeserializeOwned>(script: &str, environment: &[(&str, &str)], job: &Value) -> T {
    let mut python = Command::new(setting("PYTHON"))
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(script))
        .envs(environment.iter().copied())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Python starts");
    let input = python.stdin.take().expect("a pipe");
    (&input).write_all(job.to_string().as_bytes()).expect("Python reads");
    drop(input);
    let output = python.wait_with_output().expect("Python ends");
    assert!(output.status.success(), "the script failed: it says why above");
    serde_json::from_slice(&output.stdout).expect("the script writes JSON")
}
