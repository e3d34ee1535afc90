//! The run of the reader's own program, beside the page's.

use downhill::data::builtin;
use downhill::descent::objective::Problem;
use downhill::descent::scaling::Scaling;
use downhill::descent::settings::LearningRate;
use downhill::descent::trainer::{Recording, Status};
use downhill::export::trace;
use downhill::link::{self, Link, Scope};
use downhill::numeric::line::Line;
use downhill::session::Session;
use downhill::text::en;

/// A session on which a program has shown three lines.
fn with_program() -> Session {
    let mut session = Session::on_builtin(builtin::find("cars").expect("it comes with the page"));
    session.set_learning_rate(LearningRate::try_from(1e-3).expect("a sound rate"));
    session.advance(20);
    session.show_program(recording());
    session
}

fn lines() -> [Line; 3] {
    [Line::new(1.0, 0.5), Line::new(2.0, 0.25), Line::new(1.5, 0.75)]
}

fn recording() -> Recording {
    Recording::new(&lines(), 1, 3).expect("there are lines")
}

#[test]
fn a_program_runs_beside_the_page_from_the_same_start_at_the_same_rate_under_one_clock() {
    let mut session = with_program();
    assert_eq!((session.clock_epoch(), session.runs().len(), session.chosen()), (0, 2, 1));
    assert_eq!(session.ruled_run().learning_rate().get(), 1e-3);
    assert_eq!(session.ruled_run().start_line(), session.run().start_line());
    session.advance(2);
    assert_eq!((session.clock_epoch(), session.run().state().line), (2, lines()[1]));
    session.step_back();
    assert_eq!(session.run().state().line, lines()[0]);
    session.advance(50);
    assert_eq!((session.run().state().epoch, session.status()), (3, Status::EpochLimit));
    assert_eq!(session.ruled_run().state().epoch, 51, "the page goes on");
}

#[test]
fn settings_are_those_of_the_page_and_leave_the_program_as_it_is() {
    let mut session = with_program();
    session.set_learning_rate(LearningRate::try_from(2e-3).expect("a sound rate"));
    assert_eq!(session.ruled_run().learning_rate().get(), 2e-3);
    let problem = Problem { scaling: Scaling::STANDARDISED, ..session.problem() };
    session.set_problem(problem).expect("these data can be scaled");
    session.advance(1);
    assert_eq!(session.run().state().line, lines()[0], "in data units, to the last bit");
}

#[test]
fn another_program_takes_the_place_of_the_first_and_other_data_take_it_away() {
    let mut session = with_program();
    session.show_program(recording());
    assert_eq!(session.runs().len(), 2);
    session.choose_builtin(builtin::first(), false);
    assert_eq!((session.runs().len(), session.chosen()), (1, 0));
    assert_eq!(session.program_run(), None);
}

#[test]
fn runs_are_added_before_the_program_and_its_removal_leaves_the_page_a_run() {
    let mut session = with_program();
    session.add_run();
    assert_eq!((session.runs().len(), session.ruled_runs().len(), session.chosen()), (3, 2, 1));
    assert!(session.program_run().is_some());
    session.remove_run(0);
    session.remove_run(0);
    assert_eq!(session.ruled_runs().len(), 1, "the last one of the page stays");
    session.remove_run(1);
    assert_eq!((session.runs().len(), session.program_run()), (1, None));
}

#[test]
fn a_link_and_a_handover_carry_the_page_s_run_alone() {
    let session = with_program();
    let link = Link::of(&session, Scope::default());
    let mut own = session.clone();
    own.forget_program();
    assert_eq!(link, Link::of(&own, Scope::default()));
    let opened = link::decode(&link.fragment).expect("our own link").session;
    assert_eq!((opened.runs().len(), opened.chosen()), (1, 0));
}

#[test]
fn sentences_and_files_call_the_program_the_reader_s() {
    let mut session = with_program();
    let ready = en::status::sentence(&session, false);
    assert!(ready.contains("Your program showed 3 lines."), "{ready}");
    session.advance(3);
    let stopped = en::status::sentence(&session, false);
    assert!(stopped.starts_with("Your program showed its last line at epoch 3."), "{stopped}");
    assert_eq!(en::race::run_name(session.run(), session.runs()), "your program");
    assert!(trace::csv(session.run()).lines().nth(2).is_some_and(|row| row.contains("1,0.5")));
    assert_eq!(en::choice::extras(&session, downhill::edition::FullPackage::PROOF), "");
}

#[test]
fn figures_leave_the_page_s_run_out_only_beside_a_program_s() {
    let mut session = with_program();
    session.hide_ruled_runs(true);
    assert!(session.hides(&session.runs()[0]) && !session.hides(&session.runs()[1]));
    session.forget_program();
    assert!(!session.hides(&session.runs()[0]), "nothing else is there to be seen");
}
