//! Hints, which lead to the line without writing it.

use crate::insight::mistake::{Asked, Finding, Mistake, Place};

/// A hint at a mistake.
pub fn mistake(mistake: Mistake) -> &'static str {
    use Place::{Both, Intercept, Slope};
    match mistake {
        Mistake::WrongSign(Both) => {
            "Three things turn a step around: no minus before the 2 in da and db, errors taken as \
             predictions − y, and an update that adds L times the gradient. Look for the one that \
             your program has."
        }
        Mistake::WrongSign(Slope) => {
            "Compare your lines for a and for b, sign by sign: the minus of −2, the order of the \
             difference, and the minus before L."
        }
        Mistake::WrongSign(Intercept) => {
            "Compare your lines for b and for a, sign by sign: the minus of −2, the order of the \
             difference, and the minus before L."
        }
        Mistake::TwoMissing(Both) => {
            "The cost is the mean of errors ** 2, without a ½. What does the power leave behind \
             when you differentiate?"
        }
        Mistake::TwoMissing(Slope) => {
            "Differentiating errors ** 2 leaves a factor behind, in da as well as in db."
        }
        Mistake::TwoMissing(Intercept) => {
            "Differentiating errors ** 2 leaves a factor behind, in db as well as in da."
        }
        Mistake::TwoTwice(Both) => {
            "The square leaves one factor of 2 behind. Count yours: in da and db, and again in the \
             update."
        }
        Mistake::TwoTwice(Slope) => "The square leaves one factor of 2 behind. Count those of da.",
        Mistake::TwoTwice(Intercept) => {
            "The square leaves one factor of 2 behind. Count those of db."
        }
        Mistake::SumForMean(Both) => {
            "The cost is a mean over the rows, so its gradient is one too. What turns a sum into a \
             mean?"
        }
        Mistake::SumForMean(Slope) => {
            "The cost is a mean over the rows, so da is one too. What turns a sum into a mean?"
        }
        Mistake::SumForMean(Intercept) => {
            "The cost is a mean over the rows, so db is one too. What turns a sum into a mean?"
        }
        Mistake::OneRowFewer => {
            "n − 1 belongs to the variance of a sample. The cost here is a plain mean: how many \
             rows does it divide by?"
        }
        Mistake::TwoRowsFewer => {
            "n − 2 belongs to the standard error of a regression. The cost here is a plain mean: \
             how many rows does it divide by?"
        }
        Mistake::RateMissing(Both) => {
            "The gradient says which way is up and how steep it is. Something has to say how far \
             to go."
        }
        Mistake::RateMissing(Slope) => "The update of b has something that the update of a lacks.",
        Mistake::RateMissing(Intercept) => {
            "The update of a has something that the update of b lacks."
        }
        Mistake::RateTwice(Both) => {
            "Look for L in da and db, and again in the update. Once is enough."
        }
        Mistake::RateTwice(Slope) => {
            "Look for L in da, and again in the update of a. Once is enough."
        }
        Mistake::RateTwice(Intercept) => {
            "Look for L in db, and again in the update of b. Once is enough."
        }
        Mistake::XMissing => {
            "If a grows by a little, the prediction at x grows by x times as much. Where in da is \
             that?"
        }
        Mistake::XInIntercept => {
            "If b grows by a little, every prediction grows by just that, whatever x is. What does \
             that leave in db?"
        }
        Mistake::Exchanged => {
            "Which of your two derivatives has an x in it, and which parameter stands beside x in \
             a · x + b?"
        }
        Mistake::CentredX => {
            "If a grows by a little, the prediction at x grows by x times as much: by x as it is, \
             measured from 0."
        }
        Mistake::ProductOfMeans => {
            "The mean of products is not the product of means. Try it by hand with two rows: which \
             of the two does the derivative want?"
        }
        Mistake::NewSlopeForIntercept => {
            "Compute both derivatives before you change anything. Which of your lines comes too \
             early?"
        }
        Mistake::NewInterceptForSlope => {
            "Compute both derivatives before you change anything. Which of your lines comes too \
             early?"
        }
        Mistake::ErrorsFrozen => {
            "After every update the line is another one, and so are its errors. Which of your lines \
             has to be done again in each round?"
        }
        Mistake::SignsForErrors => {
            "The derivative of errors ** 2 keeps the error itself. Is there an np.sign or a \
             division by np.abs that does not belong there?"
        }
        Mistake::ErrorsForSigns => {
            "The derivative of |e| is 1 or −1, depending on the side of the line the point is on."
        }
        Mistake::SizesForErrors => {
            "An error needs its sign: it tells whether the line has to go up or down there. Look \
             for an np.abs."
        }
        Mistake::SquaresForErrors => {
            "The cost squares the errors, and its derivative brings the power down by one. Look at \
             what stands beside x."
        }
        Mistake::InterceptNotPredicted => {
            "Put b = 5 into your predictions by hand. Do they all rise by 5?"
        }
        Mistake::SlopeNotPredicted => {
            "Put a = 1 into your predictions by hand. Do they rise with x?"
        }
        Mistake::FirstRowOnly | Mistake::LastRowOnly => {
            "Is there an index where the whole column belongs, or a mean that got only one number?"
        }
        Mistake::LastRowInMean => {
            "In your loop over the rows, is the sum added to, or overwritten? And where is it set to 0?"
        }
        Mistake::DataCut => {
            "Something turns x and y into whole numbers: an int, an astype(int), or a // between \
             them."
        }
        Mistake::ParametersCut => {
            "Something turns a and b into whole numbers: an int, an array of integers, or a // in \
             the update."
        }
        Mistake::ParametersRounded => {
            "Something rounds a and b after the update. Round only what you print."
        }
        Mistake::SlopeOnly => "Is b updated in every round, with db, and before show(a, b)?",
        Mistake::InterceptOnly => "Is a updated in every round, with da, and before show(a, b)?",
    }
}

