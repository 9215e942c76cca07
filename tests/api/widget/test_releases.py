"""A version that a page names is served for as long as its file is kept."""

from pathlib import Path

from api.widget.bundle import Bundle, WidgetFile
from api.widget.releases import LATEST, find_file, keep_release

TODAY = Bundle(
    WidgetFile("kb-search.222222222222.js", "text/javascript", b"2;"),
    WidgetFile("kb-search.222222222222.css", "text/css", b"p{}"),
)
EARLIER = Bundle(
    WidgetFile("kb-search.111111111111.js", "text/javascript", b"1;"),
    WidgetFile("kb-search.111111111111.css", "text/css", b""),
)


def test_todays_files_are_found_under_their_names_and_the_script_as_the_latest() -> None:
    assert find_file(TODAY.script.name, TODAY, None) == TODAY.script
    assert find_file(TODAY.style.name, TODAY, None) == TODAY.style
    assert find_file(LATEST, TODAY, None) == TODAY.script


def test_an_earlier_version_is_found_where_it_is_kept(tmp_path: Path) -> None:
    assert find_file(EARLIER.script.name, TODAY, tmp_path) is None
    paths = keep_release(EARLIER, tmp_path / "kept")
    keep_release(TODAY, tmp_path / "kept")
    assert [path.name for path in paths] == [EARLIER.script.name, EARLIER.style.name]
    assert find_file(EARLIER.script.name, TODAY, tmp_path / "kept") == EARLIER.script
    assert find_file(EARLIER.script.name, TODAY, None) is None


def test_nothing_but_the_widgets_own_files_is_found(tmp_path: Path) -> None:
    (tmp_path / "secret.js").write_text("x")
    (tmp_path / "kb-search.x.js").write_text("x")
    for name in ("secret.js", "kb-search.x.js", "../secret.js", "kb-search.111111111111.js/../secret.js", ""):
        assert find_file(name, TODAY, tmp_path) is None
