"""The text that the default model is made from, each source as pairs that should lie close.

Every reader takes the data folder and yields pairs; what the files are, and their licences, stands in the model card.
"""

import bz2
import html
import itertools
import json
import lzma
import random
import re
import tarfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

from indexer.content.front_matter import Guidance, ProblemArea
from indexer.content.read_content import read_as_reviewed

Pair = tuple[str, str]
Role = Literal["training", "fusion", "measuring"]

FOLKETS_FILES = ("folkets_sv_en_public.xml.bz2", "folkets_en_sv_public.xml.bz2")
MAX_STATUTE_PAIRS = 60_000
MIN_SECTION_CHARS = 80
MAX_CHARS = 900
MAX_QUESTION_CHARS = 200
ROLES: dict[int, Role] = {0: "fusion", 5: "measuring"}


def read_folkets(folder: Path) -> Iterator[Pair]:
    """(Swedish, English) entries, examples, compounds and idioms of Folkets lexikon, both directions."""
    for name in FOLKETS_FILES:
        with bz2.open(folder / name, "rb") as file:
            root = ElementTree.parse(file).getroot()
        for word in root.iter("word"):
            swedish_first = word.get("lang") == "sv"
            for node in word.iter():
                for translation in node.findall("translation"):
                    pair = _plain(node.get("value")), _plain(translation.get("value"))
                    if all(pair):
                        yield pair if swedish_first else pair[::-1]


def read_folkets_definitions(folder: Path) -> Iterator[Pair]:
    """(Swedish word, its Swedish definition or synonym)."""
    with bz2.open(folder / FOLKETS_FILES[0], "rb") as file:
        root = ElementTree.parse(file).getroot()
    for word in root.iter("word"):
        value = _plain(word.get("value"))
        for tag in ("definition", "synonym"):
            for node in word.findall(tag):
                if value and _plain(node.get("value")):
                    yield value, _plain(node.get("value"))


def read_synonyms(folder: Path) -> Iterator[Pair]:
    """(word, synonym) of Folkets synonymlexikon with level 3.5 or more of 5."""
    with bz2.open(folder / "synpairs.xml.bz2", "rb") as file:
        text = file.read().decode("latin-1")
    for level, first, second in re.findall(r'<syn level="([\d.]+)"><w1>(.*?)</w1><w2>(.*?)</w2>', text):
        if float(level) >= 3.5:
            yield _plain(first), _plain(second)


def read_tatoeba(folder: Path) -> Iterator[Pair]:
    """(Swedish, English) example sentences."""
    with bz2.open(folder / "tatoeba_eng_swe.tsv.bz2", "rt", encoding="utf-8") as file:
        for line in file:
            english, _, swedish = line.rstrip("\n").partition("\t")
            if swedish:
                yield swedish, english


def read_mnli_translations(folder: Path) -> Iterator[Pair]:
    """(Swedish, English) premises and hypotheses; the two files hold the same lines."""
    for swedish, english in zip(_read_mnli(folder, "sv"), _read_mnli(folder, "en"), strict=True):
        yield swedish[0], english[0]
        yield swedish[1], english[1]


def read_mnli_entailments(folder: Path) -> Iterator[Pair]:
    """(premise, hypothesis) that follows from it, in Swedish."""
    return ((premise, hypothesis) for premise, hypothesis, label in _read_mnli(folder, "sv") if label == "entailment")


