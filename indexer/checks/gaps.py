"""A problem area has something to suggest and somebody to ask, or the gap is known."""

from collections.abc import Iterator, Mapping

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

    They are counted as `kb gaps` counts them. Support themes are no problems and need neither.
    """
    listed = read_list(content, "gaps.csv", ("area", "missing", "why"))
    yield from listed.faults
    shortages = _find_shortages(content)
    known = {(row.cells["area"], row.cells["missing"]) for row in listed.rows}
    for entry in content.of("problem-areas"):
        for missing, shortage in MISSING.items():
            if shortage in shortages.get(entry.file.slug, ()) and (entry.file.slug, missing) not in known:
                way_out = f"tag or write more, or list the area in {listed.path.name} with the reason"
                yield entry.file.fault((), f"area with too few {missing}", entry.file.slug, way_out)
    yield from _check_rows(listed, shortages)


def _find_shortages(content: Content) -> dict[str, tuple[Shortage, ...]]:
    """Slug of a problem area -> what it is short of."""
    read = [(entry.model, entry.file) for entry in content.entries]
    library = Library(
        tuple(make_guidance(model, file) for model, file in read if isinstance(model, front_matter.Guidance)),
        tuple(make_problem_area(model, file) for model, file in read if isinstance(model, front_matter.ProblemArea)),
        tuple(make_expert(model, file) for model, file in read if isinstance(model, front_matter.Expert)),
    )
    areas = find_gaps(library, (), content.today).areas
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
