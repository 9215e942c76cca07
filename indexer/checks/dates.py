"""What was reviewed has been reviewed, and is reviewed again in time."""

from collections.abc import Iterator

from indexer.content.fault import Fault
from indexer.content.front_matter import Expert, Guidance, ProblemArea
from indexer.content.read_content import Content


def check_dates(content: Content) -> Iterator[Fault]:
    """Review dates and years of sources and evidence in the future; a passed review_by is a warning, shown as well."""
    for entry in content.entries:
        model, file = entry.model, entry.file
        if not isinstance(model, Guidance | ProblemArea | Expert):
            continue
        if model.reviewed > content.today:
            yield file.fault(("reviewed",), "reviewed in the future", model.reviewed, "give the day it was read")
        if model.review_by < content.today:
            way_out = "read it again and set both dates"
            yield file.fault(("review_by",), "review overdue", model.review_by, way_out, is_warning=True)
        for position, source in enumerate(model.sources):
            if source.year and source.year > content.today.year:
                yield file.fault(("sources", position), "source from the future", source.year, "mend the year")
        for position, item in enumerate(model.evidence if isinstance(model, Guidance) else []):
            if item.year and item.year > content.today.year:
                place = ("evidence", position, "year")
                yield file.fault(place, "evidence from the future", item.year, "mend the year")
