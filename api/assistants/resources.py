"""The guidance as resources that an assistant reads: whole documents, in the shape of GET /v1/guidance/{slug}."""

from collections.abc import Mapping

from mcp.types import Resource, ResourceTemplate

from api.schemas.documents import guidance_out
from kb.documents import Guidance
from kb.errors import UnknownSlug

START = "till-handling://guidance/"
TEMPLATE = ResourceTemplate(
    name="guidance",
    title="Vägledning",
    uri_template=START + "{slug}",
    description="En hel vägledning: avsnitt, evidens per utfall med vem som har bedömt, krav, källor och granskning.",
    mime_type="application/json",
)


def list_guidance(guidance: Mapping[str, Guidance]) -> list[Resource]:
    """One resource a document; what is advised against says so before anything else."""
    return [_describe(document) for document in guidance.values()]


def read_guidance(uri: str, guidance: Mapping[str, Guidance]) -> str:
    """The document at a URI as JSON; raises UnknownSlug."""
    document = guidance.get(uri.removeprefix(START)) if uri.startswith(START) else None
    if document is None:
        raise UnknownSlug(f"no such resource; take a slug from search_guidance and read {START}{{slug}}")
    return guidance_out(document).model_dump_json(by_alias=True)


def _describe(document: Guidance) -> Resource:
    warning = "Avråds. " if document.is_advised_against else ""
    return Resource(
        uri=START + document.slug,
        name=document.slug,
        title=document.title,
        description=warning + document.summary,
        mime_type="application/json",
    )
