//! What a person takes along: code, numbers and a report.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::convert::{error, object};
use super::session::Session;
use crate::export::notebook::notebook;
use crate::export::python::{ExportError, File, Program};
use crate::export::{self, report, trace};
use crate::session::Source;

/// `Take` of types.d.ts.
#[derive(Serialize)]
struct Take {
    id: &'static str,
    name: String,
    about: String,
    refused: bool,
}

/// What can be taken, with the ends of the files' names.
const TAKES: [(&str, &str); 4] =
    [("script", ".py"), ("notebook", ".ipynb"), ("trace", "-trace.csv"), ("report", "-report.txt")];

#[wasm_bindgen]
impl Session {
    /// What can be taken along of code and numbers. `written` is how the reader's file is written, where
    /// it is a file that a program can read, each as `name=value`.
    #[wasm_bindgen(unchecked_return_type = "Take[]")]
    pub fn takes(&self, written: Option<Vec<String>>) -> Result<JsValue, JsValue> {
        let core = self.core();
        let (program, refused) = match self.program(written) {
            Ok(program) => (program.sentence(), false),
            Err(no) => (no.to_string(), true),
        };
        let take = |(id, ending)| {
            let (about, refused) = match id {
                "trace" => (trace::sentence(core), false),
                "report" => (report::sentence(core), false),
                _ => (program.clone(), refused),
            };
            Take { id, name: export::file_name(core, ending), about, refused }
        };
        object(&TAKES.map(take).as_slice())
    }

    /// The text of one of them. Throws, with a sentence, where there is none.
    pub fn take(&self, id: &str, written: Option<Vec<String>>) -> Result<String, JsValue> {
        let imported = || match (&self.own, self.core().source()) {
            (Some(own), Source::Own { .. }) => own.report.as_slice(),
            _ => &[],
        };
        match id {
            "trace" => Ok(trace::csv(self.core().run())),
            "report" => Ok(report::report(self.core(), imported())),
            "notebook" => self.program(written).map(notebook).map_err(error),
            _ => self.program(written).map(|program| program.script()).map_err(error),
        }
    }
}

impl Session {
    fn program(&self, written: Option<Vec<String>>) -> Result<Program<'_>, ExportError> {
        let own = self.own.as_ref().filter(|_| matches!(self.core().source(), Source::Own { .. }));
        let file = own
            .zip(written)
            .and_then(|(own, written)| File::new(&own.name, &own.headings, own.columns, &written));
        Program::of(self.core(), file)
    }
}
