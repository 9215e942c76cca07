"""What a browser complains of while pages are open: no page may give it cause."""

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

LOADING = "Failed to load resource"
"""Chromium's line for an answer of 400 and above; told from the answer itself, which says what it was for."""


def watch_faults(context: BrowserContext) -> list[str]:
    """The faults of all pages of the context, added as they come.

    Errors and warnings in the console (where Chromium also tells of a breach of the content security policy), errors
    that no script caught, and parts of a page that could not be loaded. A page that is itself an error (404) is none.
    """
    faults: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not message.text.startswith(LOADING):
            faults.append(f"{message.type} in the console: {message.text}")

    def catch(error: WebError) -> None:
        faults.append(f"uncaught: {error.error}")

    def see(response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            faults.append(f"{response.status} for {response.url}")

    def miss(request: Request) -> None:
        is_left = request.failure == "net::ERR_ABORTED"  # a download, or a page that was left while it loaded
        if not is_left:
            faults.append(f"{request.failure} for {request.url}")

    context.on("console", hear)
    context.on("weberror", catch)
    context.on("response", see)
    context.on("requestfailed", miss)
    return faults
