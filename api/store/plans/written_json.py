"""What is written in a plan, and edits of it, as the JSON that is stored."""

from collections.abc import Mapping

import msgspec

from kb.plans.working.working_plan import Written

Changes = Mapping[str, tuple[str, str]]
"""Path -> the text before and after, empty for a field that was or is empty."""
_changes = msgspec.json.Decoder(dict[str, tuple[str, str]])
_written = msgspec.json.Decoder(dict[str, str])


def dump(value: Written | Changes) -> str:
    return msgspec.json.encode(value, order="sorted").decode()


def load_written(text: str) -> Written:
    return _written.decode(text)


def load_changes(text: str) -> Changes:
    return _changes.decode(text)


def list_changes(before: Written, after: Written) -> Changes:
    """The fields that differ."""
    paths = sorted(before.keys() | after.keys())
    both = {path: (before.get(path, ""), after.get(path, "")) for path in paths}
    return {path: texts for path, texts in both.items() if texts[0] != texts[1]}


def take_back(written: Written, changes: Changes) -> Written:
    """What was written before the changes."""
    earlier = {**written, **{path: before for path, (before, _) in changes.items()}}
    return {path: text for path, text in earlier.items() if text}
