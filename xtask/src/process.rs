//! Finding and running other programs.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

/// A program that runs at the top of the repository and reads nothing from the keyboard.
pub fn program(name: impl AsRef<Path>) -> Command {
    let mut command = Command::new(name.as_ref());
    command.current_dir(crate::root()).stdin(Stdio::null());
    command
}

/// The Cargo that runs this tool.
pub fn cargo() -> Command {
    program(env::var_os("CARGO").map_or_else(|| "cargo".into(), PathBuf::from))
}

/// Runs a command to its end; one that fails is named in the error.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("{} did not start", text(command)))?;
    ensure!(status.success(), "{} failed ({status})", text(command));
    Ok(())
}

/// What a command prints, without the white space around it.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output();
    let output = output.with_context(|| format!("{} did not start", text(command)))?;
    ensure!(output.status.success(), "{} failed ({})", text(command), output.status);
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_string())
}

/// A program's place in PATH, if it is there.
pub fn find(name: &str) -> Option<PathBuf> {
    let names = match env::consts::EXE_SUFFIX {
        "" => vec![name.to_string()],
        suffix => vec![format!("{name}{suffix}"), format!("{name}.cmd")],
    };
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders)
        .flat_map(|folder| names.iter().map(move |name| folder.join(name)).collect::<Vec<_>>())
        .find(|path| path.is_file())
}

/// The command as a person would type it.
fn text(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default();
    let words = command.get_args().map(|word| word.to_string_lossy());
    let words: Vec<_> = std::iter::once(program.to_string_lossy()).chain(words).collect();
    format!("`{}`", words.join(" "))
}
