//! The program of the lesson, walked beside a run: against an interpreter that does the same lines over
//! all rows with a loop of its own.

use downhill::data::builtin;
use downhill::data::dataset::Dataset;
use downhill::descent::batch::{Batch, BatchSize};
use downhill::descent::objective::{Cost, Held, Problem};
use downhill::descent::optimizer::{Optimizer, Rule};
use downhill::descent::scaling::Scaling;
use downhill::descent::schedule::Schedule;
use downhill::descent::settings::{
    EpochLimit, LearningRate, OnDivergence, Settings, Start, Tolerance,
};
use downhill::descent::trainer::{Convergence, Status, Trainer};
use downhill::insight::program::{Statement, Value, Walk};
use downhill::text::en::lesson as said;
use proptest::prelude::*;

fn columns(xs: &[f64], ys: &[f64]) -> Dataset {
    Dataset::from_columns(xs, ys).expect("sound data")
}

fn small() -> Dataset {
    columns(&[1.0, 2.0, 3.0, 4.0], &[2.0, 2.5, 4.5, 5.0])
}

fn settings(rate: f64, epochs: u64) -> Settings {
    Settings {
        learning_rate: LearningRate::try_from(rate).expect("a good rate"),
        epochs: EpochLimit::try_from(epochs as f64).expect("a good limit"),
        ..Settings::default()
    }
}

fn tolerance(cost: f64) -> Tolerance {
    Tolerance::try_from(cost).expect("a good tolerance")
}

/// A number that a line made, and how large what it was made of is: it may be off in the last digits
/// of that.
#[derive(Clone, Copy, Debug)]
struct Made {
    value: f64,
    size: f64,
}

impl Made {
    /// To nine digits; what is not finite must be the same.
    fn is(self, other: f64) -> bool {
        let same = self.value == other || (self.value.is_nan() && other.is_nan());
        let finite = self.value.is_finite() && other.is_finite() && self.size.is_finite();
        same || finite && (self.value - other).abs() <= 1e-9 * self.size
    }
}

/// What a line made last.
#[derive(Clone, Debug)]
enum Outcome {
    Epoch(u64),
    Truth(bool),
    Numbers(Vec<Made>),
    Column(Vec<Made>),
}

impl Outcome {
    fn is(&self, shown: &Value) -> bool {
        let all = |made: &[Made], shown: &[f64]| {
            made.len() == shown.len() && made.iter().zip(shown).all(|(made, &shown)| made.is(shown))
        };
        match (self, shown) {
            (Self::Epoch(epoch), Value::Epoch(shown)) => epoch == shown,
            (Self::Truth(truth), Value::Truth(shown)) => truth == shown,
            (Self::Numbers(made), Value::Number(shown)) => all(made, &[*shown]),
            (Self::Numbers(made), Value::Numbers(shown)) => made.len() > 1 && all(made, shown),
            (Self::Column(made), Value::Column(shown, more)) => {
                *more == (made.len() > 3) && all(&made[..made.len().min(3)], shown)
            }
            _ => false,
        }
    }
}

/// The program with all its variables, and the line that it has done.
struct Program {
    rows: Vec<(f64, f64)>,
    rate: f64,
    epochs: u64,
    tolerance: f64,
    a: f64,
    b: f64,
    epoch: u64,
    predictions: Vec<Made>,
    errors: Vec<Made>,
    da: Made,
    db: Made,
    cost: Made,
    exhausted: bool,
    done: Statement,
    made: Vec<(Statement, Outcome)>,
}

impl Program {
    /// Called with the data and the settings of a run.
    fn on(data: &Dataset, settings: &Settings) -> Self {
        let nothing = Made { value: 0.0, size: 0.0 };
        Self {
            rows: data.points().iter().collect(),
            rate: settings.learning_rate.get(),
            epochs: settings.epochs.get(),
            tolerance: settings.tolerance.get(),
            a: f64::NAN,
            b: f64::NAN,
            epoch: 0,
            predictions: Vec::new(),
            errors: Vec::new(),
            da: nothing,
            db: nothing,
            cost: nothing,
            exhausted: false,
            done: Statement::Define,
            made: Vec::new(),
        }
    }

