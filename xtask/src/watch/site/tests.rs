//! The order of builds and the files that are served, without a compiler or a server.

use super::*;

const PACKAGES: [Package; 3] = ["small", "full", "reader"];

fn files(list: &[(&str, &str)]) -> Files {
    let mut files = Files::default();
    for (path, text) in list {
        files.insert((*path).into(), (*text).into());
    }
    files
}

fn page(text: &str) -> Files {
    files(&[("index.html", text)])
}

/// Builds a package with this text.
fn build(site: &Site, name: Package, text: &str) -> Outcome {
    finish(site, &site.next_task(name), text)
}

fn finish(site: &Site, task: &Task, text: &str) -> Outcome {
    site.finish(task, files(&[(&format!("pkg/{}.js", task.package), text)]))
}

fn text(site: &Site, path: &str) -> Option<String> {
    site.file(path).map(|(bytes, _)| String::from_utf8_lossy(&bytes).into_owned())
}

fn number(site: &Site) -> u64 {
    site.news(None, Duration::ZERO).page
}

fn failure(site: &Site) -> Option<String> {
    site.news(None, Duration::ZERO).failure
}

/// A site after its first build.
fn built() -> Site {
    let site = Site::new(page("1"), &PACKAGES);
    let outcomes = PACKAGES.map(|name| build(&site, name, "1"));
    assert_eq!(outcomes, [Outcome::PageBuilt, Outcome::Partial, Outcome::AllBuilt]);
    site
}

/// The packages that may be begun now.
fn turns(site: &Site) -> Vec<Package> {
    let state = site.state();
    PACKAGES.into_iter().filter(|name| site.is_turn(&state, name)).collect()
}

#[test]
fn the_package_that_pages_open_with_is_built_first_and_then_one_after_the_other() {
    let site = Site::new(page(""), &PACKAGES);
    assert_eq!(turns(&site), ["small"]);
    build(&site, "small", "1");
    assert_eq!(turns(&site), ["full"]);
    build(&site, "full", "1");
    assert_eq!(turns(&site), ["reader"]);
    build(&site, "reader", "1");
    assert!(turns(&site).is_empty());
}

#[test]
fn the_packages_that_the_open_page_uses_are_built_first() {
    let site = built();
    site.file("index.html");
    site.file("pkg/small.js");
    site.file("pkg/reader.js");
    site.ask();
    assert_eq!(turns(&site), ["small", "reader"]);
    assert_eq!(build(&site, "reader", "2"), Outcome::Partial);
    assert_eq!(turns(&site), ["small"]);
    assert_eq!(build(&site, "small", "2"), Outcome::PageBuilt);
    assert_eq!(turns(&site), ["full"]);
    // Loaded again, the page has not used it yet.
    site.file("index.html");
    site.ask();
    assert_eq!(turns(&site), ["small"]);
}

#[test]
fn packages_in_use_are_served_together() {
    let site = built();
    site.file("pkg/small.js");
    site.file("pkg/full.js");
    let before = number(&site);
    site.ask();
    build(&site, "small", "2");
    assert_eq!(number(&site), before);
    build(&site, "full", "2");
    assert_eq!(number(&site), before + 1);
    assert_eq!(text(&site, "pkg/small.js"), Some("2".into()));
}

#[test]
fn a_changed_page_has_a_new_number() {
    let site = built();
    let before = number(&site);
    site.put_page(page("1"), false);
    assert_eq!(number(&site), before);
    site.put_page(page("2"), false);
    assert_eq!((number(&site), text(&site, "index.html")), (before + 1, Some("2".into())));
}

#[test]
fn a_package_that_no_page_uses_leaves_the_number() {
    let site = built();
    let before = number(&site);
    site.ask();
    build(&site, "small", "1");
    build(&site, "full", "2");
    assert_eq!(number(&site), before);
    assert_eq!(text(&site, "pkg/full.js"), Some("2".into()));
}

#[test]
fn files_that_change_with_the_code_wait_for_it() {
    let site = built();
    site.put_page(page("2"), true);
    site.ask();
    site.put_page(page("3"), false);
    assert_eq!(text(&site, "index.html"), Some("1".into()));
    build(&site, "small", "1");
    assert_eq!(text(&site, "index.html"), Some("3".into()));
}

#[test]
fn a_failure_leaves_the_last_good_page_until_the_package_builds_again() {
    let site = built();
    let before = number(&site);
    site.put_page(page("2"), true);
    site.ask();
    site.fail(&site.next_task("small"), "no such name".into());
    assert!(turns(&site).is_empty());
    assert_eq!(failure(&site), Some("no such name".into()));
    assert_eq!(number(&site), before);
    assert_eq!(text(&site, "index.html"), Some("1".into()));
    assert_eq!(text(&site, "pkg/small.js"), Some("1".into()));

    site.ask();
    build(&site, "small", "1");
    assert_eq!(failure(&site), None);
    assert_eq!(text(&site, "index.html"), Some("2".into()));
}

#[test]
fn a_change_during_a_build_starts_one_more() {
    let site = built();
    site.ask();
    let overtaken = site.next_task("small");
    site.ask();
    site.ask();
    assert_eq!(finish(&site, &overtaken, "2"), Outcome::Overtaken);
    assert_eq!(site.fail(&overtaken, "no such name".into()), Outcome::Overtaken);
    assert_eq!(failure(&site), None);
    assert_eq!(build(&site, "small", "3"), Outcome::PageBuilt);
    assert_eq!(text(&site, "pkg/small.js"), Some("3".into()));
}

#[test]
fn a_change_does_not_wait_for_packages_that_no_page_uses() {
    let site = built();
    site.ask();
    build(&site, "small", "2");
    let running = site.next_task("full");
    site.ask();
    assert_eq!(build(&site, "small", "3"), Outcome::PageBuilt);
    assert_eq!(finish(&site, &running, "2"), Outcome::Overtaken);
    assert_eq!(turns(&site), ["full"]);
}

#[test]
fn a_package_that_is_being_compiled_is_served_when_it_is_ready() {
    let site = built();
    site.ask();
    std::thread::scope(|scope| {
        let missing = scope.spawn(|| text(&site, "pkg/reader_bg.js"));
        let there = scope.spawn(|| text(&site, "pkg/reader.js"));
        for name in PACKAGES {
            build(&site, name, "2");
        }
        assert_eq!(there.join().unwrap(), Some("2".into()));
        assert_eq!(missing.join().unwrap(), None);
    });
}

#[test]
fn a_package_is_known_by_its_whole_name() {
    assert!(belongs("pkg/more.js", "more") && belongs("pkg/more_bg.wasm", "more"));
    assert!(!belongs("pkg/moreover.js", "more") && !belongs("more.js", "more"));
}
