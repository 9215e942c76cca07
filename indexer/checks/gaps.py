"""A problem area has something to suggest and somebody to ask, or the gap is known."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from indexer.content import front_matter
from indexer.content.editorial_list import EditorialList, read_list
from indexer.content.fault import Fault
from indexer.content.load_documents import make_expert, make_guidance, make_problem_area
from indexer.content.nearest import did_you_mean
from indexer.content.read_content import Content
from kb.documents import Library
from kb.overview.gaps import Shortage, find_gaps

MISSING: Mapping[str, Shortage] = {"metoder": "few_methods", "experter": "few_experts"}
"""What the list calls a shortage, in the words of its editors."""


def check_gaps(content: Content) -> Iterator[Fault]:
    """Areas with fewer than two methods or experts that `editorial/gaps.csv` does not list, and rows that hold no more.

    They are counted as `kb gaps` counts them, but for the calendar: a profile counts until somebody withdraws it. An
    area that is short only because publications have run out, or not begun, is a warning: nobody has changed anything,
    and the day must not turn sound content faulty. Support themes are no problems and need neither.
    """
    listed = read_list(content, "gaps.csv", ("area", "missing", "why"))
    yield from listed.faults
    library = _read_library(content)
    shortages = _find_shortages(_publish_for_ever(library), date.max)
    of_today = _find_shortages(library, content.today)
    known = {(row.cells["area"], row.cells["missing"]) for row in listed.rows}
    for entry in content.of("problem-areas"):
        for missing, shortage in MISSING.items():
            slug = entry.file.slug
            if (slug, missing) in known:
                continue
            if shortage in shortages.get(slug, ()):
                way_out = f"tag or write more, or list the area in {listed.path.name} with the reason"
                yield entry.file.fault((), f"area with too few {missing}", slug, way_out)
            elif shortage in of_today.get(slug, ()):
                way_out = "renew the publications that have run out; their profiles are not indexed"
                yield entry.file.fault((), f"area with too few {missing} today", slug, way_out, is_warning=True)
    yield from _check_rows(listed, shortages)


def _read_library(content: Content) -> Library:
    read = [(entry.model, entry.file) for entry in content.entries if not entry.demo]  # made-up experts fill no gap
    return Library(
        tuple(make_guidance(model, file) for model, file in read if isinstance(model, front_matter.Guidance)),
        tuple(make_problem_area(model, file) for model, file in read if isinstance(model, front_matter.ProblemArea)),
        tuple(make_expert(model, file) for model, file in read if isinstance(model, front_matter.Expert)),
    )


def _publish_for_ever(library: Library) -> Library:
    """Every profile with a basis that does not run out; one that is or will be withdrawn stays so."""
    return replace(library, experts=tuple(replace(e, publication_review_by=date.max) for e in library.experts))


def _find_shortages(library: Library, day: date) -> dict[str, tuple[Shortage, ...]]:
    """Slug of a problem area -> what it is short of on the day."""
    areas = find_gaps(library, (), day).areas
    return {area.slug: area.shortages for area in areas if area.kind == "problemområde"}


def _check_rows(listed: EditorialList, shortages: Mapping[str, tuple[Shortage, ...]]) -> Iterator[Fault]:
    for row in listed.rows:
        area, missing = row.cells["area"], row.cells["missing"]
        if area not in shortages:
            yield listed.fault(row, "unknown problem area", area, did_you_mean(area, sorted(shortages)))
        elif missing not in MISSING:
            yield listed.fault(row, "missing has an unknown value", missing, did_you_mean(missing, list(MISSING)))
        elif MISSING[missing] not in shortages[area]:
            yield listed.fault(row, "gap that holds no more", f"{area} has enough {missing}", "remove the row")
