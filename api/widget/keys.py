"""Public keys for widgets: no secret, since every visitor of a page can read its key."""

from collections.abc import Collection

from api.widget.errors import WidgetKeyRejected


def check_widget_key(keys: Collection[str], key: str, is_from_page: bool, are_more: bool = False) -> None:
    """Let a search through. keys: those given out, none when all may search; is_from_page: from another site's page;
    are_more: others have been given out, and the key is none of them.

    Raises
    ------
    WidgetKeyRejected : a key that was not given out, or none where one is asked for
    """
    if not (keys or are_more) or key in keys or not (key or is_from_page):
        return
    met = "a key that was not given out" if key else "no key"
    raise WidgetKeyRejected(f'{met}; write key="..." on the element, with the key from those who run the service')
