//! An interpreter that executes the program's lines with its own loop over all rows.

use downhill::data::dataset::Dataset;
use downhill::descent::settings::Settings;
use downhill::descent::trainer::{Status, Trainer};
use downhill::insight::program::{Statement, StatementValue, Walk};

/// A number that a line computed, with the size of the terms it was computed from: its rounding error depends on
/// that size.
#[derive(Clone, Copy, Debug)]
struct Made {
    value: f64,
    size: f64,
}

impl Made {
    /// Whether `other` is the same number to nine digits. Infinity and NaN must be the same.
    fn is(self, other: f64) -> bool {
        let same = self.value == other || (self.value.is_nan() && other.is_nan());
        let finite = self.value.is_finite() && other.is_finite() && self.size.is_finite();
        same || finite && (self.value - other).abs() <= 1e-9 * self.size
    }
}

/// The last result of a line.
#[derive(Clone, Debug)]
enum Outcome {
    Epoch(u64),
    Truth(bool),
    Numbers(Vec<Made>),
    Column(Vec<Made>),
}

impl Outcome {
    fn is(&self, shown: &StatementValue) -> bool {
        let all = |made: &[Made], shown: &[f64]| {
            made.len() == shown.len() && made.iter().zip(shown).all(|(made, &shown)| made.is(shown))
        };
        match (self, shown) {
            (Self::Epoch(epoch), StatementValue::Epoch(shown)) => epoch == shown,
            (Self::Truth(truth), StatementValue::Truth(shown)) => truth == shown,
            (Self::Numbers(made), StatementValue::Number(shown)) => all(made, &[*shown]),
            (Self::Numbers(made), StatementValue::Numbers(shown)) => {
                made.len() > 1 && all(made, shown)
            }
            (Self::Column(made), StatementValue::Column(shown, more)) => {
                *more == (made.len() > 3) && all(&made[..made.len().min(3)], shown)
            }
            _ => false,
        }
    }
}

/// The program with all its variables and the line that it executed last.
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
    /// The program, called with the data and the settings of a run.
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

    /// Returns the next line, or `None` if the program has returned.
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

    /// Executes the next line.
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

    /// Checks that a walk shows exactly the lines that have a value, in order, and their values.
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

/// Walks through the program and the run line by line until the program has returned or the page stops. Returns
/// the run and the last line.
pub fn walked(data: &Dataset, settings: Settings) -> (Trainer, Statement) {
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
