"""What can be measured, by name."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """module : has main(arguments) -> exit code; told : what it measures, in a line."""

    module: str
    told: str


COMMANDS: Mapping[str, Command] = {
    "quality": Command("quality.beir_set", "four ways of ranking the texts of a set in BEIR form"),
    "lagesbilder": Command("quality.lagesbilder", "problems found in whole descriptions, and the guidance for each"),
    "messy": Command("quality.messy", "problems found in texts as people paste them"),
    "units": Command("quality.units", "stance and area of single units, and how sure they are"),
    "details": Command("quality.details", "place, group and cause quoted from given problems"),
    "guard": Command("quality.guard", "personal data found, and masked without cause"),
    "danger": Command("quality.danger", "somebody in danger told from a query"),
    "similar": Command("quality.similar", '"similar guidance" against what editors have linked'),
    "compare": Command("engines.compare", "other engines and ours on a set in BEIR form"),
    "speed.search": Command("speed.search", "a warm search"),
    "speed.pages": Command("speed.pages", "server time of the pages"),
    "speed.description": Command("speed.description", "reading and matching fifteen pages, and what memory stays"),
    "speed.memory": Command("speed.memory", "what memory stays after forty different descriptions"),
    "speed.ranking": Command("speed.ranking", "ranking people by their own texts"),
    "speed.allocation": Command("speed.allocation", "30 cases among 60 experts, beside greedy"),
    "speed.scale": Command("speed.scale", "build, rebuild and search at 10,000 and 100,000 passages"),
    "speed.saved": Command("speed.saved", "a save, and list and search among 10,000 saved plans, over HTTP"),
    "kills": Command("saved.kills", "a server that is killed while it saves plans, and what it holds after"),
    "bookings": Command("bookings.kills", "a server that is killed while four book the same hours"),
    "report": Command("report.page", "docs/quality.md from the results; --run measures all quality first"),
    "convert": Command("datasets.convert", "no measure: a set of another form to BEIR form"),
}
