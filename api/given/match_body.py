"""A description that was sent as a body, matched: the same for every route and tool that takes one."""

from collections.abc import Callable
from datetime import date

from api.schemas.matching.description import DescriptionIn, adjustments_of, help_request_of
from kb.matching.match import Match
from kb.matching.matcher import Matcher
from kb.progress import Progress, be_silent
from kb.reading.plain_text import read_plain_text
from kb.search.searcher import Searcher


def match_body(body: DescriptionIn, searcher: Searcher, today: date) -> Match:
    """The match of the body; raises KbError."""
    return prepare_match(body, searcher, today)(be_silent)


def prepare_match(body: DescriptionIn, searcher: Searcher, today: date) -> Callable[[Progress], Match]:
    """The match of the body, made when it is called; what cannot be read is refused before that.

    Raises
    ------
    KbError : a text or a request that cannot be read; when called, as `Matcher.match`
    """
    text = read_plain_text(body.text.encode())
    matcher = Matcher(searcher, help_request_of(body, searcher.snapshot.registers, today), today)
    return lambda progress: matcher.match(text, adjustments_of(body.problems), progress)
