"""Which addresses a source lets through; the cases are those of Content Security Policy Level 3, section 6.7.2."""

import pytest

from api.widget.sources import allows

URL = "https://kb.example.se/widget/kb-search.js"

ALLOWED = [
    "*",
    "https:",
    "http:",  # also lets the safer one through
    "kb.example.se",
    "KB.Example.SE",
    "*.example.se",
    "https://kb.example.se",
    "http://kb.example.se",
    "https://kb.example.se:443",
    "kb.example.se:*",
    "http://kb.example.se:80",
    "https://kb.example.se/",
    "https://kb.example.se/widget/",
    "https://kb.example.se/widget/kb-search.js",
    "https://kb.example.se/widget/kb%2Dsearch.js",
    "https://*.example.se/widget/",
]
REFUSED = [
    "'none'",
    "'self'",
    "'unsafe-inline'",
    "'nonce-abc'",
    "data:",
    "self",
    "example.se",
    "*.kb.example.se",
    "kb.example.se.evil.example",
    "https://kb.example.se:8443",
    "https://kb.example.se/widget",  # without the slash it is that page alone
    "https://kb.example.se/Widget/",
    "https://kb.example.se/sok",
    "wss://kb.example.se",
    "'https://kb.example.se'",
    "https://kb.example.se/widget/?q",
]


@pytest.mark.parametrize("source", ALLOWED)
def test_a_source_that_allows(source: str) -> None:
    assert allows([source], URL)


@pytest.mark.parametrize("source", REFUSED)
def test_a_source_that_does_not(source: str) -> None:
    assert not allows([source], URL)


def test_one_source_of_several_is_enough_and_none_is_not() -> None:
    assert allows(["'self'", "https://kb.example.se"], URL)
    assert not allows([], URL)


def test_self_is_the_origin_of_the_page() -> None:
    assert allows(["'self'"], URL, "https://kb.example.se/intranet")
    assert allows(["'self'"], URL, "http://kb.example.se/")  # the safer scheme on the usual ports
    assert not allows(["'self'"], URL, "https://www.example.se/")
    assert not allows(["'self'"], URL, "https://kb.example.se:8443/")
    assert not allows(["'self'"], "http://kb.example.se/x", "https://kb.example.se/")


def test_a_host_without_a_scheme_has_that_of_the_page() -> None:
    plain = "http://kb.example.se/v1/search"
    assert allows(["kb.example.se"], plain, "http://intranet.example.se/")
    assert not allows(["kb.example.se"], plain, "https://intranet.example.se/")


def test_a_port_that_is_not_the_usual_one_has_to_be_written() -> None:
    local = "http://127.0.0.1:8000/v1/search"
    assert not allows(["http://127.0.0.1"], local)
    assert allows(["http://127.0.0.1:8000"], local)
    assert allows(["http://127.0.0.1:*"], local)
