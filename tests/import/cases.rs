//! Files in the shape of those that people have and other tools fail on, with the right numbers, computed in exact
//! rational arithmetic; and what is refused, with a sentence that says what to do.

use std::path::Path;

use crate::common::is_close;
use downhill::import::{Choices, Import, ImportError, Imported};

struct Case {
    file: &'static str,
    x: &'static str,
    y: &'static str,
    rows: u64,
    slope: f64,
    intercept: Option<f64>,
    cost: Option<f64>,
}

const fn case(
    file: &'static str,
    x: &'static str,
    y: &'static str,
    rows: u64,
    slope: f64,
    intercept: Option<f64>,
    cost: Option<f64>,
) -> Case {
    Case { file, x, y, rows, slope, intercept, cost }
}

const CASES: [Case; 24] = [
    case(
        "anagrafica-2025.csv",
        "Longitudine",
        "Latitudine",
        14,
        -0.485_185_133_764_329_9,
        Some(48.096_070_231_737_11),
        Some(5.016_815_281_741_672),
    ),
    case("prezzo_alle_8.csv", "isSelf", "prezzo", 12, -0.135_714_285_714_285_7, Some(1.999), None),
    case("prezzo_alle_8.csv", "dtComu", "prezzo", 12, 0.027_032_109_585_067_448, None, None),
    case(
        "auto-mpg.data-original",
        "5",
        "1",
        398,
        -0.007_676_610_063_926_469_5,
        Some(46.317_364_420_265_64),
        Some(18.780_939_734_628_394),
    ),
    case(
        "bench-one-unit.csv",
        "N",
        "Mean",
        8,
        0.569_797_313_808_020_6,
        Some(0.708_028_031_100_198_7),
        None,
    ),
    case(
        "cars.csv",
        "engine",
        "max_power",
        12,
        0.066_977_214_037_301_57,
        Some(-6.672_896_578_768_238),
        None,
    ),
    case("cars.csv", "km_driven", "selling_price", 14, -2.196_709_533_473_643_3, None, None),
    case(
        "offices-india.csv",
        "Area",
        "Rent",
        10,
        234.712_460_015_371_1,
        Some(-214_951.781_074_094_2),
        None,
    ),
    case("offices-india.csv", "Rent", "Profit", 10, 8.174_143_468_112_971, None, None),
    case("offices-india.csv", "Vacancy", "Rent", 9, -25_861.821_333_050_102, None, None),
    case("offices-india.csv", "Footfall", "Profit", 10, 262.344_880_173_635_9, None, None),
    case(
        "mieten-euro.csv",
        "Anfragen",
        "Miete",
        6,
        0.216_685_262_377_280_45,
        Some(494.523_811_214_905),
        None,
    ),
    case("mieten-euro.csv", "Leerstand", "Miete", 6, -58.173_192_884_758_926, None, None),
    case(
        "databank.csv",
        "2018 [YR2018]",
        "2019 [YR2019]",
        8,
        0.970_881_189_242_121_3,
        Some(55.981_307_780_933_854),
        Some(6_554.333_252_900_534),
    ),
    case("databank.csv", "2018", "2019", 8, 0.970_881_189_242_121_3, None, None),
    case(
        "destatis-style.csv",
        "Faelle",
        "Kaufwert",
        7,
        0.561_406_366_063_720_9,
        Some(86.827_574_230_591_64),
        Some(3_606.969_843_309_495_4),
    ),
    case("destatis-style.csv", "Flaeche", "Kaufwert", 7, 0.649_811_747_750_408_5, None, None),
    case(
        "heizung-dd.mm.yyyy.csv",
        "Temperatur",
        "Verbrauch",
        12,
        -45.002_072_293_436_754,
        Some(1_068.684_367_506_439),
        None,
    ),
    case(
        "heizung-dd.mm.yyyy.csv",
        "Datum",
        "Verbrauch",
        12,
        -7.048_201_798_201_799,
        Some(1_227.003_205_128_205),
        None,
    ),
    case(
        "dashes-and-excel-serials.csv",
        "t",
        "use",
        7,
        -1.607_108_968_763_047,
        Some(27.498_723_763_616_35),
        None,
    ),
    case(
        "dashes-and-excel-serials.csv",
        "serial date",
        "use",
        7,
        -0.045_599_489_795_918_366,
        Some(2_063.800_701_530_612),
        None,
    ),
    case("bench-mixed-units.csv", "N", "Mean", 0, 0.0, None, None),
    case("bench-mixed-units.csv", "N", "Allocated", 0, 0.0, None, None),
    case("cars.csv", "mileage", "engine", 0, 0.0, None, None),
];

