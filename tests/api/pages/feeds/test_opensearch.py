"""A browser finds the search, and asks it for suggestions."""

from xml.etree import ElementTree as Xml

from fastapi.testclient import TestClient

from api.pages.feeds.opensearch import DESCRIPTION, NAMESPACE, SUGGESTIONS


def test_the_description_leads_to_the_search_and_the_suggestions(client: TestClient) -> None:
    answer = client.get("/opensearch.xml")
    assert answer.headers["content-type"] == DESCRIPTION
    root = Xml.fromstring(answer.content)
    assert root.tag == f"{{{NAMESPACE}}}OpenSearchDescription"
    assert len(root.findtext(f"{{{NAMESPACE}}}ShortName", "")) in range(1, 17)  # the specification's limit
    urls = {url.attrib["type"]: url.attrib["template"] for url in root.iter(f"{{{NAMESPACE}}}Url")}
    assert urls == {
        "text/html": "http://testserver/sok?q={searchTerms}",
        SUGGESTIONS: "http://testserver/forslag?q={searchTerms}",
        DESCRIPTION: "http://testserver/opensearch.xml",
    }
    assert client.get(urls["text/html"].replace("{searchTerms}", "snatteri")).status_code == 200


def test_suggestions_stand_beside_what_was_typed(client: TestClient) -> None:
    answer = client.get("/forslag", params={"q": "nattv"})
    assert answer.headers["content-type"] == SUGGESTIONS
    typed, suggested = answer.json()
    assert typed == "nattv"
    assert any(text.startswith("Nattvandring") for text in suggested)


def test_nothing_typed_is_nothing_suggested(client: TestClient) -> None:
    assert client.get("/forslag").json() == ["", []]
