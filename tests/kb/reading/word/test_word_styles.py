"""The styles of a Word document."""

import pytest

from kb.reading.package.xml_tree import parse_xml
from kb.reading.word.word_styles import Style, apply_looks, apply_properties, is_on, is_seen, read_styles


def _styles(xml: str) -> dict[str, Style]:
    return dict(read_styles(parse_xml(f"<styles>{xml}</styles>".encode())))


def test_a_heading_is_known_by_its_english_name_whatever_its_id() -> None:
    styles = _styles('<style styleId="Rubrik2"><name val="heading 2"/></style>')
    assert styles["Rubrik2"].level == 2


def test_a_title_is_of_the_first_level() -> None:
    assert _styles('<style styleId="Rubrik"><name val="Title"/></style>')["Rubrik"].level == 1


def test_an_own_style_is_a_heading_by_its_outline_level() -> None:
    xml = '<style styleId="KommunRubrik"><name val="Kommunens rubrik"/><pPr><outlineLvl val="0"/></pPr></style>'
    assert _styles(xml)["KommunRubrik"].level == 1


def test_outline_level_nine_is_body_text() -> None:
    xml = '<style styleId="A"><pPr><outlineLvl val="9"/></pPr></style>'
    assert _styles(xml)["A"].level is None


def test_a_style_has_what_its_base_has() -> None:
    styles = _styles(
        '<style styleId="A"><name val="heading 3"/><pPr><numPr><numId val="1"/></numPr></pPr></style>'
        '<style styleId="B"><basedOn val="A"/><rPr><b/></rPr></style>'
        '<style styleId="C"><basedOn val="B"/><rPr><b val="0"/></rPr></style>'
    )
    assert styles["B"] == Style(level=3, is_list=True, looks=frozenset({"b"}))
    assert styles["C"] == Style(level=3, is_list=True)


def test_styles_based_on_each_other_end() -> None:
    styles = _styles('<style styleId="A"><basedOn val="B"/></style><style styleId="B"><basedOn val="A"/></style>')
    assert styles == {"A": Style(), "B": Style()}


def test_a_table_of_contents_is_known_by_name() -> None:
    assert _styles('<style styleId="Innehll1"><name val="toc 1"/></style>')["Innehll1"].is_contents


def test_a_paragraph_may_leave_its_list() -> None:
    properties = parse_xml(b'<pPr><numPr><numId val="0"/></numPr></pPr>')
    assert apply_properties(Style(is_list=True), properties) == Style(is_list=False)


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ("", True),
        ("<strike/>", False),
        ('<strike val="0"/>', True),
        ("<dstrike/>", False),
        ("<vanish/>", False),
        ('<sz val="2"/>', False),
        ('<sz val="22"/>', True),
        ('<color val="FFFFFF"/>', False),
        ('<color val="FFFFFF"/><shd fill="1F3864"/>', True),
        ('<color val="FFFFFF"/><shd fill="auto"/>', False),
        ('<color val="FFFFFF"/><highlight val="black"/>', True),
        ('<color val="FF0000"/>', True),
    ],
)
def test_words_are_seen_unless_struck_out_hidden_tiny_or_white_on_white(xml: str, expected: bool) -> None:
    assert is_seen(apply_looks(frozenset(), parse_xml(f"<rPr>{xml}</rPr>".encode()))) is expected


@pytest.mark.parametrize(
    ("xml", "expected"), [("<b/>", True), ('<b val="0"/>', False), ('<b val="true"/>', True), ("", None)]
)
def test_a_switch_is_on_off_or_not_told_of(xml: str, expected: bool | None) -> None:
    assert is_on(parse_xml(f"<rPr>{xml}</rPr>".encode()), "b") is expected
