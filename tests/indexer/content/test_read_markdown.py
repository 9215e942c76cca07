"""A content file, read: fields with their lines, sections with their text, links, and what cannot be read."""

from pathlib import Path

import pytest

from indexer.content.read_markdown import MAX_BYTES, ContentFile, Link, find_citations, read_file

FILE = """\
---
title: Åtgärd
areas:
  primary:
    - klotter
    - narkotika
---

## I korthet

Först *detta*
och [EST](est.md#evidens). [@bra-2024; @sou-1] Sedan `kod`. [@bra-2024]

- ett
- två

### Hur då

| a | b |
|---|---|
| 1 | 2 |

## I korthet

Igen, [ute](https://bra.se/).
"""


def _read(folder: Path, raw: str | bytes) -> ContentFile:
    path = folder / "metod.md"
    path.write_bytes(raw.encode() if isinstance(raw, str) else raw)
    return read_file(path)


def _told(folder: Path, raw: str | bytes) -> list[str]:
    """The faults of a file with that content, without the path."""
    return [str(fault).removeprefix(f"{fault.path}:") for fault in _read(folder, raw).faults]


def _front(fields: str) -> str:
    return f"---\n{fields}\n---\n\n## I korthet\n\nText.\n"


def test_the_slug_is_the_name_of_the_file_and_the_fields_are_its_front_matter(tmp_path: Path) -> None:
    file = _read(tmp_path, FILE)
    assert file.slug == "metod"
    assert file.meta == {"title": "Åtgärd", "areas": {"primary": ["klotter", "narkotika"]}}
    assert file.faults == ()


def test_blocks_are_paragraphs_list_items_and_table_rows_under_their_heading_of_level_2(tmp_path: Path) -> None:
    blocks = _read(tmp_path, FILE).blocks
    assert [(block.line, block.text) for block in blocks] == [
        (11, "Först detta och EST. Sedan kod."),
        (14, "ett"),
        (15, "två"),
        (19, "a b"),
        (21, "1 2"),
        (25, "Igen, ute."),
    ]
    assert {block.heading for block in blocks} == {"I korthet"}
    assert blocks[0].citations == ("bra-2024", "sou-1")
    assert blocks[1].citations == ()


def test_each_place_in_the_front_matter_has_its_line(tmp_path: Path) -> None:
    file = _read(tmp_path, FILE)
    assert file.line_of(("title",)) == 2
    assert file.line_of(("areas",)) == 3
    assert file.line_of(("areas", "primary", 1)) == 6


def test_a_place_that_is_not_written_out_has_the_line_of_the_place_around_it(tmp_path: Path) -> None:
    file = _read(tmp_path, FILE)
    assert file.line_of(("areas", "secondary", 0)) == 3
    assert file.line_of(("areas", "primary", 7, "slug")) == 4


def test_a_section_holds_its_own_text_up_to_the_next_heading_of_any_level(tmp_path: Path) -> None:
    placed = _read(tmp_path, FILE).sections
    assert [(p.section.heading, p.section.level, p.line) for p in placed] == [
        ("I korthet", 2, 9),
        ("Hur då", 3, 17),
        ("I korthet", 2, 23),
    ]
    assert placed[2].section.markdown == "Igen, [ute](https://bra.se/)."


def test_the_text_of_a_section_is_its_words_without_markup_and_citations(tmp_path: Path) -> None:
    first, second, _ = (placed.section for placed in _read(tmp_path, FILE).sections)
    assert first.text == "Först detta och EST. Sedan kod.\nett\ntvå"
    assert first.markdown.startswith("Först *detta*\noch [EST](est.md#evidens). [@bra-2024; @sou-1]")
    assert second.text == "a\nb\n1\n2"


def test_the_citations_of_a_section_stand_once_each_in_order(tmp_path: Path) -> None:
    assert _read(tmp_path, FILE).sections[0].section.citations == ("bra-2024", "sou-1")


def test_an_anchor_is_plain_letters_and_a_second_of_a_name_is_numbered(tmp_path: Path) -> None:
    file = _read(tmp_path, FILE)
    assert [placed.section.anchor for placed in file.sections] == ["i-korthet", "hur-da", "i-korthet-2"]


def test_links_have_the_line_of_their_paragraph(tmp_path: Path) -> None:
    assert _read(tmp_path, FILE).links == (Link("est.md#evidens", 11), Link("https://bra.se/", 25))


@pytest.mark.parametrize(
    ("markdown", "ids"),
    [("A. [@a]", ["a"]), ("A [@a; @b-2] och [@c,@a].", ["a", "b-2", "c", "a"]), ("[a] @b [@ c] a@b.se", [])],
)
def test_citations_are_found_in_the_order_they_stand(markdown: str, ids: list[str]) -> None:
    assert find_citations(markdown) == ids


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    plain = _read(tmp_path, FILE)
    for line_end in ("\r\n", "\r"):
        assert _read(tmp_path, b"\xef\xbb\xbf" + FILE.replace("\n", line_end).encode()) == plain


def test_a_file_without_front_matter_is_told(tmp_path: Path) -> None:
    assert _told(tmp_path, "## I korthet\n") == [
        "1: no front matter; ## I korthet; begin the file with --- and its fields"
    ]
    assert _told(tmp_path, "") == ["1: no front matter; ; begin the file with --- and its fields"]


