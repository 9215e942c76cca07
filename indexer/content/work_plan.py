"""What a method's lists say for a machine: its steps, its indicators, and what others have met with it.

The shapes stand in docs/editorial.md; what does not have them is kept whole, with nothing read out of it.
"""

import re
from collections.abc import Mapping, Sequence

from indexer.content.read_markdown import Block, ContentFile
from kb.documents import Experience, Indicator, Step

STEPS, FOLLOW_UP, EXAMPLES = "Så gör ni", "Följ upp", "Exempel"
TIMES = "vecka|veckan|veckor|månad|månader|före|efter|varje|varannan|dag|dagar|år|första|senast"
_STEP = re.compile(rf"(?P<who>[^:]+?), (?P<when>(?:{TIMES})\b[^:]*): (?P<rest>.+)", re.IGNORECASE | re.DOTALL)
_YEAR = r"(?:(?:sedan|från|hösten|våren) )?(?:19|20)\d\d[^.]{0,40}"
_EXPERIENCE = re.compile(rf"(?P<place>[^.]{{2,100}}?), (?P<year>{_YEAR})\. (?P<text>.+)", re.DOTALL)


def list_items(file: ContentFile, heading: str) -> list[Block]:
    """The items of the outermost lists under a heading of level 2, each with its line."""
    return [block for block in file.blocks if block.heading == heading and block.is_item]


def read_steps(file: ContentFile) -> tuple[Step, ...]:
    """The steps of the method, in their order."""
    return tuple(map(read_step, list_items(file, STEPS)))


def read_indicators(file: ContentFile) -> tuple[Indicator, ...]:
    """What the method is followed up by."""
    return tuple(map(read_indicator, list_items(file, FOLLOW_UP)))


def read_experiences(file: ContentFile) -> tuple[Experience, ...]:
    """Who has done it, where the text tells place and year."""
    found = (_EXPERIENCE.fullmatch(block.text) for block in list_items(file, EXAMPLES))
    return tuple(Experience(match["place"], match["year"], match["text"]) for match in found if match)


def read_step(block: Block) -> Step:
    """An item as a step; without the shape it is all `what`."""
    match = _STEP.fullmatch(block.text)
    what, told = _split(match["rest"] if match else block.text, ("Tar", "Beslut"))
    return Step(
        who=match["who"] if match else None,
        when=match["when"] if match else None,
        what=what,
        takes=told.get("Tar"),
        decision=told.get("Beslut"),
        sources=block.citations,
    )


def read_indicator(block: Block) -> Indicator:
    """An item as an indicator; what it does not tell is None."""
    name, told = _split(block.text, ("Källa", "Första mätning", "Mål", "Ansvarig"))
    return Indicator(
        name=name.rstrip("."),
        source=told.get("Källa"),
        first=told.get("Första mätning"),
        target=told.get("Mål"),
        owner=told.get("Ansvarig"),
    )


def _split(text: str, labels: Sequence[str]) -> tuple[str, Mapping[str, str]]:
    """What stands before the labels, and what each of them says, without its full stop."""
    first, *parts = re.split(rf"\s*(?<!\w)({'|'.join(labels)}): ", text)
    told = {label: said.strip().rstrip(".") for label, said in zip(parts[::2], parts[1::2], strict=True)}
    return first.strip(), told
