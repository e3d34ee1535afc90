//! The surface of the cost and its camera.

use super::*;

/// The surface of a run from a camera, and its scene.
fn surface_figure(run: &Trainer, camera: Camera) -> (String, Scene) {
    drawn(SIZE, |pen| {
        let scene = scene(pen, run, camera);
        draw_surface(pen, &scene, run);
        scene
    })
}

#[test]
fn on_the_surface_the_ball_is_where_the_scene_puts_its_cost() {
    let data = small();
    let run = run(&data, 0.02, 30);
    for turn in 0..24 {
        let camera = Camera::new(f64::from(turn) * std::f64::consts::TAU / 24.0, 0.9);
        let (svg, scene) = surface_figure(&run, camera);
        let document = Document::parse(&svg).expect("well-formed");
        let ball = circles(&document, BALL, BALL_RADIUS);
        let state = run.state();
        assert!(near(ball[0], scene.place(state.line, state.cost)), "{turn}: {ball:?}");
    }
}

#[test]
fn the_quads_of_the_surface_are_drawn_far_to_near_from_24_angles() {
    let data = small();
    let run = run(&data, 0.02, 30);
    for turn in 0..24 {
        let yaw = f64::from(turn) * std::f64::consts::TAU / 24.0;
        let (_, scene) = surface_figure(&run, Camera::new(yaw, 0.4));
        let order: Vec<_> = scene.quads().map(|quad| (quad.column, quad.row)).collect();
        assert_eq!(order.len(), SIDE * SIDE);
        let place = |cell: (usize, usize)| order.iter().position(|&other| other == cell);
        // How near the viewer the middle of a cell of the floor is.
        let depth = |(column, row): (usize, usize)| {
            let at = |cell: usize| 2.0 * (cell as f64 + 0.5) / SIDE as f64 - 1.0;
            -(at(column) * yaw.sin() + at(row) * yaw.cos())
        };
        for (column, row) in (0..SIDE - 1).flat_map(|c| (0..SIDE - 1).map(move |r| (c, r))) {
            // Only neighbours along the grid can hide one another's edge: the nearer comes later.
            for next in [(column + 1, row), (column, row + 1)] {
                let (here, there) = (depth((column, row)), depth(next));
                if (here - there).abs() > 1e-9 {
                    let later = place((column, row)) > place(next);
                    assert_eq!(here > there, later, "{turn}: ({column}, {row}) and {next:?}");
                }
            }
        }
    }
}

#[test]
fn what_is_seen_at_the_ball_is_the_cost_of_its_line() {
    let data = small();
    let run = run(&data, 0.02, 3);
    let line = run.state().line;
    for turn in 0..24 {
        let camera = Camera::new(f64::from(turn) * std::f64::consts::TAU / 24.0, 1.2)
            .zoomed(1.5, (0.1, -0.05));
        let (_, scene) = surface_figure(&run, camera);
        let seen = scene.seen_at(scene.place(line, run.state().cost)).expect("it is in sight");
        let window = scene.window();
        let slope = (seen.slope - line.slope).abs() / window.slope.span();
        let intercept = (seen.intercept - line.intercept).abs() / window.intercept.span();
        assert!(slope < 2e-3 && intercept < 2e-3, "{turn}: {seen:?} instead of {line:?}");
    }
    let (_, scene) = surface_figure(&run, Camera::default());
    assert_eq!(scene.seen_at((1.0, 1.0)), None, "beside the surface there is no cost");
}

#[test]
fn the_camera_over_the_map_sees_the_map() {
    let data = small();
    let run = run(&data, 0.02, 30);
    let ((), (frame, scene)) = (
        (),
        drawn(SIZE, |pen| {
            let Map { frame } = Map::lay_out(pen, &window(&run), Scaling::RAW);
            (frame, scene(pen, &run, Camera::default()))
        })
        .1,
    );
    let above = scene.on_the_way(frame.plot, 0.0);
    for state in run.trace() {
        let Line { slope, intercept } = state.line;
        let place = above.place(state.line, state.cost);
        assert!(near(place, frame.place(slope, intercept)), "{place:?}");
    }
    let there = scene.on_the_way(frame.plot, 1.0);
    let (line, cost) = (run.state().line, run.state().cost);
    assert!(near(there.place(line, cost), scene.place(line, cost)));
}
