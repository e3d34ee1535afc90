//! The reader's own program in a link.

use downhill::data::dataset::Dataset;
use downhill::edition::FullPackage;
use downhill::link::{self, Link, LinkError, PackedProgram, ProgramError, Scope};
use downhill::session::{Session, Source};

fn session() -> Session {
    link::set_up("data=cars&rate=0~0.001&epochs=50").expect("fields of a link")
}

fn packed(letters: &str) -> PackedProgram {
    PackedProgram::new(letters, FullPackage::PROOF).expect("letters of base64url")
}

#[test]
fn a_program_comes_back_with_all_else_of_the_link_as_it_is_without() {
    let (session, program) = (session(), packed("aAZaz09-_"));
    let link = Link::with_program(&session, Scope::default(), &program);
    assert!(link.has_program);
    assert!(link.fragment.contains("&program=aAZaz09-_&"), "{}", link.fragment);
    let opened = link::decode(&link.fragment).expect("a link");
    assert_eq!(opened.program, Some(program));
    let without = Link::of(&session, Scope::default());
    assert!(!without.has_program);
    assert_eq!(link.fragment.replace("&program=aAZaz09-_", ""), without.fragment);
    let other = link::decode(&without.fragment).expect("a link");
    assert_eq!((other.session, other.program), (opened.session, None));
}

#[test]
fn a_link_of_the_settings_only_leaves_the_program_out() {
    let scope = Scope { settings_only: true, ..Scope::default() };
    let link = Link::with_program(&session(), scope, &packed("abc"));
    assert_eq!(link, Link::of(&session(), scope));
}

#[test]
fn a_program_takes_room_that_points_would_have() {
    let mut session = session();
    let (xs, ys): (Vec<f64>, Vec<f64>) =
        (0..2_000).map(|row| (f64::from(row), f64::from(row % 7))).unzip();
    let dataset = Dataset::from_columns(&xs, &ys).expect("sound data");
    session.choose(Source::Own { name: "heights.csv".to_owned(), address: None }, dataset);
    let link = Link::with_program(&session, Scope::default(), &packed(&"a".repeat(600)));
    assert!(link.fragment.len() <= Scope::default().room(), "{}", link.fragment.len());
    assert_ne!(link.carried, Link::of(&session, Scope::default()).carried);
    assert!(link::decode(&link.fragment).expect("a link").program.is_some());
}

#[test]
fn letters_that_are_no_program_are_a_fault_of_that_field() {
    let whole = Link::with_program(&session(), Scope::default(), &packed("abc")).fragment;
    for letters in ["", "a", "a+b", "a=", "a%20", "é", &"a".repeat(8_001)] {
        let link = whole.replace("&program=abc", &format!("&program={letters}"));
        assert_eq!(link::decode(&link).err(), Some(LinkError::Field("program")), "{letters}");
    }
    let new = |letters: &str| PackedProgram::new(letters, FullPackage::PROOF).err();
    assert_eq!(new(&"a".repeat(8_001)), Some(ProgramError::TooLong));
    assert_eq!(new("a b"), Some(ProgramError::Damaged));
    assert_eq!(new(&"a".repeat(8_000)), None);
}
