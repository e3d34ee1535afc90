//! Chapter 10: mini-batches and single rows.

use crate::common::is_close;
use crate::lesson::built_in;
use downhill::data::dataset::Dataset;
use downhill::numeric::line::Line;
use downhill::session::Session;
use downhill::stage::lesson::LessonReadings;
use downhill::text::en::number::count;

use super::{Chapter, costs, first_near, set_up};

const CHAPTER: usize = 10;

/// The gradient along the slope of each row alone.
fn gradients(data: &Dataset, line: Line) -> Vec<f64> {
    data.points().iter().map(|(x, y)| -2.0 * x * (y - line.predict(x))).collect()
}

fn live(session: &Session, name: &str) -> f64 {
    let readings = LessonReadings::of(session, 0);
    let number = readings.live.iter().find(|number| number.name == name);
    number.and_then(|number| number.value).expect(name)
}

/// One row at a time, with a schedule.
fn single_rows(schedule: &str) -> Session {
    set_up(&format!(
        "data=faithful&start=zero&rate=0~0.02&batch=1~1&epochs=200&schedule={schedule}"
    ))
}

#[test]
fn after_one_epoch_the_roughest_steps_are_lowest() {
    let (chapter, session) = (Chapter::new(CHAPTER), Chapter::new(CHAPTER).session());
    let [all, some, one] = [0, 1, 2].map(|run| costs(&session.runs()[run], 1)[1]);
    let all = count(all.round() as u64);
    chapter.says(&format!("The cost is {all} by then; 17 rough steps get it down to {some:.0}, and 272 very rough ones to {one:.0}."));
    chapter.says(&format!("Right: 272 very rough steps get the cost down to {one:.0}, 17 better ones to {some:.0}, and the one exact step ends at {all}."));
    chapter.says(&format!("17 steps get the cost down to {some:.0}, but 272 very rough steps get it to {one:.0}. The one exact step ends at {all}."));
}

#[test]
fn an_epoch_has_as_many_steps_as_there_are_batches() {
    let mut session = Chapter::new(CHAPTER).session();
    for (run, updates) in [(0, 1.0), (1, 17.0), (2, 272.0)] {
        session.choose_run(run);
        assert_eq!(live(&session, "updates"), updates);
        assert_eq!(live(&session, "rate-now"), 0.02);
    }
    let mut falling = single_rows("inverse~0.5");
    falling.seek(10);
    assert!(is_close(live(&falling, "rate-now"), 0.02 / 6.0, 1e-15));
}

#[test]
fn by_epoch_100_one_glides_one_trembles_and_one_jumps_about() {
    let (chapter, session) = (Chapter::new(CHAPTER), Chapter::new(CHAPTER).session());
    let [all, some, one] = [0, 1, 2].map(|run| costs(&session.runs()[run], 100));
    chapter.says(&format!("By epoch 100 the ball has glided to {:.0} and", all[100]));
    chapter.says(&format!("to the bottom, at {:.1}.", some[100]));
    let (least, most) =
        one[20..].iter().fold((f64::MAX, 0.0_f64), |(l, m), &c| (l.min(c), m.max(c)));
    chapter.says(&format!("jumps about between {least:.1} and {most:.0}."));
}

#[test]
fn the_reading_until_the_bottom_is_as_the_chapter_says() {
    let session = set_up(
        "data=faithful&start=zero&rate=0~0.02&start2=zero&rate2=0~0.02&batch2=16~1&start3=zero&rate3=0~0.02&batch3=1~1&epochs=1000",
    );
    let [all, some, one] =
        [0, 1, 2].map(|run| first_near(&session.runs()[run], 1_000).expect("near"));
    Chapter::new(CHAPTER).says(&format!(
        "takes {all} epochs with all rows, {some} with batches of 16, and {one} with single rows."
    ));
    Chapter::new(CHAPTER).says(&format!("It was there first, at epoch {one}, but"));
}

#[test]
fn rows_agree_at_the_start_and_cancel_at_the_best_line() {
    let (chapter, data) = (Chapter::new(CHAPTER), built_in("faithful"));
    assert!(gradients(&data, Line::ZERO).iter().all(|&gradient| gradient < 0.0));
    let at_best = gradients(&data, data.least_squares().expect("a line"));
    let n = at_best.len() as f64;
    let deviation = (at_best.iter().map(|gradient| gradient * gradient).sum::<f64>() / n).sqrt();
    assert!(at_best.iter().sum::<f64>().abs() < 1e-9 * deviation * n);
    let smaller = at_best.iter().filter(|&&gradient| gradient > 0.0).count();
    chapter.says(&format!(
        "{smaller} want a smaller slope, the other {} a larger one",
        at_best.len() - smaller
    ));
    chapter.says(&format!("has a standard deviation of {deviation:.0} from row to row"));
}

#[test]
fn the_longest_eruption_alone_has_half_the_border() {
    let data = built_in("faithful");
    let longest = data.summary().range_x().max;
    let curvature = 2.0 * (1.0 + longest * longest);
    Chapter::new(CHAPTER).says(&format!(
        "x = {longest:.1}, is by itself a valley with a curvature of 2 · (1 + {longest:.1}²) ≈ {curvature:.0}, so"
    ));
    Chapter::new(CHAPTER).says(&format!("2/{curvature:.0} ≈ {:.3} on", 2.0 / curvature));
}

#[test]
fn a_constant_rate_does_not_reach_the_goal_and_every_schedule_of_the_page_does() {
    let session = Chapter::new(CHAPTER).pressed("One row at a time");
    let near = 1.01 * session.run().least_cost();
    assert_eq!(format!("{near:.2}"), "35.07");
    Chapter::new(CHAPTER).says("within 1 % of the least cost, below 35.07, at epoch 200");
    assert!(costs(session.run(), 200)[200] > near);
    for schedule in ["inverse~0.01", "inverse~0.1", "inverse~1", "step~30~0.1", "cosine~200"] {
        let cost = costs(single_rows(schedule).run(), 200)[200];
        assert!(cost < 35.07, "{schedule}: {cost}");
    }
}
