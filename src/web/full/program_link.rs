//! Additions to `Session`: links that carry a program of the reader's. The single file has them too, where no
//! program can be run, so that it can say of a link that it carries one.

use wasm_bindgen::prelude::*;

use crate::edition::FullPackage;
use crate::link::{PackedProgram, Scope};
use crate::web::convert::{error, object};
use crate::web::core::session::JsSession;

#[wasm_bindgen(js_class = Session)]
impl JsSession {
    /// The same link as `link` makes, with a program as the page packs it. Throws, with a sentence, if it is too long.
    #[wasm_bindgen(js_name = linkWithProgram, unchecked_return_type = "Link")]
    pub fn link_with_program(
        &self,
        program: &str,
        address: usize,
        chapter: Option<u8>,
    ) -> Result<JsValue, JsValue> {
        let program = PackedProgram::new(program, FullPackage::PROOF).map_err(error)?;
        let scope = Scope { settings_only: false, address, chapter };
        object(&self.0.link_with_program(scope, &program))
    }

    /// The program that came with the link that was opened, packed.
    #[wasm_bindgen(js_name = linkedProgram)]
    pub fn linked_program(&self) -> Option<String> {
        self.0.linked_program().map(|program| program.letters().to_owned())
    }
}
