//! Descriptions of the data for those who cannot see their figure: in neutral words, so that what follows from them is the
//! reader's to say.

use super::description::points;
use super::number::{count, percent, rounded};
use super::sentences;
use crate::data::dataset::{Dataset, Variable};
use crate::insight::appearance::{
    Apart, Appearance, Cloud, Cluster, Course, MOST, Place, Turn, Way, Widening,
};
use crate::insight::diagnosis::without_rounding;
use crate::numeric::line::Line;
use crate::numeric::range::Range;
use crate::session::Session;
use crate::session::view::DataView;

/// Digits of the numbers.
const DIGITS: usize = 4;

/// The figure of the data, as it is shown: the points, or the errors.
pub fn data(session: &Session) -> String {
    let dataset = session.dataset();
    let line = match session.view.data {
        DataView::Points => return scatter(dataset),
        DataView::Residuals => session.run().state().line,
        DataView::BestResiduals => {
            dataset.least_squares().unwrap_or(Line::new(0.0, dataset.summary().mean_y()))
        }
    };
    let line = without_rounding(line, dataset.summary());
    match errors(dataset, line) {
        Some(errors) => scatter(&errors),
        None => "The errors are too large to be told.".to_owned(),
    }
}

/// The errors of a line against x. Returns `None` if they are beyond numbers.
fn errors(dataset: &Dataset, line: Line) -> Option<Dataset> {
    let points = dataset.points();
    let every = points.len().div_ceil(MOST).max(1);
    let rows = points.iter().step_by(every).map(|(x, y)| (x, y - line.predict(x)));
    let (xs, ys): (Vec<f64>, Vec<f64>) = rows.unzip();
    let name = Variable { name: "error".to_owned(), unit: dataset.y().unit.clone() };
    Dataset::from_columns(&xs, &ys).ok().map(|errors| errors.named(dataset.x().clone(), name))
}

/// A scatter of points: how many, where, and what they look like.
pub fn scatter(dataset: &Dataset) -> String {
    let (x, y) = (dataset.x().label(), dataset.y().label());
    let summary = dataset.summary();
    let ranges = format!(
        "{}. {}; {}.",
        capitalized(&points(dataset)),
        span(&x, summary.range_x()),
        span(&y, summary.range_y())
    );
    sentences(&ranges, &[Some(&appearance(&Appearance::of(dataset), dataset.points().len()))])
}

/// A text with a capital at its beginning.
fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The range of a variable, in a sentence without its end.
fn span(name: &str, range: Range) -> String {
    match range.span() == 0.0 {
        true => format!("{name}: {} throughout", value(range.min)),
        false => format!("{name}: from {} to {}", value(range.min), value(range.max)),
    }
}

/// Sentences about the appearance of points, of so many in all.
pub fn appearance(found: &Appearance, all: usize) -> String {
    match found {
        Appearance::Empty => "No point can be seen.".to_owned(),
        Appearance::Few(places) => format!("From left to right: {}.", list(places)),
        Appearance::EqualX => "All points stand above one another.".to_owned(),
        Appearance::EqualY => "All points lie at one height.".to_owned(),
        Appearance::Stack { x, count: high, y, others } => {
            let stack = format!(
                "{} of them stand above one another at x = {}, with y from {} to {}.",
                count(*high as u64),
                value(*x),
                value(y.min),
                value(y.max)
            );
            sentences(&stack, &[beside(others).as_deref()])
        }
        Appearance::Cloud(cloud) => self::cloud(cloud, all),
    }
}

/// The points beside a stack.
fn beside(others: &[Place]) -> Option<String> {
    match others {
        [] => None,
        [one] => Some(format!("The other one is at {}.", place(*one))),
        few if few.len() <= 3 => Some(format!("The others are at {}.", list(few))),
        many => Some(format!(
            "The others have x from {} to {}.",
            value(many.first()?.0),
            value(many.last()?.0)
        )),
    }
}