    /// Which line is next; none where it has returned.
    fn next(&self) -> Option<Statement> {
        use Statement::*;
        Some(match self.done {
            Define => Start,
            Start => Loop,
            Loop if self.exhausted => Return,
            Loop => Predictions,
            Predictions => Errors,
            Errors => SlopeGradient,
            SlopeGradient => InterceptGradient,
            InterceptGradient => Slope,
            Slope => Intercept,
            Intercept => Cost,
            Cost => Test,
            Test if self.cost.value < self.tolerance => Stop,
            Test => Loop,
            Stop => Return,
            Return => return None,
        })
    }

    fn mean(&self, term: impl Fn(f64, f64, &Made) -> (f64, f64)) -> Made {
        let n = self.rows.len() as f64;
        let terms = self.rows.iter().zip(&self.errors).map(|(&(x, y), error)| term(x, y, error));
        let (value, size) = terms.fold((0.0, 0.0), |sum, term| (sum.0 + term.0, sum.1 + term.1));
        Made { value: value / n, size: size / n }
    }

    fn times(made: Made, factor: f64) -> Made {
        Made { value: factor * made.value, size: factor.abs() * made.size }
    }

    fn predict(&self, x: f64) -> Made {
        Made { value: self.a * x + self.b, size: (self.a * x).abs() + self.b.abs() }
    }

    /// Does the next line.
    fn go_on(&mut self) {
        let Some(next) = self.next() else { return };
        let number = |made: Made| Some(Outcome::Numbers(vec![made]));
        let result = match next {
            Statement::Define | Statement::Stop => None,
            Statement::Start => {
                (self.a, self.b) = (0.0, 0.0);
                Some(Outcome::Numbers(vec![Made { value: 0.0, size: 0.0 }; 2]))
            }
            // The numbers from 1 to `epochs`: where there is none left, the last one stays.
            Statement::Loop => {
                self.exhausted = self.epoch == self.epochs;
                self.epoch += u64::from(!self.exhausted);
                Some(Outcome::Epoch(self.epoch))
            }
            Statement::Predictions => {
                self.predictions = self.rows.iter().map(|&(x, _)| self.predict(x)).collect();
                Some(Outcome::Column(self.predictions.clone()))
            }
            Statement::Errors => {
                let error = |(&(_, y), made): (&(f64, f64), &Made)| Made {
                    value: y - made.value,
                    size: y.abs() + made.size,
                };
                self.errors = self.rows.iter().zip(&self.predictions).map(error).collect();
                Some(Outcome::Column(self.errors.clone()))
            }
            Statement::SlopeGradient => {
                let moments = self.mean(|x, _, error| (x * error.value, x.abs() * error.size));
                self.da = Self::times(moments, -2.0);
                number(self.da)
            }
            Statement::InterceptGradient => {
                let errors = self.mean(|_, _, error| (error.value, error.size));
                self.db = Self::times(errors, -2.0);
                number(self.db)
            }
            Statement::Slope => {
                let size = self.a.abs() + self.rate * self.da.size;
                self.a -= self.rate * self.da.value;
                number(Made { value: self.a, size })
            }
            Statement::Intercept => {
                let size = self.b.abs() + self.rate * self.db.size;
                self.b -= self.rate * self.db.value;
                number(Made { value: self.b, size })
            }
            Statement::Cost => {
                self.cost = self.mean(|x, y, _| {
                    let made = self.predict(x);
                    ((y - made.value).powi(2), (y.abs() + made.size).powi(2))
                });
                number(self.cost)
            }
            Statement::Test => Some(Outcome::Truth(self.cost.value < self.tolerance)),
            Statement::Return => {
                let sized = |value: f64| Made { value, size: value.abs() };
                Some(Outcome::Numbers(vec![sized(self.a), sized(self.b), self.cost]))
            }
        };
        self.done = next;
        if let Some(result) = result {
            self.made.retain(|(statement, _)| *statement != next);
            self.made.push((next, result));
            self.made.sort_by_key(|(statement, _)| *statement as u8);
        }
    }

