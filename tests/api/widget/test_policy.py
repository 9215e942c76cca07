"""Policies are read from whatever a webmaster has at hand, and slips of the pen are pointed out."""

import pytest

from api.widget.errors import PolicyRejected
from api.widget.policy import MAX_CHARS, Policy, Slip, read_policies, write_policy

SELF = {"default-src": ("'self'",)}

PASTED = {
    "a bare policy": "default-src 'self'",
    "a header": "Content-Security-Policy: default-src 'self'",
    "a header in capitals and small letters": "content-security-POLICY:default-src 'self'",
    "all headers": "HTTP/1.1 200 OK\nServer: nginx\nContent-Security-Policy: default-src 'self'\nDate: today\n",
    "a folded header": "Content-Security-Policy:\n  default-src\n  'self'\nDate: today",
    "nginx": "add_header Content-Security-Policy \"default-src 'self'\" always;",
    "Apache": "Header always set Content-Security-Policy \"default-src 'self'\"",
    "IIS": '<add name="Content-Security-Policy" value="default-src \'self\'" />',
    "HTML": '<!doctype html><meta http-equiv="content-security-policy" content="default-src \'self\'"><p>Hej',
    "an extra semicolon": ";; DEFAULT-SRC 'self' ;",
}


@pytest.mark.parametrize("pasted", PASTED.values(), ids=PASTED)
def test_a_policy_is_read_from(pasted: str) -> None:
    assert read_policies(pasted) == (Policy(SELF),)


def test_directives_keep_their_order_and_may_have_no_sources() -> None:
    (policy,) = read_policies("script-src https://a.example 'self'; upgrade-insecure-requests; img-src *")
    assert list(policy.directives) == ["script-src", "upgrade-insecure-requests", "img-src"]
    assert policy.directives["script-src"] == ("https://a.example", "'self'")
    assert policy.directives["upgrade-insecure-requests"] == ()


def test_a_policy_written_is_the_policy_read() -> None:
    text = "default-src 'none'; script-src 'self'; upgrade-insecure-requests"
    assert write_policy(read_policies(text)[0].directives) == text


def test_two_headers_and_a_comma_each_make_policies_that_all_apply() -> None:
    text = "Content-Security-Policy: img-src *\nContent-Security-Policy: default-src 'self', script-src 'self'"
    assert [list(policy.directives) for policy in read_policies(text)] == [["img-src"], ["default-src"], ["script-src"]]


def test_a_report_only_header_is_told_apart() -> None:
    text = "Content-Security-Policy-Report-Only: default-src 'self'\nContent-Security-Policy: img-src *"
    assert [policy.is_report_only for policy in read_policies(text)] == [True, False]


@pytest.mark.parametrize(
    "text", ["HTTP/2 200\nserver: nginx\ncontent-type: text/html", "<html><head><title>x</title></head></html>"]
)
def test_headers_or_html_without_a_policy_have_none(text: str) -> None:
    assert read_policies(text) == ()


@pytest.mark.parametrize(
    "html",
    [
        "<html",
        "<body",
        "<!doctype html>",
        "<html><!-- <meta http-equiv=Content-Security-Policy content='img-src *'> --></html>",
        "<html><script>'<meta http-equiv=Content-Security-Policy content=x>'</script></html>",
        "<html>" + "<div>" * 100_000,
    ],
    ids=["half a tag", "half a body", "no element", "a comment", "a script", "very deep"],
)
def test_html_of_any_kind_is_read_and_has_no_policy_where_no_element_has(html: str) -> None:
    assert read_policies(html) == ()


def test_html_is_read_whatever_it_says_of_its_own_characters() -> None:
    html = "<?xml version='1.0' encoding='utf-16'?><html>\ud800<meta charset=latin-1><p>åäö\0"
    (policy,) = read_policies(
        html + "<META HTTP-EQUIV=' content-security-policy' content='img-src https://&aring;.se'>"
    )
    assert policy.directives == {"img-src": ("https://å.se",)}


def test_what_a_meta_element_cannot_say_is_left_out_and_told() -> None:
    (policy,) = read_policies(
        "<meta http-equiv=Content-Security-Policy content=\"sandbox allow-forms; frame-ancestors 'none'; img-src *\">"
    )
    assert policy.directives == {"img-src": ("*",)}
    assert policy.slips == (Slip("ignored_in_meta", "sandbox"), Slip("ignored_in_meta", "frame-ancestors"))


def test_a_meta_element_cannot_report_only() -> None:
    (policy,) = read_policies('<meta http-equiv="Content-Security-Policy-Report-Only" content="default-src *">')
    assert (policy.directives, policy.is_report_only) == ({}, True)
    assert policy.slips[0].kind == "meta_report_only"


SLIPS = {
    "script-src 'self'; script-src *": Slip("twice", "script-src"),
    "default-src 'self'; scripts-src *": Slip("unknown", "scripts-src", "script-src"),
    "default-src 'self' connect-src *": Slip("semicolon", "connect-src"),
    "default-src self": Slip("unquoted", "self", "'self'"),
    'default-src "self"': Slip("unquoted", '"self"', "'self'"),
    "form-action self": Slip("unquoted", "self", "'self'"),
    "script-src 'https://a.example'": Slip("quoted", "'https://a.example'", "https://a.example"),
}


@pytest.mark.parametrize(("text", "slip"), SLIPS.items(), ids=SLIPS)
def test_a_slip_of_the_pen_is_told(text: str, slip: Slip) -> None:
    assert read_policies(text)[0].slips == (slip,)


def test_a_comma_where_a_space_was_meant_is_told() -> None:
    first, second = read_policies("script-src 'self', https://a.example")
    assert first == Policy({"script-src": ("'self'",)})
    assert second == Policy({}, slips=(Slip("comma", "https://a.example"),))


@pytest.mark.parametrize("source", ["'nonce-aB3/+='", "'sha256-a/b.c='", "'strict-dynamic'", "https://self.example"])
def test_what_is_written_right_is_no_slip(source: str) -> None:
    assert read_policies(f"script-src {source}")[0].slips == ()


@pytest.mark.parametrize("text", ["", "   ", "hej hopp", "vi har nog ingen sådan", "x" * (MAX_CHARS + 1)])
def test_a_text_without_a_policy_is_refused(text: str) -> None:
    with pytest.raises(PolicyRejected, match="paste the header"):
        read_policies(text)