/// A hint at something that is no mistake with a name. Returns `None` where there is nothing to mend.
pub fn finding(finding: &Finding, asked: Asked) -> Option<String> {
    let hint = match finding {
        Finding::Right { .. }
        | Finding::LeastSquares
        | Finding::SomeRows
        | Finding::Mistakes(_) => return None,
        Finding::TooFew => "show(a, b) belongs inside the loop, at its end.",
        Finding::NoStep => {
            "Are da and db computed from the errors, and are a and b set from them? An update \
             needs a = … and b = …, inside the loop and before show(a, b)."
        }
        Finding::Ambiguous(_) => {
            "Check your lines one by one: the sign, the 2, the mean, the x, and L. Other points, \
             more of them, would tell which it is."
        }
        Finding::Rule(optimizer, _) if optimizer.is_plain() => {
            "Momentum keeps a velocity for a and one for b, from round to round: a share of the \
             old one, and the gradient."
        }
        Finding::Rule(..) if asked == Asked::Momentum => {
            "The task keeps 0.9 of the old velocity, adds the whole gradient to it, and steps by L \
             times the velocity."
        }
        Finding::Rule(..) => {
            "Plain descent keeps nothing from round to round, and divides by nothing: a step is L \
             times the gradient."
        }
        Finding::FullBatch => {
            "Inside the epoch you need a second loop, over slices of the rows, with an update in \
             each round."
        }
        Finding::Batches(_) => {
            "For full-batch descent the update belongs after the loop over the rows. For mini-batches, shuffle the \
             rows before each epoch."
        }
        Finding::SingleRows => "Call show(a, b) when the loop over the rows has ended.",
        Finding::OtherRate(rate) if *rate < 0.0 => {
            "Check the sign of the update, and whether L is used as it was given."
        }
        Finding::OtherRate(_) => {
            "Is L used as it was given, or set again? A factor of your own before da and db does the same."
        }
        Finding::OtherRows { .. } => {
            "Is the number of rows typed into the program? It changes with the data: take the length of x, or use a \
             mean."
        }
        Finding::ShownEvery(_) => {
            "One call of show(a, b) is one epoch in the figures: call it after every update."
        }
        Finding::Scheduled(_) | Finding::ChangingRate { .. } => {
            "The task asks for the same L in every round. What changes it?"
        }
        Finding::Penalty { .. } => {
            "The cost of the task is the mean of errors ** 2 alone. What else is in da?"
        }
        Finding::Scaled(scaling) if scaling.is_raw() => {
            "Subtract the mean of x from x, divide by its standard deviation, and do the same with y. Then descend on \
             those."
        }
        Finding::Scaled(_) => "Descend on x and y as they were given.",
        Finding::NotCarriedBack(_) => {
            "A slope per standard deviation of x is not a slope per unit of x. Write (y − ȳ)/s_y \
             = a · (x − x̄)/s_x + b, and solve for y."
        }
        Finding::NotFinite { .. } => {
            "Print errors, da and db of that round. Which is the first that is not finite? A division by 0, the root \
             or the logarithm of a negative number, and ∞ − ∞ make nan."
        }
        Finding::Unknown { right: 0 } if asked != Asked::GradientDescent => {
            "Begin with a program for plain gradient descent that is right, and change one line at a \
             time."
        }
        Finding::Unknown { right: 0 } => {
            "Print da and db of the first round, and compare them with −2/n · Σx·e and −2/n · Σe, \
             worked out by hand for two or three points."
        }
        Finding::Unknown { .. } => {
            "The beginning is right, so da and db are. Does anything in the loop depend on the \
             number of the round, or on what came before?"
        }
    };
    Some(hint.to_owned())
}
