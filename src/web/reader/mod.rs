//! The package that reads files, in a worker of its own.

mod database;
mod import;
