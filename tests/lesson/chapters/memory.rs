//! Chapter 11: momentum, and what other rules remember.

use downhill::text::en::number::count;

use super::{Chapter, costs, first_near, set_up};

const CHAPTER: usize = 11;

#[test]
fn with_memory_the_ball_overshoots_and_then_gets_ahead() {
    let (chapter, session) = (Chapter::new(CHAPTER), Chapter::new(CHAPTER).session());
    let [plain, heavy] = [0, 1].map(|run| costs(&session.runs()[run], 100));
    let most = count(heavy[3].round() as u64);
    chapter
        .says(&format!("At epoch 3 its cost is {most}, that of the plain ball {:.0}.", plain[3]));
    chapter
        .says(&format!("to {most}, while the plain ball is at {:.0}. But at epoch 100", plain[3]));
    assert_eq!(
        chapter.page.matches(&format!("and the plain ball still at {:.0}.", plain[100])).count(),
        3
    );
    assert!(heavy[100] < 1.001 * session.run().least_cost(), "{}", heavy[100]);
}

#[test]
fn along_the_valley_it_is_ten_times_as_fast() {
    let session = set_up(
        "data=faithful&start=zero&rate=0~0.02&start2=zero&rate2=0~0.02&rule2=momentum~0.9&epochs=1000",
    );
    let [plain, heavy] = [0, 1].map(|run| first_near(&session.runs()[run], 1_000).expect("near"));
    Chapter::new(CHAPTER).says(&format!("{heavy} epochs instead of {plain} to get within 1 %"));
}

#[test]
fn across_the_valley_a_short_memory_calms_the_zigzag() {
    let (chapter, session) =
        (Chapter::new(CHAPTER), Chapter::new(CHAPTER).pressed("Zigzag, with and without"));
    let curvature = session.run().objective().max_curvature();
    let swing = (1.0 - 0.068 * curvature).abs();
    // With momentum the factors of the swing are the roots of z² − (1 + β − L·λ)·z + β, here a complex pair.
    let half = 0.5 * (1.5 - 0.068 * curvature);
    assert!(half * half < 0.5);
    chapter.says(&format!(
        "each swing is {swing:.2} of the last; with it, √0.5 ≈ {:.2}.",
        0.5_f64.sqrt()
    ));
    let [plain, heavy] = [0, 1].map(|run| costs(&session.runs()[run], 20)[20]);
    chapter.says(&format!("After 20 epochs the costs are {plain:.0} and {heavy:.0}."));
    chapter.says(&format!("by √0.9 ≈ {:.2} per epoch", 0.9_f64.sqrt()));
}

#[test]
fn the_border_moves_to_where_the_formula_says() {
    let chapter = Chapter::new(CHAPTER);
    let session = chapter.session();
    let curvature = session.run().objective().max_curvature();
    let [plain, heavy] =
        [0, 1].map(|run| session.runs()[run].largest_stable_rate().expect("known"));
    assert!((heavy - 2.0 * 1.9 / curvature).abs() < 1e-15);
    // Rounded down, as limits are.
    chapter.says(&format!("that is {heavy:.3} in place of {:.4}.", (1e4 * plain).floor() / 1e4));
    chapter.says(&format!("work out its border; λmax is {curvature:.2}."));
    let goal = 2.0 * 1.5 / curvature;
    assert!(0.1023 > 0.98 * goal && 0.1023 < 0.981 * goal && goal < 0.105);
    for (rate, ends) in [(0.995 * goal, true), (1.005 * goal, false)] {
        let fields =
            format!("data=faithful&start=zero&rule=momentum~0.5&rate=0~{rate}&epochs=3000");
        let costs = costs(set_up(&fields).run(), 3_000);
        assert_eq!(costs[3_000] < 1.01 * session.run().least_cost(), ends, "{rate}");
    }
}

#[test]
fn no_rate_of_plain_descent_reaches_the_goal_and_momentum_does() {
    let near = |fields: &str| first_near(set_up(fields).run(), 1_000);
    let plain = (500..696).filter_map(|rate| {
        near(&format!("data=faithful&start=zero&rate=0~{}&epochs=1000", f64::from(rate) * 1e-4))
    });
    Chapter::new(CHAPTER).says(&format!(
        "plain descent needs at least {} epochs to get within 1 % of the least cost",
        plain.min().expect("some come near")
    ));
    let of_rate = |rate: f64| {
        near(&format!("data=faithful&start=zero&rule=momentum~0.9&rate=0~{rate}&epochs=100"))
    };
    assert!(of_rate(0.02) > Some(50) && of_rate(0.065) <= Some(50) && of_rate(0.08) <= Some(50));
}

#[test]
fn the_four_rules_arrive_when_the_chapter_says_and_one_does_not_stay() {
    let (chapter, session) =
        (Chapter::new(CHAPTER), Chapter::new(CHAPTER).pressed("Race the four"));
    let arrivals: Vec<u64> =
        session.runs().iter().map(|run| first_near(run, 1_000).expect("near")).collect();
    let [momentum, adagrad, rmsprop, adam] = arrivals[..] else { panic!("{arrivals:?}") };
    chapter.says(&format!("at epochs {momentum}, {adagrad}, {rmsprop} and {adam}."));
    let near = 1.01 * session.run().least_cost();
    let stays: Vec<bool> = session
        .runs()
        .iter()
        .map(|run| costs(run, 1_000)[200..].iter().all(|&cost| cost < near))
        .collect();
    assert_eq!(stays, [true, true, false, true]);
    chapter.says(&format!(
        "at epoch 1,000 it is back at {:.0}.",
        costs(&session.runs()[2], 1_000)[1_000]
    ));
}
