"""The pages held to what browsers, readers and search engines need: python -m benchmarks.pages [--snapshots DIR].

Every page of the sitemap, searches, and what the forms answer, served in process. Exit 1 when a page has a fault; times
are reported and judged by nobody.
"""

import argparse
import gzip
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median

from fastapi.testclient import TestClient

from api.app import create_app
from api.pages.frame.assets import STATIC
from api.settings import Settings
from benchmarks.site.answer import Answer
from benchmarks.site.contrast import Contrast, measure_contrasts
from benchmarks.site.crawl import crawl, fetch
from benchmarks.site.links import check_links
from benchmarks.site.page_checks import check_page
from benchmarks.site.parts import MAX_GZIPPED, Part, check_part, fetch_part, weigh

N_TIMED = 9
"""Times that one page of a kind is asked for, when there are few of it."""
MAX_SHOWN = 50


def main() -> int:
    """Print the tables; 1 when there is a fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--snapshots", type=Path, default=Path("snapshots"))
    arguments = parser.parse_args()
    app = create_app(Settings(snapshots=arguments.snapshots))
    with TestClient(app) as client:
        answers = list(crawl(client, app))
        parts = {path: fetch_part(client, path) for answer in answers for path in answer.parts()}
        faults = [*_page_faults(answers, parts), *check_links(client, answers)]
        times = {kind: _p50_ms(client, group) for kind, group in _by_kind(answers).items()}
    contrasts = measure_contrasts((STATIC / "site.css").read_text(encoding="utf-8"))
    faults += [_tell(contrast) for contrast in contrasts if not contrast.is_enough]
    print("\n".join(write_report(answers, parts, times, contrasts, faults)))
    return 1 if faults else 0


def write_report(
    answers: Sequence[Answer],
    parts: Mapping[str, Part],
    times: Mapping[str, float],
    contrasts: Sequence[Contrast],
    faults: Sequence[str],
) -> Iterator[str]:
    """The lines of the report, as Markdown."""
    yield "| page | pages | p50 ms | HTML kB, largest | the same gzipped | requests | CSS+JS kB gzipped |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for kind, group in _by_kind(answers).items():
        largest = max(group, key=lambda answer: len(answer.body))
        fetched = [parts[path] for path in largest.parts()]
        sizes = [len(largest.body), len(gzip.compress(largest.body, 6))]
        cells = [kind, len(group), f"{times[kind]:.1f}", *map(_kb, sizes), 1 + len(fetched), _kb(weigh(fetched))]
        yield f"| {' | '.join(map(str, cells))} |"
    yield ""
    for scheme in dict.fromkeys(contrast.scheme for contrast in contrasts):
        least = min((c for c in contrasts if c.scheme == scheme), key=lambda c: (c.ratio or 0) / c.least)
        count = sum(contrast.scheme == scheme for contrast in contrasts)
        yield f"Contrast, {scheme}: {count} pairs; nearest its limit is {_tell(least)}."
    yield ""
    yield f"{len(answers)} pages, {len(faults)} faults."
    yield from (f"- {fault}" for fault in faults[:MAX_SHOWN])


def _page_faults(answers: Sequence[Answer], parts: Mapping[str, Part]) -> Iterator[str]:
    for answer in answers:
        if answer.status != 200:
            yield f"{answer.kind} {answer.path}: answers {answer.status}"
        if answer.is_html:
            yield from (f"{answer.kind} {answer.path}: {fault}" for fault in check_page(answer))
        if (weight := weigh([parts[path] for path in answer.parts()])) > MAX_GZIPPED:
            yield f"{answer.path}: {weight} bytes of CSS and JavaScript, at most {MAX_GZIPPED}"
    for part in parts.values():
        yield from check_part(part)
    titles = Counter(_title(answer) for answer in answers if not answer.kind.startswith("POST"))
    yield from (f"{count} pages are titled {title!r}" for title, count in titles.items() if count > 1)


def _title(answer: Answer) -> str:
    return next((element.text.strip() for element in answer.html.all("title")), "")


def _by_kind(answers: Sequence[Answer]) -> dict[str, list[Answer]]:
    groups: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        groups[answer.kind].append(answer)
    return dict(sorted(groups.items()))


def _p50_ms(client: TestClient, group: Sequence[Answer]) -> float:
    """The median over the pages of a kind; a kind of few pages is asked for again, but what is sent to is not."""
    times = [answer.elapsed_ms for answer in group]
    if len(group) < N_TIMED and not group[0].kind.startswith("POST"):
        times = [fetch(client, answer.path, answer.kind).elapsed_ms for _ in range(N_TIMED) for answer in group]
    return median(times)


def _kb(n_bytes: int) -> str:
    return f"{n_bytes / 1000:.1f}"


def _tell(contrast: Contrast) -> str:
    met = "without a value" if contrast.ratio is None else f"{contrast.ratio:.2f}"
    return f"{contrast.colour} on {contrast.ground} ({contrast.scheme}): {met}, at least {contrast.least}"


if __name__ == "__main__":
    sys.exit(main())
