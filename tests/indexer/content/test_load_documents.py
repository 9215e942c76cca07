"""Front matter and sections become the documents of the core, field by field."""

from datetime import date

from indexer.content import front_matter
from indexer.content.load_documents import make_expert, make_guidance, make_problem_area
from kb.documents import (
    Basis,
    Cost,
    Evidence,
    Experience,
    Expert,
    Guidance,
    Indicator,
    MethodExperience,
    OutsideRating,
    Period,
    Phrasings,
    ProblemArea,
    Section,
    Source,
    Step,
    Terms,
    ToldAvailability,
)
from tests.content_folder import ContentFolder

SOURCES = (
    Source(
        id="bra-2024", title="En rapport", publisher="Brå", year=2024, url="https://bra.se/rapport", kind="myndighet"
    ),
)
SUMMARY_EN = "Graffiti is removed the day after it is found, place by place."
OUTSIDE = "    outside:\n      - rater: YEF\n        scale: 1–5\n        rating: '2'\n        source: bra-2024\n"
READ, AGAIN = date(2025, 1, 1), date(2099, 1, 1)


def _sections(folder: ContentFolder, name: str) -> tuple[Section, ...]:
    return tuple(placed.section for placed in folder.read_file(name).sections)


def test_a_guidance_document_has_every_field_of_its_file(folder: ContentFolder) -> None:
    name = "guidance/sanering.md"
    folder.change(name, "cost:", "partners:\n  - skola\nunverified:\n  - Priset.\ncost:")
    folder.change(
        name, "1. Räkna först.", "1. **Samordnaren, vecka 1:** räknar. Tar: en dag. Beslut: chefen ger uppdraget."
    )
    folder.change(
        name, "i veckan.", "i veckan. Källa: polisen. Första mätning: före start. Mål: färre. Ansvarig: chefen."
    )
    folder.change(name, "Inga kända.", "- **Borås, 2024.** Händelserna räknades [@bra-2024].")
    folder.change(name, "requires:", "time_to_start: En månad.\nlaw_checked: 2025-01-01\nrequires:")
    folder.change(
        name, "title: Snabb", f"english:\n  title: Quick\n  summary: {SUMMARY_EN}\nreviewed_by: jurist\ntitle: Snabb"
    )
    folder.change(name, "    finding:", f"    outcome_en: Number of crimes\n{OUTSIDE}    finding:")
    folder.change(name, "    - klotter\nprev", "    - klotter\n  secondary:\n    - narkotika\nprev")
    folder.change(name, "skolans fasad\nsources", "skolans fasad\n  en:\n    - graffiti\nsources")
    file = folder.read_file(name)
    assert make_guidance(front_matter.Guidance.model_validate(file.meta), file) == Guidance(
        slug="sanering",
        title="Snabb sanering av klotter",
        kind="metod",
        summary="Snabb sanering av klotter prövas på platser där problemet kommer tillbaka vecka efter vecka.",
        primary_areas=("klotter",),
        secondary_areas=("narkotika",),
        prevention_level="selektiv",
        approach="situationell",
        age_from=12,
        age_to=20,
        target_groups=("unga",),
        settings=("skola",),
        run_by=("bostadsbolag",),
        partners=("skola",),
        evidence=(
            Evidence(
                outcome="Antal anmälda brott",
                outcome_en="Number of crimes",
                wanted="minskar",
                effect="inte känt",
                certainty="mycket låg",
                basis=Basis(
                    design="ingen studie", studies=None, described=None, countries=(), independence="oberoende"
                ),
                finding="Ingen har mätt.",
                outside=(
                    OutsideRating(rater="YEF", scale="1–5", rating="2", studies=None, year=None, source="bra-2024"),
                ),
                mechanism=None,
                moderators=None,
                implementation=None,
                cost=None,
                year=2024,
                origin="svensk",
                sources=("bra-2024",),
                for_areas=("klotter",),
            ),
        ),
        evidence_summary="Ingen har mätt om det hjälper.",
        cost=Cost(text="Ingen kostnad publicerad.", price_year=None, searched=date(2025, 1, 1)),
        time_to_start="En månad.",
        requires=("tid",),
        recommendation="prövas",
        statutory=False,
        related=("faltarbete",),
        unverified=("Priset.",),
        sources=SOURCES,
        reviewed=READ,
        review_by=AGAIN,
        verified=True,
        title_en="Quick",
        summary_en=SUMMARY_EN,
        reviewed_by="jurist",
        law_checked=READ,
        asked_as=Phrasings(("klotter på skolans fasad",), ("graffiti",)),
        sections=_sections(folder, name),
        steps=(
            Step(
                who="Samordnaren",
                when="vecka 1",
                what="räknar.",
                takes="en dag",
                decision="chefen ger uppdraget",
                sources=(),
            ),
            Step(who=None, when=None, what="Handla sedan.", takes=None, decision=None, sources=()),
        ),
        indicators=(
            Indicator(
                name="Antal anmälningar i veckan",
                source="polisen",
                first="före start",
                target="färre",
                owner="chefen",
            ),
        ),
        experiences=(Experience("Borås", "2024", "Händelserna räknades."),),
    )


