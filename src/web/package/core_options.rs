//! In place of the options of a `Trainer` that only the full package has.

use wasm_bindgen::JsValue;

use crate::descent::settings::Settings;
use crate::text::en;

/// The names of these options: none.
pub const NAMES: &[&str] = &[];

/// Message for an option that the package does not know.
pub fn unknown(name: &str) -> String {
    en::package::unknown_option_of_core(name)
}

/// Makes the settings that these options ask for: none.
pub fn set(_: &JsValue, _: &mut Settings) -> Result<(), JsValue> {
    Ok(())
}
