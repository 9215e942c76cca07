"""The search as one of the browser's own (OpenSearch 1.1), with suggestions while somebody types.

Source: https://github.com/dewitt/opensearch, the description document and its suggestions extension.
"""

import json
from typing import Annotated
from xml.etree import ElementTree as Xml

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from api.deps import ChosenLanguage, CurrentSearcher
from api.languages import load_strings
from api.public_url import public_url
from api.schemas.search import MAX_QUERY_CHARS
from kb.search.suggest import suggest

router = APIRouter(include_in_schema=False)

NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"
DESCRIPTION = "application/opensearchdescription+xml"
SUGGESTIONS = "application/x-suggestions+json"


@router.get("/opensearch.xml")
def show_description(request: Request, language: ChosenLanguage) -> Response:
    strings = load_strings(language)
    root = Xml.Element("OpenSearchDescription", xmlns=NAMESPACE)
    for name, text in (
        ("ShortName", strings["site_name"]),
        ("Description", strings["site_lead"]),
        ("InputEncoding", "UTF-8"),
        ("OutputEncoding", "UTF-8"),
        ("Language", "sv"),
    ):
        Xml.SubElement(root, name).text = text
    search, suggestions = public_url(request, "/sok?q={searchTerms}"), public_url(request, "/forslag?q={searchTerms}")
    Xml.SubElement(root, "Url", type="text/html", template=search)
    Xml.SubElement(root, "Url", type=SUGGESTIONS, rel="suggestions", template=suggestions)
    Xml.SubElement(root, "Url", type=DESCRIPTION, rel="self", template=public_url(request, "/opensearch.xml"))
    return Response(Xml.tostring(root, "utf-8", xml_declaration=True), media_type=DESCRIPTION)


@router.get("/forslag")
def show_suggestions(searcher: CurrentSearcher, q: Annotated[str, Query(max_length=MAX_QUERY_CHARS)] = "") -> Response:
    content = json.dumps([q, suggest(q, searcher.snapshot)], ensure_ascii=False)
    return Response(content, media_type=SUGGESTIONS)
