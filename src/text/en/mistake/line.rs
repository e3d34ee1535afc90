//! Lines of Python that mend a program, in the words of the bench.

use crate::insight::mistake::{Asked, Finding, Mistake, Place};

const ERRORS: &str = "errors = y - (a * x + b)";
const SLOPE: &str = "da = -2 * np.mean(x * errors)";
const INTERCEPT: &str = "db = -2 * np.mean(errors)";
const SLOPE_BY_SIGNS: &str = "da = -np.mean(x * np.sign(errors))";
const INTERCEPT_BY_SIGNS: &str = "db = -np.mean(np.sign(errors))";
const NEW_SLOPE: &str = "a = a - L * da";
const MOMENTUM: &str = "va = 0.9 * va + da\nvb = 0.9 * vb + db\na = a - L * va\nb = b - L * vb";
const NEW_INTERCEPT: &str = "b = b - L * db";

/// The lines that a mistake is mended by, in their order.
fn lines(mistake: Mistake, asked: Asked) -> Vec<&'static str> {
    let (slope, intercept) = match asked {
        Asked::AbsoluteError => (SLOPE_BY_SIGNS, INTERCEPT_BY_SIGNS),
        Asked::GradientDescent | Asked::Standardised | Asked::MiniBatches | Asked::Momentum => {
            (SLOPE, INTERCEPT)
        }
    };
    let of = |place: Place, slope, intercept| match place {
        Place::Both => vec![slope, intercept],
        Place::Slope => vec![slope],
        Place::Intercept => vec![intercept],
    };
    match mistake {
        Mistake::WrongSign(place) => {
            [vec![ERRORS], of(place, slope, intercept), of(place, NEW_SLOPE, NEW_INTERCEPT)]
                .concat()
        }
        Mistake::TwoMissing(place) | Mistake::TwoTwice(place) | Mistake::SumForMean(place) => {
            of(place, slope, intercept)
        }
        Mistake::RateMissing(place) => of(place, NEW_SLOPE, NEW_INTERCEPT),
        Mistake::RateTwice(place) => {
            [of(place, slope, intercept), of(place, NEW_SLOPE, NEW_INTERCEPT)].concat()
        }
        Mistake::XMissing | Mistake::CentredX => vec![slope],
        Mistake::XInIntercept => vec![intercept],
        Mistake::NewSlopeForIntercept | Mistake::NewInterceptForSlope | Mistake::Exchanged => {
            vec![slope, intercept, NEW_SLOPE, NEW_INTERCEPT]
        }
        Mistake::ErrorsFrozen => {
            vec!["for epoch in range(epochs):", "    errors = y - (a * x + b)"]
        }
        Mistake::InterceptNotPredicted | Mistake::SlopeNotPredicted => vec![ERRORS],
        Mistake::SignsForErrors
        | Mistake::ErrorsForSigns
        | Mistake::SizesForErrors
        | Mistake::SquaresForErrors
        | Mistake::FirstRowOnly
        | Mistake::LastRowOnly
        | Mistake::LastRowInMean
        | Mistake::OneRowFewer
        | Mistake::TwoRowsFewer => vec![slope, intercept],
        Mistake::DataCut => vec![ERRORS, slope, intercept],
        Mistake::ParametersCut | Mistake::ParametersRounded => vec![NEW_SLOPE, NEW_INTERCEPT],
        Mistake::SlopeOnly => vec![NEW_INTERCEPT],
        Mistake::InterceptOnly => vec![NEW_SLOPE],
    }
}

/// The lines that mend a mistake.
pub fn mistake(mistake: Mistake, asked: Asked) -> String {
    lines(mistake, asked).join("\n")
}

/// The lines that mend two mistakes, each once.
pub fn both(first: Mistake, second: Mistake, asked: Asked) -> String {
    let mut all = lines(first, asked);
    for line in lines(second, asked) {
        if !all.contains(&line) {
            all.push(line);
        }
    }
    all.join("\n")
}

/// The lines that mend something that is no mistake with a name. Returns `None` where no line would.
pub fn finding(finding: &Finding, asked: Asked) -> Option<String> {
    let code = match finding {
        Finding::TooFew => "    show(a, b)",
        Finding::NoStep => "a = a - L * da\nb = b - L * db\nshow(a, b)",
        Finding::Rule(optimizer, _) if optimizer.is_plain() => MOMENTUM,
        Finding::Rule(..) if asked == Asked::Momentum => MOMENTUM,
        Finding::Rule(..)
        | Finding::OtherRate(_)
        | Finding::Scheduled(_)
        | Finding::ChangingRate { .. } => "a = a - L * da\nb = b - L * db",
        Finding::Penalty { .. } => "da = -2 * np.mean(x * errors)\ndb = -2 * np.mean(errors)",
        Finding::Scaled(scaling) if scaling.is_raw() => {
            "u = (x - np.mean(x)) / np.std(x)\nv = (y - np.mean(y)) / np.std(y)"
        }
        Finding::Scaled(_) => "errors = y - (a * x + b)",
        Finding::NotCarriedBack(_) => {
            "slope = a * np.std(y) / np.std(x)\n\
             show(slope, np.mean(y) + b * np.std(y) - slope * np.mean(x))"
        }
        Finding::FullBatch => {
            "for start in range(0, len(x), 32):\n    xs, ys = x[start:start + 32], y[start:start + 32]"
        }
        Finding::Mistakes(_)
        | Finding::Right { .. }
        | Finding::Ambiguous(_)
        | Finding::LeastSquares
        | Finding::Batches(_)
        | Finding::SingleRows
        | Finding::SomeRows
        | Finding::NotFinite { .. }
        | Finding::Unknown { .. } => return None,
    };
    Some(code.to_owned())
}
