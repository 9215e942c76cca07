"""How people ask for a document: enough wordings, and none that leads to two documents."""

from collections.abc import Iterator

from indexer.content.fault import Fault
from indexer.content.front_matter import Guidance, ProblemArea
from indexer.content.read_content import Content
from kb.text.words import find_words

COUNTS = {"sv": (8, 15), "en": (3, 5)}


def check_asked_as(content: Content) -> Iterator[Fault]:
    """Too few or too many wordings in a language, and wordings that are the same but for case and punctuation."""
    seen: dict[str, str] = {}
    for entry in content.entries:
        if not isinstance(entry.model, Guidance | ProblemArea):
            continue
        for language, (low, high) in COUNTS.items():
            wordings: list[str] = getattr(entry.model.asked_as, language)
            place = ("asked_as", language)
            if not low <= len(wordings) <= high:
                way_out = f"give {low} to {high}"
                yield entry.file.fault(place, f"number of wordings in asked_as.{language}", len(wordings), way_out)
            for position, wording in enumerate(wordings):
                first = seen.setdefault(_normal(wording), str(entry.file.path))
                if first != str(entry.file.path) or _normal(wording) in map(_normal, wordings[:position]):
                    value, way_out = f"'{wording}', also in {first}", "ask as people do for this document alone"
                    yield entry.file.fault((*place, position), "wording asked twice", value, way_out)


def _normal(wording: str) -> str:
    return " ".join(word.form for word in find_words(wording))
