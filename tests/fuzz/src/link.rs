//! Whatever stands behind the `#` of an address, it opens or it is told why not; and what opens makes a link
//! that leads to the same.

use downhill::link::{self, Link, Scope};

/// Checks one case.
pub fn run(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let opened = match link::decode(&text) {
        Ok(opened) => opened.session,
        Err(error) => return assert!(!error.to_string().is_empty()),
    };
    let link = Link::of(&opened, Scope::default()).fragment;
    let again = link::decode(&link).expect("a link of what was opened").session;
    assert_eq!(Link::of(&again, Scope::default()).fragment, link);
}
