"""A small content folder on disk: two areas, three methods, an expert, registers and outside topics, free of faults.

Tests change what they are about, in words: `folder.change("guidance/sanering.md", "kind: metod", "kind: metodd")`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from indexer.check import check_content
from indexer.content.fault import Fault
from indexer.content.read_content import Content, read_content
from indexer.content.read_markdown import ContentFile, read_file
from kb.vocabulary import Rating
from tests.builders import KNOWN, TODAY


@dataclass(frozen=True, slots=True)
class ContentFolder:
    """Names of files are relative to path: `guidance/sanering.md`."""

    path: Path

    def add(self, name: str, text: str) -> Path:
        """Write a file anew."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def text(self, name: str) -> str:
        return (self.path / name).read_text(encoding="utf-8")

    def change(self, name: str, old: str, new: str) -> Path:
        """Replace old, which stands exactly once in the file."""
        text = self.text(name)
        if text.count(old) != 1:
            raise ValueError(f"{old!r} stands {text.count(old)} times in {name}")
        return self.add(name, text.replace(old, new))

    def line_of(self, name: str, words: str) -> int:
        """The line, from 1, where words first stand."""
        lines = self.text(name).split("\n")
        return next(number for number, line in enumerate(lines, 1) if words in line)

    def read(self) -> Content:
        return read_content(self.path, TODAY)

    def read_file(self, name: str) -> ContentFile:
        return read_file(self.path / name)

    def check(self) -> list[Fault]:
        return check_content(self.read())

    def told(self, name: str) -> list[str]:
        """What `kb check` says of one file, without the path, with the line: `12: fault; value; way out`."""
        return told(self.check(), self.path / name)


def told(faults: Sequence[Fault], path: Path) -> list[str]:
    return [str(fault).removeprefix(f"{path}:") for fault in faults if fault.path == path]


def write_content(path: Path) -> ContentFolder:
    """The folder, written."""
    folder = ContentFolder(path)
    for name, text in FILES.items():
        folder.add(name, text)
    return folder


SOURCES = """\
sources:
  - id: bra-2024
    title: En rapport
    publisher: Brå
    year: 2024
    url: https://bra.se/rapport
    kind: myndighet
reviewed: 2025-01-01
review_by: 2099-01-01
verified: true
"""


def _guidance(title: str, area: str, related: str, asked: str, rating: Rating, setting: str, advice: str) -> str:
    effect, certainty = KNOWN[rating]
    return f"""\
---
title: {title}
kind: metod
summary: {title} prövas på platser där problemet kommer tillbaka vecka efter vecka.
problem_areas:
  primary:
    - {area}
prevention_level: selektiv
approach: situationell
ages:
  from: 12
  to: 20
target_groups:
  - unga
settings:
  - {setting}
run_by:
  - bostadsbolag
evidence:
  - outcome: Antal anmälda brott
    for_areas:
      - {area}
    effect: {effect}
    certainty: {certainty}
    basis:
      design: {"ingen studie" if effect == "inte känt" else "översikt"}
      studies: {"null" if effect == "inte känt" else 3}
      independence: oberoende
    finding: Ingen har mätt.
    year: 2024
    origin: svensk
    sources:
      - bra-2024
evidence_summary: Ingen har mätt om det hjälper.
cost:
  text: Ingen kostnad publicerad.
  searched: 2025-01-01
requires:
  - tid
recommendation: {advice}
related:
  - {related}
asked_as:
  sv:
    - {asked}
{SOURCES}---

## I korthet

{title}: {asked}. [@bra-2024]

## När passar metoden

När problemet återkommer.

## Så fungerar den

Den gör platsen mindre lockande.

## Så gör ni

1. Räkna först.
2. Handla sedan.

## Vad krävs

Tid och en ansvarig.

## Evidens

Ingen har mätt.

## Risker och invändningar

- Problemet flyttar.

## Följ upp

- Antal anmälningar i veckan.

## Exempel

Inga kända.

## Juridik

Inget särskilt.
"""


