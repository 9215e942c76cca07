"""A plan as a document: page one, what it builds on, problem by problem, sources."""

from collections.abc import Iterator

from kb.plans.document.blocks import Block, Bullets, Contents, Document, Heading, Paragraph, Spans, quote, say
from kb.plans.document.cited import cite
from kb.plans.document.front_page import MAX_SUMMARY_CHARS, is_told_by_problem, list_measures, tell_front_page
from kb.plans.document.measure_part import label
from kb.plans.document.measure_table import make_measure_table
from kb.plans.document.problem_part import tell_problem
from kb.plans.document.source_part import tell_sources
from kb.plans.document.telling import Telling
from kb.plans.document.words import Words, load_words
from kb.plans.document.written_plan import WrittenPlan
from kb.plans.labels import PlanLanguage

MAX_PROBLEMS_IN_DETAIL = 4
"""More would make a table of contents of several pages: it then has the chapters alone."""


def make_document(plan: WrittenPlan, language: PlanLanguage = "sv") -> Document:
    """The document; its words are in the language, what it quotes of municipality and content is Swedish."""
    words = load_words(language)
    telling = Telling(plan, words, cite(plan.read))
    return Document(
        title=plan.read.title or words["draft_title" if plan.is_draft else "plan_title"],
        owner=plan.read.draft.municipality or "",
        state=tell_state(plan, words),
        language=language,
        page=words["page"],
        day=plan.today,
        blocks=tuple(_tell(telling)),
    )


def tell_state(plan: WrittenPlan, words: Words) -> str:
    """What has been decided, and when."""
    if plan.adoption:
        paragraph = f", {plan.adoption.paragraph}" if plan.adoption.paragraph else ""
        return words["state_adopted"].format(day=plan.adoption.day, body=plan.adoption.body, paragraph=paragraph)
    if plan.version is not None:
        return words["state_saved"].format(version=plan.version, day=plan.today)
    if plan.is_draft:
        return words["state_draft"].format(day=plan.read.draft.drafted)
    return words["state_opened"].format(day=plan.today)


def _tell(telling: Telling) -> Iterator[Block]:
    words = telling.words
    yield from tell_front_page(telling)
    yield Contents(words["contents"], 2 if len(telling.plan.read.kept) <= MAX_PROBLEMS_IN_DETAIL else 1)
    yield from _tell_about(telling)
    if is_told_by_problem(telling):
        yield Heading(level=1, spans=say(words["all_measures"]), anchor="all", starts_page=True)
        yield make_measure_table(words["who_does_what"], list_measures(telling), telling)
    for n, problem, some in telling.number_measures():
        yield from tell_problem(n, problem, some, telling)
    yield from tell_sources(telling)


def _tell_about(telling: Telling) -> Iterator[Block]:
    words, read = telling.words, telling.plan.read
    yield Heading(level=1, spans=say(words["about"]), anchor="about")
    if len(read.summary) > MAX_SUMMARY_CHARS:
        yield Paragraph(quote(read.summary))
    yield Paragraph(say(words["about_law"]))
    yield Bullets(tuple(_list_facts(telling)))
    yield Paragraph(say(words["how_to_read"]))
    struck = [telling.name_problem(problem) for problem in read.problems if problem.is_dropped]
    if struck:
        yield Paragraph((*label(words["struck"]), *quote("; ".join(struck))))


def _list_facts(telling: Telling) -> Iterator[Spans]:
    words, read = telling.words, telling.plan.read
    yield (*label(words["drafted"]), *say(str(read.draft.drafted)))
    yield (*label(words["follow_up"]), *say(str(read.follow_up)))
    yield (*label(words["index"]), *say(words["index_told"].format(id=read.draft.snapshot_id)))
    for part, place in read.statute.items():
        told = words["is_in"].format(place=place) if place else words["is_nowhere"]
        yield (*label(f"{words['description_lacks']} {words.get(f'part_{part}', part)}"), *quote(told))
