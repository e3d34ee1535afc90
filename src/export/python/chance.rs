//! The random numbers of the page in Python: the same generator and the same shuffle, so that points and mini-batches are
//! the same.

use super::literal::{float, lines, wrapped};
use crate::data::builtin::Counts;
use crate::descent::batch::Batch;

/// The generator and the shuffle of `src/numeric/random.rs`.
pub(super) fn generator() -> Vec<String> {
    lines([
        "GOLDEN, MASK = 0x9E3779B97F4A7C15, (1 << 64) - 1",
        "",
        "",
        "def mixed(state):",
        "    \"\"\"64 random bits of a state: SplitMix64 (Steele, Lea and Flood 2014), as on the page.\"\"\"",
        "    state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9 & MASK",
        "    state = (state ^ (state >> 27)) * 0x94D049BB133111EB & MASK",
        "    return state ^ (state >> 31)",
        "",
        "",
        "def units(seed):",
        "    \"\"\"Random numbers from 0 to 1, without end.\"\"\"",
        "    while True:",
        "        seed = (seed + GOLDEN) & MASK",
        "        yield (mixed(seed) >> 11) / 2**53",
        "",
        "",
        "def shuffled(items, random):",
        "    \"\"\"The items in random order (Fisher and Yates 1938).\"\"\"",
        "    for last in range(len(items) - 1, 0, -1):",
        "        chosen = int(next(random) * (last + 1))",
        "        items[last], items[chosen] = items[chosen], items[last]",
        "    return items",
    ])
}

/// The order of the rows of an epoch, from [`generator`].
pub(super) fn order() -> Vec<String> {
    lines([
        "def order_of(rows, epoch):",
        "    \"\"\"The order in which the rows come in an epoch: it follows from SEED and the epoch.\"\"\"",
        "    seed = mixed((mixed(SEED + GOLDEN & MASK) ^ epoch) + GOLDEN & MASK)",
        "    return np.array(shuffled(list(range(rows)), units(seed)))",
    ])
}

/// The constants of mini-batches: name, value and meaning.
pub(super) fn batch_constants(batch: Batch) -> Vec<(String, String, String)> {
    let Batch::Rows { size, seed } = batch else { return Vec::new() };
    let constant =
        |name: &str, value: String, what: &str| (name.to_owned(), value, what.to_owned());
    vec![
        constant("BATCH", size.get().to_string(), "rows of an update"),
        constant("SEED", seed.to_string(), "what the order of the rows follows from"),
    ]
}

/// The points of a table of counts, from [`generator`]; `swapped` is whether x and y are exchanged.
pub(super) fn points(counts: &Counts, swapped: bool) -> Vec<String> {
    let cells = counts.cells.iter().map(|(x, y, count)| format!("{x} {y} {count} "));
    let mut code = lines(["CELLS = \"\"\""]);
    code.extend(wrapped(cells.map(|cell| cell.trim_end().to_owned()), ""));
    code.extend(lines([
        "\"\"\"",
        "",
        "",
        "def drawn():",
        "    \"\"\"A point for each row, somewhere in its cell, and then all of them in random order.\"\"\"",
    ]));
    code.push(format!("    random = units({})", counts.seed));
    let within = |variable: &str, range: crate::numeric::range::Range| {
        let (least, greatest) = (float(range.min), float(range.max));
        format!("min(max({variable} - 0.5 + next(random), {least}), {greatest})")
    };
    code.extend(lines([
        "    numbers = map(int, CELLS.split())",
        "    points = []",
        "    for x, y, count in zip(numbers, numbers, numbers):",
        "        for _ in range(count):",
    ]));
    code.push("            points.append((".to_owned());
    code.push(format!("                {},", within("x", counts.range_x)));
    code.push(format!("                {},", within("y", counts.range_y)));
    code.push("            ))".to_owned());
    code.extend(lines(["    return np.array(shuffled(points, random)).T", "", ""]));
    code.push(format!("{} = drawn()", if swapped { "y, x" } else { "x, y" }));
    code
}