fn cloud(cloud: &Cloud, all: usize) -> String {
    let course = &cloud.course;
    let apart: Vec<String> = cloud.apart.iter().map(lies_apart).collect();
    let levels = format!(
        "The median y is {} in the left third of the points, {} in the middle third and {} in the right third.",
        value(course.left),
        value(course.middle),
        value(course.right)
    );
    let clusters = (!cloud.clusters.is_empty()).then(|| groups(&cloud.clusters, all));
    let gap = cloud
        .gap
        .map(|(from, to)| format!("No point has x between {} and {}.", value(from), value(to)));
    let scatter = (!cloud.is_row).then(|| scattered(cloud));
    let apart = (!apart.is_empty()).then(|| apart.join(" "));
    sentences(
        &where_they_lead(course, cloud.is_row, cloud.apart.len()),
        &[Some(&levels), scatter.as_deref(), apart.as_deref(), clusters.as_deref(), gap.as_deref()],
    )
}

/// The course of the points, from left to right.
fn where_they_lead(course: &Course, is_row: bool, apart: usize) -> String {
    let way = match (course.way, course.bend) {
        (_, Some(Turn { opens_up: true, at: Some(at), .. })) => {
            format!("fall up to about x = {} and rise from there", rounded(at, 2))
        }
        (_, Some(Turn { opens_up: false, at: Some(at), .. })) => {
            format!("rise up to about x = {} and fall from there", rounded(at, 2))
        }
        (Way::Level, _) => "neither rise nor fall on the whole".to_owned(),
        (Way::Up, bend) => format!("rise{}", bend.map_or("", |bend| pace(bend, bend.opens_up))),
        (Way::Down, bend) => format!("fall{}", bend.map_or("", |bend| pace(bend, !bend.opens_up))),
    };
    let who = match apart {
        0 => "the points",
        1 => "all points but one",
        _ => "all points but a few",
    };
    match (is_row, course.bend.is_some()) {
        (false, _) => format!("From left to right {who} {way}."),
        (true, false) => format!("From left to right {who} {way}, in one straight row."),
        (true, true) => format!("From left to right {who} {way}, along one smooth curve."),
    }
}

/// How a rise or a fall changes on its way.
fn pace(bend: Turn, is_faster: bool) -> &'static str {
    match (bend.is_slight, is_faster) {
        (true, true) => ", a little more steeply toward the right",
        (true, false) => ", a little less steeply toward the right",
        (false, true) => ", more and more steeply",
        (false, false) => ", less and less steeply",
    }
}

fn scattered(cloud: &Cloud) -> String {
    let by = rounded(cloud.scatter, 2);
    match cloud.widens {
        Some(Widening { times, to_the_right: true }) => format!(
            "They scatter about that course, typically by {by}: {} times as far on the right as on the left.",
            rounded(times, 2)
        ),
        Some(Widening { times, to_the_right: false }) => format!(
            "They scatter about that course, typically by {by}: {} times as far on the left as on the right.",
            rounded(times, 2)
        ),
        None if cloud.is_even => format!(
            "They scatter about that course, typically by {by}, much the same on the left and on the right."
        ),
        None => format!("They scatter about that course, typically by {by}."),
    }
}

fn lies_apart(apart: &Apart) -> String {
    let at = place(apart.at);
    match apart.is_above {
        true => format!("One point lies apart, at {at}, above the course of the others."),
        false => format!("One point lies apart, at {at}, below the course of the others."),
    }
}

/// The groups that points fall into, of so many points in all.
fn groups(clusters: &[Cluster], all: usize) -> String {
    let looked_at: usize = clusters.iter().map(|cluster| cluster.count).sum();
    let many = |cluster: &Cluster| match all > MOST {
        true => percent(cluster.count as f64 / looked_at as f64),
        false => count(cluster.count as u64),
    };
    let group = |cluster: &Cluster| {
        format!(
            "{} with x from {} to {} and y from {} to {}",
            many(cluster),
            value(cluster.x.min),
            value(cluster.x.max),
            value(cluster.y.min),
            value(cluster.y.max)
        )
    };
    let list: Vec<String> = clusters.iter().map(group).collect();
    format!("They fall into {} groups: {}.", clusters.len(), list.join("; "))
}

fn list(places: &[Place]) -> String {
    places.iter().map(|&at| place(at)).collect::<Vec<_>>().join(", ")
}

fn place((x, y): Place) -> String {
    format!("({}, {})", value(x), value(y))
}

fn value(value: f64) -> String {
    rounded(value, DIGITS)
}
