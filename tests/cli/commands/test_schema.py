"""`kb schema`: the front matter as JSON Schema, and that the copy in the repository is of today's models."""

import json
from collections.abc import Callable
from pathlib import Path

from tests.content_folder import ContentFolder
from tests.root import ROOT

Run = Callable[..., tuple[int, str, str]]
SHIPPED = ROOT / "content" / "schemas"


def test_there_is_one_schema_a_collection_and_the_paths_are_printed(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "new" / "schemas"
    names = ["guidance.schema.json", "problem-areas.schema.json", "experts.schema.json"]
    assert run("schema", "--out", out) == (0, "".join(f"{out / name}\n" for name in names), "")
    assert sorted(path.name for path in out.iterdir()) == sorted(names)


def test_the_schemas_in_the_repository_are_those_that_the_command_writes(run: Run, tmp_path: Path) -> None:
    run("schema", "--out", tmp_path)
    written = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    shipped = {path.name: path.read_text(encoding="utf-8") for path in SHIPPED.glob("*.json")}
    assert shipped == written, "run kb schema"


def test_a_schema_names_what_is_needed_what_is_allowed_and_nothing_more(
    run: Run, tmp_path: Path, folder: ContentFolder
) -> None:
    run("schema", "--out", tmp_path)
    schema = json.loads((tmp_path / "guidance.schema.json").read_text(encoding="utf-8"))
    assert schema["additionalProperties"] is False
    assert {"title", "kind", "summary", "problem_areas"} <= set(schema["required"])
    assert "lucka" in schema["properties"]["kind"]["enum"]
    assert set(folder.read_file("guidance/sanering.md").meta) <= set(schema["properties"])
    assert set(schema["$defs"]["Ages"]["properties"]) == {"from", "to"}
