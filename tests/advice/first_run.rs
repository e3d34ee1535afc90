//! The first run on any data, in the coordinates that the page proposes: worth watching, over within ten seconds, and
//! near the best at its end. `cargo test --test native advice::first_run -- --nocapture` prints the table.

use super::made::{KINDS, million};
use super::{distance, opened};
use downhill::data::builtin;
use downhill::data::dataset::Dataset;
use downhill::import::{Choices, Import};
use downhill::insight::advice::Advice;
use downhill::session::{Due, Session};
use downhill::stage::page::Page;

/// Frames of ten seconds.
const FRAMES: usize = 600;

/// Runs frame by frame for ten seconds at the speed that the page opens with, and gives the frames that it took.
fn watch(session: &mut Session) -> usize {
    session.begin();
    for frame in 0..FRAMES {
        let Due::Epochs(epochs) = session.due(1.0 / 60.0) else { continue };
        if !session.advance(epochs) {
            return frame;
        }
    }
    FRAMES
}

/// Opens data, follows the advice where coordinates are proposed, runs, prints a line of the table, and checks it.
fn check(name: &str, mut page: Page) {
    let raw = page.session().run().learning_rate().get();
    let proposed = match page.session().advice() {
        Some(Advice::TooNarrow { center, .. }) => {
            page.follow_advice().expect("the data bear it");
            if center { "x centered" } else { "standardised" }
        }
        Some(Advice::TooBig { .. } | Advice::TooSmall { .. }) => {
            panic!("{name}: an unsuitable rate")
        }
        _ => "raw",
    };
    let settings = page.session().run().settings();
    let (rate, limit) = (settings.learning_rate.get(), settings.epochs.get());
    let started_near = distance(page.session()) <= 0.01;
    let frames = watch(page.session_mut());
    let (epoch, left) = (page.session().run().state().epoch, distance(page.session()));
    println!(
        "| {name} | {raw:e} | {proposed} | {rate:e} | {limit} | {epoch} | {:.1} s | {left:.1e} |",
        frames as f64 / 60.0
    );
    assert!(left <= 0.01, "{name}: {left} above the best at epoch {epoch}, L = {rate}, {proposed}");
    assert!(frames < FRAMES, "{name}: it still runs after ten seconds, at epoch {epoch}");
    // From a start that is near the best there is nothing to watch.
    assert!(started_near || frames >= 60, "{name}: over after {frames} frames");
}

fn heading(title: &str) {
    println!(
        "\n{title}\n\n| data | raw rate | coordinates | rate | epochs | ended at | after | above the best |"
    );
    println!("|---|---|---|---|---|---|---|---|");
}

#[test]
fn on_a_hundred_made_data_sets_the_first_run_ends_near_the_best() {
    heading("Made");
    for kind in KINDS {
        for seed in 0..10 {
            check(&format!("{} {seed}", kind.name), opened(&kind.data(seed)));
        }
    }
}

#[test]
fn on_a_million_rows_the_first_run_ends_near_the_best() {
    heading("A million rows");
    check("years with parts", opened(&million()));
}

#[test]
fn on_the_built_in_data_the_first_run_ends_near_the_best() {
    heading("Built in");
    for builtin in builtin::all() {
        for swapped in [false, true] {
            let mut page = Page::open("");
            page.session_mut().choose_builtin(builtin, swapped);
            check(&format!("{}{}", builtin.id, if swapped { ", swapped" } else { "" }), page);
        }
    }
}

/// Small files in the shape of those that people have; invented values.
const FILES: [(&str, &[u8]); 11] = [
    ("anagrafica-2025", include_bytes!("cases/anagrafica-2025.csv")),
    ("bench-mixed-units", include_bytes!("cases/bench-mixed-units.csv")),
    ("bench-one-unit", include_bytes!("cases/bench-one-unit.csv")),
    ("cars", include_bytes!("cases/cars.csv")),
    ("dashes-and-excel-serials", include_bytes!("cases/dashes-and-excel-serials.csv")),
    ("databank", include_bytes!("cases/databank.csv")),
    ("destatis-style", include_bytes!("cases/destatis-style.csv")),
    ("heizung-dd.mm.yyyy", include_bytes!("cases/heizung-dd.mm.yyyy.csv")),
    ("mieten-euro", include_bytes!("cases/mieten-euro.csv")),
    ("offices-india", include_bytes!("cases/offices-india.csv")),
    ("prezzo_alle_8", include_bytes!("cases/prezzo_alle_8.csv")),
];

/// The data of each pair of columns of a file that can be learned from: x has spread.
fn pairs(file: &[u8]) -> Vec<(String, Dataset)> {
    let read = |columns| {
        let mut import = Import::new(Choices::default(), columns);
        import.feed(file).and_then(|()| import.end()).ok()?;
        Some(import)
    };
    let outline = read(Some((0, 0))).and_then(|import| import.outline().cloned());
    let count = outline.map_or(0, |outline| outline.profiles.len());
    let all = (0..count).flat_map(|x| (0..count).map(move |y| (x, y))).filter(|(x, y)| x != y);
    let named = |(x, y)| {
        let dataset = read(Some((x, y)))?.finish().ok()?.dataset;
        let name = format!("{} to {}", dataset.x().label(), dataset.y().label());
        dataset.summary().has_spread().then_some((name, dataset))
    };
    all.filter_map(named).collect()
}

#[test]
fn on_each_pair_of_columns_of_each_file_the_first_run_ends_near_the_best() {
    heading("Files");
    let mut tried = 0;
    for (name, file) in FILES {
        for (columns, dataset) in pairs(file) {
            check(&format!("{name}: {columns}"), opened(&dataset));
            tried += 1;
        }
    }
    assert!(tried > 40, "{tried} pairs");
}
