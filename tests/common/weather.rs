//! The weather file that the figures and the speed are measured on: 119,040 rows, 31 columns.
//!
//! The file itself is too large to keep here. Where it is not found, rows made from the built-in
//! weather stand in for it.

use std::env;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use downhill::data::builtin;

const HEADING: &str = "STA,Date,Precip,WindGustSpd,MaxTemp,MinTemp,MeanTemp,Snowfall,PoorWeather,\
    YR,MO,DA,PRCP,DR,SPD,MAX,MIN,MEA,SNF,SND,FT,FB,FTI,ITH,PGT,TSHDSBRSGF,SD3,RHX,RHN,RVG,WTE\n";

/// The file, and whether it is the real one.
pub fn weather_csv() -> (Vec<u8>, bool) {
    for path in places() {
        if let Ok(bytes) = fs::read(&path) {
            return (bytes, true);
        }
    }
    println!(
        "The weather file is not here: set DOWNHILL_WEATHER to its path. \
         Rows made from the built-in weather stand in for it."
    );
    (stand_in(), false)
}

/// MinTemp and MaxTemp of every row, read without the import that is to be tested, and whether
/// they are the real ones.
pub fn weather_columns() -> (Vec<f64>, Vec<f64>, bool) {
    let (bytes, is_real) = weather_csv();
    let text = String::from_utf8(bytes).expect("the file is plain text");
    let mut lines = text.lines();
    let headings: Vec<&str> = lines.next().expect("a heading").split(',').collect();
    let place = |name| headings.iter().position(|&heading| heading == name).expect("the column");
    let (min, max) = (place("MinTemp"), place("MaxTemp"));
    let number = |line: &str, column| {
        line.split(',').nth(column).and_then(|cell| cell.parse::<f64>().ok()).expect("a number")
    };
    let (xs, ys) = lines.map(|line| (number(line, min), number(line, max))).unzip();
    (xs, ys, is_real)
}

fn places() -> impl Iterator<Item = PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/weather.csv");
    env::var_os("DOWNHILL_WEATHER").map(PathBuf::from).into_iter().chain([beside])
}

/// As many rows and columns, about as many bytes.
fn stand_in() -> Vec<u8> {
    let weather = builtin::find("weather").expect("the weather is built in").dataset();
    let mut text = String::from(HEADING);
    for (row, (min, max)) in weather.points().iter().enumerate() {
        let station = 10_001 + row / 1_600;
        let (month, day) = (row / 28 % 12 + 1, row % 28 + 1);
        let (mean, rain) = ((min + max) / 2.0, if row % 7 == 0 { "T" } else { "0.254" });
        writeln!(
            text,
            "{station},1943-{month}-{day},{rain},,{max:.8},{min:.8},{mean:.8},0,,43,{month},{day},\
             0.01,,,{max:.0},{min:.0},{mean:.0},0,,,,,,,,,,,,"
        )
        .expect("text grows");
    }
    text.into_bytes()
}
