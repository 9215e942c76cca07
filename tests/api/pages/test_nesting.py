"""What a browser would mend in silence is told."""

import pytest

from tests.api.pages.nesting import check_nesting


def test_what_is_closed_where_it_should_be_passes() -> None:
    check_nesting("<!doctype html><main><p>Hej<br>du <input checked> & <svg><path d='M0 0' /></svg></p></main>")


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<div><p></div>", "</div> closes <p>"),
        ("<div><span>", "never closed"),
        ("<p></p></p>", "</p> closes nothing"),
        ("<p class=a class=b></p>", "an attribute twice"),
    ],
)
def test_what_is_not_is_a_fault(html: str, told: str) -> None:
    with pytest.raises(AssertionError, match=told):
        check_nesting(html)
