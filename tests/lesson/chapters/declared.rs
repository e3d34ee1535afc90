//! Declarations of chapters: set-ups, questions, goals, terms, and their places in the lesson.

use downhill::stage::lesson::LessonReadings;

use super::{Chapter, PAGES, set_up, text_of};

const INDEX: &str = include_str!("../../../www/index.html");
const GLOSSARY: &str = include_str!("../../../www/lesson/glossary.html");

/// Live numbers that the page itself knows.
const OF_THE_PAGE: [&str; 14] = [
    "slope",
    "intercept",
    "cost",
    "epoch",
    "rate",
    "limit",
    "rows",
    "data",
    "x",
    "y",
    "r-squared",
    "best-slope",
    "best-intercept",
    "best-cost",
];
/// Those that stand beside a walk and a prediction.
const SENTENCES: [&str; 2] = ["walk-note", "predicted"];
/// Goals that are words.
const WORDS: [&str; 4] = ["status", "stop-on-divergence", "standardise", "task"];

#[test]
fn whatever_a_chapter_shows_or_reveals_can_be_set_up() {
    for chapter in Chapter::all() {
        let own = chapter.attributes("data-show")[0].clone();
        for fields in chapter.attributes("data-show") {
            set_up(&fields);
        }
        for fields in chapter.attributes("data-reveal") {
            set_up(&if fields.contains("data=") { fields } else { format!("{fields}&{own}") });
        }
    }
}

#[test]
fn every_chapter_asks_and_explains_each_answer_and_one_is_right() {
    for chapter in Chapter::all() {
        let questions: Vec<_> =
            chapter.page.split("<fieldset class=\"question\"").skip(1).collect();
        assert!(!questions.is_empty(), "chapter {}", chapter.number);
        for question in questions {
            let question = question.split("</fieldset>").next().expect("it ends");
            assert_eq!(question.matches(" data-right").count(), 1, "chapter {}", chapter.number);
            for answer in question.split("<label>").skip(1) {
                let is_right = answer.contains(" data-right");
                let because = answer.split(" hidden>").nth(1).expect("it is explained");
                assert_eq!(because.starts_with("Right: "), is_right, "{because}");
            }
        }
    }
}

#[test]
fn goals_and_live_numbers_have_names_that_the_page_knows() {
    let session = Chapter::new(6).session();
    let readings = LessonReadings::of(&session, 0);
    let live: Vec<&str> =
        readings.live.iter().map(|number| number.name).chain(OF_THE_PAGE).collect();
    for chapter in Chapter::all() {
        let goals = chapter.attributes("data-goal");
        assert!(!goals.is_empty(), "chapter {}", chapter.number);
        for condition in goals.iter().flat_map(|goal| goal.split(' ')) {
            let name = condition.split(['<', '>', '=']).next().unwrap_or_default();
            assert!(live.contains(&name) || WORDS.contains(&name), "{condition}");
        }
        for name in chapter.attributes("data-live") {
            let name = name.as_str();
            assert!(live.contains(&name) || SENTENCES.contains(&name), "{name}");
        }
    }
}

#[test]
fn terms_are_in_the_glossary_in_the_order_of_the_alphabet() {
    let terms: Vec<&str> = GLOSSARY
        .split("<dt id=\"")
        .skip(1)
        .map(|part| part.split('"').next().unwrap_or_default())
        .collect();
    assert!(terms.is_sorted(), "{terms:?}");
    for chapter in Chapter::all() {
        for link in chapter.attributes("href") {
            let Some(term) = link.strip_prefix("glossary.html#") else { continue };
            assert!(terms.contains(&term), "{term}");
        }
    }
}

#[test]
fn the_page_lists_the_chapters_by_their_titles_and_each_leads_to_its_neighbours() {
    for chapter in Chapter::all() {
        let number = chapter.number;
        let title = chapter.page.split(&format!("<h1>{number}. ")).nth(1).expect("a title");
        let title = title.split("</h1>").next().unwrap_or_default();
        assert!(INDEX.contains(&format!("<li><a href=\"lesson/{number}.html\">{title}</a></li>")));
        assert!(text_of(chapter.page).starts_with(&format!("Chapter {number}: {title} ")));
        for (to, name) in [(number - 1, "Previous"), (number + 1, "Next")] {
            let link = format!("<a href=\"{to}.html\">{name} chapter</a>");
            let is_there = (1..=PAGES.len()).contains(&to);
            assert_eq!(chapter.page.contains(&link), is_there, "chapter {number}: {link}");
        }
    }
    assert!(INDEX.contains("Twelve chapters") && PAGES.len() == 12);
}
