"""What search engines are told: honest of evidence, with sources and days, and never of a person."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.requests import Request

from api.pages.frame.linked_data import describe_expert, describe_guidance, describe_problem_area, describe_site
from kb.documents import Section
from tests.api.conftest import Publish, make_app, make_library
from tests.api.pages.read_page import read_page
from tests.builders import make_area, make_expert, make_guidance

STEPS = """Så här går det till:

1. Bestäm **mål** [@bra-2024; @skr].
2. Välj [metod](komet.md) och
   ansvarig.

Klart."""


@pytest.mark.parametrize("path", ["/", "/vagledning/sspf", "/problemomrade/nyrekrytering"])
def test_a_page_holds_its_data_once(client: TestClient, path: str) -> None:
    told = data_of(client.get(path).text)
    assert told["@context"] == "https://schema.org"
    assert told["url"] == f"http://testserver{path}"


def test_what_stands_in_a_document_cannot_end_the_data(tmp_path: Path, publish_library: Publish) -> None:
    attack = "</script><script>alert(1)</script><!-- & ' \" \u2028"
    library = make_library(make_guidance("gvi", "GVI", summary=attack), make_area("narkotika"), make_expert("rad"))
    publish_library(tmp_path, "one", library)
    with TestClient(make_app(tmp_path)) as client:
        told = data_of(client.get("/vagledning/gvi").text)
    assert told["description"] == attack


def data_of(html: str) -> dict[str, Any]:
    """The data of a page, read by what a browser takes for its end."""
    (script,) = [script for script in read_page(html).all("script") if "src" not in script.attributes]
    assert script.attributes == {"type": "application/ld+json"}
    data: dict[str, Any] = json.loads(script.text)
    return data


@pytest.fixture
def request_() -> Request:
    app = FastAPI()
    app.state.public_url = "https://stod.example.se"
    return Request({"type": "http", "headers": [], "app": app})


def test_the_site_can_be_searched(request_: Request) -> None:
    told = describe_site(request_)
    assert told["@type"] == "WebSite"
    target = told["potentialAction"]["target"]["urlTemplate"]
    assert target == "https://stod.example.se/sok?q={search_term_string}"


def test_guidance_is_an_article_with_sources_and_days(request_: Request) -> None:
    document = make_guidance("sspf", "SSPF", summary="Samverkan.", reviewed=date(2026, 6, 1))
    told = describe_guidance(document, request_)
    assert told["@type"] == ["Article"]
    assert (told["headline"], told["description"]) == ("SSPF", "Samverkan.")
    assert told["url"] == "https://stod.example.se/vagledning/sspf"
    assert (told["dateModified"], told["expires"]) == ("2026-06-01", "2027-11-22")
    assert told["publisher"]["name"] == "Till handling"
    assert told["citation"] == [
        {
            "@type": "CreativeWork",
            "name": "En källa",
            "publisher": {"@type": "Organization", "name": "Brå"},
            "datePublished": "2024",
            "url": "https://bra.se/",
        }
    ]


def test_numbered_steps_make_it_a_how_to_in_plain_words(request_: Request) -> None:
    section = Section(heading="Så gör ni", anchor="sa-gor-ni", level=2, markdown=STEPS, text="", citations=())
    told = describe_guidance(make_guidance("sspf", sections=(section,)), request_)
    assert told["@type"] == ["Article", "HowTo"]
    assert [step["text"] for step in told["step"]] == ["Bestäm mål.", "Välj metod och ansvarig."]
    assert [step["position"] for step in told["step"]] == [1, 2]


def test_nobody_is_told_how_to_do_what_is_advised_against(request_: Request) -> None:
    section = Section(heading="Så gör ni", anchor="sa-gor-ni", level=2, markdown=STEPS, text="", citations=())
    document = make_guidance("skramma", "Skrämma unga", sections=(section,), recommendation="avråds")
    told = describe_guidance(document, request_)
    assert told["@type"] == ["Article"]
    assert told["headline"] == told["name"] == "Avråds: Skrämma unga"
    assert "step" not in told


def test_a_problem_area_is_an_article(request_: Request) -> None:
    told = describe_problem_area(make_area("narkotika", "Narkotika"), request_)
    assert (told["@type"], told["url"]) == ("Article", "https://stod.example.se/problemomrade/narkotika")


@pytest.mark.parametrize(
    ("organisation_type", "kind"),
    [("länsstyrelse", "GovernmentService"), ("kommun", "GovernmentService"), ("civilsamhälle", "Service")],
)
def test_an_expert_is_a_service_of_its_organisation(request_: Request, organisation_type: str, kind: str) -> None:
    expert = make_expert("rad", organisation_type=organisation_type, counties=("12",), mailbox="rad@example.se")
    told = describe_expert(expert, {"12": "Skåne län"}, request_)
    assert told["@type"] == kind
    assert told["provider"]["name"] == "Brå"
    assert told["areaServed"] == [{"@type": "AdministrativeArea", "name": "Skåne län"}]
    assert "Person" not in str(told)
    assert "rad@example.se" not in str(told)


def test_an_expert_without_counties_serves_the_country(request_: Request) -> None:
    told = describe_expert(make_expert("rad"), {}, request_)
    assert told["areaServed"] == {"@type": "Country", "name": "Sverige"}
