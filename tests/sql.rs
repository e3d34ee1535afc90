//! The SQL that sums a table.

use downhill::data::summary_column::SummaryColumn;
use downhill::export::sql::{Engine, NameError, Table};
use proptest::prelude::*;

fn table(name: &str) -> Table {
    Table::new(name, "mintemp", "maxtemp").expect("a name")
}

/// Stand-in for the table in a statement.
fn source(engine: Engine, name: &str) -> String {
    let statement = engine.sums(&table(name));
    let line =
        statement.lines().find_map(|line| line.trim().strip_prefix("FROM ")?.strip_suffix(" t"));
    line.expect("a table").to_owned()
}

/// Stand-in for x in a statement.
fn column(engine: Engine, name: &str) -> String {
    let statement = engine.sample(&Table::new("weather", name, "y").expect("a name"), 10);
    let (_, rest) = statement.split_once("CAST(t.").expect("a cast");
    rest.split_once(" AS ").expect("a type").0.to_owned()
}

#[test]
fn the_statement_for_postgresql_reads_as_one_would_write_it() {
    assert_eq!(
        Engine::PostgreSql.sums(&table("weather")),
        "\
SELECT
    COUNT(*) AS n,
    regr_avgx(y, x) AS mean_x,
    regr_avgy(y, x) AS mean_y,
    regr_sxx(y, x) AS sxx,
    regr_sxy(y, x) AS sxy,
    regr_syy(y, x) AS syy,
    MIN(pairs.x) AS min_x,
    MAX(pairs.x) AS max_x,
    MIN(pairs.y) AS min_y,
    MAX(pairs.y) AS max_y
FROM (
    SELECT CAST(t.\"mintemp\" AS DOUBLE PRECISION) AS x, CAST(t.\"maxtemp\" AS DOUBLE PRECISION) AS y
    FROM \"weather\" t
    WHERE t.\"mintemp\" IS NOT NULL AND t.\"maxtemp\" IS NOT NULL
) pairs;
"
    );
}

#[test]
fn an_engine_without_the_standards_functions_takes_two_passes() {
    assert_eq!(
        Engine::SqlServer.sums(&table("dbo.weather")),
        "\
WITH pairs AS (
    SELECT CAST(t.[mintemp] AS FLOAT) AS x, CAST(t.[maxtemp] AS FLOAT) AS y
    FROM [dbo].[weather] t
    WHERE t.[mintemp] IS NOT NULL AND t.[maxtemp] IS NOT NULL
),
means AS (
    SELECT AVG(pairs.x) AS mean_x, AVG(pairs.y) AS mean_y
    FROM pairs
)
SELECT
    COUNT_BIG(*) AS n,
    MIN(means.mean_x) AS mean_x,
    MIN(means.mean_y) AS mean_y,
    SUM((pairs.x - means.mean_x) * (pairs.x - means.mean_x)) AS sxx,
    SUM((pairs.x - means.mean_x) * (pairs.y - means.mean_y)) AS sxy,
    SUM((pairs.y - means.mean_y) * (pairs.y - means.mean_y)) AS syy,
    MIN(pairs.x) AS min_x,
    MAX(pairs.x) AS max_x,
    MIN(pairs.y) AS min_y,
    MAX(pairs.y) AS max_y
FROM pairs
CROSS JOIN means;
"
    );
}

#[test]
fn a_sample_is_limited_as_the_engine_limits() {
    for (engine, beginning, end) in [
        (Engine::PostgreSql, "SELECT x, y\n", "ORDER BY RANDOM()\nLIMIT 5000;\n"),
        (Engine::Spark, "SELECT x, y\n", "ORDER BY RAND()\nLIMIT 5000;\n"),
        (Engine::SqlServer, "SELECT TOP (5000) x, y\n", ") pairs\nORDER BY NEWID();\n"),
        (Engine::Oracle, "SELECT x, y\n", "DBMS_RANDOM.VALUE\nFETCH FIRST 5000 ROWS ONLY;\n"),
    ] {
        let statement = engine.sample(&table("weather"), 5_000);
        assert!(statement.starts_with(beginning) && statement.ends_with(end), "{statement}");
    }
}

