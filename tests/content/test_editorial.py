"""The shipped content keeps its own editorial rules, and the editors' lists say what they are drawn from."""

import csv
from dataclasses import replace
from datetime import timedelta

from indexer.check import check_content
from indexer.checks import CHECKS, STRICT_CHECKS
from indexer.checks.dates import check_dates
from indexer.checks.gaps import check_gaps
from indexer.checks.publication import check_publication
from indexer.content.front_matter import Expert, ProblemArea
from indexer.content.read_content import read_as_reviewed
from tests.conftest import CONTENT

EDITORIAL = CONTENT / "editorial"


def test_the_shipped_content_keeps_every_editorial_rule() -> None:
    faults = check_content(read_as_reviewed(CONTENT), (*CHECKS, *STRICT_CHECKS))
    assert [str(fault) for fault in faults if not fault.is_warning] == []


def test_the_shipped_content_turns_faulty_on_no_day() -> None:
    content = read_as_reviewed(CONTENT)
    dates = {getattr(entry.model, "review_by", content.today) for entry in content.entries}
    publications = [e.model.publication for e in content.of("experts") if isinstance(e.model, Expert)]
    dates |= {publication.review_by for publication in publications}
    for day in sorted(dates):
        late = replace(content, today=day + timedelta(days=1))
        for check in (check_dates, check_publication, check_gaps):
            assert [str(fault) for fault in check(late) if not fault.is_warning] == []


def test_words_never_shown_are_drawn_from_the_jargon_of_the_problem_areas() -> None:
    areas = [e.model for e in read_as_reviewed(CONTENT).of("problem-areas") if isinstance(e.model, ProblemArea)]
    jargon = " ".join(text.casefold() for area in areas for text in area.jargon)
    stems = [words.rstrip("*")[:4] for words in column("never-shown.csv", "words")]
    assert [stem for stem in stems if stem not in jargon] == []


def test_no_word_is_listed_twice() -> None:
    for name, key in (("terms.csv", "wrong"), ("evidence-words.csv", "words"), ("never-shown.csv", "words")):
        words = column(name, key)
        assert len(words) == len({word.casefold() for word in words}), name


def column(name: str, key: str) -> list[str]:
    with (EDITORIAL / name).open(encoding="utf-8", newline="") as file:
        return [row[key] for row in csv.DictReader(file, strict=True)]
