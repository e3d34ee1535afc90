//! Pictures that leave the page: the figures of a session, each in one document.

use downhill::data::builtin;
use downhill::figure::legend::{self, Corner};
use downhill::figure::pen::Pen;
use downhill::figure::still::{Still, Subject};
use downhill::figure::svg::{Svg, encoded};
use downhill::insight::race::Standing;
use downhill::session::view::CostView;
use downhill::session::{Preset, Session, Source};
use downhill::text::en::race;

use super::*;

const FINENESS: u32 = 3;

fn picture(session: &Session, subject: Subject, size: (u32, u32)) -> String {
    let mut svg = Svg::fine(size, FINENESS, encoded);
    let mut pen = Pen::new(&mut svg, FINENESS.into(), &THEME);
    Still::of(session).draw(&mut pen, subject).expect("it draws");
    svg.finish_as(&subject.title(session), &subject.describe(session))
}

/// Sessions that differ in what their figures show.
fn sessions() -> Vec<Session> {
    let on = |id: &str| Session::on_builtin(builtin::find(id).expect("built in"));
    let mut run = on("faithful");
    run.advance(30);
    run.view.answer = true;
    let mut race = on("anscombe-1");
    race.start_preset(Preset::FourRules);
    race.advance(20);
    race.view.data = DataView::Residuals;
    race.view.log_history = true;
    let mut blown_up = on("years");
    blown_up.set_learning_rate(LearningRate::try_from(1.0).expect("a rate"));
    blown_up.advance(100);
    blown_up.view.squares = true;
    blown_up.view.equal_axes = true;
    let mut own = on("cars");
    let name = "a <b> & \"c\"\u{1}.csv".to_owned();
    own.choose(Source::Own { name, address: None }, small());
    vec![run, race, blown_up, own]
}

/// All pictures of a session, the three views of the cost among them.
fn pictures(session: &Session, size: (u32, u32)) -> Vec<String> {
    let cost = CostView::ALL.map(|view| {
        let mut session = session.clone();
        session.view.cost = view;
        picture(&session, Subject::Cost, size)
    });
    let others = [Subject::Data, Subject::History].map(|subject| picture(session, subject, size));
    cost.into_iter().chain(others).collect()
}

#[test]
fn a_picture_of_a_race_says_which_run_is_which() {
    let mut session = Session::on_builtin(builtin::find("cars").expect("built in"));
    session.start_preset(Preset::FourRules);
    session.advance(20);
    for svg in pictures(&session, SIZE) {
        let document = Document::parse(&svg).expect("well-formed");
        let texts: Vec<_> = document.descendants().filter_map(|node| node.text()).collect();
        let runs: Vec<_> = session.runs().iter().collect();
        for (name, run) in race::names(&runs).iter().zip(&runs) {
            let cost = race::standing(Standing::of(run));
            assert!(texts.contains(&name.full.as_str()), "{name:?} in {texts:?}");
            assert!(texts.contains(&cost.as_str()), "{cost} in {texts:?}");
        }
    }
}

/// The numbers of an attribute, which are places where they come in pairs.
fn numbers(text: &str) -> Vec<f64> {
    let is_part = |c: char| c.is_ascii_digit() || c == '.' || c == '-';
    text.split(|c: char| !is_part(c)).filter_map(|number| number.parse().ok()).collect()
}