def read_paraphrases(folder: Path) -> Iterator[Pair]:
    """Sentences judged to mean nearly the same (4 or more of 5)."""
    with bz2.open(folder / "sweparaphrase_train.jsonl.bz2", "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            if float(row["label"]) >= 4.0:
                yield row["sentence_1"], row["sentence_2"]


def read_squad(folder: Path, role: Role = "training") -> Iterator[Pair]:
    """(question, paragraph) of the articles with the role."""
    with bz2.open(folder / "squad_sv_dev.json.bz2", "rt", encoding="utf-8") as file:
        for article in json.load(file)["data"]:
            if choose_role(article["title"]) == role:
                for paragraph in article["paragraphs"]:
                    for question in paragraph["qas"]:
                        if not question["is_impossible"]:
                            yield question["question"], paragraph["context"][:MAX_CHARS]


def read_swequad(folder: Path, role: Role = "training") -> Iterator[Pair]:
    """(question, text of an authority) of the texts with the role."""
    with bz2.open(folder / "swequad_mc_training.json.bz2", "rt", encoding="utf-8") as file:
        for row in json.load(file)["data"]:
            if choose_role(row["context"]) == role:
                yield row["question"], row["context"][:MAX_CHARS]


def choose_role(key: str) -> Role:
    """What an article or text is for: one in ten fits the fusion, one in ten measures, chosen by its own letters."""
    return ROLES.get(sum(key.encode()) % 10, "training")


def read_government(folder: Path) -> Iterator[Pair]:
    """(title, a paragraph) and (a paragraph, the next one) of the government's pages."""
    with lzma.open(folder / "regeringen_sv.jsonl.xz", "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            paragraphs = [_unlink(part) for part in row["text"].split("\n\n") if len(part) > MIN_SECTION_CHARS][:4]
            for paragraph in paragraphs[:2]:
                yield row["title"], paragraph[:MAX_CHARS]
            for first, second in zip(paragraphs[1::2], paragraphs[2::2], strict=False):
                yield first[:MAX_CHARS], second[:MAX_CHARS]


def read_questions(folder: Path) -> Iterator[Pair]:
    """(a heading that asks, the paragraph that answers) of the government's pages."""
    with lzma.open(folder / "regeringen_sv.jsonl.xz", "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            lines = [line.strip(" #*") for line in row["text"].split("\n") if line.strip()]
            for question, answer in itertools.pairwise(lines):
                if question.endswith("?") and len(question) < MAX_QUESTION_CHARS and len(answer) > MIN_SECTION_CHARS:
                    yield f"{row['title']}. {_unlink(question)}", _unlink(answer)[:MAX_CHARS]


def read_faq(folder: Path, role: Role = "training") -> Iterator[list[Pair]]:
    """Groups of (question, answer) about one matter, in which only its own answer fits a question, with the role."""
    for path in sorted(folder.glob("*.jsonl")):
        rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
        for group, members in itertools.groupby(rows, key=lambda row: row["group"]):
            if choose_role(group) == role:
                yield [(row["question"], row["answer"]) for row in members]


def read_content_pairs(folder: Path) -> Iterator[Pair]:
    """(how somebody asks, the document's summary or a section) of this project's own content folder."""
    content = read_as_reviewed(folder)
    for entry in content.entries:
        model = entry.model
        if isinstance(model, Guidance | ProblemArea):
            sections = [
                f"{model.title}. {placed.section.text}" for placed in entry.file.sections if placed.section.text
            ]
            targets = [f"{model.title}. {model.summary}", *sections]
            for position, phrasing in enumerate((*model.asked_as.sv, *model.asked_as.en)):
                yield phrasing, targets[0]
                yield phrasing, targets[1 + position % len(sections)][:MAX_CHARS]


def read_statutes(folder: Path) -> Iterator[Pair]:
    """(statute title and heading, section) of a fixed random sample of statutes, in their order."""
    statutes: list[list[Pair]] = []
    with tarfile.open(folder / "sfs.tar.xz") as archive:
        for member in archive:
            if member.isfile() and member.name.endswith(".md") and (file := archive.extractfile(member)):
                statutes.append(list(_sections(file.read().decode())))
    random.Random(0).shuffle(statutes)
    return itertools.islice(itertools.chain.from_iterable(statutes), MAX_STATUTE_PAIRS)


TRANSLATIONS: tuple[Callable[[Path], Iterator[Pair]], ...] = (read_folkets, read_tatoeba, read_mnli_translations)


def _read_mnli(folder: Path, language: str) -> list[tuple[str, str, str]]:
    with bz2.open(folder / f"mnli_{language}.tsv.bz2", "rt", encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file][1:]
    return [(row[0], row[1], row[2]) for row in rows]


def _sections(text: str) -> Iterator[Pair]:
    title = (re.search(r"^rubrik: (.*)$", text, re.M) or [None, ""])[1]
    heading = ""
    for block in re.split(r"\n(?=#)", text.split("\n---\n", 1)[-1]):
        first, _, rest = block.partition("\n")
        name, body = first.strip("# "), _unlink(" ".join(rest.split()))
        if name and not re.match(r"^\d+ ?[a-z]? ?§", name):
            heading = name
        if len(body) > MIN_SECTION_CHARS:
            yield f"{title}. {heading}", body[:MAX_CHARS]


def _unlink(text: str) -> str:
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)


def _plain(value: str | None) -> str:
    return html.unescape(html.unescape(value or "")).replace("|", "").strip()
