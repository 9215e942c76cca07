"""A plan as Markdown, whole."""

from kb.plans.markdown import write_markdown
from tests.kb.plans.small_plan import PLAN, with_problem

WRITTEN = """\
# Utkast till åtgärdsplan, Borås

Utkast 2026-11-22. Följs upp senast 2027-11-22 (6 § lag 2023:196). Underlag: indexversion\N{SPACE}
`3f2a`. Beslut fattas av kommunen (5 §).

Lägesbilden saknar, så långt det går att se: analys, kartläggning (4 §).

## 1. Torget

### Ur lägesbilden

> Det säljs på torget.
> Varje kväll.

### Plats, grupp och tid

- **Plats:** torget; parken
- **Grupp:** Framgår inte. Vilka gör det, och vilka drabbas?
- **Tid:** Framgår inte. När händer det, och sedan när?

### Orsak

- Ingen vuxen är där.

### Mål

*Fylls i av kommunen.*

### Åtgärder att ta ställning till

#### Nattvandring

Vuxna går i området på kvällar.

- **Evidens:** svag (trygghet). Enstaka studier.
- **Drivs av:** civilsamhälle, polis
- **Kräver:** En samordnare; Tio vuxna
- **Saknas enligt er:** En samordnare
- **Kostnad:** Arbetstid
- **Ansvarig och tid:** *Fylls i av kommunen.*
- **Att följa upp:**
    - Antal kvällar
    - Andel trygga
- **Källor:** Brå 2020: Om vandring

**Stölder av båtmotorer.** Ingen metod är känd.

**Avråds: Skrämselprogram.** Ökar brotten.

### Vem kan hjälpa

- Rådgivare, Brå. Ledig 2026-11-22–2026-12-01. Vägen in: <https://bra.se/>
"""


def test_a_plan_is_written_with_all_that_is_in_it() -> None:
    assert write_markdown(PLAN) == WRITTEN


def test_what_has_nothing_to_tell_leaves_no_gap() -> None:
    text = write_markdown(with_problem(causes=(), cause_questions=(), experts=(), gaps=(), advised_against=()))
    assert "\n\n\n" not in text
    assert "Vem kan hjälpa" not in text
