"""`kb search`: guidance that answers a query."""

from collections.abc import Sequence
from pathlib import Path
from typing import get_args

import click

from cli.given.told import open_told_searcher_at
from cli.settings import json_option, model_option, snapshots_option
from cli.shown.experts import title_expert, way_in_line
from cli.shown.filtered_out import count_hits, filtered_out_lines
from cli.shown.text import advice_line, question_lines, score_line, show_passage, urgent_lines, wrap
from cli.shown.words import WORDS, within
from cli.today import read_today
from kb.documents import Guidance
from kb.errors import FilterRejected
from kb.matching.search_helpers import SearchHelper, find_search_helpers
from kb.search.answer import Page, SearchResult, Sort
from kb.search.describe import Hit
from kb.search.facets import GUIDANCE_FACETS, Filters
from kb.search.one_area import find_area

*_FACETS, _LAST_FACET = GUIDANCE_FACETS


@click.command("search", epilog='Example: kb search "ungar som kör epa på torget" --filter setting=centrum')
@click.argument("query")
@click.option("-n", default=5, show_default=True, type=click.IntRange(1, 100), help="Hits to show.")
@click.option(
    "--filter",
    "filters",
    multiple=True,
    metavar="FACET=VALUE",
    help=f"Show only these; may be repeated. A FACET is {', '.join(_FACETS)} or {_LAST_FACET}.",
)
@click.option("--sort", type=click.Choice(get_args(Sort)), default="relevance", show_default=True)
@click.option("--explain", is_flag=True, help="Show what each signal adds to the score.")
@snapshots_option
@model_option
@json_option
def search_command(
    query: str,
    n: int,
    filters: tuple[str, ...],
    sort: Sort,
    explain: bool,
    snapshots: Path,
    model: Path | None,
    as_json: bool,
) -> int:
    """Search the guidance for QUERY.

    "Words in quotation marks" are found in that order; -word leaves out what has the word.
    """
    searcher = open_told_searcher_at(snapshots, model, "search")
    chosen = _parse_filters(filters)
    question = searcher.ask_guidance(query)
    result = searcher.answer_guidance(question, Page(filters=chosen, first=0, n=n, sort=sort))
    helpers = find_search_helpers(question, result, searcher, read_today())
    if as_json:
        from api.schemas.search import search_out

        click.echo(search_out(query, result, chosen, helpers).model_dump_json(indent=2))
    else:
        _show(result, chosen, explain)
        _show_helpers(helpers)
    return 0


def _parse_filters(pairs: tuple[str, ...]) -> dict[str, list[str]]:
    filters: dict[str, list[str]] = {}
    for pair in pairs:
        facet, separator, value = pair.partition("=")
        if not separator:
            raise FilterRejected(f"filter {pair!r} is not FACET=VALUE; write for example setting=skola")
        filters.setdefault(facet, []).append(value)
    return filters


def _show(result: SearchResult[Guidance], filters: Filters, explain: bool) -> None:
    for line in urgent_lines(result.urgent):
        click.echo(line)
    if result.suggestion:
        click.echo(f"{WORDS['did_you_mean']} {result.suggestion}")
    if result.missing_phrases:
        click.echo(WORDS["phrase_missing"].replace("{phrases}", "”, ”".join(result.missing_phrases)))
    if result.signs.left_out:
        click.echo(WORDS["left_out_told"].replace("{words}", "”, ”".join(result.signs.left_out)))
    if not result.is_answered:
        click.echo("\n".join(question_lines(result.topics)))
    elif not result.hits:
        click.echo("\n".join(_empty_lines(result, filters)))
    for rank, hit in enumerate(result.hits, 1):
        _show_hit(f"{rank}.", hit, find_area(filters), explain)
    for hit in result.advised_against:
        click.secho(WORDS["advised_against_lead"], fg="red", bold=True)
        _show_hit("!", hit, find_area(filters), explain)


def _empty_lines(result: SearchResult[Guidance], filters: Filters) -> list[str]:
    options = {facet: " ".join(f"--filter {facet}={value}" for value in values) for facet, values in filters.items()}
    told = filtered_out_lines(result.filtered_out, "filtered_out_filters", options, count_hits)
    return told or [WORDS["no_other_hits"]]


def _show_hit(mark: str, hit: Hit[Guidance], area: str | None, explain: bool) -> None:
    document = hit.document
    click.echo(f"\n{mark} {click.style(document.title, bold=True)}  [{document.slug}]")
    click.echo(f"   {within('relevance')} {hit.relevance:.2f} · {advice_line(document, area)}")
    click.echo(wrap(document.summary, "   "))
    if hit.passages:
        click.echo(show_passage(hit.passages[0], "   > "))
    if explain:
        click.echo(f"   {score_line(hit.parts)}")


def _show_helpers(helpers: Sequence[SearchHelper]) -> None:
    if helpers:
        click.echo(f"\n{WORDS['who_can_help']}:")
    for helper in helpers:
        expert = helper.match.hit.document
        click.echo(f"\n   {title_expert(expert)}")
        click.echo(wrap(helper.reason.document_passage.text, "   > "))
        click.echo(f"   {way_in_line(expert)}")
