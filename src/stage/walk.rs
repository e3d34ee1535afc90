//! Walks by key through the points, or through tenths of x where they are many, and through the events of a run.

use serde::Serialize;

use super::name::Named;
use super::page::Page;
use crate::data::dataset::Dataset;
use crate::insight::table::events::RunEvents;
use crate::insight::table::points::{Order, Tenths};
use crate::insight::table::walk::{self, WalkOrder, Way};
use crate::text::en::walk as text;

/// Sentence that a press of a key leads to, and the point: `WalkStop` of `types.d.ts`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WalkStop {
    /// The index of the point. `None` where a whole tenth is meant, or nothing.
    pub point: Option<usize>,
    /// The sentence.
    pub text: String,
}

/// An event that a walk has come to: `WalkEvent` of `types.d.ts`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WalkEvent {
    /// Its epoch. `None` where nothing has happened yet.
    pub epoch: Option<u64>,
    /// The sentence.
    pub text: String,
}

/// A walk through the points of a page.
#[derive(Clone, Debug, Default)]
pub struct PointWalk {
    /// The groups, and the version of the data that they are of.
    tenths: Option<(u32, Tenths)>,
    /// The group that the walk is at. `None` before the first press.
    group: Option<usize>,
    /// Whether the walk is inside it.
    is_inside: bool,
}

impl PointWalk {
    /// Whether a page's points are so many that tenths of x are walked through.
    pub fn has_tenths(page: &Page) -> bool {
        page.session().dataset().points().are_many()
    }

    /// Goes from a point, or from the tenth that was come to last, along an order.
    pub fn go(&mut self, page: &Page, from: Option<usize>, order: WalkOrder, way: Way) -> WalkStop {
        let (dataset, line) = (page.session().dataset(), page.session().run().state().line);
        if self.update(page) && !self.is_inside && order == WalkOrder::X {
            return self.go_on_to_tenth(page, way);
        }
        let inside = self.group.filter(|_| self.is_inside);
        let group = self.tenths.as_ref().zip(inside).map(|((_, tenths), group)| (tenths, group));
        match walk::stop(dataset.points(), line, order, group, (from, way)) {
            Some(stop) => {
                let text = text::point(dataset, line, order, stop, group.map(|(_, group)| group));
                WalkStop { point: Some(stop.index), text }
            }
            None => WalkStop { point: None, text: text::nowhere(order).to_owned() },
        }
    }

    /// Goes into the tenth that the walk is at, to its first point. Returns `None` where there is nothing to go into.
    pub fn enter(&mut self, page: &Page) -> Option<WalkStop> {
        (self.update(page) && !self.is_inside && self.group.is_some()).then(|| {
            self.is_inside = true;
            self.go(page, None, WalkOrder::X, Way::First)
        })
    }

    /// Goes out of the tenth. Returns `None` where the walk is not inside of one.
    pub fn leave(&mut self, page: &Page) -> Option<WalkStop> {
        (self.update(page) && self.is_inside).then(|| {
            self.is_inside = false;
            self.tenth(page)
        })
    }

    /// Learns the groups of the data, and forgets where it was in others. Returns whether there are groups.
    fn update(&mut self, page: &Page) -> bool {
        let version = page.version();
        if self.tenths.as_ref().is_none_or(|(of, _)| *of != version) {
            let points = page.session().dataset().points();
            let tenths = Self::has_tenths(page).then(|| (version, Tenths::of(points)));
            *self = Self { tenths, ..Self::default() };
        }
        self.tenths.is_some()
    }

    fn go_on_to_tenth(&mut self, page: &Page, way: Way) -> WalkStop {
        let len = self.tenths.as_ref().map_or(1, |(_, tenths)| tenths.len());
        let group = match (way, self.group) {
            (Way::First, _) | (Way::Next, None) => 0,
            (Way::Last, _) | (Way::Previous, None) => len - 1,
            (Way::Next, Some(group)) => (group + 1) % len,
            (Way::Previous, Some(group)) => (group + len - 1) % len,
        };
        self.group = Some(group);
        self.tenth(page)
    }

    /// The tenth that the walk is at.
    fn tenth(&self, page: &Page) -> WalkStop {
        let (dataset, line) = (page.session().dataset(), page.session().run().state().line);
        let points = Dataset::points(dataset);
        let text = self.tenths.as_ref().zip(self.group).and_then(|((_, tenths), group)| {
            let means = tenths.means(points, line, Order::AS_THEY_ARE);
            means.get(group).map(|tenth| text::tenth(tenths, tenth))
        });
        WalkStop { point: None, text: text.unwrap_or_default() }
    }
}

impl Page {
    /// The event of the chosen run that a way leads to from an epoch.
    pub fn walk_events(&self, from: Option<u64>, way: Way) -> WalkEvent {
        let found = RunEvents::of(self.session().run());
        let epochs = || found.epochs.keys().copied();
        let (first, last) = (epochs().next(), epochs().next_back());
        let epoch = match (way, from) {
            (Way::First, _) | (Way::Next, None) => first,
            (Way::Last, _) | (Way::Previous, None) => last,
            (Way::Next, Some(from)) => epochs().find(|epoch| *epoch > from).or(last),
            (Way::Previous, Some(from)) => epochs().rfind(|epoch| *epoch < from).or(first),
        };
        let told = epoch.and_then(|epoch| {
            let place = 1 + epochs().take_while(|other| *other < epoch).count();
            let at = found.epochs.get(&epoch)?;
            Some(text::event(epoch, at, (place, found.epochs.len())))
        });
        let text = told.unwrap_or_else(|| text::NO_EVENT.to_owned());
        WalkEvent { epoch, text }
    }
}

impl Named for WalkOrder {
    const KIND: &'static str = "walk";

    fn find(name: &str) -> Option<Self> {
        match name {
            "x" => Some(Self::X),
            "error" => Some(Self::Error),
            "influence" => Some(Self::Influence),
            _ => None,
        }
    }
}

impl Named for Way {
    const KIND: &'static str = "way";

    fn find(name: &str) -> Option<Self> {
        match name {
            "next" => Some(Self::Next),
            "previous" => Some(Self::Previous),
            "first" => Some(Self::First),
            "last" => Some(Self::Last),
            _ => None,
        }
    }
}
