"""The addresses that search engines are told of."""

from xml.etree import ElementTree as Xml

from api.pages.feeds.sitemap import NAMESPACE


def read_sitemap(xml: bytes, origin: str) -> list[str]:
    """The paths in /sitemap.xml of the site at the origin, in order."""
    addresses = (element.text or "" for element in Xml.fromstring(xml).iter(f"{{{NAMESPACE}}}loc"))
    return [address.removeprefix(origin) for address in addresses]
