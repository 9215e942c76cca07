"""Whole addresses: by the setting, else by the host of the request."""

import pytest
from fastapi import FastAPI
from starlette.requests import Request

from api.public_url import public_url


@pytest.mark.parametrize(
    ("setting", "whole"),
    [("https://stod.example.se", "https://stod.example.se/nytt.rss"), (None, "http://intern:8000/nytt.rss")],
)
def test_the_setting_goes_before_the_host(setting: str | None, whole: str) -> None:
    app = FastAPI()
    app.state.public_url = setting
    headers = [(b"host", b"intern:8000")]
    scope = {"type": "http", "scheme": "http", "path": "/x", "headers": headers, "app": app, "query_string": b""}
    assert public_url(Request(scope), "/nytt.rss") == whole