#[test]
fn every_picture_parses_says_what_it_is_and_lies_within_its_box() {
    for (index, session) in sessions().iter().enumerate() {
        for size in [(360, 260), (900, 520)] {
            for svg in pictures(session, size) {
                let document = Document::parse(&svg).expect("well-formed");
                let root = document.root_element();
                assert_eq!(
                    (number(&root, "width"), number(&root, "height")),
                    (f64::from(size.0), f64::from(size.1))
                );
                let text = |tag: &str| {
                    let node = root.children().find(|node| node.has_tag_name(tag));
                    node.and_then(|node| node.text()).unwrap_or_default().to_owned()
                };
                assert!(text("title").contains(": "), "{}", text("title"));
                assert!(text("desc").ends_with('.'), "{}", text("desc"));
                let (across, down) = (f64::from(size.0 * FINENESS), f64::from(size.1 * FINENESS));
                let within = |value: f64, most: f64| (-3.0..=most + 3.0).contains(&value);
                for node in document.descendants().filter(roxmltree::Node::is_element) {
                    for (name, most) in [
                        ("x", across),
                        ("x1", across),
                        ("x2", across),
                        ("cx", across),
                        ("y", down),
                        ("y1", down),
                        ("y2", down),
                        ("cy", down),
                    ] {
                        let place = node.attribute(name).and_then(|text| text.parse().ok());
                        assert!(
                            place.is_none_or(|at| within(at, most)),
                            "{index}: {node:?} {name}"
                        );
                    }
                    // An embedded picture is any letters.
                    let values = node.attributes().filter(|attribute| attribute.name() != "href");
                    for value in values.map(|attribute| attribute.value()) {
                        assert!(
                            !value.contains("NaN") && !value.contains("inf"),
                            "{index}: {value}"
                        );
                    }
                    let path = node.attribute("points").or(node.attribute("d")).unwrap_or_default();
                    for pair in numbers(path).chunks(2) {
                        assert!(
                            within(pair[0], across) && within(pair[1], down),
                            "{index}: {pair:?}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn a_picture_has_what_the_page_shows_in_one_document() {
    let [run, ..] = &sessions()[..] else { panic!("a session") };
    let svg = picture(run, Subject::Data, (600, 400));
    let document = Document::parse(&svg).expect("well-formed");
    // Base and overlay: axes with their titles, points, the line.
    let texts: Vec<_> = document
        .descendants()
        .filter(|node| node.has_tag_name("text"))
        .map(|node| node.text())
        .collect();
    assert!(texts.contains(&Some(run.dataset().x().label().as_str())), "{texts:?}");
    assert!(document.descendants().filter(|node| node.has_tag_name("circle")).count() >= 272);
    assert_eq!(paths(&document, LINE).len(), 1);
    assert!(svg.contains("font-family=\"system-ui"));
}

#[test]
fn rasters_in_a_picture_are_fine_enough_to_print() {
    let mut session = Session::on_builtin(builtin::find("weather").expect("built in"));
    session.view.cost = CostView::Map;
    for subject in [Subject::Data, Subject::Cost] {
        let svg = picture(&session, subject, (300, 200));
        let document = Document::parse(&svg).expect("well-formed");
        let image =
            document.descendants().find(|node| node.has_tag_name("image")).expect("a raster");
        // As many pixels as it has units, of which there are three to a CSS pixel.
        assert!(number(&image, "width") > 2.0 * 200.0);
    }
}

#[test]
fn a_legend_leaves_the_corner_where_something_is_marked() {
    let mut session = Session::on_builtin(builtin::find("cars").expect("built in"));
    session.start_preset(Preset::ThreeRates);
    let actors: Vec<Actor<'_>> =
        session.runs().iter().zip(0..).map(|(run, index)| Actor::standing(run, index)).collect();
    let within = Rect { left: 0.0, top: 0.0, right: 600.0, bottom: 400.0 };
    // The middle of the first ball of the legend.
    let ball = |marked: &[(f64, f64)]| {
        let corner = (Corner::Right, within);
        let (svg, drawn) = drawn(SIZE, |pen| legend::draw(pen, &actors, corner, marked));
        drawn.expect("it draws");
        let document = Document::parse(&svg).expect("well-formed");
        let ball = document.descendants().find(|node| node.attribute("fill") == Some(BALL));
        number(&ball.expect("a ball"), "cx")
    };
    assert!(ball(&[]) > 400.0);
    assert!(ball(&[(300.0, 390.0)]) > 400.0, "it covers only its corner");
    assert!(ball(&[(560.0, 20.0)]) < 40.0);
    let middle = ball(&[(560.0, 20.0), (40.0, 20.0)]);
    assert!((150.0..350.0).contains(&middle), "{middle}");
    assert!(ball(&[(560.0, 20.0), (40.0, 20.0), (300.0, 20.0)]) > 400.0, "all are taken");
}

#[test]
fn a_legend_lies_within_a_plot_as_narrow_as_a_phone_has_beside_text() {
    let mut session = Session::on_builtin(builtin::find("cars").expect("built in"));
    session.start_preset(Preset::FourRules);
    let actors: Vec<Actor<'_>> =
        session.runs().iter().zip(0..).map(|(run, index)| Actor::standing(run, index)).collect();
    for width in [110.0, 130.0, 200.0, 300.0, 600.0] {
        let within = Rect { left: 10.0, top: 0.0, right: 10.0 + width, bottom: 90.0 };
        let corner = (Corner::Right, within);
        let (svg, drawn) = drawn(SIZE, |pen| legend::draw(pen, &actors, corner, &[]));
        drawn.expect("it draws");
        let document = Document::parse(&svg).expect("well-formed");
        let ground = document.descendants().find(|node| node.has_tag_name("rect"));
        let ground = ground.expect("a ground");
        let (left, across) = (number(&ground, "x"), number(&ground, "width"));
        assert!(left >= within.left && left + across <= within.right, "{width}: {left} {across}");
        let costs = document.descendants().filter(|node| node.has_tag_name("text")).count();
        assert!(costs >= 4, "each run has its cost");
    }
}
