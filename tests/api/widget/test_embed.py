"""The two lines, whatever the address of the service and of the file."""

from api.widget.bundle import WidgetFile
from api.widget.embed import write_embedding
from tests.api.pages.read_page import read_page

SCRIPT = WidgetFile("kb-search.0123456789ab.js", "text/javascript", b"1;")


def test_the_first_line_loads_the_version_with_its_integrity() -> None:
    (script,) = read_page(write_embedding(SCRIPT, "https://kb.example.se", "sv").script_line).all("script")
    assert script.attributes == {
        "type": "module",
        "src": "https://kb.example.se/widget/kb-search.0123456789ab.js",
        "integrity": SCRIPT.integrity,
        "crossorigin": "anonymous",
    }


def test_the_second_line_is_the_box_with_a_plain_form_that_works_without_script() -> None:
    page = read_page(write_embedding(SCRIPT, "https://kb.example.se", "sv").element_line)
    widget, form, label, field, button = page.elements
    assert (widget.tag, widget.attributes) == ("kb-search", {"endpoint": "https://kb.example.se"})
    assert (form.tag, form.attributes) == ("form", {"action": "https://kb.example.se/sok"})
    assert (label.tag, label.text.strip(), button.text) == ("label", "Sök vägledning", "Sök")
    assert field.attributes == {"name": "q", "type": "search"}


def test_each_is_one_line() -> None:
    embedding = write_embedding(SCRIPT, "https://kb.example.se", "en")
    assert "\n" not in embedding.script_line + embedding.element_line
    assert "Search the guidance" in embedding.element_line


def test_a_slash_at_the_end_of_the_address_makes_no_difference() -> None:
    assert write_embedding(SCRIPT, "https://kb.example.se/", "sv") == write_embedding(
        SCRIPT, "https://kb.example.se", "sv"
    )


def test_a_file_of_ones_own_is_loaded_from_there_and_asks_the_service() -> None:
    embedding = write_embedding(SCRIPT, "https://kb.example.se", "sv", "https://intranet.example.se/js")
    assert embedding.needs.script == "https://intranet.example.se/js/kb-search.0123456789ab.js"
    assert embedding.needs.search == "https://kb.example.se/v1/search"


def test_an_address_cannot_break_out_of_its_attribute() -> None:
    embedding = write_embedding(SCRIPT, 'https://kb.example.se/"><script>', "sv")
    assert [element.tag for element in read_page(embedding.element_line).elements][:2] == ["kb-search", "form"]
    assert [element.tag for element in read_page(embedding.script_line).elements] == ["html", "head", "script"]
