"""Pictures of every page, to be looked at: python -m tests.browser.screenshots FOLDER [PART OF A PAGE'S NAME].

Serves the snapshots of `kb index` in snapshots/.
"""

import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from tests.api.conftest import make_app
from tests.browser.chromium import launch_chromium
from tests.browser.live_server import serve
from tests.browser.pages import ERRORS, PAGES, Open

ALL: dict[str, Open] = {**PAGES, **{name: open_page for name, (_, open_page) in ERRORS.items()}}
DESKTOP = {"width": 1280, "height": 900}
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"viewport": DESKTOP},
    "dark": {"viewport": DESKTOP, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 375, "height": 812}, "is_mobile": True, "has_touch": True},
    "english": {"viewport": DESKTOP, "locale": "en-GB"},
    "forced": {"viewport": DESKTOP, "forced_colors": "active", "color_scheme": "dark"},
    "print": {"viewport": {"width": 718, "height": 1000}},
}


def main(folder: Path, part: str = "") -> None:
    """Write FOLDER/<page>-<look>.png for each page whose name holds the part, in each look."""
    folder.mkdir(parents=True, exist_ok=True)
    names = [name for name in ALL if part in name]
    with serve(make_app(Path("snapshots"))) as site, sync_playwright() as playwright:
        browser = launch_chromium(playwright)
        for look, settings in LOOKS.items():
            with browser.new_context(base_url=site, **{"locale": "sv-SE", **settings}) as context:
                page = context.new_page()
                for name in names:
                    _photograph(page, name, look, folder)
        browser.close()


def _photograph(page: Page, name: str, look: str, folder: Path) -> None:
    ALL[name](page)
    page.emulate_media(media="print" if look == "print" else "null")
    page.screenshot(path=folder / f"{name.replace(' ', '-')}-{look}.png", full_page=True)
    page.emulate_media(media="null")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
