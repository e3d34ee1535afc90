//! Calendar years, so far from 0 that the cost becomes a ravine.

use super::definition::{Builtin, BuiltinData};

pub(super) const YEARS: Builtin = Builtin {
    id: "years",
    name: "Carbon dioxide by year",
    x: "year",
    y: "CO₂ (ppm)",
    source: "Mauna Loa, Hawaii, yearly means of the monthly values; Keeling and Whorf (1997), co2 in R.",
    why: "x is about 1,980 and never near 0, so this learning rate blows up: find one that does not, see how slowly it descends, then center x.",
    learning_rate: 0.0001,
    epochs: 1_000,
    data: BuiltinData::Table(&MEANS),
};

/// The year, and the mean of its twelve monthly values in parts per million.
#[rustfmt::skip]
const MEANS: [(f64, f64); 39] = [
    (1959.0, 315.83), (1960.0, 316.75), (1961.0, 317.49), (1962.0, 318.3), (1963.0, 318.83),
    (1964.0, 319.46), (1965.0, 319.87), (1966.0, 321.21), (1967.0, 322.02), (1968.0, 322.89),
    (1969.0, 324.46), (1970.0, 325.52), (1971.0, 326.15), (1972.0, 327.29), (1973.0, 329.51),
    (1974.0, 330.08), (1975.0, 330.99), (1976.0, 331.99), (1977.0, 333.73), (1978.0, 335.34),
    (1979.0, 336.68), (1980.0, 338.51), (1981.0, 339.76), (1982.0, 340.96), (1983.0, 342.61),
    (1984.0, 344.25), (1985.0, 345.73), (1986.0, 346.97), (1987.0, 348.75), (1988.0, 351.31),
    (1989.0, 352.75), (1990.0, 354.04), (1991.0, 355.48), (1992.0, 356.29), (1993.0, 357.0),
    (1994.0, 358.88), (1995.0, 360.91), (1996.0, 362.69), (1997.0, 363.82),
];
