"""What axe finds wrong in an open page."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice")


def find_violations(page: Page, *tags: str) -> list[str]:
    """One line per element at fault: `rule: element; what is wrong`; all rules of WCAG 2.1 AA unless tags are given.

    axe is handed to the page by the debugger, so that the page's own policy against inline scripts stays in force.
    """
    options = {"runOnly": tags or TAGS, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{violation['id']}: {' '.join(map(str, node['target']))}; {node['failureSummary']}"
        for violation in found
        for node in violation["nodes"]
    ]
