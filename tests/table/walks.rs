use super::*;
use downhill::insight::suitability::{Suitability, cook_distances};
use downhill::insight::table::walk::{WalkOrder, Way};
use downhill::stage::walk::PointWalk;

/// The points that a walk comes to from its first one on, until it is back there.
fn whole_walk(page: &Page, order: WalkOrder) -> Vec<usize> {
    let mut walk = PointWalk::default();
    let first = walk.go(page, None, order, Way::First).point.expect("a point");
    let mut seen = vec![first];
    loop {
        let next = walk.go(page, seen.last().copied(), order, Way::Next).point.expect("a point");
        if next == first {
            return seen;
        }
        seen.push(next);
    }
}

#[test]
fn points_are_walked_through_by_x_by_error_and_by_influence_each_once() {
    let mut page = page("outlier");
    page.session_mut().advance(5);
    let points = page.session().dataset().points();
    let line = page.session().run().state().line;
    let error = |index: usize| (points.ys()[index] - line.predict(points.xs()[index])).abs();
    let sorted = |value: &dyn Fn(usize) -> f64| {
        let mut indices: Vec<usize> = (0..points.len()).collect();
        indices.sort_by(|&a, &b| value(a).total_cmp(&value(b)));
        indices
    };
    assert_eq!(whole_walk(&page, WalkOrder::X), sorted(&|index| points.xs()[index]));
    assert_eq!(whole_walk(&page, WalkOrder::Error), sorted(&|index| -error(index)));
    let by_influence = whole_walk(&page, WalkOrder::Influence);
    let known = Suitability::of(page.session().dataset()).influences;
    let known: Vec<usize> = known.iter().map(|influence| influence.index).collect();
    assert_eq!(by_influence[..known.len()], known);
}

#[test]
fn cooks_distance_is_that_of_leaving_each_point_out() {
    let data = dataset("anscombe-3");
    let distances = cook_distances(data.points()).expect("there are some");
    for influence in Suitability::of(&data).influences {
        let found = distances[influence.index];
        assert!((found / influence.distance - 1.0).abs() < 1e-9, "{found}");
    }
    // Where one point alone decides the slope, nothing is left without it.
    let distances = cook_distances(dataset("anscombe-4").points()).expect("there are some");
    assert_eq!(distances.iter().filter(|distance| distance.is_infinite()).count(), 1);
}

#[test]
fn many_points_are_walked_through_in_tenths_which_enter_opens_and_escape_closes() {
    let page = page("weather");
    let mut walk = PointWalk::default();
    assert_eq!(walk.enter(&page), None, "the walk is nowhere yet");
    let first = walk.go(&page, None, WalkOrder::X, Way::Next);
    assert_eq!(first.point, None);
    assert!(first.text.starts_with("Tenth 1 of 10: x from "), "{}", first.text);
    let second = walk.go(&page, None, WalkOrder::X, Way::Next);
    assert!(second.text.starts_with("Tenth 2 of 10"), "{}", second.text);
    let inside = walk.enter(&page).expect("a tenth");
    assert!(inside.text.contains("in tenth 2: x "), "{}", inside.text);
    let point = inside.point.expect("its first point");
    let next = walk.go(&page, Some(point), WalkOrder::X, Way::Next);
    let xs = page.session().dataset().points().xs();
    assert!(xs[next.point.expect("a point")] >= xs[point]);
    let farthest = walk.go(&page, None, WalkOrder::Error, Way::First);
    assert!(farthest.text.contains("in tenth 2 by size of error"), "{}", farthest.text);
    assert_eq!(walk.leave(&page).expect("it was inside").text, second.text);
    assert_eq!(walk.leave(&page), None);
    assert!(walk.go(&page, None, WalkOrder::X, Way::Last).text.starts_with("Tenth 10 of 10"));
    assert!(walk.go(&page, None, WalkOrder::X, Way::Next).text.starts_with("Tenth 1 of 10"));
    let farthest = walk.go(&page, None, WalkOrder::Error, Way::First);
    assert!(farthest.text.contains("of 119,040 by size of error"), "{}", farthest.text);
}

#[test]
fn events_are_walked_through_in_their_order_and_a_run_without_any_says_so() {
    let mut page = page("anscombe-1");
    assert_eq!(page.walk_events(None, Way::Next).epoch, None);
    page.set_epochs("3000").expect("a limit");
    page.session_mut().advance(3_000);
    let first = page.walk_events(None, Way::First);
    let last = page.walk_events(None, Way::Last);
    assert!(first.text.starts_with("Event 1 of "), "{}", first.text);
    assert!(last.text.contains("stopped: "), "{}", last.text);
    let (mut at, mut steps) = (first.clone(), 0);
    while at != last {
        at = page.walk_events(at.epoch, Way::Next);
        steps += 1;
        assert!(steps < 1_000);
    }
    assert_eq!(page.walk_events(last.epoch, Way::Next), last, "there is nothing after it");
    assert_eq!(page.walk_events(first.epoch, Way::Previous), first);
    page.session_mut().seek(0);
    assert_eq!(page.walk_events(None, Way::Last), last, "what is known stays known");
}
