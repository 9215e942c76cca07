"""The feed is valid RSS, whole in its links, in the language asked for, and follows the snapshots."""

from pathlib import Path

import feedparser
import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from kb.documents import Guidance
from kb.search.searcher import Searcher
from tests.api.conftest import Publish, make_app, make_library
from tests.builders import TODAY, make_area, make_evidence, make_expert, make_guidance


def read(client: TestClient, language: str = "sv") -> feedparser.FeedParserDict:
    answer = client.get("/nytt.rss", headers={"accept-language": language})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/rss+xml; charset=utf-8"
    feed = feedparser.parse(answer.content)
    assert not feed.bozo
    return feed


def publish_guidance(publish: Publish, folder: Path, snapshot_id: str, guidance: Guidance) -> None:
    publish(folder, snapshot_id, make_library(guidance, make_area("narkotika"), make_expert("rad")))


def test_an_item_has_title_summary_link_day_and_an_id_of_its_own(client: TestClient, searcher: Searcher) -> None:
    feed = read(client)
    assert feed.version == "rss20"
    assert len(feed.entries) == 50
    assert len({entry.id for entry in feed.entries}) == 50
    for entry in feed.entries:
        slug = entry.link.removeprefix("http://testserver/vagledning/")
        document = searcher.snapshot.guidance[slug]
        assert entry.summary == document.summary
        assert entry.id == f"till-handling:{slug}/{document.reviewed}"
        assert entry.published_parsed[:3] == document.reviewed.timetuple()[:3]


@pytest.mark.parametrize(
    ("language", "title", "first"),
    [("sv", "Till handling: nytt och ändrat", "Granskad: "), ("en", "Till handling: new and changed", "Reviewed: ")],
)
def test_the_channel_speaks_the_language_asked_for(client: TestClient, language: str, title: str, first: str) -> None:
    feed = read(client, language)
    assert feed.feed.title == title
    assert feed.feed.language == "sv"
    assert feed.entries[0].title.startswith(first)


def test_links_are_by_the_public_address(snapshots: Path) -> None:
    with TestClient(create_app(Settings(snapshots=snapshots, public_url="https://stod.example.se"))) as client:
        feed = read(client)
    assert feed.feed.link == "https://stod.example.se/"
    assert feed.entries[0].link.startswith("https://stod.example.se/vagledning/")
    assert {link.href for link in feed.feed.links if link.rel == "self"} == {"https://stod.example.se/nytt.rss"}


def test_a_new_snapshot_is_told_by_what_it_changes(tmp_path: Path, publish_library: Publish) -> None:
    before = make_guidance("gvi", "GVI & <vänner>", reviewed=TODAY.replace(day=1), evidence=(make_evidence("svag"),))
    after = make_guidance("gvi", "GVI & <vänner>", evidence=(make_evidence("god"),), summary="Nu prövad.")
    publish_guidance(publish_library, tmp_path, "one", before)
    with TestClient(make_app(tmp_path)) as client:
        assert [entry.title for entry in read(client).entries] == ["Granskad: GVI & <vänner>"]
        publish_guidance(publish_library, tmp_path, "two", after)
        (entry,) = read(client).entries
    assert entry.title == "Ny bedömning av evidensen: GVI & <vänner>"
    assert entry.summary == "Evidens: svag → god. Nu prövad."


def test_what_is_withdrawn_is_told_without_a_link(tmp_path: Path, publish_library: Publish) -> None:
    publish_guidance(publish_library, tmp_path, "one", make_guidance("gvi", "GVI"))
    publish_guidance(publish_library, tmp_path, "two", make_guidance("sspf", "SSPF", reviewed=TODAY.replace(day=1)))
    with TestClient(make_app(tmp_path)) as client:
        entries = {entry.title: entry for entry in read(client).entries}
    assert set(entries) == {"Borttagen: GVI", "Ny: SSPF"}
    assert "link" not in entries["Borttagen: GVI"]


def test_what_is_advised_against_says_so_in_its_title(tmp_path: Path, publish_library: Publish) -> None:
    against = make_guidance("skramma", "Skrämma unga", recommendation="avråds")
    publish_guidance(publish_library, tmp_path, "one", against)
    with TestClient(make_app(tmp_path)) as client:
        assert [entry.title for entry in read(client).entries] == ["Granskad: Avråds: Skrämma unga"]
