"""A slug and a title name one document of a collection."""

from tests.content_folder import ContentFolder

NAME = "guidance/sanering.md"


def test_a_slug_in_two_folders_is_told_with_the_first_place(folder: ContentFolder) -> None:
    other = "guidance/ute/sanering.md"
    folder.add(other, folder.text(NAME).replace("title: Snabb sanering av klotter", "title: Sanering utomhus"))
    assert folder.told(other) == [f"1: duplicate slug; 'sanering', also in {folder.path / NAME}; rename one"]
    assert folder.told(NAME) == []


def test_a_title_given_twice_is_told(folder: ContentFolder) -> None:
    folder.add("guidance/snabb-sanering.md", folder.text(NAME))
    assert folder.told("guidance/snabb-sanering.md") == [
        f"1: duplicate title; 'Snabb sanering av klotter', also in {folder.path / NAME}; rename one"
    ]


def test_a_method_may_share_its_slug_and_title_with_a_problem_area(folder: ContentFolder) -> None:
    folder.add("guidance/klotter.md", folder.text(NAME).replace("title: Snabb sanering av klotter", "title: Klotter"))
    assert folder.check() == []


def test_a_role_may_exist_at_two_organisations_but_once_at_each(folder: ContentFolder) -> None:
    expert = folder.text("experts/radgivare.md")
    folder.add("experts/radgivare-mucf.md", expert.replace("organisation: Brå", "organisation: MUCF"))
    assert folder.check() == []
    folder.add("experts/radgivare-bra.md", expert)
    assert [fault.fault for fault in folder.check()] == ["duplicate title"]


def test_documents_without_a_title_are_not_told_to_share_one(folder: ContentFolder) -> None:
    for name in (NAME, "guidance/faltarbete.md"):
        folder.add(name, "---\nkind: metod\n---\n")
    assert not [fault for fault in folder.check() if "duplicate" in fault.fault]
