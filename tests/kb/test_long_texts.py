"""Whatever is sent in, the work grows no faster than the text: each reader has seconds of the processor for what takes
it a part of one.
"""

import signal
from collections.abc import Callable, Iterator
from itertools import islice
from types import FrameType

import pytest

from kb.errors import KbError
from kb.plans.saved_plan import read_plan
from kb.privacy import count_masks, drop_masks, mask_personal_data
from kb.problems.clauses import cut_clauses
from kb.problems.details import find_details
from kb.problems.people import hide_groups
from kb.problems.statute import check_statute, is_cause
from kb.problems.units import read_units
from kb.reading.blocks import could_be_heading
from kb.reading.characters import clean_characters
from kb.reading.lines import join_lines
from kb.reading.plain_text import read_plain_text
from kb.reading.tidy_text import tidy_text
from kb.registers import Registers
from kb.search.query import refuse_stop_words, weigh_features
from kb.text.analysis import count_features, stem
from kb.text.dictionary import is_swedish, is_word
from kb.text.highlight import make_highlighter
from kb.text.legal_query import read_legal_query
from kb.text.neighbours import read_as_swedish
from kb.text.other_forms import read_otherwise
from kb.text.phrase import compile_phrase, list_words
from kb.text.place_names import find_place_names, find_swedish_name
from kb.text.references import find_references
from kb.text.sentences import split_sentences
from kb.text.signs import MAX_SIGNED_CHARS, read_signs
from kb.text.spelling import fold_dots, make_speller
from kb.text.statutes import find_statutes
from kb.text.words import find_words
from tests.kb.matching.two_areas import BORAS
from tests.kb.problems.paragraphs import make_unit

pytestmark = pytest.mark.slow

N_CHARS = 200_000
LIMIT_S = 20.0
"""Of the processor, not of the clock, and some times what a slow machine needs: work that grew as the square of these
texts would take minutes.
"""
REGISTERS = Registers((BORAS,), (), ())
SPELLER = make_speller({"skola": 3, "torg": 2, "våld": 100})
HIGHLIGHTER = make_highlighter(["skadegörelse", "torg", "skola"])
MIXED = (
    "Ungdomar i årskurs 7 slogs vid busstorget i Borås på fredagskvällar. Det beror på att Anna Berg, "
    "mamma till Kevin, har 070-174 06 71. "
)
PIECES = {
    **{
        piece: piece
        for piece in ("a", "a-", "a ", "1 ", "1-", "0", "Å", ".", '"', "(", "|", "-", "#", "*", "[", "§ 1 ")
    },
    **{piece: piece for piece in ("a@", "a.", "a: ", "1:2 ", "1 kap. ", "s. A ", "i ", "och ", "Aa ", "anmälda ")},
    **{piece: piece for piece in ("procent ", "beror ", "grupp om ", "för att aa ", "070-", "Anna, ", "Storgatan 1 ")},
    "tabs": "\t",
    "lines": "\n",
    "items": "- x\n",
    "rows": "| Misshandel | 203 | 199 |\n",
    "marks without width": "a\u200b",
    "combining marks": "a\u0301",
    "nothing but marks": "\u0301",
    "soft hyphens": "\xad",
    "a word with hyphens": "skol-gårds-bråk-",
    "a word without end": "skadegörelsebrottsanmälan",
    "sentences": MIXED,
}


def _words(text: str) -> list[str]:
    return [word.form for word in find_words(text)]


READERS: dict[str, Callable[[str], object]] = {
    "count_features": count_features,
    "stem": stem,
    "is_swedish": is_swedish,
    "is_word": is_word,
    "highlight": HIGHLIGHTER.find,
    "make_highlighter": lambda text: make_highlighter(_words(text)),
    "read_legal_query": read_legal_query,
    "read_as_swedish": lambda text: read_as_swedish(_words(text)),
    "read_otherwise": lambda text: read_otherwise(text, bool),
    "compile_phrase": lambda text: compile_phrase(f"x {text[:MAX_SIGNED_CHARS]}").search(text),
    "a phrase": compile_phrase("a a").search,
    "list_words": list_words,
    "find_swedish_name": find_swedish_name,
    "find_place_names": lambda text: list(find_place_names(text)),
    "find_references": lambda text: list(find_references(text)),
    "split_sentences": split_sentences,
    "read_signs": read_signs,
    "mend": lambda text: SPELLER.mend(list(islice(_words(text), 12))),
    "mend one": lambda text: SPELLER.mend([text]),
    "fold_dots": fold_dots,
    "find_statutes": lambda text: list(find_statutes(text)),
    "mask_personal_data": mask_personal_data,
    "count_masks": count_masks,
    "drop_masks": drop_masks,
    "check_statute": lambda text: check_statute([make_unit(0, "", text)]),
    "headings": lambda text: check_statute([make_unit(0, text, text, (text,))]),
    "is_cause": is_cause,
    "find_details": lambda text: find_details([make_unit(0, "", text)], REGISTERS, "Borås"),
    "read_units": read_units,
    "cut_clauses": cut_clauses,
    "hide_groups": hide_groups,
    "tidy_text": tidy_text,
    "join_lines": lambda text: join_lines(text.split("\n")),
    "clean_characters": clean_characters,
    "read_plain_text": lambda text: read_plain_text(text.encode()),
    "could_be_heading": could_be_heading,
    "weigh_features": weigh_features,
    "refuse_stop_words": refuse_stop_words,
    "find_municipality": REGISTERS.find_municipality,
    "near_names": REGISTERS.near_names,
    "read_plan": lambda text: read_plan(text.encode()),
}


class _TooLong(BaseException):
    """Not an Exception: no reader can take it for a fault of the text."""


def _stop(_: int, __: FrameType | None) -> None:
    raise _TooLong


@pytest.fixture(autouse=True)
def limit() -> Iterator[None]:
    """The processor's time of one reader on one text; the pattern matcher of `re` lets the signal in."""
    before = signal.signal(signal.SIGVTALRM, _stop)
    yield
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    signal.signal(signal.SIGVTALRM, before)


@pytest.mark.timeout(1200)
@pytest.mark.parametrize("reader", READERS)
def test_a_text_that_is_made_to_be_slow_is_read_like_any_other(reader: str) -> None:
    is_swedish("skola")  # the dictionary is read once
    assert [name for name, piece in PIECES.items() if _takes_too_long(READERS[reader], piece)] == []


def _takes_too_long(read: Callable[[str], object], piece: str) -> bool:
    text = (piece * (N_CHARS // len(piece) + 1))[:N_CHARS]
    signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT_S)
    try:
        read(text)
    except _TooLong:
        return True
    except (KbError, IndexError):
        return False
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return False
