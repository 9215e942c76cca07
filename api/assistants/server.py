"""The server for assistants (Model Context Protocol): its tools and resources over the served snapshot.

The low-level server of the SDK: the high-level one quotes arguments that do not fit, in its answer and in the log.
"""

import json
import logging
import traceback
from collections.abc import Callable
from datetime import date
from functools import partial
from importlib.metadata import version
from typing import Any

from anyio.to_thread import run_sync
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.shared.exceptions import MCPError
from mcp.types import (
    INTERNAL_ERROR,
    INVALID_PARAMS,
    CallToolRequestParams,
    CallToolResult,
    ListResourcesResult,
    ListResourceTemplatesResult,
    ListToolsResult,
    PaginatedRequestParams,
    ReadResourceRequestParams,
    ReadResourceResult,
    TextContent,
    TextResourceContents,
    Tool,
    ToolAnnotations,
)
from pydantic import ValidationError

from api.assistants.resources import TEMPLATE, list_guidance, read_guidance
from api.assistants.tools import INSTRUCTIONS, TOOLS
from api.languages import load_strings
from api.problem_details import tell_faults
from api.serving import Serving
from api.statuses import INVALID, status_of
from kb.errors import KbError

_log = logging.getLogger(__name__)
_READS = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
Context = ServerRequestContext[dict[str, Any]]
AssistantServer = Server[dict[str, Any]]


def make_server(serving: Serving, today: Callable[[], date]) -> AssistantServer:
    """The server; what it answers follows the snapshot that is served. Nothing that is sent to it is kept or logged."""

    async def call_tool(_: Context, params: CallToolRequestParams) -> CallToolResult:
        if params.name not in TOOLS:
            raise MCPError(INVALID_PARAMS, f"no such tool; there are: {', '.join(TOOLS)}")
        return await run_sync(partial(_call, params.name, params.arguments or {}, serving, today()))

    async def list_resources(_: Context, __: PaginatedRequestParams | None) -> ListResourcesResult:
        return await run_sync(partial(_list_resources, serving))

    async def read_resource(_: Context, params: ReadResourceRequestParams) -> ReadResourceResult:
        return await run_sync(partial(_read_resource, params.uri, serving))

    return Server(
        "till-handling",
        version=version("till-handling"),
        title="Till handling",
        instructions=INSTRUCTIONS,
        on_list_tools=_list_tools,
        on_call_tool=call_tool,
        on_list_resources=list_resources,
        on_list_resource_templates=_list_templates,
        on_read_resource=read_resource,
    )


async def _list_tools(_: Context, __: PaginatedRequestParams | None) -> ListToolsResult:
    return ListToolsResult(
        tools=[
            Tool(
                name=name,
                title=tool.title,
                description=tool.description,
                input_schema=dict(tool.takes),
                output_schema=dict(tool.gives),
                annotations=_READS,
            )
            for name, tool in TOOLS.items()
        ]
    )


async def _list_templates(_: Context, __: PaginatedRequestParams | None) -> ListResourceTemplatesResult:
    return ListResourceTemplatesResult(resource_templates=[TEMPLATE])


def _call(name: str, arguments: dict[str, Any], serving: Serving, today: date) -> CallToolResult:
    try:
        answer = TOOLS[name].run(arguments, serving.searcher, today)
    except Exception as error:
        return CallToolResult(content=[TextContent(text=_tell(error))], is_error=True)
    text = json.dumps(answer, ensure_ascii=False)
    return CallToolResult(content=[TextContent(text=text)], structured_content=answer)


def _list_resources(serving: Serving) -> ListResourcesResult:
    try:
        return ListResourcesResult(resources=list_guidance(serving.searcher.snapshot.guidance))
    except KbError as error:
        raise MCPError(INTERNAL_ERROR, _tell(error)) from error


def _read_resource(uri: str, serving: Serving) -> ReadResourceResult:
    try:
        text = read_guidance(uri, serving.searcher.snapshot.guidance)
    except KbError as error:
        code = INTERNAL_ERROR if status_of(type(error)).is_of_service else INVALID_PARAMS
        raise MCPError(code, _tell(error)) from error
    return ReadResourceResult(contents=[TextResourceContents(uri=uri, mime_type="application/json", text=text)])


def _tell(error: Exception) -> str:
    """What is wrong and the way out; an error of the service is for the log alone, and without its text."""
    strings = load_strings("sv")
    if isinstance(error, ValidationError):
        return f"{INVALID.title(strings)}: {tell_faults(error.errors())}"
    status = status_of(type(error))
    if not status.is_of_service:
        return f"{status.title(strings)}: {error}"
    last = traceback.extract_tb(error.__traceback__)[-1]
    known = f": {error}" if isinstance(error, KbError) else ""
    _log.error("%s%s, %s:%s", type(error).__name__, known, last.filename, last.lineno)
    return f"{status.title(strings)}. {strings['try_later']}"
