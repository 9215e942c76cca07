"""How long a long description takes, and whether many leave memory behind: python -m benchmarks speed.description.

Fifteen pages (6,000 words) are put together from the invented lägesbilder of benchmarks/datasets and docs/examples, as
Markdown and as .docx. Measured warm, one at a time: reading and matching of both, and the plan as .docx from the text;
then 200 matches in a row, every tenth read from .docx, with the resident memory of this process after a tenth of them
and after all, and whether a reading process is left.
"""

import gc
import json
import os
import statistics
import time
from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document

from benchmarks.datasets.shipped import LAGESBILDER
from benchmarks.parser import make_parser
from benchmarks.results.record import RESULTS, ROOT, describe_run, write_result
from kb.embedding.load import load_embedder
from kb.matching.help_request import make_help_request
from kb.matching.match import Match
from kb.matching.matcher import Matcher
from kb.models.models import load_models
from kb.plans.document.written_plan import present_draft
from kb.plans.draft import draft_plan
from kb.plans.formats import write_plan
from kb.plans.plan import Plan
from kb.reading.read import read_description
from kb.search.open_searcher import open_searcher
from kb.search.searcher import Searcher
from kb.snapshot.open_snapshot import open_current

COMMAND = "python -m benchmarks speed.description"
N_WORDS = 6_000
N_TIMED = 15
N_IN_A_ROW = 200
TODAY = date(2027, 1, 15)
TARGETS_S = {"text_match_p50_s": 1.0, "docx_match_p50_s": 1.0, "plan_docx_p50_s": 2.0}


def main(arguments: Sequence[str]) -> int:
    """Measure, write the result and print it."""
    parser = make_parser("speed.description", __doc__)
    parser.add_argument("--snapshots", type=Path, default=Path("snapshots"))
    parser.add_argument("--in-a-row", type=int, default=N_IN_A_ROW)
    parser.add_argument("--out", type=Path, default=RESULTS, help="folder that description.json is written into")
    chosen = parser.parse_args(arguments)
    embedder = load_embedder()
    searcher = open_searcher(open_current(chosen.snapshots), embedder, load_models())
    figures = {**measure_times(searcher), **measure_memory(searcher, chosen.in_a_row)}
    figures["load_average"] = round(os.getloadavg()[0], 1)
    figures["missed"] = [name for name, bound in TARGETS_S.items() if figures[name] >= bound]
    write_result("description", describe_run(COMMAND, embedder.model_id), figures, chosen.out)
    print(json.dumps(figures, indent=1))
    return 0


def make_description() -> str:
    """N_WORDS words of whole paragraphs."""
    folders = (LAGESBILDER, ROOT / "docs" / "examples")
    files = [path for folder in folders for path in sorted(folder.glob("l*.md"))]
    blocks = [block for path in files for block in path.read_text(encoding="utf-8").split("\n\n")]
    kept, n_words = [], 0
    for block in blocks:
        if n_words >= N_WORDS:
            break
        kept.append(block)
        n_words += len(block.split())
    return "\n\n".join(kept)


def make_word_file(text: str) -> bytes:
    """The description as .docx, its headings as Word's."""
    document = Document()
    for block in text.split("\n\n"):
        mark, _, heading = block.partition(" ")
        if mark and set(mark) == {"#"}:
            document.add_heading(heading, level=len(mark))
        else:
            document.add_paragraph(block)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _write_docx(plan: Plan) -> bytes:
    return write_plan(present_draft(plan), "docx").content


def measure_times(searcher: Searcher) -> dict[str, Any]:
    """Medians in seconds, of the clock and of the processor; reading .docx runs in a process of its own."""
    text = make_description()
    word_file = make_word_file(text)
    work: dict[str, Callable[[], object]] = {
        "text_match": lambda: match_description(text.encode(), "a.md", searcher),
        "docx_read": lambda: read_description(word_file, "a.docx"),
        "docx_match": lambda: match_description(word_file, "a.docx", searcher),
        "plan_docx": lambda: _write_docx(draft_plan(match_description(text.encode(), "a.md", searcher))),
    }
    figures: dict[str, Any] = {
        "n_words": len(text.split()),
        "n_problems": len(match_description(text.encode(), "", searcher).problems),
    }
    for name, run in work.items():
        clock, processor = zip(*(_time_s(run) for _ in range(N_TIMED)), strict=True)
        figures[f"{name}_p50_s"] = round(statistics.median(clock), 3)
        figures[f"{name}_cpu_p50_s"] = round(statistics.median(processor), 3)
    return figures


def measure_memory(searcher: Searcher, n_matches: int) -> dict[str, Any]:
    """Megabytes after a tenth of the matches and after all; the first tenth fills caches that are bounded."""
    text = make_description()
    word_file = make_word_file(text)
    figures: dict[str, Any] = {"n_in_a_row": n_matches}
    for done in range(1, n_matches + 1):
        match_description(*((word_file, "a.docx") if done % 10 == 0 else (text.encode(), "a.md")), searcher)
        if done == n_matches // 10:
            gc.collect()
            figures["rss_early_mb"] = find_rss_mb()
    gc.collect()
    figures["rss_late_mb"] = find_rss_mb()
    figures["processes_left"] = _count_children()
    return figures


def match_description(raw: bytes, name: str, searcher: Searcher) -> Match:
    """The match of a description as it is sent in."""
    help_request = make_help_request("Borås", searcher.snapshot.registers, TODAY)
    return Matcher(searcher, help_request, TODAY).match(read_description(raw, name))


def _time_s(run: Callable[[], object]) -> tuple[float, float]:
    started, cpu_started = time.perf_counter(), time.process_time()
    run()
    return time.perf_counter() - started, time.process_time() - cpu_started


def find_rss_mb() -> float:
    """Megabytes of this process that are in memory."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return round(int(next(line.split()[1] for line in lines if line.startswith("VmRSS:"))) / 1024, 1)


def _count_children() -> int:
    return sum(len(path.read_text(encoding="ascii").split()) for path in Path("/proc/self/task").glob("*/children"))
