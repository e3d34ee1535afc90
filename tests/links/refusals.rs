//! Links that are broken, cut, damaged or followed by other text.

use downhill::link::{self, LinkError};

use super::{first, many_rows, three_rows};

#[test]
fn broken_links_are_told_apart() {
    let good = link::encode(&first());
    let with = |from: &str, to: &str| link::decode(&good.replace(from, to)).expect_err(to);
    assert_eq!(link::decode("chapter").expect_err("no link"), LinkError::NotALink);
    assert_eq!(with("v=2", "v=3"), LinkError::Newer);
    assert_eq!(with("data=weather", "data=wether"), LinkError::UnknownData);
    assert_eq!(with("epoch=0", "epoch=1e9"), LinkError::Field("epoch"));
    assert_eq!(with("epoch=0", "epoch=99999999999"), LinkError::Field("epoch"));
    assert_eq!(with("rate=0~0.002", "rate=0~fast"), LinkError::Field("rate"));
    assert!(matches!(with("rate=0~0.002", "rate=0~-1"), LinkError::Setting(_)));
    assert!(matches!(with("start=zero", "start=at_1e200_0"), LinkError::Setting(_)));
    assert!(matches!(with("epochs=10000", "epochs=1e12"), LinkError::Setting(_)));
    assert_eq!(link::decode(&"v=1&".repeat(10_000)).expect_err("long"), LinkError::NotALink);
}

#[test]
fn fields_with_values_that_no_page_writes_are_refused() {
    let good = link::encode(&first());
    let with = |field: &str, value: &str| -> String {
        let parts = good.split('&').map(|part| match part.split_once('=') {
            Some((name, _)) if name == field => format!("{name}={value}"),
            _ => part.to_owned(),
        });
        parts.collect::<Vec<_>>().join("&")
    };
    for (field, value) in [
        ("v", "99999999999999999999"),
        ("data", "nothing"),
        ("epoch", "1e308"),
        ("epoch", "-1"),
        ("epochs", "1e308"),
        ("rate", "0~NaN"),
        ("rate", "0~1e-4_3~1e-4_2~1e-4"),
        ("tolerance", "-1"),
        ("start", "at_1e308_1e308"),
        ("camera", "1"),
        ("view", "<img>"),
        ("swapped", "7"),
    ] {
        let link = with(field, value);
        assert_ne!(link, good, "the link has no {field}");
        assert!(link::decode(&link).is_err(), "{field}={value}");
    }
    for text in ["garbage", "%%%", "<script>alert(1)</script>", &"a".repeat(20_000)] {
        assert_eq!(link::decode(text).expect_err(text), LinkError::NotALink);
    }
}

#[test]
fn a_link_that_was_cut_anywhere_is_not_taken_for_a_whole_one() {
    for session in [first(), three_rows(), many_rows()] {
        let link = link::encode(&session);
        for length in 0..link.len() {
            let error = link::decode(&link[..length]).expect_err("cut");
            assert!([LinkError::Cut, LinkError::NotALink].contains(&error), "{length}: {error}");
        }
    }
}

#[test]
fn data_that_were_damaged_are_told() {
    let link = link::encode(&three_rows());
    let rows = link.find("&rows=").expect("it has rows") + 6;
    let end = link.rfind("&end").expect("it has an end");
    for place in rows..end {
        let other = if link.as_bytes()[place] == b'A' { "B" } else { "A" };
        let damaged = format!("{}{other}{}", &link[..place], &link[place + 1..]);
        assert_eq!(link::decode(&damaged).expect_err("damaged"), LinkError::Data, "{damaged}");
    }
}
