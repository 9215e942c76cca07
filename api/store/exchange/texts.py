"""The texts of an account of practice: what may stand in them, as JSON, and as the stems that they are found by."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields

from api.store.exchange.errors import PracticeRejected
from kb.text.analysis import stem
from kb.text.stop_words import STOP_WORDS
from kb.text.words import find_words

MAX_TITLE_CHARS = 120
MAX_TEXT_CHARS = 2_000
MAX_QUERY_STEMS = 20
_NEEDED = ("title", "done", "took", "figures", "otherwise")


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeTexts:
    """done : what was done; took : what it took; figures : what they say; otherwise : what would be done otherwise"""

    title: str = ""
    done: str = ""
    took: str = ""
    figures: str = ""
    otherwise: str = ""


TEXTS = tuple(field.name for field in fields(PracticeTexts))


def read_texts(sent: Mapping[str, str]) -> PracticeTexts:
    """The texts of those names, tidied.

    Raises
    ------
    PracticeRejected : one is too long; one line for each
    """
    tidy = {name: sent.get(name, "").replace("\r\n", "\n").strip() for name in TEXTS}
    most = {name: MAX_TITLE_CHARS if name == "title" else MAX_TEXT_CHARS for name in TEXTS}
    faults = [
        f"{name}: {len(text)} characters; at most {most[name]}, shorten it"
        for name, text in tidy.items()
        if len(text) > most[name]
    ]
    if faults:
        raise PracticeRejected("\n".join(faults))
    return PracticeTexts(**tidy)


def check_whole(texts: PracticeTexts) -> None:
    """Return if nothing that an account must tell is empty.

    Raises
    ------
    PracticeRejected : something is; one line for each
    """
    empty = [f"{name}: empty; write it before the account is sent" for name in _NEEDED if not getattr(texts, name)]
    if empty:
        raise PracticeRejected("\n".join(empty))


def dump_texts(texts: PracticeTexts) -> str:
    return json.dumps(asdict(texts), ensure_ascii=False)


def load_texts(body: str) -> PracticeTexts:
    return PracticeTexts(**json.loads(body))


def list_stems(texts: Iterable[str]) -> list[str]:
    """The stems of the texts' words, each once, those that say nothing by themselves left out.

    >>> list_stems(["Lovskolorna på lovskolan"])
    ['=lovskol']
    """
    words = (word.form for text in texts for word in find_words(text))
    return list(dict.fromkeys(stem(form) for form in words if form not in STOP_WORDS))
