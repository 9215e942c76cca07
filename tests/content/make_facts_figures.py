"""facts_figures.json from the folder of facts that the content was written from.

    python -m tests.content.make_facts_figures FACTS_FOLDER

Only figures are written, no text: the facts themselves are not part of this repository. Run it when the facts change.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

from tests.content.figures import find_figures

FIGURES = Path(__file__).parent / "facts_figures.json"


def make_facts_figures(folder: Path) -> dict[str, list[str]]:
    """Slug of a method -> the figures of its entry in the folder's metoder-*.yaml, sorted."""
    entries = [
        entry
        for path in sorted(folder.glob("metoder-*.yaml"))
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]
    return {entry["slug"]: sorted(find_figures("\n".join(_texts(entry)))) for entry in entries}


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
    else:
        yield str(value)


def main() -> None:
    figures = make_facts_figures(Path(sys.argv[1]))
    if not figures:
        sys.exit(f"{sys.argv[1]}: no metoder-*.yaml; name the folder of facts")
    FIGURES.write_text(json.dumps(figures, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
