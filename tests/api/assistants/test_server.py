"""An assistant lists and calls the tools, reads the guidance, and is told what is wrong without its text repeated."""

import json
import logging
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from mcp import Client, MCPError
from mcp.types import CallToolResult, TextContent, TextResourceContents

from api.assistants.server import make_server
from api.assistants.tools import INSTRUCTIONS, TOOLS
from api.serving import Serving
from kb.embedding.embedder import Embedder
from kb.models.models import load_models
from tests.builders import TODAY

pytestmark = pytest.mark.anyio

TEXT = "Ungdomar säljer narkotika öppet vid resecentrum varje eftermiddag och resenärer undviker platsen."
PERSON = "Ring Kevin Larsson på 070-174 06 71."


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="module")
def serving(snapshots: Path, embedder: Embedder) -> Serving:
    """The shipped content, opened once."""
    return Serving(snapshots, embedder, load_models())


@pytest.fixture
async def assistant(serving: Serving) -> AsyncIterator[Client]:
    """A client that has shaken hands with the server, on the day TODAY."""
    async with Client(make_server(serving, lambda: TODAY)) as client:
        yield client


def text_of(result: CallToolResult) -> str:
    (block,) = result.content
    assert isinstance(block, TextContent)
    return block.text


async def test_the_handshake_tells_how_to_use_the_answers(assistant: Client) -> None:
    assert assistant.server_info is not None
    assert assistant.server_info.name == "till-handling"
    assert assistant.instructions == INSTRUCTIONS
    assert "Höj det aldrig" in INSTRUCTIONS
    assert assistant.server_capabilities.prompts is None


async def test_an_older_assistant_is_answered_too(serving: Serving) -> None:
    async with Client(make_server(serving, lambda: TODAY), mode="legacy") as client:
        assert client.instructions == INSTRUCTIONS
        assert len((await client.list_tools()).tools) == 3


async def test_the_tools_are_listed_as_read_only_with_what_they_take_and_give(assistant: Client) -> None:
    tools = {tool.name: tool for tool in (await assistant.list_tools()).tools}
    assert list(tools) == ["search_guidance", "match_description", "draft_plan"]
    assert all(tool.annotations and tool.annotations.read_only_hint for tool in tools.values())
    assert all(tool.output_schema and tool.output_schema["type"] == "object" for tool in tools.values())
    assert set(tools["draft_plan"].input_schema["properties"]) == {
        *("text", "municipality", "from", "to", "form", "language", "problems", "lacks", "follow_up"),
    }


@pytest.mark.parametrize("name", TOOLS)
def test_every_tool_says_that_what_is_advised_against_is_never_suggested(name: str) -> None:
    description = TOOLS[name].description
    assert re.search(r"advised_against.*(föreslå det aldrig|ska inte in i planen|berätta att det avråds)", description)
    assert "källorna" in description


async def test_a_search_answers_as_the_api_does(assistant: Client, client: TestClient) -> None:
    result = await assistant.call_tool("search_guidance", {"q": "snatteri", "kind": ["metod"], "n": 3})
    expected = client.get("/v1/search", params={"q": "snatteri", "kind": "metod", "n": 3}).json()
    assert not result.is_error
    assert result.structured_content == expected
    assert json.loads(text_of(result)) == expected
    assert expected["hits"]


async def test_a_match_answers_as_the_api_does(assistant: Client, client: TestClient) -> None:
    asked = {"text": f"{TEXT} {PERSON}", "municipality": "Borås", "from": "2027-03-01", "to": "2027-03-31"}
    result = await assistant.call_tool("match_description", asked)
    expected = client.post("/v1/match", json=asked).json()
    assert result.structured_content == expected
    assert expected["masked"] == {"namn": 1, "telefon": 1}
    assert expected["problems"][0]["methods"]


async def test_a_plan_answers_as_the_api_does(assistant: Client, client: TestClient) -> None:
    asked = {"text": TEXT, "municipality": "Borås", "follow_up": "2027-11-22"}
    result = await assistant.call_tool("draft_plan", asked)
    assert result.structured_content == client.post("/v1/plans", json=asked).json()
    assert result.structured_content["municipality"] == "Borås"
    assert result.structured_content["problems"][0]["measures"][0]["sources"]


@pytest.mark.parametrize("name", ["match_description", "draft_plan"])
async def test_personal_data_is_masked_in_what_comes_back(assistant: Client, name: str) -> None:
    answer = text_of(await assistant.call_tool(name, {"text": f"{TEXT} {PERSON}"}))
    assert [datum for datum in ("Larsson", "070-174") if datum in answer] == []


async def test_personal_data_in_a_query_is_masked(assistant: Client) -> None:
    result = await assistant.call_tool("search_guidance", {"q": "Vad gör man åt skolfrånvaro? Ring 070-174 06 71"})
    assert result.structured_content is not None
    assert result.structured_content["query"] == "Vad gör man åt skolfrånvaro? Ring [telefon]"
    assert result.structured_content["answered"]


