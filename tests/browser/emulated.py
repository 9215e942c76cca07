"""What a page does when a reader has asked for less motion, for colours of their own, or for paper."""

from playwright.sync_api import Page

from tests.browser.in_page import ask_page


def find_moving(page: Page) -> list[str]:
    """What moves although less motion was asked for."""
    page.emulate_media(reduced_motion="reduce")
    return list(ask_page(page, "moving"))


def find_borderless(page: Page) -> list[str]:
    """Buttons and fields that have no border once the reader's own colours have replaced the page's."""
    page.emulate_media(forced_colors="active")
    return list(ask_page(page, "borderless"))


def find_printed(page: Page, selector: str) -> list[str]:
    """What of the selector would come out on paper."""
    page.emulate_media(media="print")
    return list(ask_page(page, "visible", selector))


def read_print_colours(page: Page) -> tuple[list[float], list[float]]:
    """Red, green, blue (0 to 255) of text and ground on paper, and their opacity (0 to 1) where it is not whole."""
    page.emulate_media(media="print")
    ink, paper = ask_page(page, "colours")
    return ink, paper
