"""Personal data of third persons in what is sent: whoever sends it is warned, and what is kept is masked."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from api.store.cases.errors import PersonalDataFound
from kb.privacy import mask_personal_data
from kb.privacy.find import find_personal_data


@dataclass(frozen=True, slots=True)
class FoundData:
    """kind : as in a mask; words : what was found, for whoever wrote it alone"""

    kind: str
    words: str


def list_found(texts: Mapping[str, str]) -> list[FoundData]:
    """What looks like personal data in the texts, each once, in order."""
    found = []
    for text in texts.values():
        whole = unicodedata.normalize("NFC", text)
        found += [FoundData(find.kind, whole[find.first : find.last]) for find in find_personal_data(whole)]
    return list(dict.fromkeys(found))


def guard_texts(texts: Mapping[str, str], *, may_mask: bool) -> dict[str, str]:
    """The texts as they are kept, by the same names. may_mask : whoever sends them has said so

    Raises
    ------
    PersonalDataFound : there is personal data, and nobody has said that it may be masked; told by kind and number
    """
    guarded = {name: mask_personal_data(text) for name, text in texts.items()}
    found = {name: told.counts for name, told in guarded.items() if told.counts}
    if found and not may_mask:
        faults = [
            f"{name}: {_tell(counts)}; take it out, or say that it may be masked" for name, counts in found.items()
        ]
        raise PersonalDataFound("\n".join(faults))
    return {name: told.text for name, told in guarded.items()}


def _tell(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{kind} ({n})" for kind, n in counts.items())
