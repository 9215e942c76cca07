"""Who may search when keys have been given out."""

import pytest

from api.widget.errors import WidgetKeyRejected
from api.widget.keys import check_widget_key


@pytest.mark.parametrize("key", ["", "vilken-som-helst"])
@pytest.mark.parametrize("is_from_page", [True, False])
def test_without_keys_given_out_everyone_may(key: str, is_from_page: bool) -> None:
    check_widget_key([], key, is_from_page)


def test_once_keys_are_given_out_elsewhere_a_page_needs_one() -> None:
    with pytest.raises(WidgetKeyRejected):
        check_widget_key([], "", is_from_page=True, are_more=True)
    check_widget_key([], "", is_from_page=False, are_more=True)


def test_a_page_with_a_key_that_was_given_out_may() -> None:
    check_widget_key(["alvdala"], "alvdala", is_from_page=True)


def test_a_program_or_the_service_itself_needs_no_key() -> None:
    check_widget_key(["alvdala"], "", is_from_page=False)


@pytest.mark.parametrize(("key", "is_from_page"), [("", True), ("annan", True), ("annan", False)])
def test_others_may_not_and_are_told_what_to_do_without_the_key_being_repeated(key: str, is_from_page: bool) -> None:
    with pytest.raises(WidgetKeyRejected, match="on the element, with the key from") as caught:
        check_widget_key(["alvdala"], key, is_from_page)
    assert "annan" not in str(caught.value)
