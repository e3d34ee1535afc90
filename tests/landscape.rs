//! Landscapes, from which the figures of the cost are drawn, compared with the cost itself.

use crate::common::windows;
use downhill::data::builtin;
use downhill::descent::objective::{Cost, Problem, Threshold};
use downhill::descent::scaling::Scaling;
use downhill::descent::settings::{EpochLimit, LearningRate, Settings};
use downhill::descent::trainer::Trainer;
use downhill::figure::landscape::Landscape;
use downhill::numeric::line::Line;

fn settings(rate: f64) -> Settings {
    Settings {
        learning_rate: LearningRate::try_from(rate).expect("a good rate"),
        epochs: EpochLimit::try_from(100_000.0).expect("a good limit"),
        ..Settings::default()
    }
}

fn objective_of(id: &str, cost: Cost, scaling: Scaling) -> Trainer {
    let data = builtin::find(id).expect("built in").dataset();
    let problem = Problem { cost, scaling, ..Problem::default() };
    Trainer::new(&data, Settings { problem, ..settings(1e-4) })
}

#[test]
fn a_landscape_is_the_cost_to_a_hundredth_of_its_height() {
    let huber = Cost::Huber(Threshold::try_from(2.0).expect("good"));
    for id in ["weather", "faithful", "anscombe-3"] {
        for cost in [Cost::Squared, Cost::ABSOLUTE, huber, Cost::SIGNED] {
            for scaling in [Scaling::RAW, Scaling::STANDARDISED] {
                let run = objective_of(id, cost, scaling);
                let runs = std::slice::from_ref(&run);
                let window = windows::initial(runs);
                let landscape = Landscape::new(run.objective(), &window);
                let ends = window.corners().map(|corner| landscape.cost(corner));
                let (low, high) = ends.iter().fold((f64::MAX, f64::MIN), |(low, high), &cost| {
                    (low.min(cost), high.max(cost))
                });
                let height = high - low.min(landscape.low());
                for (u, v) in [(0.1, 0.9), (0.5, 0.5), (0.33, 0.71), (0.87, 0.2), (1.0, 1.0)] {
                    let at = Line::new(
                        window.slope.min + u * window.slope.span(),
                        window.intercept.min + v * window.intercept.span(),
                    );
                    let (drawn, exact) = (landscape.cost(at), run.objective().cost(at));
                    assert!(
                        (drawn - exact).abs() <= 0.01 * height,
                        "{id} {cost:?} {scaling:?}: {drawn} instead of {exact}"
                    );
                    let excess = landscape.excess(at) * run.objective().unit();
                    assert!(excess >= 0.0 && excess <= 1.01 * height + 1e-9, "{excess}");
                }
            }
        }
    }
}

#[test]
fn a_landscape_slopes_as_its_costs_differ() {
    let run = objective_of("faithful", Cost::ABSOLUTE, Scaling::RAW);
    let window = windows::initial(std::slice::from_ref(&run));
    let landscape = Landscape::new(run.objective(), &window);
    let at = Line::new(
        window.slope.min + 0.2 * window.slope.span(),
        window.intercept.min + 0.3 * window.intercept.span(),
    );
    let (gradient, exact) = (landscape.gradient(at), run.objective().full_gradient(at));
    assert!((gradient.slope - exact.slope).abs() < 0.05 * exact.slope.abs());
    assert!((gradient.intercept - exact.intercept).abs() < 0.05 * exact.intercept.abs());
}
