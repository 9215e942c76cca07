"""Stand-ins for experts who are told by texts of their own: profiles of twenty texts, and eight other texts of each.

Ministers with the press releases that quote them alone, their names and titles taken out; statutes with their sections;
parts of Python packages with their docstrings, in English. A text of a profile is a query whose answer is that profile,
whole and as its first words.
"""

import ast
import json
import lzma
import random
import re
import sys
import tarfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kb.matching.rank_experts import Profile

N_TEXTS, N_QUERIES, N_PROFILES = 20, 8, 58
MAX_CHARS = 1500
TITLE_WORDS = 12
_MINISTER = re.compile(r"[a-zåäö-]+minister\s+([A-ZÅÄÖ][a-zåäöé]+(?:\s+[A-ZÅÄÖ][a-zåäöé]+){1,2})")
_TITLE = re.compile(r"\b[A-Za-zåäöÅÄÖ-]*minister[a-zåäö]*\b")


@dataclass(frozen=True, slots=True)
class ProfileSet:
    """answers : for each query, the position of its profile."""

    profiles: tuple[Profile, ...]
    queries: tuple[str, ...]
    answers: tuple[int, ...]

    @property
    def short_queries(self) -> tuple[str, ...]:
        """The first TITLE_WORDS words of each query."""
        return tuple(" ".join(query.split()[:TITLE_WORDS]) for query in self.queries)


def read_profile_sets(folder: Path) -> dict[str, ProfileSet]:
    """The three sets, by name; folder has the archives of the training data."""
    return {
        "ministers": _make_set(_read_ministers(folder)),
        "statutes": _make_set(_read_statutes(folder)),
        "docstrings": _make_set(_read_docstrings()),
    }


def _make_set(texts_of: Mapping[str, Sequence[str]]) -> ProfileSet:
    """At most N_PROFILES of those with texts enough, chosen and divided by chance, always the same."""
    chance = random.Random(0)
    enough = sorted(name for name, texts in texts_of.items() if len(set(texts)) >= N_TEXTS + N_QUERIES)
    chosen = chance.sample(enough, min(N_PROFILES, len(enough)))
    divided = [chance.sample(sorted(set(texts_of[name])), N_TEXTS + N_QUERIES) for name in chosen]
    profiles = tuple(Profile(name, tuple(texts[:N_TEXTS])) for name, texts in zip(chosen, divided, strict=True))
    queries = [(position, text) for position, texts in enumerate(divided) for text in texts[N_TEXTS:]]
    return ProfileSet(profiles, tuple(text for _, text in queries), tuple(position for position, _ in queries))


def _read_ministers(folder: Path) -> dict[str, list[str]]:
    releases: dict[str, list[str]] = defaultdict(list)
    with lzma.open(folder / "regeringen_sv.jsonl.xz", "rt", encoding="utf-8") as file:
        for page in map(json.loads, file):
            text = f"{page['title']}. {page['text']}".replace("\xad", "")
            names = set(_MINISTER.findall(text))
            if page["path"].startswith("pressmeddelanden") and len(names) == 1:
                releases[names.pop()].append(text)
    words = sorted({word for name in releases for word in name.split()})
    named = re.compile(rf"\b(?:{'|'.join(words)})s?\b")
    return {
        name: [named.sub("", _TITLE.sub("", text))[:MAX_CHARS] for text in found] for name, found in releases.items()
    }


def _read_statutes(folder: Path) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    with tarfile.open(folder / "sfs.tar.xz") as archive:
        for member in archive:
            if member.name.endswith(".md") and member.size > 30_000 and (file := archive.extractfile(member)):
                parts = re.split(r"\n(?=#{2,6} )", file.read().decode())
                plain = [re.sub(r"[#*`]|\d+ kap\.|\d+ ?[a-z]? ?§", " ", part).strip() for part in parts]
                sections[member.name] = [part[:MAX_CHARS] for part in plain if 200 < len(part) < 2_000]
    return sections


def _read_docstrings() -> dict[str, list[str]]:
    """Of at most twelve parts of each installed package."""
    found: dict[str, list[str]] = defaultdict(list)
    roots = [Path(ast.__file__).parent, *(Path(entry) for entry in sys.path if entry.endswith("site-packages"))]
    for root in roots:
        for path in sorted(root.rglob("*.py")):
            parts = path.relative_to(root).parts
            if len(parts) > 1 and "site-packages" not in parts and "test" not in str(path):
                found["/".join(parts[:2]) if len(parts) > 2 else parts[0]] += _list_docstrings(path)
    n_of: dict[str, int] = defaultdict(int)
    kept = {}
    for name in sorted(found):
        if len(set(found[name])) >= N_TEXTS + N_QUERIES and n_of[name.split("/")[0]] < 12:
            n_of[name.split("/")[0]] += 1
            kept[name] = found[name]
    return kept


def _list_docstrings(path: Path) -> Iterator[str]:
    try:
        tree = ast.parse(path.read_text(encoding="utf-8"))
    except (SyntaxError, UnicodeDecodeError, ValueError):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Module):
            text = ast.get_docstring(node) or ""
            if 300 < len(text) < 6_000:
                yield re.sub(r"[>`.:_=*-]{2,}", " ", text)[:MAX_CHARS]
