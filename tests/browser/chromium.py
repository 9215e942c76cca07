"""The browser of the tests: Debian's Chromium, never one that Playwright downloads."""

import shutil
from pathlib import Path

from playwright.sync_api import Browser, Playwright

NAMES = ("chromium", "chromium-browser")
FLAGS = (
    "--no-sandbox",  # tests run as root in containers
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def launch_chromium(playwright: Playwright) -> Browser:
    """A browser without a window, which reaches for nothing but the pages it is told to open."""
    return playwright.chromium.launch(executable_path=_find_chromium(), headless=True, args=FLAGS)


def _find_chromium() -> Path:
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    raise FileNotFoundError(
        "no Chromium on the path; `apt-get install chromium`, or leave these tests out: pytest -m 'not browser'"
    )