    /// Whether a walk shows just the lines that have a value yet, and these values, from the top.
    fn assert_shown(&self, walk: &Walk<'_>) {
        let shown = walk.values();
        let own: Vec<_> = self.made.iter().map(|(statement, _)| *statement).collect();
        let other: Vec<_> = shown.iter().map(|(statement, _)| *statement).collect();
        assert_eq!(other, own, "after {:?} in round {}", self.done, self.epoch);
        for ((statement, made), (_, value)) in self.made.iter().zip(&shown) {
            assert!(
                made.is(value),
                "{statement:?} after {:?} in round {}: {value:?} instead of {made:?}",
                self.done,
                self.epoch
            );
        }
    }
}

/// Walks the program and the run line by line, until the program has returned or the page stops; gives
/// the run and the line that was done last.
fn walked(data: &Dataset, settings: Settings) -> (Trainer, Statement) {
    let mut run = Trainer::new(data, settings);
    let mut program = Program::on(data, &settings);
    loop {
        let walk = Walk::after(program.done, data, &run);
        assert_eq!(walk.done(), program.done, "in round {}", program.epoch);
        let status = run.status();
        if program.done == Statement::Loop && status.is_end() && status != Status::EpochLimit {
            // The page stops here, and the program would go on.
            assert_eq!(walk.next(), None, "{status:?}");
            return (run, program.done);
        }
        program.assert_shown(&walk);
        assert_eq!(walk.next(), program.next(), "after {:?}, {status:?}", program.done);
        if program.done == Statement::Return {
            return (run, program.done);
        }
        program.go_on();
        if program.done == Statement::Intercept {
            run.step(1);
        }
    }
}

#[test]
fn every_line_of_several_rounds_shows_what_the_program_makes() {
    for id in ["anscombe-1", "anscombe-4", "faithful", "cars", "curve", "outlier"] {
        let builtin = builtin::find(id).expect("built in");
        let (run, done) = walked(&builtin.dataset(), settings(builtin.learning_rate, 40));
        assert_eq!((done, run.status()), (Statement::Return, Status::EpochLimit), "{id}");
    }
    let few = columns(&[1.0, 2.0], &[3.0, 4.0]);
    assert_eq!(walked(&few, settings(0.1, 5)).1, Statement::Return);
    assert_eq!(walked(&columns(&[2.0], &[3.0]), settings(0.01, 5)).1, Statement::Return);
}

#[test]
fn in_the_first_round_lines_that_have_not_been_done_have_no_value() {
    let (data, settings) = (small(), settings(0.01, 10));
    let run = Trainer::new(&data, settings);
    let lines = |done| {
        let values = Walk::after(done, &data, &run).values();
        values.into_iter().map(|(statement, _)| statement).collect::<Vec<_>>()
    };
    use Statement::*;
    assert_eq!(lines(Define), []);
    assert_eq!(lines(Start), [Start]);
    assert_eq!(lines(Loop), [Start, Loop]);
    assert_eq!(lines(Errors), [Start, Loop, Predictions, Errors]);
    let first = Walk::after(Errors, &data, &run).values();
    let column = |values: &[f64]| Value::Column(values.to_vec(), true);
    assert_eq!(first[0].1, Value::Numbers(vec![0.0, 0.0]));
    assert_eq!(first[1].1, Value::Epoch(1));
    assert_eq!(first[2].1, column(&[0.0, 0.0, 0.0]));
    assert_eq!(first[3].1, column(&[2.0, 2.5, 4.5]));
}

#[test]
fn in_the_second_round_lines_that_are_yet_to_come_show_the_first() {
    let (data, settings) = (small(), settings(0.01, 10));
    let mut run = Trainer::new(&data, settings);
    let cost = run.step(1).cost;
    let values = Walk::after(Statement::Predictions, &data, &run).values();
    let of = |line| values.iter().find(|(statement, _)| *statement == line).map(|(_, value)| value);
    assert_eq!(of(Statement::Loop), Some(&Value::Epoch(2)));
    let line = run.state().line;
    let predictions = [1.0, 2.0, 3.0].map(|x| line.predict(x)).to_vec();
    assert_eq!(of(Statement::Predictions), Some(&Value::Column(predictions, true)));
    assert_eq!(of(Statement::Errors), Some(&Value::Column(vec![2.0, 2.5, 4.5], true)));
    assert_eq!(of(Statement::Intercept), Some(&Value::Number(line.intercept)));
    assert_eq!(of(Statement::Cost), Some(&Value::Number(cost)));
    assert_eq!(of(Statement::Test), Some(&Value::Truth(false)));
}