def _area(title: str, title_en: str, sign: str, related: str) -> str:
    return f"""\
---
title: {title}
title_en: {title_en}
kind: problemområde
summary: {title} som kommer tillbaka på samma plats och gör att folk går en annan väg.
signs:
  - {sign}
questions:
  - Vad händer?
  - Var händer det?
  - Varför händer det?
related:
  - {related}
asked_as:
  sv:
    - {sign} varje vecka
{SOURCES}---

## I korthet

{sign} [@bra-2024]

## Vad kan ligga bakom

Att ingen ser platsen.

## Fakta

Ingen har räknat.

## Avgränsning

Annat hör till [grannområdet]({related}.md).
"""


EXPERT = f"""\
---
name: Rådgivare mot skadegörelse
organisation: Brå
organisation_type: statlig myndighet
summary: Hjälper kommuner som har klotter och skadegörelse på skolor och stationer.
problem_areas:
  - klotter
methods:
  - slug: sanering
    level: har använt
counties: hela landet
support:
  - kunskapshöjning
formats:
  - digitalt
languages:
  - sv
availability:
  confirmed: 2026-11-01
  hours_per_month: 10
  parallel_cases: 2
  unavailable:
    - from: 2030-02-01
      to: 2030-02-28
conflicts:
  municipalities:
    - "1280"
  methods:
    - faltarbete
publication:
  legal_basis: Rollprofil utan personuppgifter
  since: 2025-01-01
  review_by: 2099-01-01
contact:
  way_in: https://bra.se/kontakt
  mailbox: metodstod@bra.se
  phone: 08-123 456 78
terms:
  cost: Kostar inget
  response_time: Svar inom en vecka
checked: 2025-01-01
{SOURCES}---

## Kan hjälpa till med

- Klotter på skolor och hur det saneras. [@bra-2024]

## Så går det till

Ett möte först.

## Gör inte

Sanerar inte själv.

## Bakgrund

Har hjälpt kommuner förr.
"""

FILES = {
    "problem-areas/klotter.md": _area("Klotter", "Graffiti", "Klotter på skolans fasad", "narkotika"),
    "problem-areas/narkotika.md": _area("Narkotika", "Drugs", "Narkotika säljs öppet i parken", "klotter"),
    "guidance/sanering.md": _guidance(
        "Snabb sanering av klotter", "klotter", "faltarbete", "klotter på skolans fasad", "oklar", "skola", "prövas"
    ),
    "guidance/faltarbete.md": _guidance(
        "Fältarbete i parken", "narkotika", "sanering", "ungdomar köper narkotika i parken", "god", "fritid", "prövas"
    ),
    "guidance/skramsel.md": _guidance(
        "Skrämsel med fängelsebesök",
        "narkotika",
        "faltarbete",
        "ta med ungdomar på fängelse",
        "svag",
        "fritid",
        "avråds",
    ),
    "experts/radgivare.md": EXPERT,
    "registers/municipalities.csv": """\
municipality_code,name,official_name,county_code,county_name,police_region,population,population_year
1280,Malmö,Malmö stad,12,Skåne län,Syd,362133,2024
1490,Borås,Borås stad,14,Västra Götalands län,Väst,114091,2024
""",
    "registers/police-areas.csv": """\
area,category,municipality,municipality_code,county,police_region,list_year,source_url
Rosengård,särskilt utsatt,Malmö,1280,Skåne län,Syd,2025,https://polisen.se/
Norrby,riskområde,Borås,1490,Västra Götalands län,Väst,2023,härledd ur listan 2023
""",
    "registers/help-lines.csv": """\
number,name,name_en,for_whom,for_whom_en,hours,hours_en,risks,source_url,checked
112,Nödnumret,Emergency number,Fara nu,Danger now,dygnet runt,day and night,,https://www.sosalarm.se/,2026-11-30
""",
    "registers/area-changes.csv": """\
from_year,from_area,to_year,to_area,change
2023,Norrby,2025,,removed
""",
    "outside-topics.txt": """\
ansöka om bygglov för altan
tider för sophämtning och återvinning
köa till förskola
""",
}
