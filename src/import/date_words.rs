//! Names of months and days of the week, and the digits of dates and times.

/// The names of the months by their first letters: English, and German where it differs.
const MONTHS: [(&str, u32); 16] = [
    ("january", 1),
    ("januar", 1),
    ("february", 2),
    ("februar", 2),
    ("march", 3),
    ("märz", 3),
    ("april", 4),
    ("may", 5),
    ("mai", 5),
    ("june", 6),
    ("july", 7),
    ("august", 8),
    ("september", 9),
    ("october", 10),
    ("november", 11),
    ("december", 12),
];

/// Names that are no beginning of those.
const OTHERS: [(&str, u32); 6] =
    [("juni", 6), ("juli", 7), ("oktober", 10), ("dezember", 12), ("sept", 9), ("mrz", 3)];

/// The days of the week.
const DAYS: [&str; 14] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonntag",
];

/// The month of this name, whole or cut to three letters or more, from 1.
pub(super) fn month(text: &str) -> Option<u32> {
    let name = text.trim_end_matches('.').to_lowercase();
    let is_cut = |whole: &&(&str, u32)| name.chars().count() >= 3 && whole.0.starts_with(&name);
    MONTHS.iter().chain(&OTHERS).find(is_cut).map(|&(_, month)| month)
}

/// Whether a text is the name of a day of the week, whole or cut to two letters or more.
pub(super) fn is_day(text: &str) -> bool {
    let name = text.trim_end_matches('.').to_lowercase();
    name.len() >= 2 && DAYS.iter().any(|day| day.starts_with(&name))
}

/// The whole number of at most four digits. Returns `None` above `most`.
pub(super) fn whole(text: &str, most: u32) -> Option<u32> {
    let digits = text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|&number| digits && number <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_may_be_cut() {
        for (name, expected) in [
            ("Jan", Some(1)),
            ("MAR", Some(3)),
            ("März", Some(3)),
            ("May", Some(5)),
            ("Mai", Some(5)),
            ("Sept.", Some(9)),
            ("Okt", Some(10)),
            ("december", Some(12)),
            ("Ja", None),
            ("Mayor", None),
            ("", None),
        ] {
            assert_eq!(month(name), expected, "{name}");
        }
        assert!(is_day("Mon") && is_day("Di.") && !is_day("M") && !is_day("Moon"));
    }
}
