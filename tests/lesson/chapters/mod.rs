//! The chapters of the lesson: what they declare can be set up, and the numbers in their text are those of the engine.

mod declared;
mod lying_point;
mod memory;
mod real_data;
mod rows;
mod steps;

use downhill::descent::trainer::Trainer;
use downhill::link;
use downhill::session::Session;

/// The pages of the lesson, chapter 1 first.
const PAGES: [&str; 12] = [
    include_str!("../../../www/lesson/1.html"),
    include_str!("../../../www/lesson/2.html"),
    include_str!("../../../www/lesson/3.html"),
    include_str!("../../../www/lesson/4.html"),
    include_str!("../../../www/lesson/5.html"),
    include_str!("../../../www/lesson/6.html"),
    include_str!("../../../www/lesson/7.html"),
    include_str!("../../../www/lesson/8.html"),
    include_str!("../../../www/lesson/9.html"),
    include_str!("../../../www/lesson/10.html"),
    include_str!("../../../www/lesson/11.html"),
    include_str!("../../../www/lesson/12.html"),
];

/// A chapter as its page has it.
#[derive(Clone, Copy)]
struct Chapter {
    number: usize,
    page: &'static str,
}

impl Chapter {
    fn new(number: usize) -> Self {
        Self { number, page: PAGES[number - 1] }
    }

    fn all() -> impl Iterator<Item = Self> {
        (1..=PAGES.len()).map(Self::new)
    }

    /// The chapter's text says this.
    #[track_caller]
    fn says(self, words: &str) {
        assert!(
            text_of(self.page).contains(words),
            "chapter {} does not say: {words}",
            self.number
        );
    }

    /// The values of an attribute, in the order of the page.
    fn attributes(self, name: &str) -> Vec<String> {
        let start = format!(" {name}=\"");
        let parts = self.page.split(&start).skip(1);
        parts.map(|part| unescaped(part.split('"').next().unwrap_or_default())).collect()
    }

    /// The session that the chapter itself sets up.
    fn session(self) -> Session {
        set_up(&self.attributes("data-show")[0])
    }

    /// The session that the button of this name sets up.
    #[track_caller]
    fn pressed(self, name: &str) -> Session {
        let end = format!(">{name}</button>");
        let before = self.page.split(&end).next().filter(|before| before.len() < self.page.len());
        let shows = before.and_then(|before| before.rsplit("data-show=\"").next());
        let fields = shows.and_then(|part| part.split('"').next()).expect("there is such a button");
        set_up(&unescaped(fields))
    }
}

#[track_caller]
fn set_up(fields: &str) -> Session {
    link::set_up(fields).unwrap_or_else(|error| panic!("{fields}: {error}"))
}

/// Text of a page, as it is read: without its tags, and with single spaces.
fn text_of(page: &str) -> String {
    let text: String =
        page.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect();
    unescaped(&text).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// Costs of a run from its start to this epoch.
fn costs(run: &Trainer, last: u64) -> Vec<f64> {
    let mut run = run.clone();
    run.reset();
    let step = |epoch| {
        if epoch > 0 {
            run.step(1);
        }
        run.state().cost
    };
    (0..=last).map(step).collect()
}

/// The first epoch at which a run is within 1 % of the least cost.
fn first_near(run: &Trainer, last: u64) -> Option<u64> {
    let (mut run, near) = (run.clone(), 1.01 * run.least_cost());
    run.reset();
    std::iter::repeat_with(|| (run.step(1).epoch, run.state().cost))
        .take(last as usize)
        .find_map(|(epoch, cost)| (cost < near).then_some(epoch))
}
