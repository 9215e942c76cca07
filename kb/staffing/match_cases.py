"""Cases read against a snapshot: whose they are, when, and who could take each of their problems."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from rapidfuzz import fuzz, process

from kb.documents import Expert, ProblemArea
from kb.errors import CasesRejected, KbError, QueryRejected
from kb.matching.help_request import HelpRequest
from kb.matching.period import choose_period
from kb.progress import Progress, be_silent, follow
from kb.reading.plain_text import read_plain_text
from kb.registers import Municipality
from kb.search.searcher import Searcher
from kb.staffing.case import Case
from kb.staffing.needs import Need, find_area_needs, find_needs


@dataclass(frozen=True, slots=True)
class MatchedCase:
    """A case with what its words stand for. masked : kind of personal data -> how many were masked."""

    case: Case
    request: HelpRequest
    needs: tuple[Need, ...]
    masked: Mapping[str, int]


def match_cases(
    cases: Sequence[Case], today: date, searcher: Searcher, progress: Progress = be_silent
) -> list[MatchedCase]:
    """The cases in their order, each matched on its own; progress is told of matching, by case.

    Raises
    ------
    CasesRejected : unknown municipality, problem area or expert, an id twice, a period or text that is none; one line
        for each fault of all cases, with its place: `cases[2].municipality: ...`, positions from 0
    """
    matched: list[MatchedCase] = []
    faults = list(_find_repeated_ids(cases))
    for position, case in enumerate(follow("matching", cases, progress)):
        place = f"cases[{position}]"
        own = list(_find_faults(place, case, today, searcher))
        try:
            if not own:
                matched.append(_match_case(case, today, searcher))
        except QueryRejected as error:
            own.append(f"{place}.text: {error}")
        faults += own
    if faults:
        raise CasesRejected("\n".join(faults))
    return matched


def _find_repeated_ids(cases: Sequence[Case]) -> Iterator[str]:
    first_of: dict[str, int] = {}
    for position, case in enumerate(cases):
        first = first_of.setdefault(case.id, position)
        if first != position:
            yield f"cases[{position}].id: {case.id!r} is the id of cases[{first}] too; give every case its own"


def _find_faults(place: str, case: Case, today: date, searcher: Searcher) -> Iterator[str]:
    snapshot = searcher.snapshot
    yield from _tell(f"{place}.municipality", partial(_find_municipality, case, searcher))
    yield from _tell(f"{place}.to", partial(choose_period, case.first, case.last, today))
    yield from _tell(f"{place}.text", partial(_read_text, case))
    yield from _find_unknown(f"{place}.problems", "problem area", case.problem_areas, snapshot.problem_areas)
    yield from _find_unknown(f"{place}.not_experts", "expert", case.not_experts, snapshot.experts)


def _tell(place: str, step: Callable[[], object]) -> Iterator[str]:
    """What a step refuses, with its place."""
    try:
        step()
    except KbError as error:
        yield f"{place}: {error}"


def _find_unknown(
    place: str, kind: str, slugs: Iterable[str], known: Mapping[str, ProblemArea | Expert]
) -> Iterator[str]:
    for position, slug in enumerate(slugs):
        if slug not in known:
            near = process.extractOne(slug, known.keys(), scorer=fuzz.ratio, score_cutoff=60)
            hint = f"did you mean {near[0]!r}?" if near else "name one by the slug of its page"
            yield f"{place}[{position}]: unknown {kind} {slug!r}; {hint}"


def _match_case(case: Case, today: date, searcher: Searcher) -> MatchedCase:
    request = HelpRequest(
        municipality=_find_municipality(case, searcher), period=choose_period(case.first, case.last, today)
    )
    text = _read_text(case)
    if text is None:
        return MatchedCase(case, request, find_area_needs(case.problem_areas, request, today, searcher), {})
    found = find_needs(text, request, today, searcher)
    return MatchedCase(case, request, found.needs, found.masked)


def _find_municipality(case: Case, searcher: Searcher) -> Municipality | None:
    return searcher.snapshot.registers.find_municipality(case.municipality) if case.municipality else None


def _read_text(case: Case) -> str | None:
    return None if case.text is None else read_plain_text(case.text.encode())
