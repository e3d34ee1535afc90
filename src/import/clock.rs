//! Times of day, as people write them.

use super::date_words::whole;
use crate::numeric::notation::float;

/// The share of a day that has passed in universal time, from a time such as `12:30`, `12:30:15.5` or `12:30 PM`, with
/// or without `Z` or `+02:00`.
pub(super) fn part_of_day(text: &str) -> Option<f64> {
    let (text, half) = before_half(text);
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
    let hours = match half {
        None => hours,
        Some(later) if (1..=12).contains(&hours) => hours % 12 + later,
        Some(_) => return None,
    };
    let seconds = match parts.next() {
        Some(text) => float(text).filter(|s| (0.0..61.0).contains(s))?,
        None => 0.0,
    };
    if parts.next().is_some() {
        return None;
    }
    Some((f64::from(hours) * 60.0 + f64::from(minutes) - zone) / 1_440.0 + seconds / 86_400.0)
}

/// A time without its AM or PM, and the hours that these add.
fn before_half(text: &str) -> (&str, Option<u32>) {
    let letters = |text: &str, half: &str| {
        let at = text.len().checked_sub(half.len())?;
        let (rest, last) = text.split_at_checked(at)?;
        last.eq_ignore_ascii_case(half).then(|| rest.trim_end().len())
    };
    [("am", 0), ("a.m.", 0), ("pm", 12), ("p.m.", 12)]
        .into_iter()
        .find_map(|(half, later)| Some((&text[..letters(text, half)?], Some(later))))
        .unwrap_or((text, None))
}
