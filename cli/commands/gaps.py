"""`kb gaps`: where the knowledge base is thin."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from cli.settings import snapshots_option
from cli.shown.tables import Table, table_as_markdown, table_as_text
from cli.today import read_today
from kb.overview.gaps import MIN_EXPERTS, MIN_METHODS, AreaCoverage, Gaps, Shortage, find_gaps
from kb.vocabulary import RATINGS

INTRO = """\
# Where the knowledge base is thin

Written by `kb gaps --markdown > docs/gaps.md` on the shipped content; a test compares them. A gap here is a gap in this
knowledge base: it does not say that nothing exists, and a count does not say that a method fits.
"""


@click.command("gaps", epilog="Example: kb gaps --markdown > docs/gaps.md")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--markdown", "as_markdown", is_flag=True, help="Print the tables as a Markdown document.")
@snapshots_option
def gaps_command(as_json: bool, as_markdown: bool, snapshots: Path) -> int:
    """Count methods by evidence and experts, per problem area and county, and tell where they are few."""
    from kb.documents import Library
    from kb.snapshot.open_snapshot import open_current

    if as_json and as_markdown:
        raise click.UsageError("--json and --markdown exclude each other; choose one")
    snapshot = open_current(snapshots)
    library = Library(
        tuple(snapshot.guidance.values()), tuple(snapshot.problem_areas.values()), tuple(snapshot.experts.values())
    )
    gaps = find_gaps(library, snapshot.registers.municipalities, read_today())
    if as_json:
        click.echo(json.dumps(asdict(gaps), ensure_ascii=False, indent=2))
    elif as_markdown:
        click.echo("\n\n".join([INTRO.strip(), *map(table_as_markdown, _tables(gaps))]))
    else:
        click.echo("\n\n".join(map(table_as_text, _tables(gaps))))
    return 0


def _tables(gaps: Gaps) -> list[Table]:
    return [_thin(gaps), _methods(gaps), _experts(gaps), _counties(gaps), _counties_without(gaps)]


def _thin(gaps: Gaps) -> Table:
    return Table(
        "Thin areas",
        f"Areas with under {MIN_METHODS} methods, with none rated god or stark or only such as may also help "
        f"(secondary), or with under {MIN_EXPERTS} experts. Methods advised against are not counted.",
        ("area", "what is missing"),
        tuple(
            (area.slug, "; ".join(_tell(area, shortage) for shortage in area.shortages))
            for area in gaps.areas
            if area.shortages
        ),
    )


def _tell(area: AreaCoverage, shortage: Shortage) -> str:
    told: dict[Shortage, str] = {
        "few_methods": _count(sum(area.primary.values()) + sum(area.secondary.values()), "method"),
        "none_well_supported": "none god or stark",
        "well_supported_secondary_only": "god or stark only as secondary",
        "few_experts": _count(area.n_nationwide + area.n_regional, "expert"),
    }
    return told[shortage]


def _count(n: int, what: str) -> str:
    return f"{n or 'no'} {what}{'' if n == 1 else 's'}"


def _methods(gaps: Gaps) -> Table:
    return Table(
        "Methods by evidence",
        "Primary + secondary: methods that are for the area, and methods that may also help. A method counts once, by "
        "its evidence for the area; one that is not assessed for it counts as oklar. Apart: methods advised against "
        "(avråds), known gaps (lucka) and duties and law (law).",
        ("area", *RATINGS, "all", "avråds", "lucka", "law"),
        tuple(_method_row(area) for area in gaps.areas),
    )


def _method_row(area: AreaCoverage) -> tuple[str, ...]:
    return (
        area.slug,
        *(_pair(area.primary[rating], area.secondary[rating]) for rating in RATINGS),
        _pair(sum(area.primary.values()), sum(area.secondary.values())),
        str(area.n_advised_against or "-"),
        str(area.n_gap_documents or "-"),
        str(area.n_duties_and_law or "-"),
    )


def _pair(primary: int, secondary: int) -> str:
    return f"{primary} + {secondary}" if primary or secondary else "-"


def _experts(gaps: Gaps) -> Table:
    n_counties = len(gaps.counties)
    return Table(
        "Experts by area",
        "Nationwide experts reach every county; regional ones name theirs. Busy periods and conflicts are not counted.",
        ("area", "nationwide", "regional", "counties with a regional one"),
        tuple(
            (
                area.slug,
                str(area.n_nationwide or "-"),
                str(area.n_regional or "-"),
                f"{n_counties - len(area.counties_without)} of {n_counties}",
            )
            for area in gaps.areas
        ),
    )


def _counties(gaps: Gaps) -> Table:
    return Table(
        "Experts by county",
        f"Experts that name the county, and the areas that they cover together. The {gaps.n_nationwide} nationwide "
        "experts come on top in every county.",
        ("code", "county", "experts", "areas"),
        tuple((c.code, c.name, str(c.n_experts or "-"), str(c.n_areas or "-")) for c in gaps.counties),
    )


def _counties_without(gaps: Gaps) -> Table:
    names = {county.code: county.name for county in gaps.counties}
    return Table(
        "Counties without an expert of their own",
        "Where an area has no expert beside the nationwide ones, or none at all.",
        ("area", "counties"),
        tuple((area.slug, _name_counties(area, names)) for area in gaps.areas if area.counties_without),
    )


def _name_counties(area: AreaCoverage, names: dict[str, str]) -> str:
    """The shorter of those without one and those with one."""
    there = [name for code, name in names.items() if code not in area.counties_without]
    if not there:
        return f"all {len(names)}"
    if len(there) < len(area.counties_without):
        return f"all but {', '.join(there)}"
    return ", ".join(names[code] for code in area.counties_without)
