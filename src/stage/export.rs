//! Code and numbers for other programs.

use serde::Serialize;

use super::name::Named;
use super::page::Page;
use crate::export::notebook::notebook;
use crate::export::python::{ExportError, File, OwnProgram, Program};
use crate::export::{file_name, report, trace};

/// A file that the page can write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// A Python script.
    Script,
    /// A notebook.
    Notebook,
    /// The numbers of the run by epoch.
    Trace,
    /// A report.
    Report,
}

impl Export {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Script, Self::Notebook, Self::Trace, Self::Report];

    /// The id that the page gives it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Script => "script",
            Self::Notebook => "notebook",
            Self::Trace => "trace",
            Self::Report => "report",
        }
    }

    /// Extension of its file.
    fn ending(self) -> &'static str {
        match self {
            Self::Script => ".py",
            Self::Notebook => ".ipynb",
            Self::Trace => "-trace.csv",
            Self::Report => "-report.txt",
        }
    }
}

impl Named for Export {
    const KIND: &'static str = "export";

    fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|export| export.id() == name)
    }
}

/// A file that the page can write, or why it cannot: `ExportChoice` of `types.d.ts`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExportSetup {
    /// The id that it is asked for by.
    pub id: &'static str,
    /// Suggested name of its file.
    pub name: String,
    /// Description of its content, or the reason why there is none.
    pub about: String,
    /// Whether there is none.
    pub refused: bool,
}

/// The reader's own program as a file: `ProgramFile` of `types.d.ts`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProgramFile {
    /// Suggested name of the file.
    pub name: String,
    /// Text of the file.
    pub text: String,
    /// Description of its data, in a sentence.
    pub about: String,
}

impl Page {
    /// All files that the page can write. `format` is how the reader's file is written, where it
    /// is a file that a program can read, each as `name=value`.
    pub fn exports(&self, format: Option<&[String]>) -> [ExportSetup; 4] {
        let session = self.session();
        let (program, refused) = match self.program(format) {
            Ok(program) => (program.sentence(), false),
            Err(refused) => (refused.to_string(), true),
        };
        Export::ALL.map(|export| {
            let (about, refused) = match export {
                Export::Trace => (trace::sentence(session), false),
                Export::Report => (report::sentence(session), false),
                Export::Script | Export::Notebook => (program.clone(), refused),
            };
            let name = file_name(session, export.ending());
            ExportSetup { id: export.id(), name, about, refused }
        })
    }

    /// The text of a file.
    ///
    /// # Errors
    /// When there is no such program.
    pub fn export(&self, export: Export, format: Option<&[String]>) -> Result<String, ExportError> {
        match export {
            Export::Trace => Ok(trace::csv(self.session().run())),
            Export::Report => {
                let imported = self.own_data_in_use().map(|own_data| own_data.report.as_slice());
                Ok(report::report(self.session(), imported.unwrap_or_default()))
            }
            Export::Notebook => self.program(format).map(notebook),
            Export::Script => self.program(format).map(|program| program.script()),
        }
    }

    /// The reader's own program, with the text `source`, as a file that runs under Python. `format` is as for
    /// [`exports`](Self::exports).
    ///
    /// # Errors
    /// When there are too many points, and no file has them.
    pub fn program_file(
        &self,
        source: &str,
        format: Option<&[String]>,
    ) -> Result<ProgramFile, ExportError> {
        let program = OwnProgram::of(self.session(), source, self.file(format))?;
        let name = file_name(self.session(), "-program.py");
        Ok(ProgramFile { name, text: program.script(), about: program.sentence() })
    }

    fn program(&self, format: Option<&[String]>) -> Result<Program<'_>, ExportError> {
        Program::of(self.session(), self.file(format))
    }

    /// The file that has the rows. Returns `None` where a program cannot read them anywhere.
    fn file(&self, format: Option<&[String]>) -> Option<File> {
        self.own_data_in_use().zip(format).and_then(|(own_data, format)| {
            File::new(&own_data.name, &own_data.headings, own_data.columns, format)
        })
    }
}