def test_a_file_that_is_not_utf_8_is_told_with_the_line_of_the_first_wrong_byte(tmp_path: Path) -> None:
    assert _told(tmp_path, "---\ntitle: Åtgärd\n---\n".encode("latin-1")) == [
        "2: not UTF-8; b'\\xc5'; save the file as UTF-8"
    ]


def test_a_file_over_the_size_limit_is_not_read(tmp_path: Path) -> None:
    text = _front("title: A")
    assert _read(tmp_path, text + "a" * (MAX_BYTES - len(text))).meta == {"title": "A"}
    assert _told(tmp_path, text + "a" * (MAX_BYTES - len(text) + 1)) == [
        "1: file too large; 262145 bytes; split it; at most 262144 bytes are read"
    ]


def test_a_link_on_disk_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    lock = tmp_path / ".#metod.md"  # Emacs leaves such a link beside a file that is being edited
    lock.symlink_to("redaktor@dator.1234")
    assert [str(fault).removeprefix(f"{lock}:") for fault in read_file(lock).faults] == [
        "1: file that cannot be read; No such file or directory; mend or remove it"
    ]


def test_yaml_anchors_are_refused_before_they_unfold(tmp_path: Path) -> None:
    laughs = ["a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    laughs += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 10)]
    assert _told(tmp_path, _front("\n".join(laughs))) == ["2: YAML anchor or alias; a0; write the value out"]


def test_an_alias_without_its_anchor_is_refused_too(tmp_path: Path) -> None:
    assert _told(tmp_path, _front("title: A\nsummary: *title")) == [
        "3: YAML anchor or alias; title; write the value out"
    ]


def test_yaml_may_nest_eight_levels(tmp_path: Path) -> None:
    assert _told(tmp_path, _front(f"a: {'[' * 7}{']' * 7}")) == []


@pytest.mark.parametrize("depth", [8, 1000, 120_000])
def test_yaml_nested_too_deep_is_refused_before_it_overflows_the_stack(tmp_path: Path, depth: int) -> None:
    assert _told(tmp_path, _front(f"title: A\na: {'[' * depth}{']' * depth}")) == [
        "3: YAML nested too deep; over 8 levels; flatten it"
    ]


def test_yaml_that_cannot_be_read_is_told_with_its_line(tmp_path: Path) -> None:
    assert _told(tmp_path, _front("title: A\nsummary: mål: att minska")) == [
        "3: YAML that cannot be read; mapping values are not allowed in this context; "
        "quote texts that hold a colon or #"
    ]


def test_control_characters_and_foreign_tags_are_told(tmp_path: Path) -> None:
    assert _told(tmp_path, _front("title: \x01"))[0].split("; ")[0].endswith("YAML that cannot be read")
    assert _told(tmp_path, _front("title: !!python/object:os.system x"))[0].startswith("2: YAML that cannot be read")


def test_every_value_that_looks_like_a_date_or_number_and_is_none_is_told(tmp_path: Path) -> None:
    fields = "title: A\nreviewed: 2026-13-45\nevidence:\n  - year: !!int ett\n  - year: 2024"
    assert _told(tmp_path, _front(fields)) == [
        "3: value that cannot be read; 2026-13-45; mend it, or quote it (month must be in 1..12)",
        "5: value that cannot be read; ett; mend it, or quote it (invalid literal for int() with base 10: 'ett')",
    ]


@pytest.mark.parametrize(("fields", "met"), [("- a\n- b", "list"), ("bara ord", "str"), ("# tomt", "NoneType")])
def test_front_matter_that_is_no_list_of_fields_is_told(tmp_path: Path, fields: str, met: str) -> None:
    assert _told(tmp_path, _front(fields)) == [f"1: front matter is no list of fields; {met}; write field: value"]


def test_a_field_given_twice_is_told_at_every_level(tmp_path: Path) -> None:
    fields = "title: A\nsources:\n  - id: a\n    year: 2023\n    year: 2024\nages:\n  to: 3\n  to: 4\ntitle: B"
    assert _told(tmp_path, _front(fields)) == [
        "6: field given twice; year; keep one of them",
        "9: field given twice; to; keep one of them",
        "10: field given twice; title; keep one of them",
    ]


def test_the_same_field_in_two_items_of_a_list_is_no_repetition(tmp_path: Path) -> None:
    assert _told(tmp_path, _front("sources:\n  - id: a\n  - id: b")) == []


def test_html_is_told_as_block_and_within_a_line(tmp_path: Path) -> None:
    body = _front("title: A") + "\nEn <b>fet</b> rad.\n\n<script>alert(1)</script>\n"
    assert _told(tmp_path, body) == [
        "9: HTML in Markdown; <b>; write it in Markdown",
        "9: HTML in Markdown; </b>; write it in Markdown",
        "11: HTML in Markdown; <script>alert(1)</script>; write it in Markdown",
    ]


def test_text_before_the_first_heading_is_told_since_it_belongs_to_no_section(tmp_path: Path) -> None:
    assert _told(tmp_path, "---\ntitle: A\n---\n\nIngress.\n\n## I korthet\n\nText.\n") == [
        "5: text before the first heading; Ingress.; move it under a heading"
    ]
