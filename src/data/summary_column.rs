//! The columns of a row that holds a summary: the statements for databases write their names, and the import
//! reads them.

/// A column of a row that holds a [`Summary`](crate::data::summary::Summary), in the order of
/// [`Summary::numbers`](crate::data::summary::Summary::numbers).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SummaryColumn {
    /// The number of rows, n.
    Count,
    /// x̄.
    MeanX,
    /// ȳ.
    MeanY,
    /// Sxx.
    Sxx,
    /// Sxy.
    Sxy,
    /// Syy.
    Syy,
    /// The least x.
    MinX,
    /// The greatest x.
    MaxX,
    /// The least y.
    MinY,
    /// The greatest y.
    MaxY,
}

impl SummaryColumn {
    /// All columns, in their order.
    pub const ALL: [Self; 10] = [
        Self::Count,
        Self::MeanX,
        Self::MeanY,
        Self::Sxx,
        Self::Sxy,
        Self::Syy,
        Self::MinX,
        Self::MaxX,
        Self::MinY,
        Self::MaxY,
    ];

    /// The number of columns that a row needs: the first ones. The ranges of x and y may be left out.
    pub const REQUIRED: usize = 6;

    /// The name of the column.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Count => "n",
            Self::MeanX => "mean_x",
            Self::MeanY => "mean_y",
            Self::Sxx => "sxx",
            Self::Sxy => "sxy",
            Self::Syy => "syy",
            Self::MinX => "min_x",
            Self::MaxX => "max_x",
            Self::MinY => "min_y",
            Self::MaxY => "max_y",
        }
    }

    /// The names of all columns, in their order.
    pub fn names() -> [&'static str; Self::ALL.len()] {
        Self::ALL.map(Self::name)
    }
}
