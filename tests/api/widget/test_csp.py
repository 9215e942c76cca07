"""Which policies stop the widget, and exactly the lines that let it through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.widget.csp import Finding, Needs, PolicyReport, check_csp, needed_lines

NEEDS = Needs(
    script="https://kb.example.se/widget/kb-search.0123456789ab.js",
    integrity="sha384-abc",
    search="https://kb.example.se/v1/search",
    form="https://kb.example.se/sok",
)
SCRIPT = "https://kb.example.se/widget/"


def _check(policy: str, page: str | None = None) -> PolicyReport:
    (report,) = check_csp(policy, NEEDS, page)
    return report


def _finding(policy: str, need: str) -> Finding:
    (finding,) = [finding for finding in _check(policy).findings if finding.need == need]
    return finding


def test_without_a_policy_nothing_is_stopped() -> None:
    assert check_csp("<html><body></body></html>", NEEDS) == ()


def test_the_lines_that_are_needed_are_enough_even_where_all_else_is_forbidden() -> None:
    report = _check("; ".join(["default-src 'none'", *needed_lines(NEEDS)]))
    assert [finding.verdict for finding in report.findings] == ["allowed"] * 4
    assert not report.is_blocking


def test_a_policy_that_says_nothing_of_scripts_or_connections_stops_nothing() -> None:
    assert not _check("img-src 'self'; frame-ancestors 'none'").is_blocking


@pytest.mark.parametrize(
    ("policy", "script", "connect"),
    [
        ("default-src 'none'", f"script-src {SCRIPT}", f"connect-src {NEEDS.search}"),
        ("default-src 'self'", f"script-src 'self' {SCRIPT}", f"connect-src 'self' {NEEDS.search}"),
        (
            "default-src 'self' https://a.example 'unsafe-inline'",
            f"script-src 'self' https://a.example 'unsafe-inline' {SCRIPT}",
            f"connect-src 'self' https://a.example {NEEDS.search}",
        ),
        (
            "default-src *; script-src 'none'; connect-src a.example",
            f"script-src {SCRIPT}",
            f"connect-src a.example {NEEDS.search}",
        ),
        (
            "script-src *; script-src-elem 'self'; connect-src 'self'",
            f"script-src-elem 'self' {SCRIPT}",
            f"connect-src 'self' {NEEDS.search}",
        ),
        ("script-src 'self' 'nonce-r4nd0m'; connect-src *", f"script-src 'self' 'nonce-r4nd0m' {SCRIPT}", None),
        ("script-src self; connect-src https:", f"script-src 'self' {SCRIPT}", None),
    ],
)
def test_the_line_to_write_keeps_what_was_allowed(policy: str, script: str | None, connect: str | None) -> None:
    assert _finding(policy, "script").after == script
    assert _finding(policy, "connect").after == connect


def test_a_line_that_is_there_is_replaced_and_one_that_falls_back_is_added() -> None:
    assert _finding("script-src 'self'", "script").before == "script-src 'self'"
    fallen = _finding("default-src 'self'", "script")
    assert (fallen.directive, fallen.before) == ("default-src", None)


def test_strict_dynamic_hears_no_addresses_so_the_hash_is_needed() -> None:
    finding = _finding("script-src 'strict-dynamic' https://kb.example.se 'sha256-x'", "script")
    assert (finding.verdict, finding.reason) == ("blocked", "strict_dynamic")
    assert finding.after == "script-src 'strict-dynamic' https://kb.example.se 'sha256-x' 'sha384-abc'"


def test_with_strict_dynamic_and_a_nonce_the_nonce_is_the_better_way() -> None:
    assert _finding("script-src 'strict-dynamic' 'nonce-x'", "script").reason == "strict_dynamic_nonce"


def test_the_hash_of_the_file_lets_the_script_through() -> None:
    assert _finding("script-src 'sha384-abc' 'strict-dynamic'", "script").reason == "by_hash"


def test_form_action_decides_over_the_plain_form_alone_and_falls_back_on_nothing() -> None:
    assert _finding("default-src 'none'", "form").verdict == "allowed"
    finding = _finding("form-action 'self'", "form")
    assert (finding.verdict, finding.after) == ("advised", f"form-action 'self' {NEEDS.form}")
    assert not _check("form-action 'self'").is_blocking


def test_the_style_is_never_stopped() -> None:
    assert _finding("style-src 'none'", "style").reason == "style_not_needed"
    assert _finding("style-src https://kb.example.se", "style").reason == "style_allowed"
    assert not _check("style-src 'none'").is_blocking


def test_a_sandbox_must_let_scripts_and_forms_through() -> None:
    finding, origin = [finding for finding in _check("sandbox allow-popups").findings if finding.need == "sandbox"]
    assert (finding.verdict, finding.after) == ("blocked", "sandbox allow-popups allow-scripts allow-forms")
    assert (origin.verdict, origin.reason) == ("advised", "sandbox_origin")
    assert not _check("sandbox allow-scripts allow-forms allow-same-origin").is_blocking


def test_trusted_types_are_met() -> None:
    assert _finding("require-trusted-types-for 'script'; trusted-types 'none'", "types").verdict == "allowed"


def test_a_policy_that_only_reports_stops_nothing() -> None:
    report = _check("Content-Security-Policy-Report-Only: default-src 'none'")
    assert [finding.verdict for finding in report.findings][:2] == ["blocked", "blocked"]
    assert not report.is_blocking


def test_every_policy_of_the_page_has_to_let_the_widget_through() -> None:
    header = f"Content-Security-Policy: script-src {SCRIPT}\nContent-Security-Policy: script-src 'self'"
    assert [report.is_blocking for report in check_csp(header, NEEDS)] == [False, True]


def test_on_the_service_itself_self_is_enough() -> None:
    assert not _check("default-src 'self'", page="https://kb.example.se/widget").is_blocking


SOURCES = st.sampled_from(
    ["'self'", "'none'", "self", "*", "https:", "kb.example.se", "https://a.example", "'strict-dynamic'", "'nonce-x'"]
)
NAMES = st.sampled_from(
    ["default-src", "script-src", "script-src-elem", "connect-src", "style-src", "form-action", "sandbox", "img-src"]
)


@given(st.dictionaries(NAMES, st.lists(SOURCES, max_size=4), min_size=1))
def test_the_whole_policy_that_is_given_lets_everything_through(directives: dict[str, list[str]]) -> None:
    policy = "; ".join(" ".join([name, *sources]) for name, sources in directives.items())
    mended = _check(_check(policy).mended)
    assert not mended.is_blocking
    assert [finding.need for finding in mended.findings if finding.after] == []


@given(st.dictionaries(NAMES, st.lists(SOURCES, max_size=4), min_size=1))
def test_a_mended_policy_takes_nothing_away(directives: dict[str, list[str]]) -> None:
    policy = "; ".join(" ".join([name, *sources]) for name, sources in directives.items())
    report = _check(policy)
    for name, sources in report.policy.directives.items():
        kept = _check(report.mended).policy.directives[name]
        meant = {f"'{source}'" if source == "self" else source for source in sources} - {"'none'"}
        assert {source for source in meant if not source.startswith("'") or source == "'self'"} <= {
            f"'{source}'" if source == "self" else source for source in kept
        }
