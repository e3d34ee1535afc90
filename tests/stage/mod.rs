//! The stage at a moment, driven without a browser.

mod canvas;
mod drawing;
mod handover;
mod hands;
mod motion;
mod page;
mod points;
mod program;
mod types;

use canvas::Canvas;
use downhill::data::dataset::Variable;
use downhill::data::summary::Summary;
use downhill::figure::geometry::Place;
use downhill::figure::still::Subject;
use downhill::session::view::CostView;
use downhill::stage::figures::{Figures, HandError, Hit};
use downhill::stage::layers::Layers;
use downhill::stage::page::{AdoptedColumns, Page};
use roxmltree::Document;

/// Width and height of every figure, in CSS pixels.
const SIZE: (f64, f64) = (480.0, 360.0);
/// How near a mouse has to be to what it takes hold of, in CSS pixels.
const REACH: f64 = 12.0;
/// Few points, far apart.
const FEW: ([f64; 4], [f64; 4]) = ([0.0, 1.0, 2.0, 3.0], [1.0, 3.0, 4.0, 9.0]);
const VIEWS: [CostView; 3] = [CostView::Bowl, CostView::Map, CostView::Surface];
const BALL: &str = "#d96a00";
/// The radius of a ball on an overlay, which has two device pixels to a CSS pixel.
const BALL_RADIUS: &str = "14";

/// A page with figures, and its clock.
struct Stage {
    page: Page,
    figures: Figures<Canvas>,
    now: f64,
}

fn layers() -> Layers<Canvas> {
    Layers::new(Canvas::new(), Canvas::new())
}

/// Figures of one size at a device pixel ratio of 1.
fn figures() -> Figures<Canvas> {
    let mut figures = Figures::new(layers(), layers(), layers());
    for (subject, _) in Subject::NAMES {
        figures.resize(subject, SIZE.0, SIZE.1, 1.0);
    }
    figures
}

impl Stage {
    /// The page as a link opens it, with reduced motion.
    fn open(fragment: &str) -> Self {
        let mut figures = figures();
        figures.reduce_motion(true);
        let mut stage = Self { page: Page::open(fragment), figures, now: 0.0 };
        stage.frame();
        stage
    }

    /// The page on few points of the reader's.
    fn on_few_points() -> Self {
        let mut stage = Self::open("");
        take(&mut stage.page, "few.csv", FEW);
        stage.frame();
        stage
    }

    /// Draws the next frame; tells whether another one is to come.
    fn frame(&mut self) -> bool {
        self.now += 20.0;
        self.figures.draw(&self.page, self.now, false).expect("it draws")
    }

    /// Draws frames until nothing moves; gives how many that were.
    fn rest(&mut self) -> usize {
        let frames = (1..1_000).find(|_| !self.frame());
        frames.expect("it comes to rest")
    }

    fn view(&mut self, view: CostView) {
        self.page.session_mut().view.cost = view;
        self.rest();
    }

    fn step(&mut self, epochs: u64) {
        self.page.session_mut().advance(epochs);
        self.frame();
    }

    fn line(&self) -> (f64, f64) {
        let line = self.page.session().run().state().line;
        (line.slope, line.intercept)
    }

    fn epoch(&self) -> u64 {
        self.page.session().run().state().epoch
    }

    /// Points at a place.
    fn point(&mut self, figure: Subject, place: Place) -> Hit {
        let hit = self.figures.point(figure, place, REACH, &self.page);
        self.frame();
        hit
    }

    /// Drags from one place to another; gives what was taken hold of.
    fn drag(&mut self, figure: Subject, from: Place, to: Place, editing: bool) -> Hit {
        let hit = self.figures.grab(figure, from, REACH, &self.page, editing);
        for place in [(0.5 * (from.0 + to.0), 0.5 * (from.1 + to.1)), to] {
            self.figures.drag(place, &mut self.page).expect("it can be dragged there");
            self.frame();
        }
        self.figures.release(&mut self.page);
        self.frame();
        hit
    }

    /// Taps at a place.
    fn tap(&mut self, figure: Subject, place: Place) -> Result<bool, HandError> {
        let tapped = self.figures.tap(figure, place, &mut self.page);
        self.frame();
        tapped
    }

    /// Drawing on the base of a figure.
    fn base(&self, figure: Subject) -> String {
        self.figures.layers(figure).backends().0.shown()
    }

    /// Drawing on the overlay of a figure.
    fn overlay(&self, figure: Subject) -> String {
        self.figures.layers(figure).backends().1.shown()
    }

    /// Drawings on all layers, bases first.
    fn layers(&self) -> Vec<String> {
        let bases = Subject::NAMES.map(|(figure, _)| self.base(figure));
        let overlays = Subject::NAMES.map(|(figure, _)| self.overlay(figure));
        bases.into_iter().chain(overlays).collect()
    }

    /// How often the bases were drawn.
    fn times_drawn(&self) -> [usize; 3] {
        Subject::NAMES.map(|(figure, _)| self.figures.layers(figure).backends().0.times_drawn())
    }

    /// Where the ball is, in CSS pixels.
    fn ball(&self) -> Place {
        let svg = self.overlay(Subject::Cost);
        let document = Document::parse(&svg).expect("sound XML");
        let number = |text: Option<&str>| text.and_then(|text| text.parse::<f64>().ok());
        let ball = document
            .descendants()
            .find(|node| {
                node.attribute("fill") == Some(BALL) && node.attribute("r") == Some(BALL_RADIUS)
            })
            .expect("a ball");
        let [x, y] = ["cx", "cy"].map(|name| number(ball.attribute(name)).expect("a number"));
        (0.5 * x, 0.5 * y)
    }

    fn note(&self, figure: Subject) -> String {
        self.figures.note(figure, &self.page)
    }
}

/// Takes two columns of a file, as the page does.
fn take<const N: usize>(page: &mut Page, name: &str, (xs, ys): ([f64; N], [f64; N])) {
    page.make_room(N);
    page.add_points(&xs, &ys);
    let taken = AdoptedColumns {
        name: name.to_owned(),
        headings: ["x", "other", "y"].map(str::to_owned).to_vec(),
        columns: (0, 2),
        x: Variable::from_heading("x"),
        y: Variable::from_heading("y"),
        summary: Summary::of_columns(&xs, &ys),
        whole: true,
        report: vec![format!("All {N} rows were used.")],
        address: None,
    };
    page.adopt_columns(taken).expect("sound data");
}

/// A place of a figure by shares of its width and height.
fn at(x: f64, y: f64) -> Place {
    (SIZE.0 * x, SIZE.1 * y)
}
