//! Links as mail programs, chats and networks hand them on.

use downhill::link::{self, LinkError};
use proptest::prelude::*;

use super::{first, many_rows, opened, three_rows};

/// Link of the session that a link restores.
fn restored(link: &str) -> String {
    link::encode(&opened(link))
}

/// Everything that was seen behind an address, or may be.
const BEHIND: [&str; 18] = [
    ".",
    ",",
    ";",
    ":",
    "!",
    "?",
    ")",
    "]",
    ">",
    "\"",
    "'",
    ").",
    ">,",
    "%3E",
    "%22%20",
    "”",
    "*",
    " and so on",
];

#[test]
fn what_stands_behind_a_link_is_no_part_of_it() {
    for session in [first(), three_rows(), many_rows()] {
        let link = link::encode(&session);
        let state = restored(&link);
        for behind in BEHIND.into_iter().chain([
            "&fbclid=IwAR0x-_y",
            "&utm_source=news&utm_medium=mail",
            "&amp;gclid=1",
        ]) {
            assert_eq!(restored(&format!("{link}{behind}")), state, "{behind}");
        }
    }
}

#[test]
fn links_of_the_first_release_are_free_of_the_sentence_around_them_too() {
    let link = include_str!("v1.txt")
        .lines()
        .find_map(|line| line.split_whitespace().find(|word| word.starts_with("v=1")));
    let link = link.expect("a link of the first release");
    let state = restored(link);
    for behind in [".", ").", "]", "!", "&fbclid=1", "%3E"] {
        assert_eq!(restored(&format!("{link}{behind}")), state, "{behind}");
    }
}

#[test]
fn escaped_links_open() {
    let link = link::encode(&many_rows());
    let state = restored(&link);
    let escaped = |text: &str| {
        let escape = |letter: char| match letter {
            'A'..='Z' | 'a'..='z' | '0'..='9' | '-' | '.' | '_' => letter.to_string(),
            other => format!("%{:02x}", u32::from(other)),
        };
        text.chars().map(escape).collect::<String>()
    };
    let once = [
        link.replace('~', "%7E"),
        link.replace('~', "%7e"),
        link.replace('&', "&amp;"),
        escaped(&link),
    ];
    for mangled in
        once.into_iter().chain([escaped(&escaped(&link)), link.replace('&', "&amp;amp;")])
    {
        assert_eq!(restored(&mangled), state, "{mangled}");
    }
}

#[test]
fn a_percent_sign_that_escapes_nothing_is_refused_like_any_other_letter() {
    for damage in ["%", "%7", "%zz", "%%", "%C3"] {
        let link = link::encode(&first()).replace('~', damage);
        assert_eq!(
            link::decode(&link).expect_err(damage),
            if damage == "%C3" { LinkError::NotALink } else { LinkError::Field("rate") }
        );
    }
}

proptest! {
    #[test]
    fn a_link_broken_into_lines_is_put_together(
        at in prop::collection::vec(any::<prop::sample::Index>(), 1..6),
        between in prop::sample::select(vec!["\n", "\r\n", " ", "\t", "%0A", "%20", "\u{ad}", "\u{200b}", "%E2%80%8B", "\u{a0}"]),
    ) {
        let link = link::encode(&three_rows());
        let mut broken = link.clone();
        let mut places: Vec<usize> = at.into_iter().map(|index| index.index(link.len())).collect();
        places.sort_unstable();
        for &place in places.iter().rev() {
            broken.insert_str(place, between);
        }
        prop_assert_eq!(restored(&broken), restored(&link));
    }
}
