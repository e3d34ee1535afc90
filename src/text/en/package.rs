//! Messages of the package to other pages.

/// Message for an option that the full package does not know.
pub fn unknown_option(name: &str) -> String {
    format!("A Trainer here has no option called '{name}'.")
}

/// Message for an option that the core package does not know.
pub fn unknown_option_of_core(name: &str) -> String {
    format!("A Trainer here has no option called '{name}'. pkg/more.js has all options.")
}
