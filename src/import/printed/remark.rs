//! The chatter of tools around a table.

/// Whether a line is no part of the table: it is blank, gives the number of rows or the time that it took, or tells
/// what the tool has done or what types the columns have.
pub(super) fn is_remark(line: &str) -> bool {
    let text = line.trim_matches([' ', '\t', '|', '(', ')', '.']);
    if text.is_empty() {
        return !line.contains(['|', '\t']);
    }
    counts_rows(text) || is_said(text) || is_command_tag(text)
}

/// Whether a text gives a number of rows: `1 row affected`, `3 records`.
fn counts_rows(text: &str) -> bool {
    let after_number =
        text.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == ',');
    let lower = after_number.to_ascii_lowercase();
    let words = [" row", " rows", " shown", "row(s)", " record"];
    after_number.len() < text.len()
        && words.iter().any(|word| lower.starts_with(word) || lower.trim_start().starts_with(word))
}

/// Whether a text begins as the remarks of tools do.
fn is_said(text: &str) -> bool {
    const BEGINNINGS: [&str; 28] = [
        "time:",
        "time taken",
        "time elapsed",
        "fetched ",
        "only showing top",
        "elapsed",
        "run time",
        "completion time:",
        "total execution time",
        "waiting on ",
        "current status:",
        "name: ",
        "dtype:",
        "length: ",
        "shape: ",
        "# ",
        "#> #",
        "rows: ",
        "columns: ",
        "query id",
        "query ok",
        "query returned",
        "changed database context",
        "timing is ",
        "pager usage is ",
        "expanded display is ",
        "output format is ",
        "you are now connected",
    ];
    let lower = text.to_lowercase();
    BEGINNINGS.iter().any(|beginning| lower.starts_with(beginning))
        || lower == "done"
        || lower == "ok"
}

/// Whether a text is the tag that PostgreSQL ends a command with: `SELECT 1`.
fn is_command_tag(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let is_command = |word: &str| ["SELECT", "INSERT", "FETCH", "SET"].contains(&word);
    words.next().is_some_and(is_command)
        && words.all(|word| word.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_count_rows_tell_the_time_or_what_was_done() {
        for line in [
            "",
            "(3 rows)",
            "1,200 row(s)",
            "1 Row(s) produced. Time Elapsed: 0.213s",
            "3 records",
            "  (3 shown)",
            "Time: 0.3 ms",
            "Completion time: 2026-11-30T02:31:44.1234567+01:00",
            "Waiting on bqjob_r1a2_1 ... (0s) Current status: DONE   ",
            "SELECT 1",
            "INSERT 0 1",
            "Name: 0, dtype: float64",
            "# A tibble: 1 × 10",
            "shape: (1, 10)",
            "Done.",
        ] {
            assert!(is_remark(line), "{line:?}");
        }
        for line in [
            "|  |  |",
            "3",
            "row(s) affected",
            "row | 3",
            "3 | rows",
            "rows",
            "SELECT n FROM sums",
            "name,x",
            "time 3",
            "#",
        ] {
            assert!(!is_remark(line), "{line:?}");
        }
    }
}