def test_ages_that_are_left_out_are_open_at_both_ends(folder: ContentFolder) -> None:
    folder.change("guidance/sanering.md", "ages:\n  from: 12\n  to: 20\n", "")
    file = folder.read_file("guidance/sanering.md")
    document = make_guidance(front_matter.Guidance.model_validate(file.meta), file)
    assert (document.age_from, document.age_to) == (None, None)


def test_a_problem_area_has_every_field_of_its_file(folder: ContentFolder) -> None:
    name = "problem-areas/klotter.md"
    folder.change(name, "signs:", "focus_areas:\n  - F5\nterms:\n  - tagg\njargon:\n  - bomba\nsigns:")
    file = folder.read_file(name)
    assert make_problem_area(front_matter.ProblemArea.model_validate(file.meta), file) == ProblemArea(
        slug="klotter",
        title="Klotter",
        title_en="Graffiti",
        kind="problemområde",
        focus_areas=("F5",),
        summary="Klotter som kommer tillbaka på samma plats och gör att folk går en annan väg.",
        signs=("Klotter på skolans fasad",),
        questions=("Vad händer?", "Var händer det?", "Varför händer det?"),
        terms=("tagg",),
        jargon=("bomba",),
        related=("narkotika",),
        sources=SOURCES,
        reviewed=READ,
        review_by=AGAIN,
        verified=True,
        asked_as=Phrasings(("Klotter på skolans fasad varje vecka",), ()),
        sections=_sections(folder, name),
    )


def test_an_expert_has_every_field_of_its_file(folder: ContentFolder) -> None:
    name = "experts/radgivare.md"
    folder.change(name, "conflicts:", "limits:\n  - Sanerar inte\nconflicts:")
    folder.change(name, "  review_by: 2099-01-01\n", "  review_by: 2099-01-01\n  withdrawn: 2031-01-01\n")
    file = folder.read_file(name)
    assert make_expert(front_matter.Expert.model_validate(file.meta), file) == Expert(
        slug="radgivare",
        name="Rådgivare mot skadegörelse",
        organisation="Brå",
        organisation_type="statlig myndighet",
        summary="Hjälper kommuner som har klotter och skadegörelse på skolor och stationer.",
        problem_areas=("klotter",),
        methods=(MethodExperience("sanering", "har använt"),),
        counties=(),
        support=("kunskapshöjning",),
        formats=("digitalt",),
        languages=("sv",),
        availability=ToldAvailability(date(2026, 11, 1), 10, 2, (Period(date(2030, 2, 1), date(2030, 2, 28)),)),
        limits=("Sanerar inte",),
        conflict_municipalities=("1280",),
        conflict_methods=("faltarbete",),
        published_since=date(2025, 1, 1),
        publication_review_by=date(2099, 1, 1),
        publication_withdrawn=date(2031, 1, 1),
        legal_basis="Rollprofil utan personuppgifter",
        way_in="https://bra.se/kontakt",
        mailbox="metodstod@bra.se",
        phone="08-123 456 78",
        terms=Terms(cost="Kostar inget", response_time="Svar inom en vecka"),
        checked=date(2025, 1, 1),
        sources=SOURCES,
        reviewed=READ,
        review_by=AGAIN,
        verified=True,
        sections=_sections(folder, name),
    )


def test_an_expert_whose_organisation_has_said_nothing_is_of_unknown_availability(folder: ContentFolder) -> None:
    name = "experts/radgivare.md"
    text = folder.text(name)
    first, last = text.index("availability:"), text.index("conflicts:")
    folder.add(name, text[:first] + text[last:])
    file = folder.read_file(name)
    expert = make_expert(front_matter.Expert.model_validate(file.meta), file)
    assert (expert.availability, expert.demo) == (None, False)


def test_what_is_made_up_is_so_by_its_folder_and_not_by_its_text(folder: ContentFolder) -> None:
    file = folder.read_file("experts/radgivare.md")
    assert make_expert(front_matter.Expert.model_validate(file.meta), file, demo=True).demo


def test_an_expert_of_named_counties_keeps_them(folder: ContentFolder) -> None:
    folder.change("experts/radgivare.md", "counties: hela landet", 'counties: ["12", "14"]')
    file = folder.read_file("experts/radgivare.md")
    assert make_expert(front_matter.Expert.model_validate(file.meta), file).counties == ("12", "14")
