"""What an organisation has said of its time, and where its way in is, has been said and seen on a day."""

from collections.abc import Iterator
from datetime import date, timedelta

from indexer.content.fault import Fault
from indexer.content.front_matter import Expert
from indexer.content.read_content import Content
from indexer.content.read_markdown import ContentFile, Location

LASTS = timedelta(days=365)


def check_availability(content: Content) -> Iterator[Fault]:
    """Days of confirmation in the future; as a warning, what was confirmed more than a year ago.

    A calendar without a day of confirmation is refused by the schema.
    """
    for entry in content.of("experts"):
        if isinstance(entry.model, Expert):
            told = entry.model.availability.confirmed if entry.model.availability else None
            yield from _check_day(entry.file, ("availability", "confirmed"), told, content.today)
            yield from _check_day(entry.file, ("checked",), entry.model.checked, content.today)
            if told and not entry.demo and told + LASTS < content.today:
                way_out = "ask the organisation again, or remove availability; it is unknown then"
                place = ("availability", "confirmed")
                yield entry.file.fault(place, "availability confirmed long ago", told, way_out, is_warning=True)


def _check_day(file: ContentFile, place: Location, day: date | None, today: date) -> Iterator[Fault]:
    if day and day > today:
        yield file.fault(place, f"{'.'.join(map(str, place))} in the future", day, "give the day when it was done")
