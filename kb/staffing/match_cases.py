"""Cases read against a snapshot: whose they are, when, and who could take each of their problems."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from rapidfuzz import fuzz, process

from kb.documents import Expert, ProblemArea
from kb.errors import CasesRejected, KbError, QueryRejected
from kb.matching.help_request import HelpRequest, make_help_request
from kb.matching.match import ProblemMatch
from kb.matching.matcher import Matcher
from kb.matching.period import choose_period
from kb.privacy import mask_personal_data
from kb.problems.adjust import says_something
from kb.problems.problem import Problem, make_area_problem
from kb.problems.read_problems import read_problems
from kb.progress import Progress, be_silent, follow
from kb.reading.plain_text import read_plain_text
from kb.search.searcher import Searcher
from kb.staffing.case import Case


@dataclass(frozen=True, slots=True)
class MatchedCase:
    """A case with what its words stand for. masked : kind of personal data -> how many were masked."""

    case: Case
    help_request: HelpRequest
    problems: tuple[ProblemMatch, ...]
    masked: Mapping[str, int]


def match_cases(
    cases: Sequence[Case],
    searcher: Searcher,
    today: date,
    progress: Progress = be_silent,
    known: Mapping[Case, MatchedCase] | None = None,
) -> list[MatchedCase]:
    """The cases in their order, each matched on its own; progress is told of matching, by case.

    known : what cases came to by the same searcher on the same day, which is not worked out again

    Raises
    ------
    CasesRejected : unknown municipality, problem area or expert, an id twice, a period or text that is none; one line
        for each fault of all cases, with its place: `cases[2].municipality: ...`, positions from 0
    """
    reader = _CaseReader(searcher, today)
    matched: list[MatchedCase] = []
    known = known or {}
    faults = list(_find_repeated_ids(cases))
    for position, case in enumerate(follow("matching", cases, progress)):
        place = f"cases[{position}]"
        own = list(reader.find_faults(place, case))
        try:
            if not own:
                matched.append(known.get(case) or reader.match(case))
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


@dataclass(frozen=True, slots=True)
class _CaseReader:
    """Reads cases one by one; each is a request of its own."""

    searcher: Searcher
    today: date

    def find_faults(self, place: str, case: Case) -> Iterator[str]:
        snapshot = self.searcher.snapshot
        if case.municipality:
            yield from _tell(f"{place}.municipality", partial(snapshot.registers.find_municipality, case.municipality))
        yield from _tell(f"{place}.to", partial(choose_period, case.first, case.last, self.today))
        yield from _tell(f"{place}.text", partial(_read_text, case))
        yield from _find_unknown(f"{place}.problems", "problem area", case.problem_areas, snapshot.problem_areas)
        yield from _find_unknown(f"{place}.not_experts", "expert", case.not_experts, snapshot.experts)

    def match(self, case: Case) -> MatchedCase:
        snapshot = self.searcher.snapshot
        help_request = make_help_request(
            case.municipality,
            snapshot.registers,
            self.today,
            first=case.first,
            last=case.last,
            form=case.form,
            language=case.language,
        )
        matcher = Matcher(self.searcher, help_request, self.today)
        text = _read_text(case)
        if text is None:
            problems, masked = self._read_areas(case)
            return MatchedCase(case, help_request, matcher.match_problems(problems), masked)
        reading = read_problems(text, self.searcher)
        return MatchedCase(case, help_request, matcher.match_problems(reading.problems), reading.masked)

    def _read_areas(self, case: Case) -> tuple[list[Problem], dict[str, int]]:
        """The problems of the named areas, in the words written of them, and what was masked in these."""
        areas = [self.searcher.snapshot.problem_areas[slug] for slug in case.problem_areas]
        guarded = [mask_personal_data(words) for words in case.words]
        told = [words.text if says_something(words.text) else "" for words in guarded]
        told += [""] * (len(areas) - len(told))
        masked = sum((Counter(words.counts) for words in guarded), Counter[str]())
        return [make_area_problem(area, words) for area, words in zip(areas, told, strict=True)], dict(masked)


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


def _read_text(case: Case) -> str | None:
    return None if case.text is None else read_plain_text(case.text.encode())
