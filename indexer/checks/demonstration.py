"""What is made up lies in the folder of the demonstration, and what lies there is nobody's."""

import re
from collections.abc import Iterator

from indexer.content.fault import Fault
from indexer.content.front_matter import Expert
from indexer.content.read_content import Content, Entry
from indexer.content.shown_text import find_shown_texts
from kb.text.sentences import split_sentences

_TIME = re.compile(
    r"kapacitet|kalender|\btid(?:en|er|erna|suppgifterna)?\b|timmar|timantal|tillgänglighet|frånvaro|period|veckor|"
    r"uppehåll|ledighet|siffror|räckvidd|datum|uppgifter",
    re.IGNORECASE,
)
_MADE_UP = re.compile(
    r"påhitt|fiktiv|uppdikt|(?:är|som|bara|enbart|ett|i) (?:\w+ )?exemp(?:el|let)\b|\bdemonstrationen\b", re.IGNORECASE
)
"""Both in one sentence say that somebody's time is made up: 99 such sentences stood in 102 profiles, and no other."""
DEMO_SLUG = "demo-"
DEMO_HOST = ".example"
"""No address under it will ever lead anywhere (RFC 2606)."""


def check_demonstration(content: Content) -> Iterator[Fault]:
    """Sentences of made-up times outside the demonstration; in it, profiles that could be taken for somebody's."""
    organisations = {str(entry.file.meta.get("organisation")) for entry in content.of("experts") if not entry.demo}
    towns = {town.name for town in content.registers.municipalities} if content.registers else set()
    for entry in content.of("experts"):
        if not entry.demo:
            yield from _check_real(entry)
        elif isinstance(entry.model, Expert):
            yield from _check_made_up(entry, entry.model, organisations, towns)


def _check_real(entry: Entry) -> Iterator[Fault]:
    for shown in find_shown_texts(entry):
        for sentence in split_sentences(shown.text):
            if _TIME.search(sentence) and _MADE_UP.search(sentence):
                yield Fault(
                    path=entry.file.path,
                    line=shown.line,
                    fault="made-up time outside the demonstration",
                    value=f"'{sentence}'",
                    way_out="remove the sentence; what the organisation has not said is left out",
                )


def _check_made_up(entry: Entry, model: Expert, organisations: set[str], towns: set[str]) -> Iterator[Fault]:
    file, name = entry.file, model.organisation
    if not file.slug.startswith(DEMO_SLUG):
        yield file.fault((), "made-up profile with a name as a real one", file.slug, f"begin it with {DEMO_SLUG}")
    if name in organisations or any(re.search(rf"\b{re.escape(town)}s?\b", name) for town in towns):
        yield file.fault(("organisation",), "made-up profile of a real organisation", name, "make up its name too")
    if not (model.contact.way_in.host or "").endswith(DEMO_HOST):
        way_out = f"write an address that ends {DEMO_HOST}, which leads nowhere"
        yield file.fault(("contact", "way_in"), "made-up profile with a real address", model.contact.way_in, way_out)