@pytest.mark.parametrize(
    ("name", "arguments", "told"),
    [
        ("search_guidance", {}, "Begäran är felaktig: q: Field required"),
        ("search_guidance", {"q": "snatteri", "rating": ["bäst"]}, "Filtret finns inte: no document has rating 'bäst'"),
        ("search_guidance", {"q": "snatteri", "n": 51}, "n: Input should be less than or equal to 50"),
        ("search_guidance", {"q": "?"}, "Frågan går inte att läsa: "),
        ("match_description", {"text": " "}, "Beskrivningen har inga ord: "),
        ("match_description", {"text": TEXT, "municipality": "Ankeborg"}, "Kommunen finns inte: "),
        ("match_description", {"text": TEXT, "from": "imorgon"}, "Begäran är felaktig: from: "),
        ("draft_plan", {"text": TEXT, "follow_up": "2999-01-01"}, "Uppföljningen ligger fel i tiden: "),
    ],
)
async def test_wrong_input_is_an_error_of_the_tool_with_the_way_out(
    assistant: Client, name: str, arguments: dict[str, Any], told: str
) -> None:
    result = await assistant.call_tool(name, arguments)
    assert result.is_error
    assert told in text_of(result)


@pytest.mark.parametrize(
    "arguments",
    [
        {"text": [TEXT + PERSON]},
        {"text": TEXT, TEXT + PERSON: True},
        {"text": (TEXT + PERSON) * 2_000},
        {"text": TEXT, "from": PERSON},
    ],
    ids=["wrong kind", "unknown field", "too long", "no date"],
)
async def test_an_error_repeats_nothing_of_the_text(
    assistant: Client, caplog: pytest.LogCaptureFixture, arguments: dict[str, Any]
) -> None:
    caplog.set_level(logging.DEBUG)
    result = await assistant.call_tool("match_description", arguments)
    assert result.is_error
    assert [datum for datum in ("resecentrum", "Larsson") if datum in text_of(result) + caplog.text] == []


async def test_a_fault_in_the_service_is_told_and_logged_without_the_text(
    assistant: Client, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object, text: str, *__: object) -> None:
        raise RuntimeError(text)

    monkeypatch.setattr("kb.matching.matcher.Matcher.match", fail)
    result = await assistant.call_tool("match_description", {"text": TEXT})
    assert result.is_error
    assert text_of(result).startswith("Något gick fel. Försök igen")
    assert "RuntimeError" in caplog.text
    assert "resecentrum" not in text_of(result) + caplog.text


async def test_without_a_snapshot_the_assistant_is_asked_to_try_later(tmp_path: Path, embedder: Embedder) -> None:
    async with Client(make_server(Serving(tmp_path, embedder, load_models()), lambda: TODAY)) as client:
        result = await client.call_tool("search_guidance", {"q": "snatteri"})
        with pytest.raises(MCPError, match="Inget index är publicerat"):
            await client.list_resources()
    assert result.is_error
    assert text_of(result).startswith("Inget index är publicerat. Försök igen")
    assert str(tmp_path) not in text_of(result)


async def test_a_tool_that_does_not_exist_is_refused_with_those_that_do(assistant: Client) -> None:
    with pytest.raises(MCPError, match="there are: search_guidance, match_description, draft_plan"):
        await assistant.call_tool("delete_everything", {})


async def test_a_guidance_is_read_as_the_api_gives_it(assistant: Client, client: TestClient) -> None:
    (content,) = (await assistant.read_resource("till-handling://guidance/sspf")).contents
    assert isinstance(content, TextResourceContents)
    assert content.mime_type == "application/json"
    assert json.loads(content.text) == client.get("/v1/guidance/sspf").json()


async def test_all_guidance_is_listed_and_what_is_advised_against_says_so_first(
    assistant: Client, serving: Serving
) -> None:
    listed = {resource.name: resource for resource in (await assistant.list_resources()).resources}
    assert set(listed) == set(serving.searcher.snapshot.guidance)
    against = {slug for slug, document in serving.searcher.snapshot.guidance.items() if document.is_advised_against}
    assert {slug for slug, resource in listed.items() if (resource.description or "").startswith("Avråds.")} == against
    assert "skramselprogram-avrads" in against


async def test_the_template_leads_to_every_guidance(assistant: Client) -> None:
    (template,) = (await assistant.list_resource_templates()).resource_templates
    assert template.uri_template == "till-handling://guidance/{slug}"


@pytest.mark.parametrize("uri", ["till-handling://guidance/nope", "file:///etc/passwd", "till-handling://experts/gvi"])
async def test_another_resource_is_refused(assistant: Client, uri: str) -> None:
    with pytest.raises(MCPError, match="Dokumentet finns inte: no such resource; take a slug from search_guidance"):
        await assistant.read_resource(uri)
