//! Chapter 9: what the valley of the years is like, and what the page offers there.

use downhill::descent::trainer::Status;
use downhill::text::en::advice;

use super::{Chapter, set_up};

#[test]
fn the_years_lie_in_a_valley_too_narrow_for_any_rate_and_the_page_offers_what_the_chapter_says() {
    let chapter = Chapter::new(9);
    let mut session = chapter.pressed("Carbon dioxide by year");
    let hessian = *session.run().objective().hessian();
    let condition = hessian.max_eigenvalue() / hessian.min_eigenvalue();
    chapter.says(&format!("is {:.0} billion times steeper across than along", condition / 1e9));
    session.seek(10_000);
    assert_eq!(session.status(), Status::EpochLimit);
    let offered = session.advice().expect("something is offered");
    chapter.says(&format!("{}, which counts the years from their mean", advice::name(offered)));
    let elsewhere = |start: &str| {
        let fields = format!("data=years&start={start}&rate=0~0.0000001&epochs=10000");
        let mut session = set_up(&fields);
        session.seek(10_000);
        session.run().state().line.slope
    };
    chapter.says("From another start it would stop at another line.");
    assert!((elsewhere("zero") - elsewhere("at_0_300")).abs() > 0.1);
    let reason = advice::reason(session.run(), offered);
    assert!(reason.contains("within 100,000 epochs"), "{reason}");
}

#[test]
fn the_weather_s_best_line_is_as_the_chapter_says() {
    let session = Chapter::new(9).session();
    let (best, cost) =
        (session.dataset().least_squares().expect("a line"), session.dataset().least_cost());
    Chapter::new(9).says(&format!(
        "slope {:.4}, intercept {:.2}, least cost {cost:.2}",
        best.slope, best.intercept
    ));
    Chapter::new(9).says(&format!("√{cost:.2} ≈ {:.1} °C is its typical error", cost.sqrt()));
}
