//! The days of the Gregorian calendar, counted since 1 January 1970.

/// Days since 1 January 1970. Returns `None` where there is no such day.
pub(super) fn day_of(year: u32, month: u32, day: u32) -> Option<f64> {
    let is_day = (1..=12).contains(&month) && (1..=length(year, month)).contains(&day);
    is_day.then(|| civil(i64::from(year), i64::from(month), i64::from(day)) as f64)
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
pub(crate) fn written(days: f64) -> String {
    let year = years(days).floor() as i64;
    let mut rest = days.floor() as i64 - civil(year, 1, 1);
    let mut month = 1;
    while rest >= i64::from(length(year as u32, month)) {
        rest -= i64::from(length(year as u32, month));
        month += 1;
    }
    format!("{year:04}-{month:02}-{:02}", rest + 1)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_they_are_counted() {
        for (year, month, day, text) in [
            (1970, 1, 1, "1970-01-01"),
            (2000, 2, 29, "2000-02-29"),
            (1942, 7, 1, "1942-07-01"),
            (1999, 12, 31, "1999-12-31"),
            (1, 1, 1, "0001-01-01"),
        ] {
            assert_eq!(written(day_of(year, month, day).expect("a day")), text);
        }
        assert_eq!((day_of(2000, 2, 29), day_of(1900, 2, 29)), (Some(11_016.0), None));
        assert_eq!(years(0.0), 1970.0);
        assert_eq!(years(-184.0), 1969.0 + 181.0 / 365.0);
    }

    #[test]
    fn a_year_ends_where_the_next_one_begins() {
        for year in [2000, 1970, 1971, 1972, 1973, 1969, 1942, 1900, 1600, 2100, 9998, 1] {
            let start = day_of(year, 1, 1).expect("a day");
            let next = day_of(year + 1, 1, 1).expect("a day");
            assert_eq!(years(start), f64::from(year));
            assert_eq!(years(0.5 * (start + next)), f64::from(year) + 0.5);
            assert!((f64::from(year) + 0.999..f64::from(year + 1)).contains(&years(next - 0.1)));
        }
    }
}
