"""That a visitor's form was sent from a page of this site: a token would need a cookie, and visitors get none."""

from urllib.parse import urlsplit

from fastapi import Request

from api.access.errors import FormExpired
from api.public_url import public_url

OWN = ("same-origin", "none")
"""What a browser says of its own pages, and of an address that somebody wrote."""


def check_same_site(request: Request) -> None:
    """Return if no page of another site had the browser send it. Programs, which say nothing of a page, may.

    Browsers tell it by `Sec-Fetch-Site`. Where they do not, over http, `Origin` is read; that is "null" for our own
    pages, which tell nobody where they are.

    Raises
    ------
    FormExpired : another site's page did
    """
    told, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    hosts = {request.url.netloc, urlsplit(public_url(request)).netloc}
    is_own = told in OWN if told else origin in (None, "null") or urlsplit(origin).netloc in hosts
    if not is_own:
        raise FormExpired("the form was sent from a page of another site; open the page here and send it from there")