fn bytes(file: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/cases").join(file);
    std::fs::read(path).expect("a case")
}

fn read(file: &str, choices: Choices) -> Result<Imported, ImportError> {
    let mut import = Import::new(choices, None);
    import.feed(&bytes(file))?;
    import.finish()
}

fn columns(x: &str, y: &str) -> Choices {
    Choices { x: Some(x.to_owned()), y: Some(y.to_owned()), ..Choices::default() }
}

#[test]
fn files_as_people_have_them_have_the_right_numbers_or_are_refused() {
    let mut bad = Vec::new();
    for Case { file, x, y, rows, slope, intercept, cost } in &CASES {
        let read = read(file, columns(x, y));
        let told = match &read {
            Ok(imported) => imported.report.to_string(),
            Err(error) => error.to_string(),
        };
        println!("{file}, {x}, {y}: {told}");
        let is_right = match read {
            Err(_) => *rows == 0,
            Ok(imported) => {
                let data = imported.dataset;
                let line = data.least_squares().expect("x has spread");
                let near = |found: f64, right: &Option<f64>| {
                    right.is_none_or(|right| is_close(found, right, 1e-9))
                };
                data.summary().n() == *rows
                    && near(line.slope, &Some(*slope))
                    && near(line.intercept, intercept)
                    && near(data.least_cost(), cost)
            }
        };
        if !is_right {
            bad.push(format!("{file}, {x}, {y}: {told}"));
        }
    }
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}

#[test]
fn a_file_of_coordinates_is_opened_with_the_coordinates() {
    let imported = read("anagrafica-2025.csv", Choices::default()).expect("two columns");
    let headings = imported.outline.headings();
    assert_eq!(headings.len(), 10);
    let (x, y) = imported.columns;
    assert_eq!((headings[x].as_str(), headings[y].as_str()), ("Latitudine", "Longitudine"));
    assert_eq!(imported.report.used, 14);
    assert!(imported.report.quotes.first.iter().any(|row| row.line == 13));
}

#[test]
fn what_stands_below_a_table_is_no_row_of_it() {
    let report = read("databank.csv", columns("2018", "2019")).expect("two columns").report;
    assert_eq!((report.read, report.used, report.missing.rows), (10, 8, 2));
    assert!(report.below.is_some_and(|below| !below.table));
    let report = read("destatis-style.csv", columns("Faelle", "Kaufwert")).expect("columns").report;
    assert_eq!((report.read, report.used, report.missing.rows), (10, 7, 3));
}

#[test]
fn days_of_a_spreadsheet_are_dates_where_that_is_chosen() {
    let mut choices = columns("serial date", "use");
    assert!(choices.choose("dates", "serial"));
    let data = read("dashes-and-excel-serials.csv", choices).expect("two columns").dataset;
    assert_eq!(data.x().label(), "serial date (days since 2022-01-12)");
    assert_eq!(data.points().xs()[..2], [0.0, 28.0]);
}

#[test]
fn units_become_part_of_the_name() {
    let label = |file, x, y| read(file, columns(x, y)).expect("columns").dataset.x().label();
    assert_eq!(label("cars.csv", "engine", "max_power"), "engine (CC)");
    assert_eq!(label("offices-india.csv", "Rent", "Profit"), "Rent (₹)");
    assert_eq!(label("offices-india.csv", "Area", "Rent"), "Area (sq ft)");
    assert_eq!(label("mieten-euro.csv", "Leerstand", "Miete"), "Leerstand (%)");
}