#[test]
fn the_tolerance_ends_the_walk_with_a_break() {
    let data = small();
    let mut plain = Trainer::new(&data, settings(0.01, 100));
    // Between the costs of rounds 6 and 7.
    let (before, after) = (plain.step(6).cost, plain.step(1).cost);
    let settings = Settings { tolerance: tolerance(0.5 * (before + after)), ..settings(0.01, 100) };
    let (run, done) = walked(&data, settings);
    assert_eq!(done, Statement::Return);
    assert_eq!(run.status(), Status::Converged(Convergence::BelowTolerance));
    assert_eq!(run.state().epoch, 7);
    let after = |done| Walk::after(done, &data, &run).next();
    assert_eq!(after(Statement::Test), Some(Statement::Stop));
    assert_eq!(after(Statement::Stop), Some(Statement::Return));
    assert_eq!(after(Statement::Return), None);
}

#[test]
fn a_tolerance_that_the_last_round_meets_ends_it_with_a_break_too() {
    let data = small();
    let cost = Trainer::new(&data, settings(0.01, 7)).step(7).cost;
    let settings = Settings { tolerance: tolerance(cost * 1.0001), ..settings(0.01, 7) };
    let (run, done) = walked(&data, settings);
    assert_eq!((run.state().epoch, done), (7, Statement::Return));
    assert_eq!(Walk::after(Statement::Test, &data, &run).next(), Some(Statement::Stop));
}

#[test]
fn a_cost_that_equals_the_tolerance_is_not_below_it() {
    let data = small();
    let cost = Trainer::new(&data, settings(0.01, 10)).step(3).cost;
    let mut run =
        Trainer::new(&data, Settings { tolerance: tolerance(cost), ..settings(0.01, 10) });
    run.step(3);
    let walk = Walk::after(Statement::Test, &data, &run);
    assert_eq!(walk.values().last(), Some(&(Statement::Test, Value::Truth(false))));
    assert_eq!(walk.next(), Some(Statement::Loop));
    run.step(1);
    let walk = Walk::after(Statement::Test, &data, &run);
    assert_eq!(walk.values().last(), Some(&(Statement::Test, Value::Truth(true))));
    assert_eq!(walk.next(), Some(Statement::Stop));
}

#[test]
fn the_epoch_limit_ends_the_walk_without_another_round() {
    let data = small();
    let (run, done) = walked(&data, settings(0.01, 3));
    assert_eq!((run.state().epoch, done), (3, Statement::Return));
    let after = |done| Walk::after(done, &data, &run).next();
    assert_eq!(after(Statement::Test), Some(Statement::Loop));
    assert_eq!(after(Statement::Loop), Some(Statement::Return));
    let values = Walk::after(Statement::Return, &data, &run).values();
    let state = run.state();
    let returned = Value::Numbers(vec![state.line.slope, state.line.intercept, state.cost]);
    assert_eq!(values.last(), Some(&(Statement::Return, returned)));
}

#[test]
fn a_diverging_run_stops_the_walk_where_the_next_round_would_begin() {
    let (data, settings) = (small(), settings(0.5, 1_000));
    let (run, done) = walked(&data, settings);
    assert_eq!((run.status(), done), (Status::Diverged, Statement::Loop));
    let walk = Walk::after(Statement::Loop, &data, &run);
    assert_eq!(walk.next(), None);
    // All lines of the last round are there.
    let lines: Vec<_> = walk.values().into_iter().map(|(statement, _)| statement).collect();
    assert_eq!(lines, Statement::ALL[1..11]);
    assert!(said::walk_note(&walk, &run).contains("has blown up"));
}

