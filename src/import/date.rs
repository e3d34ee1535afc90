//! Dates and times, as people write them, as numbers.

use super::calendar::day_of;
use super::clock::part_of_day;
use super::date_words::{is_day, month, whole};

/// The order of day and month in a date such as 5/1/2024.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// The day comes first.
    DayFirst,
    /// The month comes first.
    MonthFirst,
}

/// Date or time as it is written. The numbers are days since 1 January 1970, but for a time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Written {
    /// Year, month and day, as in 2024-01-05.
    YearFirst(f64),
    /// Two numbers of which one is the day and the other one the month, and the year, as in 5/1/2024.
    Either(Either),
    /// With the name of the month, as in 5 Jan 2024.
    Named(f64),
    /// A month, as in 2024-01 or Jan-24: its first day.
    Month(f64),
    /// Eight digits, as in 20240105.
    Compact(f64),
    /// A time without a date: hours since midnight.
    Clock(f64),
}

/// A date whose day and month are to be told apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Either {
    pub first: u32,
    pub second: u32,
    pub year: u32,
    /// The share of the day that has passed.
    pub time: f64,
    /// Whether points stand between them, as where the day comes first.
    pub points: bool,
}

impl Either {
    /// Days since 1 January 1970. Returns `None` where there is no such day.
    pub(super) fn days(self, order: Order) -> Option<f64> {
        let (day, month) = match order {
            Order::DayFirst => (self.first, self.second),
            Order::MonthFirst => (self.second, self.first),
        };
        Some(day_of(self.year, month, day)? + self.time)
    }
}

impl Written {
    /// Reads a cell without space at its ends. Returns `None` where it is no date.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        const LONGEST: usize = 64;
        if bytes.len() > LONGEST || !bytes.iter().any(u8::is_ascii_digit) {
            return None;
        }
        let text = std::str::from_utf8(bytes).ok()?;
        let (date, time) = split_time(text);
        if date.is_empty() {
            return Some(Self::Clock(24.0 * part_of_day(time?)?));
        }
        let time_of_day = time.map_or(Some(0.0), part_of_day)?;
        let parts: Vec<&str> = date.split(is_between).filter(|part| !part.is_empty()).collect();
        let alike = |sign: char| date.split(sign).count() == parts.len();
        let one_sign = ['-', '/', '.'].into_iter().any(alike);
        match parts[..] {
            [digits] if digits.len() == 8 && time.is_none() => compact(digits).map(Self::Compact),
            [one] if time.is_none() => month_in_one(one).map(Self::Month),
            [year, month, day] if year.len() == 4 && one_sign && whole(month, 12).is_some() => {
                let day = day_of(whole(year, 9_999)?, whole(month, 12)?, whole(day, 31)?)?;
                Some(Self::YearFirst(day + time_of_day))
            }
            [first, second, year]
                if one_sign && whole(first, 31).is_some() && whole(second, 31).is_some() =>
            {
                let short = first.len() <= 2 && second.len() <= 2;
                let (first, second) = (whole(first, 31)?, whole(second, 31)?);
                let points = date.contains('.');
                let either =
                    Either { first, second, year: year_of(year)?, time: time_of_day, points };
                let is_day = |order| either.days(order).is_some();
                let valid = is_day(Order::DayFirst) || is_day(Order::MonthFirst);
                (short && valid).then_some(Self::Either(either))
            }
            [one, other] if time.is_none() => month_in_two(one, other).map(Self::Month),
            [weekday, ref rest @ ..] if rest.len() == 3 && is_day(weekday) => {
                named(rest, time_of_day)
            }
            _ => named(&parts, time_of_day),
        }
    }
}

/// The day of ten bytes such as 2024-01-05, which most dates of most files are. Returns `None` for all else.
pub(super) fn plain_day(bytes: &[u8]) -> Option<f64> {
    let [y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1] = *bytes else { return None };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0_u32, |number, digit| {
            digit.is_ascii_digit().then(|| 10 * number + u32::from(digit - b'0'))
        })
    };
    day_of(number(&[y0, y1, y2, y3])?, number(&[m0, m1])?, number(&[d0, d1])?)
}

/// Whether a character may stand between the parts of a date.
fn is_between(character: char) -> bool {
    matches!(character, '-' | '/' | '.' | ' ' | ',')
}

/// The date and the time in a text. A time begins with digits before a colon, behind a space or a T.
fn split_time(text: &str) -> (&str, Option<&str>) {
    let Some(colon) = text.find(':') else { return (text, None) };
    let start = text[..colon].trim_end_matches(|character: char| character.is_ascii_digit()).len();
    let date = &text[..start];
    let date = date.strip_suffix('T').or_else(|| date.strip_suffix(' ')).unwrap_or(date);
    (date.trim_end_matches([',', ' ']), Some(&text[start..]))
}

/// The day of eight digits, of a year that people live in.
fn compact(digits: &str) -> Option<f64> {
    let number = |from: usize, to: usize| whole(digits.get(from..to)?, 9_999);
    let year = number(0, 4).filter(|year| (1_800..2_200).contains(year))?;
    day_of(year, number(4, 6)?, number(6, 8)?)
}

