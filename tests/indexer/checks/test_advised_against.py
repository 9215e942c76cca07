"""What is advised against is nowhere suggested. skramsel.md is the method advised against."""

from indexer.checks.advised_against import check_advised_against
from indexer.content.fault import Fault
from tests.content_folder import ContentFolder

SKRAMSEL, SANERING, EXPERT = "guidance/skramsel.md", "guidance/sanering.md", "experts/radgivare.md"


def faults(folder: ContentFolder) -> list[Fault]:
    return list(check_advised_against(folder.read()))


def warn(folder: ContentFolder) -> None:
    folder.change(SKRAMSEL, "## I korthet\n\n", "## I korthet\n\nMetoden avråds. ")


def test_a_document_that_advises_against_says_so_in_brief(folder: ContentFolder) -> None:
    (found,) = faults(folder)
    assert (found.path, found.line) == (folder.path / SKRAMSEL, folder.line_of(SKRAMSEL, "## I korthet"))
    assert found.fault == "advised against without saying so"
    warn(folder)
    assert faults(folder) == []


def test_a_warning_elsewhere_in_it_is_not_enough(folder: ContentFolder) -> None:
    folder.change(SKRAMSEL, "## Juridik\n\nInget särskilt.", "## Juridik\n\nMetoden avråds.")
    assert len(faults(folder)) == 1


def test_it_is_not_related_to_anything(folder: ContentFolder) -> None:
    warn(folder)
    folder.change(SANERING, "related:\n", "related:\n  - skramsel\n")
    (found,) = faults(folder)
    assert (found.line, found.fault) == (
        folder.line_of(SANERING, "- skramsel"),
        "related names what is advised against",
    )


def test_no_expert_offers_it(folder: ContentFolder) -> None:
    warn(folder)
    folder.change(EXPERT, "slug: sanering", "slug: skramsel")
    assert [(found.path.name, found.fault) for found in faults(folder)] == [
        ("radgivare.md", "methods names what is advised against")
    ]


def test_a_link_is_a_suggestion_unless_its_paragraph_warns(folder: ContentFolder) -> None:
    warn(folder)
    folder.change(SANERING, "Tid och en ansvarig.", "Pröva även [skrämsel](skramsel.md#evidens).")
    folder.change("problem-areas/klotter.md", "Ingen har räknat.", "[Skrämsel](../guidance/skramsel.md) avråds.")
    (found,) = faults(folder)
    assert (found.path, found.line) == (folder.path / SANERING, folder.line_of(SANERING, "Pröva även"))
    assert found.fault == "link suggests what is advised against"


def test_it_may_link_to_itself(folder: ContentFolder) -> None:
    warn(folder)
    folder.change(SKRAMSEL, "Tid och en ansvarig.", "Se [riskerna](#risker-och-invandningar).")
    assert faults(folder) == []
