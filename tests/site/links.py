"""Whether what the pages lead to within the site is there."""

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import parse_qsl, urldefrag, urlsplit

from fastapi.testclient import TestClient

from tests.site.answer import Answer

LANGUAGE = "lang"
Kind = tuple[str, tuple[str, ...]]
"""The path of a link and the names in its query."""


def check_links(client: TestClient, answers: Sequence[Answer]) -> Iterator[str]:
    """A fault for each link whose page or place is not there; of links that differ in values alone, one is tried."""
    seen = {answer.path: answer for answer in answers if answer.method == "GET"}
    statuses: dict[Kind, int] = {}
    for answer in answers:
        for link in answer.own_links():
            yield from _check(client, answer, link, seen, statuses)


def _check(
    client: TestClient, answer: Answer, link: str, seen: Mapping[str, Answer], statuses: dict[Kind, int]
) -> Iterator[str]:
    address, fragment = urldefrag(link)
    url = urlsplit(address)
    kind = (url.path, tuple(sorted({name for name, _ in parse_qsl(url.query)})))
    if LANGUAGE in kind[1]:  # leads to the page itself, in the other language
        return
    is_here = address == answer.path  # an answer to a form cannot be asked for
    if kind not in statuses and not is_here:
        known = seen.get(address)
        statuses[kind] = known.status if known else client.get(address).status_code
        if statuses[kind] >= 400:
            yield f"{answer.path}: {link} answers {statuses[kind]}"
    target = answer if is_here else seen.get(address)
    if fragment and target is not None and fragment not in target.ids():
        yield f"{answer.path}: {link} leads to no place in that page"
