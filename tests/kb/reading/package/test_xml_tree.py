"""XML from strangers as a tree."""

import pytest

from kb.errors import DescriptionDamaged
from kb.reading.package.xml_tree import parse_xml


def test_names_lose_their_namespaces() -> None:
    root = parse_xml(b'<w:p xmlns:w="urn:w" w:id="7"><w:t>Torget</w:t></w:p>')
    assert (root.tag, root.get("id"), root.findtext("t")) == ("p", "7", "Torget")


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"Torget",
        b"<p><t>Torget</p>",
        b"<p>Torget",
        b"<p>\xff</p>",
        b'<?xml version="1.0" encoding="nonsense"?><p/>',
        b'<!DOCTYPE p [<!ENTITY a "aaaa">]><p>&a;</p>',
        "<!DOCTYPE p><p>Torget</p>".encode("utf-16"),
        b'<!DOCTYPE p SYSTEM "file:///etc/hostname"><p/>',
    ],
)
def test_what_is_not_well_formed_or_has_a_document_type_is_damaged(raw: bytes) -> None:
    with pytest.raises(DescriptionDamaged, match=r"save it anew and send it again"):
        parse_xml(raw)
