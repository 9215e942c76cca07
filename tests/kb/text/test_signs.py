"""What the signs in a query ask for, and what only looks like a sign."""

import pytest

from kb.text.signs import MAX_SIGNED_CHARS, Signs, read_signs


@pytest.mark.parametrize("quoted", ['"Mörk  gång"', "”Mörk gång”", "“mörk gång”", "«mörk gång»", "„mörk gång“"])
def test_words_in_quotation_marks_of_any_kind_are_a_phrase(quoted: str) -> None:
    assert read_signs(f"rädda i {quoted}").phrases == ("mörk gång",)


def test_what_is_left_out_is_not_searched_for_and_a_phrase_is() -> None:
    signs = read_signs('unga "mörk gång" -torg, −park -"röd bil"')
    assert signs == Signs("unga mörk gång", ("mörk gång",), ("torg", "park", "röd bil"))


@pytest.mark.parametrize(
    "text",
    [
        "e-handel A-traktor 13-åring",
        "vinter - torg – park",
        "torg –park",
        "brottsoffer och -vittnen",
        "i åldern 13 -15 år",
        "vinter- och sommartid",
        "--torg park",
        '"obalans i torg',
        '5" rör och 6" plåt',
        '"" torg',
        '"§" torg',
        "-torg",
        '-torg -"röd bil"',
    ],
)
def test_other_hyphens_dashes_and_quotation_marks_are_read_as_they_stand(text: str) -> None:
    assert read_signs(text) == Signs(text)


@pytest.mark.parametrize("text", ["det stökas\n-på torget", f'"mörk gång" -torg {"a" * MAX_SIGNED_CHARS}'])
def test_a_longer_text_has_no_signs(text: str) -> None:
    assert read_signs(text) == Signs(text)


def test_signs_are_written_back_around_another_spelling() -> None:
    signs = read_signs('skoln "mörk gång" -torg -"röd bil"')
    assert signs.write("skolan mörk gång") == 'skolan "mörk gång" -torg -"röd bil"'
    assert signs.write("skolan mörkgång") is None
