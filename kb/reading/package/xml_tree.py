"""XML from strangers as a tree: no document type, so no entities; names without their namespaces."""

from functools import lru_cache
from typing import NoReturn
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from kb.errors import DescriptionDamaged

_NO_MEMORY = expat.errors.codes[expat.errors.XML_ERROR_NO_MEMORY]


def parse_xml(raw: bytes) -> Element:
    """The root element; tags and attributes bear their local names, as `p` for `w:p`, strict and transitional alike.

    Raises
    ------
    DescriptionDamaged : not well-formed, or with a document type
    """
    builder = TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = lambda tag, attributes: builder.start(
        _local(tag), {_local(name): value for name, value in attributes.items()}
    )
    parser.EndElementHandler = lambda tag: builder.end(_local(tag))
    parser.CharacterDataHandler = builder.data
    try:
        parser.Parse(raw, True)
        return builder.close()
    except expat.ExpatError as error:
        if error.code == _NO_MEMORY:
            raise MemoryError from error
        raise _damaged() from error
    except (ValueError, LookupError) as error:
        raise _damaged() from error


@lru_cache(1024)
def _local(name: str) -> str:
    return name[name.rfind("}") + 1 :]


def _refuse_doctype(*_: object) -> NoReturn:
    raise _damaged()


def _damaged() -> DescriptionDamaged:
    return DescriptionDamaged("the description's XML is damaged; save it anew and send it again")