/// The first day of a month or a quarter such as 2024M01 or 2024Q1.
fn month_in_one(text: &str) -> Option<f64> {
    let (year, rest) = text.split_at_checked(4)?;
    month_in_two(year, rest.strip_prefix('M').or_else(|| rest.starts_with('Q').then_some(rest))?)
}

/// The first day of a month or a quarter such as 2024 01, Jan 24 or Q1 2024.
fn month_in_two(one: &str, other: &str) -> Option<f64> {
    let quarter = |text: &str| {
        let number = whole(text.strip_prefix('Q')?, 4).filter(|&quarter| quarter > 0)?;
        Some(3 * number - 2)
    };
    let month_of = |text: &str| {
        let digits = whole(text, 12).filter(|_| text.len() == 2);
        month(text).or_else(|| quarter(text)).or(digits)
    };
    let (year, month) = match (one.len(), other.len()) {
        (4, _) if whole(one, 9_999).is_some() => (whole(one, 9_999)?, month_of(other)?),
        (_, 4) if whole(other, 9_999).is_some() => (whole(other, 9_999)?, month_of(one)?),
        (_, 2) => (year_of(other)?, month(one)?),
        _ => return None,
    };
    day_of(year, month, 1)
}

/// A date with the name of its month.
fn named(parts: &[&str], time: f64) -> Option<Written> {
    let day = |text: &str| {
        let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| text.strip_suffix(end));
        let digits = digits.unwrap_or(text);
        whole(digits, 31).filter(|_| digits.len() <= 2)
    };
    let &[one, two, three] = parts else { return None };
    let (year, month, day) = if let Some(month) = month(two) {
        match whole(one, 9_999) {
            Some(year) if one.len() == 4 => (year, month, day(three)?),
            _ => (year_of(three)?, month, day(one)?),
        }
    } else {
        (year_of(three)?, month(one)?, day(two)?)
    };
    Some(Written::Named(day_of(year, month, day)? + time))
}

/// The year of two or four digits. Two digits are of 1969 to 2068, as in POSIX.
fn year_of(text: &str) -> Option<u32> {
    let year = whole(text, 9_999)?;
    match text.len() {
        4 => Some(year),
        2 if year < 69 => Some(2_000 + year),
        2 => Some(1_900 + year),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The days of a date that begins with its year.
    fn iso(text: &str) -> Option<f64> {
        match Written::read(text.as_bytes()) {
            Some(Written::YearFirst(days)) => Some(days),
            _ => None,
        }
    }

    fn day(year: u32, month: u32, day: u32) -> f64 {
        day_of(year, month, day).expect("a day")
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        let january = day(2024, 1, 5);
        for (text, expected) in [
            ("2024/01/05", Written::YearFirst(january)),
            ("2024.1.5 12:00", Written::YearFirst(january + 0.5)),
            ("20240105", Written::Compact(january)),
            ("5 Jan 2024", Written::Named(january)),
            ("Fri, 5 January 2024 06:00", Written::Named(january + 0.25)),
            ("Jan 5th, 2024", Written::Named(january)),
            ("05-JAN-24", Written::Named(january)),
            ("5. März 2024", Written::Named(day(2024, 3, 5))),
            ("2024-Jan-05", Written::Named(january)),
            ("2024-01", Written::Month(day(2024, 1, 1))),
            ("01/2024", Written::Month(day(2024, 1, 1))),
            ("Jan-24", Written::Month(day(2024, 1, 1))),
            ("Jan 2024", Written::Month(day(2024, 1, 1))),
            ("2024M03", Written::Month(day(2024, 3, 1))),
            ("2024Q2", Written::Month(day(2024, 4, 1))),
            ("2024-Q2", Written::Month(day(2024, 4, 1))),
            ("12:30", Written::Clock(12.5)),
            ("1:30 PM", Written::Clock(13.5)),
            ("12:15 a.m.", Written::Clock(0.25)),
        ] {
            assert_eq!(Written::read(text.as_bytes()), Some(expected), "{text}");
        }
        for text in [
            "5 Jan",
            "24-Jan",
            "1.2.3",
            "123-456",
            "2024-13",
            "13:00 PM",
            "1",
            "18991231x",
            "12345678",
            "2024-1",
        ] {
            assert_eq!(Written::read(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn day_and_month_are_told_apart_by_their_order() {
        let Some(Written::Either(date)) = Written::read(b"05/01/24 12:00") else {
            panic!("either is possible")
        };
        assert_eq!(date.days(Order::DayFirst), Some(day(2024, 1, 5) + 0.5));
        assert_eq!(date.days(Order::MonthFirst), Some(day(2024, 5, 1) + 0.5));
        assert_eq!(Written::read(b"31/31/2024"), None);
        let Some(Written::Either(date)) = Written::read(b"31.12.1999") else { panic!("a date") };
        assert!(date.points && date.days(Order::MonthFirst).is_none());
    }

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
            assert_eq!(iso(text), expected, "{text}");
            assert_eq!(plain_day(text.as_bytes()), expected.filter(|_| text.len() == 10), "{text}");
        }
    }
}
