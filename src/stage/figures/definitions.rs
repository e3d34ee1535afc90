//! The figures and what the reader's program defines: what they want to know of it, and what they say of it.

use super::Figures;
use super::program::{CostRequest, CurveRequest, Definitions, ProgramPictures, ShownCost};
use crate::edition::ProgramPackage;
use crate::figure::still::Subject;
use crate::numeric::line::Line;
use crate::session::Session;
use crate::stage::layers::ResizableBackend;
use crate::stage::page::Page;
use crate::text::en::{self, program_cost::CostValues};

impl<B: ResizableBackend> Figures<B> {
    /// Shows what a program defines, from now on, as it becomes known.
    pub fn begin_program(&mut self, page: &Page, defined: Definitions, full: ProgramPackage) {
        let of = *page.session().dataset().summary();
        let pictures = ProgramPictures::new(of, defined, full);
        self.program = Some((Box::new(pictures), full));
    }

    /// Shows the page's own cost and lines alone.
    pub fn end_program(&mut self) {
        self.program = None;
    }

    /// Shows the cost that the program defines, or the page's own.
    pub fn show_program_cost(&mut self, on: bool) {
        if let Some((program, _)) = &mut self.program {
            program.hides_cost = !on;
        }
    }

    /// Whether the views of the cost show that of the program.
    pub fn shows_program_cost(&self, page: &Page) -> bool {
        let program = self.program(page.session());
        program.is_some_and(|program| program.shown_cost(page.session()).is_some())
    }

    /// Definitions of the program, with its data in use.
    pub(super) fn program(&self, session: &Session) -> Option<&ProgramPictures> {
        let (program, _) = self.program.as_ref()?;
        program.is_of(session).then_some(program)
    }

    /// The lines whose cost the figures want to know next. Returns `None` if they know enough, or show the page's cost.
    pub fn cost_request(&mut self, page: &Page) -> Option<CostRequest> {
        let (program, _) = self.program.as_mut()?;
        let wants = program.is_of(page.session()) && !program.hides_cost;
        let costs = program.costs.as_mut().filter(|_| wants)?;
        let target = self.window.target()?;
        costs.follow_ball(page.session().run().state().line);
        let session = page.session();
        let shown = session.shown_coordinates();
        costs.look_at(self.cost.area_at_rest(&self.theme, (session, shown), target));
        costs.request()
    }

    /// Takes the costs that were requested with a ticket, NaN where there is none.
    pub fn take_costs(&mut self, ticket: u32, costs: &[f64]) {
        if let Some((program, _)) = &mut self.program
            && let Some(known) = &mut program.costs
        {
            known.take(ticket, costs);
        }
    }

    /// The predictions that the figures want to know next: along the plot, of the line that is shown of the program's
    /// run. Returns `None` if they know them, or have asked.
    pub fn curve_request(&mut self, page: &Page) -> Option<CurveRequest> {
        let xs = self.data.layout()?.frame.x.range();
        let (program, _) = self.program.as_mut()?;
        program.curve_request(page.session(), xs)
    }

    /// Takes the predictions that were requested last.
    pub fn take_curve(&mut self, predictions: &[f64]) {
        if let Some((program, _)) = &mut self.program {
            program.take_curve(predictions);
        }
    }

    /// The cost of the program that is shown at a line in the coordinates of the descent.
    pub(super) fn program_cost_at(&self, session: &Session, at: Line) -> Option<f64> {
        let shown = self.program(session)?.shown_cost(session)?;
        Some(shown.cost.at(session.run().objective().coordinates(), at))
    }

    /// The description of a figure, in a sentence.
    pub fn describe(&self, figure: Subject, page: &Page) -> String {
        let session = page.session();
        let program = self.program(session);
        match figure {
            Subject::Cost => {
                let shown = program.and_then(|program| program.shown_cost(session));
                match shown {
                    Some(ShownCost { cost, .. }) => {
                        let line = session.run().state().line;
                        let costs = program.and_then(|program| program.costs.as_ref());
                        let at_ball = costs.and_then(|costs| costs.exact(line));
                        let (lowest, least) = (cost.lowest(), cost.known().min);
                        let values = CostValues { at_ball, least, lowest };
                        en::program_cost::description(session, values)
                    }
                    None => figure.describe(session),
                }
            }
            Subject::Data => {
                let curve = program.and_then(|program| program.shown_curve(session));
                match curve {
                    Some(_) => en::program_cost::with_curve(&figure.describe(session)),
                    None => figure.describe(session),
                }
            }
            Subject::History => figure.describe(session),
        }
    }

    /// Whose cost the views of the cost show, and sentences about it; empty where the program defines none for these data.
    pub fn program_cost_note(&self, page: &Page) -> Vec<String> {
        let session = page.session();
        let Some(program) = self.program(session) else { return Vec::new() };
        let Some(costs) = &program.costs else { return Vec::new() };
        let rows = session.dataset().points().len();
        let of = (rows.div_ceil(program.stride), session.dataset().summary().n());
        let (not_finite, known) = costs.not_finite();
        match (program.hides_cost, costs.shown()) {
            (true, _) => vec![en::program_cost::PAGES_IS_SHOWN.to_owned()],
            (false, Some(_)) => en::program_cost::note(of, not_finite),
            (false, None) if known > 0 => vec![en::program_cost::NOWHERE_FINITE.to_owned()],
            (false, None) => vec![en::program_cost::COMING.to_owned()],
        }
    }
}