#[test]
fn a_naive_walk_goes_on_to_infinity_and_to_nan() {
    let data = small();
    // Each round multiplies the distance by about 10¹⁹, so that no sum over rows overflows in a round
    // in which the sums of the summary do not.
    let settings = Settings { on_divergence: OnDivergence::GO_ON, ..settings(1e18, 40) };
    let (run, done) = walked(&data, settings);
    assert_eq!((run.status(), done), (Status::EpochLimit, Statement::Return));
    assert!(run.state().cost.is_nan() && run.state().line.slope.is_nan());
    let mut past = run.clone();
    let costs: Vec<f64> = (0..=40)
        .map(|epoch| {
            past.seek(epoch);
            past.state().cost
        })
        .collect();
    assert!(costs.contains(&f64::INFINITY), "{costs:?}");
    let shown = Walk::after(Statement::Return, &data, &run).values();
    assert!(
        matches!(shown.last(), Some((_, Value::Numbers(all))) if all.iter().all(|n| n.is_nan()))
    );
}

#[test]
fn positions_that_cannot_be_are_mended() {
    use Statement::*;
    let data = small();
    let start = Trainer::new(&data, settings(0.01, 10));
    for (done, mended) in [
        (Intercept, Start),
        (Cost, Start),
        (Test, Start),
        (Stop, Start),
        (Start, Start),
        (Loop, Loop),
    ] {
        assert_eq!(Walk::after(done, &data, &start).done(), mended, "{done:?} at epoch 0");
    }
    let mut later = start.clone();
    later.step(5);
    for (done, mended) in
        [(Define, Test), (Start, Test), (Loop, Loop), (Slope, Slope), (Intercept, Intercept)]
    {
        assert_eq!(Walk::after(done, &data, &later).done(), mended, "{done:?} at epoch 5");
    }
    // Where it was mended it shows what is there.
    assert_eq!(Walk::after(Cost, &data, &start).values().len(), 1);
    assert_eq!(Walk::after(Start, &data, &later).values().len(), 10);
}

#[test]
fn from_wherever_it_stands_the_walk_comes_to_a_line_that_can_be() {
    let data = small();
    let mut run = Trainer::new(&data, settings(0.01, 4));
    for _ in 0..=4 {
        for done in Statement::ALL {
            let walk = Walk::after(done, &data, &run);
            let mended = Walk::after(walk.done(), &data, &run);
            assert_eq!(mended.done(), walk.done(), "mending once is enough");
            let values = walk.values();
            let sorted = values.windows(2).all(|pair| pair[0].0 < pair[1].0);
            assert!(sorted, "{done:?}: each line once, from the top");
            let ahead =
                walk.next().is_none_or(|next| next > walk.done() || next == Statement::Loop);
            assert!(ahead, "{done:?}");
        }
        run.step(1);
    }
}

#[test]
fn names_lead_back_to_their_lines() {
    for statement in Statement::ALL {
        assert_eq!(Statement::from_name(statement.name()), Some(statement));
    }
    assert_eq!(Statement::from_name("import"), None);
    assert!(Statement::ALL.windows(2).all(|pair| pair[0] < pair[1]), "from the top");
}

#[test]
fn the_program_agrees_with_plain_descent_from_zero_whatever_rate_limits_and_check() {
    let data = small();
    let agrees = |settings| Walk::agrees(&Trainer::new(&data, settings));
    let plain = settings(0.01, 100);
    assert!(agrees(plain) && agrees(Settings::default()));
    assert!(agrees(settings(7.0, 3)));
    assert!(agrees(Settings { tolerance: tolerance(0.5), ..plain }));
    assert!(agrees(Settings { on_divergence: OnDivergence::GO_ON, ..plain }));
    let typed_zero = Start::at(0.0, 0.0).expect("a good start");
    assert!(agrees(Settings { start: typed_zero, ..plain }), "it is the same line");
    let mut stepped = Trainer::new(&data, plain);
    stepped.step(20);
    assert!(Walk::agrees(&stepped));
}

