"""No source is a copy of somebody else's report."""

from indexer.checks.references.copy_sites import check_copy_sites
from tests.content_folder import ContentFolder, told

LIST = "site,why\ndocplayer.se,kopior\n"


def faults(folder: ContentFolder, name: str) -> list[str]:
    folder.add("editorial/copy-sites.csv", LIST)
    return told(list(check_copy_sites(folder.read())), folder.path / name)


def test_a_source_at_a_copy_site_is_told_in_every_kind_of_document(folder: ContentFolder) -> None:
    for name in ("guidance/sanering.md", "problem-areas/klotter.md", "experts/radgivare.md"):
        folder.change(name, "url: https://bra.se/rapport", "url: https://www.docplayer.se/1")
        line = folder.line_of(name, "docplayer")
        way_out = "kopior; name the page of who published it, or null"
        assert faults(folder, name) == [f"{line}: copy site; https://www.docplayer.se/1; {way_out}"]


def test_a_link_in_the_text_is_held_to_it(folder: ContentFolder) -> None:
    name = "guidance/sanering.md"
    folder.change(name, "Inget särskilt.", "[Läs](https://docplayer.se/2).")
    assert len(faults(folder, name)) == 1


def test_another_site_whose_address_has_the_name_is_no_copy_site(folder: ContentFolder) -> None:
    folder.change("guidance/sanering.md", "https://bra.se/rapport", "https://bra.se/docplayer.se")
    assert faults(folder, "guidance/sanering.md") == []
