//! The reader's own program as a file for real Python: a head that gives it what the page gives it, then its text.

use super::data::{self, ExportError, ProgramData};
use super::file::File;
use super::literal::{comment, float, lines};
use crate::session::Session;
use crate::text::en;

/// A program of the reader's own, with the data and the settings that the page gives it.
pub struct OwnProgram<'a> {
    session: &'a Session,
    source: &'a str,
    data: ProgramData,
}

impl<'a> OwnProgram<'a> {
    /// The program with the text `source`. `file` has the rows, where a program can read them there.
    ///
    /// # Errors
    /// When there are too many points, and no file has them.
    pub fn of(
        session: &'a Session,
        source: &'a str,
        file: Option<File>,
    ) -> Result<Self, ExportError> {
        Ok(Self { session, source, data: ProgramData::given(session, file)? })
    }

    /// The data of the program, in a sentence, with a remark where it draws random numbers.
    pub fn sentence(&self) -> String {
        let data = self.data.given_sentence(self.session.dataset());
        en::export::own_program(&data, self.is_random())
    }

    /// The whole file. It prints the last line that the program shows, and the mean squared error of that line.
    pub fn script(&self) -> String {
        let mut code = lines([
            "\"\"\"A program written on Downhill, with the data and settings that the page gives it.",
            "",
            "Your program is at the end, unchanged. When it ends, the last line it showed is printed: a, b and its mean",
            "squared error J. Needs Python 3.9 or newer, and NumPy.",
            "\"\"\"",
            "",
            "import atexit",
        ]);
        if matches!(self.data, ProgramData::File(_)) {
            code.extend(lines(["import csv", "import math"]));
        }
        code.extend(lines(["", "import numpy as np", ""]));
        code.extend(data::given_points(&self.data, self.session));
        code.extend(self.settings());
        code.extend(show());
        code.push("# Your program.".to_owned());
        if self.is_random() {
            code.extend(comment(en::export::OTHER_RANDOM_NUMBERS));
        }
        code.push(String::new());
        let end = if self.source.ends_with('\n') { "" } else { "\n" };
        code.join("\n") + "\n" + self.source + end
    }

    /// Whether the program seems to draw random numbers.
    fn is_random(&self) -> bool {
        self.source.contains("random")
    }

    /// The settings, under the names that a program knows them by.
    fn settings(&self) -> Vec<String> {
        let run = self.session.ruled_run();
        let settings = run.settings();
        vec![
            String::new(),
            format!("L = {}  # the learning rate", float(run.learning_rate().get())),
            format!("epochs = {}", settings.epochs.get()),
            format!("tolerance = {}", float(settings.tolerance.get())),
        ]
    }
}

/// The code of `show`. It keeps data of its own, because a program may give x, y and any other name new values.
fn show() -> Vec<String> {
    lines([
        "",
        "",
        "def prepare_show(x, y):",
        "    \"\"\"show(a, b), as on the page; the last line shown is printed when the program ends.\"\"\"",
        "    x, y = x.copy(), y.copy()",
        "    number, mean, last = np.asarray, np.mean, []",
        "",
        "    def show(a, b):",
        "        last[:] = number(a, dtype=float).item(), number(b, dtype=float).item()",
        "",
        "    def print_last():",
        "        if not last:",
        "            print(\"The program showed no line.\")",
        "            return",
        "        a, b = last",
        "        J = float(mean((y - (a * x + b)) ** 2))",
        "        print(f\"a = {a!r}, b = {b!r}, J = {J!r}\")",
        "",
        "    atexit.register(print_last)",
        "    return show",
        "",
        "",
        "show = prepare_show(x, y)",
        "",
        "",
    ])
}