#[test]
fn the_program_does_not_agree_with_anything_else() {
    let data = small();
    let plain = settings(0.01, 100);
    let problem = |problem| Settings { problem, ..plain };
    let default = Problem::default();
    let mut others = vec![
        problem(Problem { cost: Cost::ABSOLUTE, ..default }),
        problem(Problem { cost: Cost::SIGNED, ..default }),
        problem(Problem { scaling: Scaling::STANDARDISED, ..default }),
        problem(Problem { held: Held::Slope, ..default }),
        problem(Problem { held: Held::Intercept, ..default }),
        Settings { batch: Batch::Rows { size: BatchSize::ONE, seed: 1 }, ..plain },
        Settings { batch: Batch::Rows { size: BatchSize::default(), seed: 1 }, ..plain },
        Settings { schedule: Schedule::inverse(0.1).expect("a good schedule"), ..plain },
        Settings { schedule: Schedule::step(10, 0.5).expect("a good schedule"), ..plain },
        Settings { schedule: Schedule::cosine(100).expect("a good schedule"), ..plain },
        Settings { start: Start::at(0.0, 1.0).expect("a good start"), ..plain },
        Settings { start: Start::Random { seed: 3 }, ..plain },
    ];
    let rules = Rule::ALL.iter().copied().filter(|rule| rule.name() != "gradient-descent");
    others.extend(rules.map(|rule| Settings { optimizer: Optimizer::new(rule), ..plain }));
    assert_eq!(others.len(), 18);
    for other in others {
        let run = Trainer::new(&data, other);
        assert!(!Walk::agrees(&run), "{other:?}");
        let note = said::walk_note(&Walk::after(Statement::Define, &data, &run), &run);
        assert!(note.contains("something else than this program"), "{note}");
    }
}