#[test]
fn every_engine_gives_the_same_columns() {
    for engine in Engine::ALL {
        for statement in
            [engine.sums(&table("weather")), engine.sums_in_two_passes(&table("weather"))]
        {
            let (_, list) = statement.rsplit_once("SELECT\n").expect("a list");
            let (list, _) = list.split_once("\nFROM").expect("a source");
            let names = list.lines().filter_map(|line| line.rsplit_once(" AS "));
            let names: Vec<&str> = names.map(|(_, name)| name.trim_end_matches(',')).collect();
            assert_eq!(names, SummaryColumn::names(), "{engine}");
        }
    }
}

#[test]
fn an_engine_is_found_by_its_name() {
    for engine in Engine::ALL {
        assert_eq!(Engine::from_name(engine.name()), Some(engine));
        assert!(engine.name().bytes().all(|byte| byte.is_ascii_lowercase()), "{engine}");
    }
    assert_eq!(Engine::from_name("dbase"), None);
}

#[test]
fn tables_are_quoted_part_by_part() {
    for (engine, typed, expected) in [
        (Engine::PostgreSql, "weather", r#""weather""#),
        (Engine::PostgreSql, " public . weather ", r#""public"."weather""#),
        (Engine::PostgreSql, "Public.Weather", r#""public"."weather""#),
        (Engine::PostgreSql, r#"public."Weather""#, r#""public"."Weather""#),
        (Engine::PostgreSql, r#""daily.weather""#, r#""daily.weather""#),
        (Engine::PostgreSql, r#"a."b.c"."d""e""#, r#""a"."b.c"."d""e""#),
        (Engine::PostgreSql, "order", r#""order""#),
        (Engine::PostgreSql, "x; DROP TABLE y --", r#""x; DROP TABLE y --""#),
        (Engine::PostgreSql, "größe", r#""größe""#),
        (Engine::Snowflake, "db.public.weather", r#""DB"."PUBLIC"."WEATHER""#),
        (Engine::Snowflake, r#"db.."Weather""#, r#""DB".."Weather""#),
        (Engine::Oracle, "sh.sales", r#""SH"."SALES""#),
        (Engine::Oracle, "[Sales 2024]", r#""Sales 2024""#),
        (Engine::Trino, "hive.default.Weather", r#""hive"."default"."Weather""#),
        (Engine::Redshift, "public.weather", r#""public"."weather""#),
        (Engine::Spark, r#"main."my schema".weather"#, "`main`.`my schema`.`weather`"),
        (Engine::Spark, "a`b", "`a``b`"),
        (Engine::BigQuery, "my-project.data.weather", "`my-project`.`data`.`weather`"),
        (Engine::BigQuery, r"a`b\c", r"`a\`b\\c`"),
        (Engine::MySql, "a`b.c", "`a``b`.`c`"),
        (Engine::SqlServer, "db.dbo.[weather]]s]", "[db].[dbo].[weather]]s]"),
        (Engine::SqlServer, "tempdb..#weather", "[tempdb]..[#weather]"),
        (Engine::Sqlite, r#"we"ather"#, r#""we""ather""#),
        (Engine::DuckDb, "main.weather", r#""main"."weather""#),
        (Engine::DuckDb, "weather.csv", "'weather.csv'"),
        (Engine::DuckDb, "'it''s/weather.parquet'", "'it''s/weather.parquet'"),
        (Engine::PostgreSql, "weather.csv", r#""weather"."csv""#),
    ] {
        assert_eq!(source(engine, typed), expected, "{typed} for {engine}");
    }
}

#[test]
fn a_columns_name_is_one_whatever_it_holds() {
    for (engine, typed, expected) in [
        (Engine::PostgreSql, "MinTemp", r#""mintemp""#),
        (Engine::PostgreSql, r#""MinTemp""#, r#""MinTemp""#),
        (Engine::PostgreSql, "MinTemp (°C)", r#""MinTemp (°C)""#),
        (Engine::PostgreSql, "Sepal.Length", r#""Sepal.Length""#),
        (Engine::PostgreSql, r#"5" pipe"#, r#""5"" pipe""#),
        (Engine::PostgreSql, r#""a" or "b""#, r#""""a"" or ""b""""#),
        (Engine::Snowflake, "min_temp$1", r#""MIN_TEMP$1""#),
        (Engine::Snowflake, "min temp", r#""min temp""#),
        (Engine::SqlServer, "[Min Temp]", "[Min Temp]"),
        (Engine::SqlServer, "a]b", "[a]]b]"),
        (Engine::MySql, "`order`", "`order`"),
        (Engine::DuckDb, "weather.csv", r#""weather.csv""#),
    ] {
        assert_eq!(column(engine, typed), expected, "{typed} for {engine}");
    }
}

#[test]
fn a_name_that_cannot_be_is_refused_with_a_sentence() {
    let refused = |name, x, y| Table::new(name, x, y).expect_err("no name").to_string();
    for (name, x, y, beginning) in [
        ("", "x", "y", "Type the name of the table"),
        (" ", "x", "y", "Type the name of the table"),
        ("\"\"", "x", "y", "Type the name of the table"),
        ("t", "", "y", "Type the name of the x column"),
        ("t", "x", "``", "Type the name of the y column"),
        ("a.", "x", "y", "The name a. has nothing before, after or between its dots"),
        (".a", "x", "y", "The name .a has nothing"),
        ("a...b", "x", "y", "The name a...b has nothing"),
        ("\"a", "x", "y", "The quote at the beginning of \"a is not closed"),
        ("\"a\"b", "x", "y", "The quote at the beginning of \"a\"b is not closed"),
        ("a\nb", "x", "y", "The name a b has a line break"),
        ("t", "a\0b", "y", "The name a b has a line break"),
    ] {
        let sentence = refused(name, x, y);
        assert!(sentence.starts_with(beginning), "{sentence}");
    }
    assert_eq!(Table::new("t", "x", " "), Err(NameError::NoColumn { axis: "y" }));
}

proptest! {
    #[test]
    fn no_name_breaks_out_of_its_quotes(typed in "([a-z.; ]|[\"`'\\[\\]\\\\]|--|é){1,12}") {
        let Ok(table) = Table::new("weather", &typed, "y") else { return Ok(()) };
        for engine in Engine::ALL {
            let statement = engine.sample(&table, 10);
            let (_, rest) = statement.split_once("CAST(t.").expect("a cast");
            let mut letters = rest.chars();
            let close = match letters.next() {
                Some('[') => ']',
                open => open.expect("a quote"),
            };
            // Reads the name as the engine does: after its end, the statement goes on.
            let mut name = String::new();
            let end = loop {
                match letters.next().expect("an end") {
                    '\\' if engine == Engine::BigQuery => name.extend(letters.next()),
                    letter if letter != close => name.push(letter),
                    _ if engine != Engine::BigQuery && letters.as_str().starts_with(close) => {
                        name.extend(letters.next());
                    }
                    _ => break letters.as_str(),
                }
            };
            prop_assert!(end.starts_with(" AS "), "{}", statement);
            prop_assert!(name.eq_ignore_ascii_case(table.columns().0), "{}", statement);
        }
    }

    #[test]
    fn no_name_panics(name in "\\PC{0,12}", x in "\\PC{0,12}", y in ".{0,12}") {
        if let Ok(table) = Table::new(&name, &x, &y) {
            for engine in Engine::ALL {
                prop_assert!(!engine.sums(&table).contains('\0'));
            }
        }
    }
}

#[test]
fn a_database_that_is_not_known_is_refused_with_a_sentence() {
    let error = "dbase".parse::<Engine>().expect_err("no such database");
    assert!(error.to_string().contains("'dbase'"), "{error}");
}
