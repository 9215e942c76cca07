"""The widget is one small file that says all it needs, in both languages, named for its content."""

import base64
import gzip
import hashlib
import re
from typing import get_args

import pytest

from api.languages import load_strings
from api.widget.attributes import ATTRIBUTES, EVENTS, PARTS, VARIABLES
from api.widget.bundle import MODULES, PREFIX, SHARED_STRINGS, SOURCE, STYLE, build_bundle
from kb.vocabulary import RATINGS, Recommendation

MAX_GZIPPED = 12_000
"""Bytes, by the promise to webmasters: script and style together."""

script = build_bundle().script.content.decode()
source = "\n".join((SOURCE / name).read_text(encoding="utf-8") for name in MODULES)
style = (SOURCE / STYLE).read_text(encoding="utf-8")


def test_script_and_style_are_at_most_12_kilobytes_gzipped() -> None:
    sizes = [len(gzip.compress(file.content, 9, mtime=0)) for file in build_bundle().files]
    assert sum(sizes) <= MAX_GZIPPED, sizes


def test_the_same_source_gives_the_same_file() -> None:
    again = build_bundle.__wrapped__()
    assert again == build_bundle()


def test_a_file_is_named_for_its_content() -> None:
    for file in build_bundle().files:
        digest = hashlib.sha256(file.content).hexdigest()
        assert file.name == f"kb-search.{digest[:12]}.{file.name.rpartition('.')[2]}"


def test_integrity_is_the_sha384_of_the_file_as_browsers_write_it() -> None:
    file = build_bundle().script
    assert file.integrity == "sha384-" + base64.b64encode(hashlib.sha384(file.content).digest()).decode()


def test_the_script_names_the_style_that_is_served_beside_it() -> None:
    assert f'"{build_bundle().style.name}"' in script


def test_every_module_is_in_and_none_is_forgotten() -> None:
    assert sorted(path.name for path in SOURCE.glob("*.js")) == sorted(MODULES)
    assert set(re.findall(r"^\s*(?:async )?function (\w+)", source, re.MULTILINE)) <= set(re.findall(r"\w+", script))


def test_the_script_loads_nothing_else_and_runs_no_text() -> None:
    forbidden = (
        r"\bimport\s*[({\"*]|\bfrom\s+\"|\beval\b|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\.write"
    )
    assert re.findall(forbidden, source) == []
    assert re.findall(r"https?://(?!kb\.example\.se)", script) == []


def test_the_script_keeps_nothing_in_the_browser() -> None:
    assert re.findall(r"cookie|localStorage|sessionStorage|indexedDB", script) == []


def test_comments_and_indentation_are_left_out() -> None:
    assert re.findall(r"^\s", script, re.MULTILINE) == []
    assert "/*" not in script


def test_every_text_that_the_source_says_exists_and_none_is_carried_in_vain() -> None:
    said = set(re.findall(r"(?:say|add|\?|:)\(?\s*\"([a-z_]+)\"", source))
    made = {f"widget_rating_{rating}" for rating in RATINGS}
    made |= {f"widget_recommendation_{recommendation}" for recommendation in get_args(Recommendation)}
    questions = {"which_problem", "which_place_or_group", "which_assumed_cause"}
    carried = {key for key in load_strings("sv") if key.startswith(PREFIX)} | set(SHARED_STRINGS)
    assert carried - said - made - questions == set()
    assert {key for key in said if key.startswith(PREFIX)} <= carried


@pytest.mark.parametrize("key", [key for key in load_strings("sv") if key.startswith(PREFIX)])
def test_a_text_fills_in_the_same_values_in_both_languages(key: str) -> None:
    names = [set(re.findall(r"\{(\w+)\}", strings[key])) for strings in (load_strings("sv"), load_strings("en"))]
    assert names[0] == names[1]


def test_the_attributes_that_are_told_of_are_those_that_are_read() -> None:
    read = set(re.findall(r"(?:get|has)Attribute\(\"([a-z-]+)\"\)", source))
    read |= set(re.findall(r"readNumber\(element, \"([a-z-]+)\"", source))
    read |= set(re.findall(r":host\(\[([a-z]+)=", style))
    assert read - set(ATTRIBUTES) == set()
    assert set(ATTRIBUTES) - read == set()


def test_the_variables_and_parts_that_are_told_of_are_those_of_the_source() -> None:
    assert set(re.findall(r"var\((--kb-[a-z-]+)", style)) == set(VARIABLES)
    assert set(re.findall(r"part: \"([a-z-]+)\"", source)) == set(PARTS)


def test_the_events_that_are_told_of_are_those_that_are_sent() -> None:
    assert {f"kb-search:{name}" for name in re.findall(r"#emit\(\"(\w+)\"", source)} == set(EVENTS)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_attribute_variable_and_event_is_explained(language: str) -> None:
    strings = load_strings("sv" if language == "sv" else "en")
    assert [name for name in ATTRIBUTES if not strings.get(f"embed_attribute_{name}")] == []
    assert [name for name in VARIABLES if not strings.get(f"embed_variable_{name.removeprefix('--kb-')}")] == []
    assert [name for name in EVENTS if not strings.get(f"embed_event_{name.removeprefix('kb-search:')}")] == []
