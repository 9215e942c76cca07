"""Static files may be kept for ever under the address with their hash, and under no other."""

import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.pages.frame import assets
from api.pages.frame.assets import asset_url, missing_styles, style_urls
from tests.root import ROOT


def test_a_file_is_kept_under_the_address_of_its_content(client: TestClient) -> None:
    assert client.get(asset_url("site.css")).headers["cache-control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("path", ["/static/site.css", "/static/site.css?v=000000000000"])
def test_under_any_other_address_it_is_asked_for_anew(client: TestClient, path: str) -> None:
    assert client.get(path).headers["cache-control"] == "no-cache"


def test_another_content_has_another_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "STATIC", tmp_path)
    (tmp_path / "a.css").write_text("a {}")
    (tmp_path / "b.css").write_text("b {}")
    assert asset_url("a.css").split("?")[1] != asset_url("b.css").split("?")[1]


def test_what_make_assets_has_not_brought_is_left_out_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assets, "STATIC", tmp_path)
    (tmp_path / "site.css").write_text("a {}")
    assert [url.split("?")[0] for url in style_urls()] == ["/static/site.css"]
    assert missing_styles() == [
        "vendor/designsystemet-theme.css",
        "vendor/designsystemet.css",
        "parts.css",
        "charts.css",
        "explore.css",
        "print.css",
    ]


def test_what_npm_installs_is_pinned_and_checked_and_names_no_registry() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    installed = {name: package for name, package in packages.items() if name}
    assert set(installed) >= {"node_modules/@digdir/designsystemet-css"}
    assert all(package["integrity"].startswith("sha512-") for package in installed.values())
    assert not any("resolved" in package for package in installed.values())
