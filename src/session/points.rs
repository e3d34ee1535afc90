//! Points that the reader changes.

use super::{Session, Source};
use crate::data::dataset::Dataset;
use crate::data::editing::{Change, EditError, Editing};
use crate::descent::settings::Settings;

impl Session {
    /// Changes the points, and returns the index of the point. The line stays where it is: a run that has begun
    /// starts anew from there.
    ///
    /// # Errors
    /// When the change is impossible. Nothing has changed then.
    pub fn change_points(&mut self, change: Change) -> Result<usize, EditError> {
        let mut editing = match &self.editing {
            Some(editing) => editing.clone(),
            None => Editing::of(&self.dataset)?,
        };
        let index = editing.change(change)?;
        self.adopt_edited(editing)?;
        Ok(index)
    }

    /// Undoes the last change of the points, or redoes it.
    ///
    /// # Errors
    /// When the points that were there before cannot be learned from.
    pub fn undo_points(&mut self, again: bool) -> Result<(), EditError> {
        let Some(mut editing) = self.editing.clone() else {
            return Ok(());
        };
        let changed = if again { editing.redo() } else { editing.undo() };
        if changed { self.adopt_edited(editing) } else { Ok(()) }
    }

    /// Exchanges x and y of edited points.
    ///
    /// # Errors
    /// When the points cannot be learned from after that.
    pub fn swap_edited(&mut self) -> Result<(), EditError> {
        if let Some(editing) = &self.editing {
            let editing = editing.swapped();
            let dataset = editing.dataset(&self.dataset.swapped())?;
            self.dataset = dataset;
            self.editing = Some(editing);
            self.start_over();
        }
        Ok(())
    }

    /// Goes over to data that came with a link. Points that the sender changed can be changed further.
    pub fn choose_from_link(&mut self, source: Source, dataset: Dataset) {
        let editing = matches!(source, Source::Edited { .. }).then(|| Editing::of(&dataset).ok());
        self.choose(source, dataset);
        self.editing = editing.flatten();
    }

    /// Ends the drag of a point: the next one is another change.
    pub fn end_move(&mut self) {
        if let Some(editing) = &mut self.editing {
            editing.part();
        }
    }

    /// Goes over to a sample of the points, which the reader can change.
    ///
    /// # Errors
    /// When there are no points, or the sample cannot be learned from.
    pub fn edit_sample(&mut self) -> Result<(), EditError> {
        if self.dataset.points().is_empty() {
            return Err(EditError::NoPoints);
        }
        let editing = Editing::of_sample(&self.dataset);
        let dataset = editing.dataset(&self.dataset)?;
        let name = self.source.name().to_owned();
        self.choose(Source::Edited { name, sample: true }, dataset);
        self.editing = Some(editing);
        Ok(())
    }

    /// Puts changed points in the place of those before.
    fn adopt_edited(&mut self, editing: Editing) -> Result<(), EditError> {
        let dataset = editing.dataset(&self.dataset)?;
        if self.editing.is_none() {
            let name = self.source.name().to_owned();
            self.source = Source::Edited { name, sample: false };
            self.left_edited = None;
        }
        self.dataset = dataset;
        self.editing = Some(editing);
        let here = self.start_from_here();
        self.rebuild(&|_, settings| Settings { start: here.unwrap_or(settings.start), ..settings });
        Ok(())
    }

    /// The changes of the points, or `None` where the data are as they came.
    pub fn editing(&self) -> Option<&Editing> {
        self.editing.as_ref()
    }
}
