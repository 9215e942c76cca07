"""What an organisation says of its profile, read and checked before it is kept."""

from collections.abc import Mapping

from api.expert_side.profile_fields import FIELDS
from api.store.experts.errors import ReviewRejected
from api.store.experts.reviews import MAX_CHARS


def tidy_changes(changes: Mapping[str, str]) -> dict[str, str]:
    """Field -> what it should be, in the order in which fields are asked about.

    Raises
    ------
    ReviewRejected : a field that there is not, or a change that says nothing or too much
    """
    for name in changes:
        if name not in FIELDS:
            raise ReviewRejected(f"no field is called {name[:40]!r}; choose among {', '.join(FIELDS)}")
    tidied = {name: changes[name].strip() for name in FIELDS if name in changes}
    for name, text in tidied.items():
        if not text:
            raise ReviewRejected(f"{name}: nothing is said of what it should be; write that, or leave the field out")
        if len(text) > MAX_CHARS:
            raise ReviewRejected(f"{name} has {len(text)} signs; write at most {MAX_CHARS}")
    return tidied
