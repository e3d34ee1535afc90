//! Races of several runs, and what a link and a handover restore of them.

mod arbitrary_races;
mod reopened;
mod runs;
mod scalings;
mod standings;

use downhill::data::builtin;
use downhill::data::dataset::{Dataset, Variable};
use downhill::descent::optimizer::{Optimizer, Rule};
use downhill::descent::settings::LearningRate;
use downhill::descent::trainer::State;
use downhill::link;
use downhill::numeric::bytes::{Reader, Writer};
use downhill::session::{Session, Source};

fn session(id: &str) -> Session {
    Session::on_builtin(builtin::find(id).expect("built in"))
}

fn rule(id: &str) -> Optimizer {
    Optimizer::new(Rule::from_name(id).expect("a known rule"))
}

fn rate(rate: f64) -> LearningRate {
    LearningRate::try_from(rate).expect("a good rate")
}

fn own() -> Session {
    let mut session = session("faithful");
    let data = Dataset::from_columns(&[1.0, 2.0, 3.0, 7.0], &[2.0, 2.5, 4.5, 1.0]).expect("sound");
    let named =
        data.named(Variable::from_heading("speed (km/h)"), Variable::from_heading("distance"));
    session.choose(Source::Own { name: "mine.csv".to_owned(), address: None }, named);
    session
}

fn states(session: &Session) -> Vec<State> {
    session.runs().iter().map(|run| *run.state()).collect()
}

fn handed_over(session: &Session) -> Session {
    let mut bytes = Writer::default();
    link::pack(&mut session.clone(), &mut bytes);
    link::unpack(&mut Reader::new(&bytes.finish())).expect("it was packed")
}

fn assert_same(opened: &Session, session: &Session) {
    assert_eq!(states(opened), states(session));
    assert_eq!(opened.chosen(), session.chosen());
    assert_eq!(opened.problem(), session.problem());
    for (a, b) in opened.runs().iter().zip(session.runs()) {
        assert_eq!(a.settings(), b.settings());
        assert_eq!(a.rates(), b.rates());
    }
    assert_eq!(opened.source(), session.source());
    assert_eq!(opened.view, session.view);
    assert_eq!(opened.speed, session.speed);
}
