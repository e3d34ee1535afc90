//! Choosing the data, and changing them by hand.

use super::Page;
use super::choices::{EDITED, OWN};
use super::own_data::{LinkedData, OwnData};
use crate::data::builtin;
use crate::data::editing::{Change, EditError, Editing};
use crate::link::LinkError;
use crate::session::Source;

impl Page {
    /// Changes the data to those of this id. A file of the reader's is read again instead, and
    /// then taken by [`Self::adopt_columns`].
    ///
    /// # Errors
    /// When there are no data of this id.
    pub fn choose_dataset(&mut self, id: &str) -> Result<(), LinkError> {
        match id {
            EDITED => self.session.choose_edited(),
            OWN => {
                self.choose_linked();
                return Ok(());
            }
            _ => {
                let builtin = builtin::find(id).ok_or(LinkError::UnknownData)?;
                self.session.choose_builtin(builtin, false);
            }
        }
        self.renew();
        Ok(())
    }

    /// The columns of the reader's file that were taken last. Returns `None` if there is no file,
    /// as where the data came with a link.
    pub fn file_columns(&self) -> Option<(usize, usize)> {
        let file = self.own_data.as_ref().filter(|own_data| own_data.linked.is_none());
        file.map(|own_data| own_data.columns)
    }

    /// Exchanges x and y of data that have two columns.
    ///
    /// # Errors
    /// When points that were changed by hand cannot be learned from that way.
    pub fn swap_columns(&mut self) -> Result<(), EditError> {
        match self.session.source() {
            Source::Builtin { builtin, swapped } => {
                let (builtin, swapped) = (*builtin, *swapped);
                self.session.choose_builtin(builtin, !swapped);
            }
            Source::Edited { .. } => self.session.swap_edited()?,
            Source::Own { .. } => self.swap_linked(),
        }
        self.renew();
        Ok(())
    }

    /// Comes back to data that came with a link.
    fn choose_linked(&mut self) {
        let Some(OwnData { name, linked: Some(linked), columns, .. }) = &self.own_data else {
            return;
        };
        let source = Source::Own { name: name.clone(), address: None };
        let LinkedData { dataset, .. } = linked;
        let dataset = if columns.0 == 0 { dataset.clone() } else { dataset.swapped() };
        self.session.choose(source, dataset);
        self.renew();
    }

    /// Exchanges the columns of data that came with a link.
    fn swap_linked(&mut self) {
        if let Some(OwnData { linked: Some(_), columns, .. }) = &mut self.own_data {
            *columns = (columns.1, columns.0);
            self.choose_linked();
        }
    }

    /// Changes the points by hand; gives the index of the point.
    ///
    /// # Errors
    /// When the points cannot be changed so. Nothing has changed then.
    pub fn change_points(&mut self, change: Change) -> Result<usize, EditError> {
        let index = self.session.change_points(change)?;
        self.renew();
        Ok(index)
    }

    /// Undoes the last change of the points.
    ///
    /// # Errors
    /// When the points that were there before cannot be learned from.
    pub fn undo(&mut self) -> Result<(), EditError> {
        self.session.undo_points(false)?;
        self.renew();
        Ok(())
    }

    /// Redoes the change of the points that was undone last.
    ///
    /// # Errors
    /// When the changed points cannot be learned from.
    pub fn redo(&mut self) -> Result<(), EditError> {
        self.session.undo_points(true)?;
        self.renew();
        Ok(())
    }

    /// Goes on with a sample of the points, small enough to be edited.
    ///
    /// # Errors
    /// When there are no points, or the sample cannot be learned from.
    pub fn edit_sample(&mut self) -> Result<(), EditError> {
        self.session.edit_sample()?;
        self.renew();
        Ok(())
    }

    /// Why the points cannot be edited. Returns `None` if they can.
    pub fn editing_refused(&self) -> Option<EditError> {
        Editing::of(self.session.dataset()).err()
    }
}
