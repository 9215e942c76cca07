"""Hits, passages and periods as lines of text."""

from datetime import date

import click
import pytest

from cli.shown.text import advice_line, day_text, period_text, score_line, show_passage, urgent_lines, wrap
from kb.documents import Period
from kb.registers import HelpLine
from kb.search.describe import PassageHit
from tests.builders import make_evidence, make_guidance


def test_text_is_wrapped_at_100_columns_after_the_indent() -> None:
    lines = wrap("ord " * 40, "   ").split("\n")
    assert lines == ["   " + " ".join(["ord"] * 24), "   " + " ".join(["ord"] * 16)]  # 3 + 24 * 4 - 1 = 98


def test_line_breaks_of_the_text_are_spaces() -> None:
    assert wrap("ett\ntvå", "- ") == "- ett två"


def test_advice_is_evidence_and_recommendation() -> None:
    document = make_guidance("a", evidence=(make_evidence("god"),), recommendation="rekommenderas")
    assert advice_line(document) == "evidens: god, minskar · måttlig säkerhet · rekommenderas"


def test_advice_for_a_problem_names_the_outcome_that_counts() -> None:
    document = make_guidance("a", evidence=(make_evidence("god", outcome="Brott"),))
    assert advice_line(document, "narkotika") == "evidens: god, minskar · måttlig säkerhet (Brott) · prövas"
    assert advice_line(document, "otrygghet") == "evidens: inte bedömd för detta (Brott: god) · prövas"


def test_a_duty_by_law_is_said_to_be_one() -> None:
    assert (
        advice_line(make_guidance("a", statutory=True)) == "evidens: oklar, effekten är inte känd · prövas · krav i lag"
    )


def test_a_document_without_evidence_is_no_method_to_rate() -> None:
    assert advice_line(make_guidance("a", kind="juridik", evidence=())) == "juridik, inte en metod att bedöma"


def test_scores_are_listed_from_the_heaviest_and_none_that_rounds_to_nothing() -> None:
    assert score_line({"a": 0.5, "b": -2.0, "c": 0.004, "d": 0.005}) == "poäng: b -2.00, a +0.50, d +0.01"


def test_days_and_periods_are_told_as_swedes_write_them() -> None:
    assert period_text(Period(date(2027, 3, 1), date(2027, 11, 30))) == "mars–november 2027"
    assert period_text(Period(date(2027, 3, 15), date(2027, 3, 15))) == day_text(date(2027, 3, 15)) == "15 mars 2027"


def _passage(text: str, *words: str, heading: str = "Så gör ni") -> PassageHit:
    spans = tuple((text.index(word), text.index(word) + len(word)) for word in words)
    return PassageHit(heading=heading, anchor="", text=text, score=1.0, highlights=spans)


def test_what_matched_is_bold() -> None:
    bold = click.style("klotter", bold=True)
    assert show_passage(_passage("Mot klotter.", "klotter"), "> ") == f"> Så gör ni: Mot {bold}."


def test_a_passage_without_a_heading_is_its_text() -> None:
    assert show_passage(_passage("Text.", heading=""), "> ") == "> Text."


@pytest.mark.parametrize(("before", "first"), [("", "klotter efter"), ("före " * 100, "före före")])
def test_a_long_passage_is_cut_around_what_matched(before: str, first: str) -> None:
    text = f"{before}klotter " + "efter " * 100
    shown = click.unstyle(show_passage(_passage(text, "klotter", heading=""), "")).replace("\n", " ")
    assert shown.startswith(first)
    assert "klotter" in shown
    assert shown.endswith(" efter ...")
    assert 200 < len(shown.removesuffix(" ...")) <= 240


def test_a_long_word_is_cut_where_it_must() -> None:
    assert show_passage(_passage("a" * 500, heading=""), "").replace("\n", "") == "a" * 240 + " ..."


def test_where_somebody_in_danger_can_turn_begins_with_the_number_to_ring_now() -> None:
    lines = [_help_line("112", "Nödnumret", "dygnet runt"), _help_line("", "Socialtjänsten", "")]
    assert [click.unstyle(line) for line in urgent_lines(lines)] == [
        "Är någon i fara nu?",
        "Ring 112 om någon är i fara nu. Här finns fler som kan hjälpa:",
        "  Socialtjänsten · Alla",
        "",
    ]


def test_where_nobody_is_in_danger_nothing_is_said_of_it() -> None:
    assert urgent_lines([]) == []


def _help_line(number: str, name: str, hours: str) -> HelpLine:
    return HelpLine(
        number=number,
        name=name,
        name_en="",
        for_whom="Alla",
        for_whom_en="",
        hours=hours,
        hours_en="",
        risks=(),
        source_url="https://www.sosalarm.se/",
        checked=date(2026, 11, 30),
    )
