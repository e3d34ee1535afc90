//! ISO dates and times as numbers.

use crate::numeric::notation::float;

/// Days since 1 January 1970 of an ISO date, or of a date and time: `1942-07-01`, `1942-7-1`,
/// `1942-07-01T12:30`, `1942-07-01 12:30:15.5Z`, `1942-07-01T12:30+02:00`. Returns `None` for all else.
pub(super) fn days(bytes: &[u8]) -> Option<f64> {
    // Most cells are not dates, and the first byte tells most of them.
    if !bytes.first()?.is_ascii_digit() {
        return None;
    }
    let text = std::str::from_utf8(bytes).ok()?;
    let (date, time) = match text.find(['T', ' ']) {
        Some(at) => (&text[..at], Some(&text[at + 1..])),
        None => (text, None),
    };
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    let (year, month, day) = (whole(year, 9999)?, whole(month, 12)?, whole(day, 31)?);
    if month == 0 || day == 0 || day > length(year, month) {
        return None;
    }
    let time = time.map_or(Some(0.0), part_of_day)?;
    Some(civil(i64::from(year), i64::from(month), i64::from(day)) as f64 + time)
}

/// The year of a day and the share of it that has passed, such as 1942.5.
pub(super) fn years(days: f64) -> f64 {
    let start = |year: i64| civil(year, 1, 1) as f64;
    // One of average length too few: where it lies among the leap years may make up a day or two.
    let mut year = (1969.0 + days / 365.2425).floor() as i64;
    while start(year + 1) <= days {
        year += 1;
    }
    year as f64 + (days - start(year)) / (start(year + 1) - start(year))
}

/// A day in ISO form.
pub(super) fn written(days: f64) -> String {
    let year = years(days).floor() as i64;
    let mut rest = days.floor() as i64 - civil(year, 1, 1);
    let mut month = 1;
    while rest >= i64::from(length(year as u32, month)) {
        rest -= i64::from(length(year as u32, month));
        month += 1;
    }
    format!("{year:04}-{month:02}-{:02}", rest + 1)
}

fn whole(text: &str, most: u32) -> Option<u32> {
    let digits = text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|&number| digits && number <= most)
}

fn length(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1 January 1970 (Hinnant, *chrono-compatible low-level date algorithms*).
fn civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The share of a day that has passed in universal time, from a time such as `12:30` or `12:30:15.5`, with or without
/// `Z` or `+02:00`.
fn part_of_day(text: &str) -> Option<f64> {
    let (text, zone) = match text.strip_suffix(['Z', 'z']) {
        Some(rest) => (rest, 0.0),
        None => match text.rfind(['+', '-']) {
            Some(at) => {
                let (hours, minutes) =
                    text[at + 1..].split_once(':').unwrap_or((&text[at + 1..], "0"));
                let minutes = whole(hours, 14)? * 60 + whole(minutes, 59)?;
                let sign = if text.as_bytes()[at] == b'+' { 1.0 } else { -1.0 };
                (&text[..at], sign * f64::from(minutes))
            }
            None => (text, 0.0),
        },
    };
    let mut parts = text.split(':');
    let (hours, minutes) = (whole(parts.next()?, 24)?, whole(parts.next()?, 59)?);
    let seconds = match parts.next() {
        Some(text) => float(text).filter(|s| (0.0..61.0).contains(s))?,
        None => 0.0,
    };
    if parts.next().is_some() {
        return None;
    }
    Some((f64::from(hours) * 60.0 + f64::from(minutes) - zone) / 1_440.0 + seconds / 86_400.0)
}

/// Whether a text is a date such as 31/05/2024 or 5.31.24: three short numbers between the same two signs.
pub(super) fn is_other(bytes: &[u8]) -> bool {
    let Some(&sign) = bytes.iter().find(|byte| matches!(byte, b'/' | b'.' | b'-')) else {
        return false;
    };
    let parts: Vec<&[u8]> = bytes.split(|&byte| byte == sign).collect();
    let is_short =
        |part: &&[u8]| (1..=4).contains(&part.len()) && part.iter().all(u8::is_ascii_digit);
    parts.len() == 3 && parts.iter().all(is_short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_count_days() {
        for (text, expected) in [
            ("1970-01-01", Some(0.0)),
            ("1970-01-02T12:00", Some(1.5)),
            ("1970-01-02 06:00:00Z", Some(1.25)),
            ("1970-01-02T06:00:00+06:00", Some(1.0)),
            ("1969-12-31", Some(-1.0)),
            ("2000-02-29", Some(11_016.0)),
            ("1942-7-1", Some(-10_046.0)),
            ("1970-01-02T01:30", Some(1.0625)),
            ("1970-01-01T00:00:27", Some(0.000_312_5)),
            ("1970-01-01T12:00:00.000000000000000000000000Z", Some(0.5)),
            ("1970-01-02T06:00+06", Some(1.0)),
            ("1970-01-02T05:30+05:30", Some(1.0)),
            ("1970-01-01T19:00-05:00", Some(1.0)),
            ("1970-01-02T06:00+15", None),
            ("1970-00001-02", None),
            ("1970-+1-02", None),
            ("1970-01-", None),
            ("", None),
            ("-1970-01-02", None),
            ("1900-02-29", None),
            ("2023-13-01", None),
            ("2023-00-01", None),
            ("2023-1-1-1", None),
            ("12-11-2020", None),
            ("1970-01-02T25:00", None),
            ("19700101", None),
        ] {
            assert_eq!(days(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn days_are_written_as_they_were_read() {
        for text in ["1970-01-01", "2000-02-29", "1942-07-01", "1999-12-31", "0001-01-01"] {
            assert_eq!(written(days(text.as_bytes()).expect("a date")), text);
        }
        assert_eq!(years(0.0), 1970.0);
        assert_eq!(years(-184.0), 1969.0 + 181.0 / 365.0);
    }

    #[test]
    fn a_year_ends_where_the_next_one_begins() {
        for year in [2000, 1970, 1971, 1972, 1973, 1969, 1942, 1900, 1600, 2100, 9998, 1] {
            let start = days(format!("{year:04}-01-01").as_bytes()).expect("a date");
            let next = days(format!("{:04}-01-01", year + 1).as_bytes()).expect("a date");
            assert_eq!(years(start), f64::from(year));
            assert_eq!(years(0.5 * (start + next)), f64::from(year) + 0.5);
            assert!((f64::from(year) + 0.999..f64::from(year + 1)).contains(&years(next - 0.1)));
        }
    }

    #[test]
    fn three_short_numbers_between_equal_signs_are_another_date() {
        for (text, expected) in [
            ("31/05/2024", true),
            ("5.31.24", true),
            ("31-5-2024", true),
            ("31/May/2024", false),
            ("12345/1/1", false),
            ("1//2", false),
            ("1/2", false),
            ("1/2/3/4", false),
            ("31/05.2024", false),
            ("31052024", false),
        ] {
            assert_eq!(is_other(text.as_bytes()), expected, "{text}");
        }
    }
}
