"""A slug names one document; two files of a name in different folders would hide one of them."""

from collections.abc import Iterator

from indexer.content.fault import Fault
from indexer.content.read_content import Content


def check_duplicates(content: Content) -> Iterator[Fault]:
    """Two files of a collection with the same slug, or the same title."""
    seen: dict[tuple[str, str], str] = {}
    for entry in content.entries:
        title = str(entry.file.meta.get("title") or entry.file.meta.get("name") or "")
        organisation = str(entry.file.meta.get("organisation") or "") if title else ""
        for what, value in (("slug", entry.file.slug), ("title", f"{title} {organisation}".strip())):
            if not value:
                continue
            first = seen.setdefault((f"{entry.collection} {what}", value), str(entry.file.path))
            if first != str(entry.file.path):
                yield Fault(
                    path=entry.file.path,
                    line=1,
                    fault=f"duplicate {what}",
                    value=f"'{value}', also in {first}",
                    way_out="rename one",
                )