fn rows() -> impl Strategy<Value = Dataset> {
    prop::collection::vec((-5.0..5.0_f64, -5.0..5.0_f64), 1..9).prop_map(|rows| {
        let (xs, ys): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
        columns(&xs, &ys)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn beside_any_run_the_walk_shows_what_the_program_makes(
        data in rows(),
        share in 0.01..3.0_f64,
        epochs in 1_u64..14,
        stop in prop_oneof![Just(0.0), 0.0..10.0_f64],
        on_divergence in prop::sample::select(&[OnDivergence::Stop, OnDivergence::GO_ON][..]),
    ) {
        let limit = Trainer::new(&data, Settings::default()).largest_stable_rate().expect("it has one");
        let settings =
            Settings { tolerance: tolerance(stop), on_divergence, ..settings(share * limit, epochs) };
        let (run, done) = walked(&data, settings);
        match run.status() {
            Status::EpochLimit => prop_assert_eq!((run.state().epoch, done), (epochs, Statement::Return)),
            Status::Converged(Convergence::BelowTolerance) if run.state().epoch > 0 => {
                prop_assert_eq!(done, Statement::Return);
            }
            status => {
                prop_assert!(status.is_end());
                prop_assert_eq!(done, Statement::Loop);
            }
        }
    }
}

fn note(done: Statement, data: &Dataset, run: &Trainer) -> String {
    said::walk_note(&Walk::after(done, data, run), run)
}

#[test]
fn nothing_is_said_while_the_walk_can_go_on() {
    let data = small();
    let mut run = Trainer::new(&data, settings(0.01, 3));
    for done in [Statement::Define, Statement::Start, Statement::Loop, Statement::Slope] {
        assert_eq!(note(done, &data, &run), "");
    }
    run.step(3);
    for done in [Statement::Intercept, Statement::Test, Statement::Loop] {
        assert_eq!(note(done, &data, &run), "", "{done:?} leads to the end");
    }
}

#[test]
fn the_end_of_the_walk_is_told_with_its_reason() {
    let data = small();
    let ended = |settings: Settings| {
        let mut run = Trainer::new(&data, settings);
        run.step(100_000);
        run
    };
    let run = ended(settings(0.01, 3));
    assert!(note(Statement::Return, &data, &run).starts_with("All rounds are done."));
    let below = Settings { tolerance: tolerance(1.0), ..settings(0.01, 1_000) };
    let told = note(Statement::Return, &data, &ended(below));
    assert!(told.starts_with("The cost is below the tolerance. "), "{told}");
    let at_once = Settings { tolerance: tolerance(1e6), ..settings(0.01, 1_000) };
    let told = note(Statement::Loop, &data, &ended(at_once));
    assert!(told.contains("below the tolerance before the first round"), "{told}");
    let told = note(Statement::Loop, &data, &ended(settings(0.5, 1_000)));
    assert!(told.contains("The program has no such check and would go on"), "{told}");
    let settled = ended(settings(0.05, 100_000));
    assert_eq!(settled.status(), Status::Converged(Convergence::Settled));
    let told = note(Statement::Loop, &data, &settled);
    assert!(told.contains("nothing changes any more"), "{told}");
}

#[test]
fn values_are_written_as_python_would_but_rounded() {
    for (value, expected) in [
        (Value::Epoch(1), "1"),
        (Value::Number(0.125), "0.12500"),
        (Value::Number(-1234.5678), "−1234.6"),
        (Value::Number(0.0), "0"),
        (Value::Number(3.25e20), "3.2500×10²⁰"),
        (Value::Number(f64::INFINITY), "∞"),
        (Value::Number(f64::NAN), "not a number"),
        (Value::Column(vec![1.0, 2.5, -0.123_456], true), "[1, 2.5, −0.1235, …]"),
        (Value::Column(vec![1.0, 2.0, 3.0], false), "[1, 2, 3]"),
        (Value::Column(vec![7.0], false), "[7]"),
        (Value::Truth(true), "True"),
        (Value::Truth(false), "False"),
        (Value::Numbers(vec![0.0, 0.0]), "0, 0"),
        (Value::Numbers(vec![1.234_567, -2.0, 1e-9]), "1.2346, −2, 1×10⁻⁹"),
    ] {
        assert_eq!(said::value(&value), expected);
    }
}

/// A run that has come to its limit, which is then raised: the walk stands at its end beside it.
fn raised(data: &Dataset) -> Trainer {
    let mut run = Trainer::new(data, settings(0.01, 3));
    run.step(3);
    run.set_epochs(EpochLimit::try_from(10.0).expect("a good limit"));
    assert_eq!(run.status(), Status::Paused);
    run
}

#[test]
fn a_walk_that_has_returned_does_not_say_below_the_tolerance_where_the_cost_is_not() {
    let data = small();
    let start = Trainer::new(&data, settings(0.01, 3));
    for run in [raised(&data), start] {
        for done in [Statement::Stop, Statement::Return] {
            let told = note(done, &data, &run);
            assert!(
                !told.contains("below the tolerance"),
                "{done:?} at {}: {told}",
                run.state().epoch
            );
        }
    }
}

#[test]
fn a_tolerance_that_is_raised_within_a_round_does_not_lead_back_to_the_first() {
    let data = small();
    let mut run = Trainer::new(&data, settings(0.01, 100));
    run.step(5);
    run.set_tolerance(tolerance(100.0));
    let told = note(Statement::Loop, &data, &run);
    assert!(!told.contains("before the first round"), "{told}");
}

#[test]
fn the_walk_never_leads_to_a_step_that_the_run_does_not_take() {
    let data = small();
    let mut run = Trainer::new(&data, settings(0.01, 100));
    run.step(5);
    run.set_epochs(EpochLimit::try_from(5.0).expect("a good limit"));
    for done in Statement::ALL {
        if Walk::after(done, &data, &run).next() == Some(Statement::Intercept) {
            run.step(1);
            assert_eq!(run.state().epoch, 6, "the line after {done:?} is b = …");
        }
    }
}

#[test]
fn where_the_page_stops_the_loop_shows_the_round_that_the_program_would_begin() {
    let (data, settings) = (small(), settings(0.5, 1_000));
    let (run, _) = walked(&data, settings);
    let values = Walk::after(Statement::Loop, &data, &run).values();
    assert!(values.contains(&(Statement::Loop, Value::Epoch(run.state().epoch + 1))), "{values:?}");
}
