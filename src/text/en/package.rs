//! Messages of the package to other pages.

/// Message for an option that the package does not know.
pub fn unknown_option(name: &str) -> String {
    let more = if crate::edition::IS_FULL { "" } else { " pkg/more.js has all options." };
    format!("A Trainer here has no option called '{name}'.{more}")
}
