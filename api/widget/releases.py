"""The widget's files that are served: today's, and earlier ones that pages still name, kept in a folder."""

import re
from pathlib import Path

from api.widget.bundle import Bundle, WidgetFile

MEDIA_TYPES = {"js": "text/javascript", "css": "text/css"}
LATEST = "kb-search.js"
"""Always today's script: for pages that would rather follow along than name a version."""
_NAME = re.compile(r"kb-search\.[0-9a-f]{12}\.(js|css)")


def keep_release(bundle: Bundle, folder: Path) -> list[Path]:
    """Write the bundle's files into the folder, beside those of earlier versions; returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / file.name for file in bundle.files]
    for path, file in zip(paths, bundle.files, strict=True):
        path.write_bytes(file.content)
    return paths


def find_file(name: str, bundle: Bundle, folder: Path | None) -> WidgetFile | None:
    """The file of that name, from the bundle or from the folder of kept ones; None when there is none."""
    if name == LATEST:
        return bundle.script
    for file in bundle.files:
        if file.name == name:
            return file
    match = _NAME.fullmatch(name)
    path = folder / name if match and folder else None
    if match is None or path is None or not path.is_file():
        return None
    return WidgetFile(name, MEDIA_TYPES[match[1]], path.read_bytes())
