//! What the package says to other pages.

/// What the package says to an option that it does not know.
pub fn unknown_option(name: &str) -> String {
    let more = if crate::edition::IS_FULL { "" } else { " pkg/more.js has all options." };
    format!("A Trainer here has no option called '{name}'.{more}")
}
