"""`kb mcp`: a real process, spoken to over its standard input and output as a desktop assistant does."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import anyio
import pytest
from mcp import Client, StdioServerParameters
from mcp.types import CallToolResult

from tests.root import ROOT

pytestmark = pytest.mark.slow

Run = Callable[..., tuple[int, str, str]]


def test_an_assistant_starts_it_and_calls_a_tool(small_snapshots: Path) -> None:
    command = StdioServerParameters(
        command=sys.executable, args=["-m", "cli.main", "mcp", "--snapshots", str(small_snapshots)], cwd=ROOT
    )

    async def converse() -> tuple[list[str], CallToolResult]:
        async with Client(command) as client:
            names = [tool.name for tool in (await client.list_tools()).tools]
            return names, await client.call_tool("search_guidance", {"q": "nattvandring"})

    names, result = anyio.run(converse)
    assert names == ["search_guidance", "match_description", "draft_plan"]
    assert not result.is_error
    assert result.structured_content is not None
    assert result.structured_content["query"] == "nattvandring"


def test_without_a_snapshot_it_ends_with_the_way_out(run: Run, tmp_path: Path) -> None:
    code, out, err = run("mcp", "--snapshots", tmp_path)
    assert (code, out) == (1, "")
    assert "no snapshot has been published; build one with `kb index`" in err


def test_the_other_verbs_do_not_load_it(small_snapshots: Path) -> None:
    """Importing the SDK takes about a second, which a search must not wait for."""
    arguments = ["search", "nattvandring", "--json", "--snapshots", str(small_snapshots)]
    code = f"import sys, cli.main; print(cli.main.main({arguments}), 'mcp' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0 False"
