"""`kb widget`: the two lines, the files, and the check of a policy."""

from collections.abc import Callable
from pathlib import Path

from api.widget.bundle import build_bundle

Run = Callable[..., tuple[int, str, str]]
SERVICE = ("--endpoint", "https://kb.example.se")


def test_it_prints_version_integrity_lines_and_sources(run: Run) -> None:
    code, out, err = run("widget", *SERVICE)
    assert (code, err) == (0, "")
    assert build_bundle().script.name in out
    assert out.count(build_bundle().script.integrity) == 2
    assert '<kb-search endpoint="https://kb.example.se">' in out
    assert out.endswith(
        "  script-src https://kb.example.se/widget/\n"
        "  connect-src https://kb.example.se/v1/search\n"
        "  form-action https://kb.example.se/sok\n"
    )


def test_it_writes_the_files_for_a_server_of_ones_own(run: Run, tmp_path: Path) -> None:
    code, out, err = run("widget", *SERVICE, "--out", tmp_path / "js", "--files-at", "https://intranet.example.se/js")
    assert code == 0
    assert {path.name: path.read_bytes() for path in (tmp_path / "js").iterdir()} == {
        file.name: file.content for file in build_bundle().files
    }
    assert err.count("written: ") == 2
    assert f'src="https://intranet.example.se/js/{build_bundle().script.name}"' in out


def test_a_policy_that_stops_the_widget_is_exit_code_1_with_the_lines(run: Run) -> None:
    code, out, _ = run("widget", *SERVICE, "--check-csp", "default-src 'self'")
    assert code == 1
    assert "    + script-src 'self' https://kb.example.se/widget/\n" in out
    assert "    + connect-src 'self' https://kb.example.se/v1/search\n" in out
    assert out.endswith("Policyn stoppar sökrutan.\n")


def test_a_policy_that_lets_it_through_is_exit_code_0(run: Run) -> None:
    code, out, _ = run("widget", *SERVICE, "--check-csp", "default-src https:", "--language", "en")
    assert (code, out.splitlines()[-1]) == (0, "The search box is let through.")


def test_a_policy_is_read_from_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "headers.txt").write_text("HTTP/2 200\ncontent-security-policy: script-src 'none'\n")
    code, out, _ = run("widget", *SERVICE, "--check-csp", f"@{tmp_path / 'headers.txt'}")
    assert code == 1
    assert "    - script-src 'none'\n    + script-src https://kb.example.se/widget/\n" in out


def test_a_text_that_is_no_policy_is_told_so(run: Run) -> None:
    code, out, err = run("widget", "--check-csp", "hej")
    assert (code, out) == (1, "")
    assert err.startswith("kb: no Content-Security-Policy in the text; paste the header")


def test_a_file_that_is_not_there_is_told_so(run: Run) -> None:
    code, _, err = run("widget", "--check-csp", "@borta.txt")
    assert code == 1
    assert "borta.txt" in err
