"""Whether what the pages lead to within the site is there."""

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import parse_qsl, urlsplit

from fastapi.testclient import TestClient

from benchmarks.site.answer import Answer

LANGUAGE = "lang"


def check_links(client: TestClient, answers: Sequence[Answer]) -> Iterator[str]:
    """A fault for each link whose page or place is not there; of links that differ in values alone, one is tried."""
    seen = {answer.path: answer for answer in answers if not answer.kind.startswith("POST")}
    statuses: dict[tuple[str, tuple[str, ...]], int] = {}
    for answer in answers:
        for link in answer.own_links():
            yield from _check(client, answer, link, seen, statuses)


def _check(
    client: TestClient,
    answer: Answer,
    link: str,
    seen: Mapping[str, Answer],
    statuses: dict[tuple[str, tuple[str, ...]], int],
) -> Iterator[str]:
    url = urlsplit(link)
    names = tuple(sorted({name for name, _ in parse_qsl(url.query)}))
    if LANGUAGE in names:  # leads to the page itself, in the other language
        return
    is_here = url.path == answer.path.partition("?")[0] and not url.query  # an answer to a form cannot be asked for
    key = (url.path, names)
    if key not in statuses and not is_here:
        known = seen.get(url.path) if not url.query else None
        statuses[key] = known.status if known else client.get(link.partition("#")[0]).status_code
        if statuses[key] >= 400:
            yield f"{answer.path}: {link} answers {statuses[key]}"
    target = answer if is_here else seen.get(url.path)
    if url.fragment and target is not None and url.fragment not in target.html.ids():
        yield f"{answer.path}: {link} leads to no place in that page"
