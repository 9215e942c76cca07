"""Two who work on one plan as fast as the server answers: a coordinator in the pages, a colleague with a link.

Each writes fields of its own and one that both write. What the server says goes into a journal before the next request.
"""

import json
import random
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from http.client import HTTPException
from typing import Protocol, TypeVar

from benchmarks.saved.browser import Answer, Browser
from benchmarks.saved.journal import Fields, Journal, Once, Save
from benchmarks.saved.town import Coordinator, invent_plan
from kb.plans.working.saved_work import write_working_plan
from kb.plans.working.working_plan import WorkingPlan

T = TypeVar("T")
BOTH = "summary"
"""The field that both write."""
N_OWN = 12
DECISION = {"day": str(date(2026, 11, 20)), "body": "Kommunstyrelsen", "paragraph": "§ 1"}


class UnexpectedAnswer(Exception):
    """The server answered what it should not have."""


@dataclass(frozen=True, slots=True)
class Told:
    """Of a save. conflicts : paths that were not written"""

    version: int
    conflicts: frozenset[str]


class Way(Protocol):
    """How an editor writes: by the pages, or by the API."""

    def save(self, base: int, fields: Fields) -> Told: ...
    def save_whole(self, base: int, fields: Fields) -> Told: ...
    def comment(self, once: Once) -> Answer: ...


class ByPages:
    """The forms of a browser that is signed in, field by field as by its script, and whole as without."""

    def __init__(self, browser: Browser, coordinator: Coordinator, plan_id: str) -> None:
        self._browser, self._csrf, self._here = browser, coordinator.csrf, f"/planer/{plan_id}"

    def save(self, base: int, fields: Fields) -> Told:
        return read_told(self._send(base, fields, "application/json"))

    def save_whole(self, base: int, fields: Fields) -> Told:
        answer = expect(self._send(base, fields, "text/html"))
        return Told(int(answer.headers["location"].rpartition("=")[2]), frozenset())

    def comment(self, once: Once) -> Answer:
        form = {"csrf": self._csrf, "place": "problems/1", "text": once.text, "once": once.key}
        return self._browser.send_form(f"{self._here}/kommentarer", form)

    def _send(self, base: int, fields: Fields, accept: str) -> Answer:
        return self._browser.send_form(self._here, {"csrf": self._csrf, "base": str(base), **fields}, Accept=accept)


class ByLink:
    """The API, with the token of a link."""

    def __init__(self, browser: Browser, plan_id: str) -> None:
        self._browser, self._here = browser, f"/v1/plans/{plan_id}"

    def save(self, base: int, fields: Fields) -> Told:
        headers = {"If-Match": f'"{base}"'}
        return read_told(self._browser.send_json("PATCH", self._here, as_json({"edits": dict(fields)}), headers))

    save_whole = save

    def comment(self, once: Once) -> Answer:
        body = as_json({"place": "problems/1", "text": once.text})
        return self._browser.send_json("POST", f"{self._here}/comments", body, {"Idempotency-Key": once.key})


@dataclass(slots=True, kw_only=True)
class Editor:
    """One who writes until the server dies. name : begins the paths of its own fields, in four letters at least"""

    name: str
    way: Way
    chance: random.Random
    journal: Journal
    begun: threading.Event
    extra: Callable[["Editor"], object] | None = None
    base: int = 0
    n_sent: int = 0
    _unanswered: Callable[[], Answer] | None = None

    def work(self) -> None:
        """Write until the server dies."""
        try:
            while True:
                self._do_one()
                self.begun.set()
        except (OSError, HTTPException):
            return

    def _do_one(self) -> None:
        chosen = self.chance.choice((self.save_some, self.save_some, self.save_whole, self.comment, None))
        if chosen:
            chosen()
        elif self.extra:
            self.extra(self)

    def save_some(self) -> None:
        """What a script sends a moment after it was typed: a field or three."""
        paths = [*self.chance.sample(self._own_paths(), self.chance.randint(1, 3)), *self.chance.choices(("", BOTH))]
        self._save({path: self._new_text() for path in paths if path}, self.way.save)

    def save_whole(self) -> None:
        """What the form's button sends: each field, most of them as they were."""
        changed = {path: self._new_text() for path in self.chance.sample(self._own_paths(), N_OWN // 2)}
        self._save({**self.journal.mine, **changed}, self.way.save_whole)

    def comment(self) -> None:
        self.make_once("comment", self.way.comment)

    def make_once(self, kind: str, send: Callable[[Once], Answer]) -> Answer:
        """What was made, by a request that is sent twice at every other time."""
        once = Once(kind=kind, text=self._new_text(), key=self._new_text())
        is_twice = self.chance.random() < 0.5
        self.journal.n_twice += is_twice
        return self.insist(lambda: [expect(send(once)) for _ in range(1 + is_twice)][-1], self.journal.made, once)

    def insist(self, send: Callable[[], Answer], done: list[T], thing: T) -> Answer:
        """The answer; without one it is sent again once the server is back. done : where the thing is then put"""

        def send_and_note() -> Answer:
            answer = send()
            done.append(thing)
            return answer

        self._unanswered = send_and_note
        answer = send_and_note()
        self._unanswered = None
        return answer

    def send_again(self) -> bool:
        """Send what was not answered, as a browser sends a form again; whether there was anything."""
        return bool(self._unanswered and self._unanswered())

    def _save(self, fields: Fields, send: Callable[[int, Fields], Told]) -> None:
        self.journal.sending = fields
        told = send(self.base, fields)
        kept = {path: text for path, text in fields.items() if path not in told.conflicts}
        self.journal.saves.append(Save(told.version, kept))
        self.journal.mine.update({path: text for path, text in kept.items() if path != BOTH})
        self.journal.sending = {}
        self.journal.n_conflicts += len(told.conflicts)
        self.base = told.version

    def _own_paths(self) -> list[str]:
        return [f"problems/1/measures/own-{self.name}{n:02}/title" for n in range(N_OWN)]

    def _new_text(self) -> str:
        """A text that nobody has sent before."""
        self.n_sent += 1
        return f"{self.name} {self.n_sent} {self.chance.getrandbits(64):016x}"


def save_new_plan(browser: Browser, once: Once) -> Answer:
    """Save another plan, which has the text as its title."""
    plan = WorkingPlan(invent_plan().draft, {"title": once.text})
    return browser.send_file("/v1/plans/saved", write_working_plan(plan), {"Idempotency-Key": once.key})


def adopt_new_plan(browser: Browser) -> Callable[[Editor], object]:
    """What saves another plan and adopts it."""

    def adopt(editor: Editor) -> None:
        plan_id: str = editor.make_once("plan", lambda once: save_new_plan(browser, once)).json()["id"]
        address, headers = f"/v1/plans/{plan_id}/adoption", {"If-Match": '"0"'}

        def decide() -> Answer:
            return expect(browser.send_json("POST", address, as_json(DECISION), headers))

        editor.insist(decide, editor.journal.adopted, plan_id)

    return adopt


def read_told(answer: Answer) -> Told:
    """What the answer to a save tells.

    Raises
    ------
    UnexpectedAnswer : it is no answer to a save
    """
    if answer.status not in (200, 409) or b"version" not in answer.body:
        raise UnexpectedAnswer(f"a save was answered {answer.status}: {answer.body[:300]!r}")
    told = answer.json()
    return Told(told["version"], frozenset(conflict["path"] for conflict in told.get("conflicts", ())))


def expect(answer: Answer) -> Answer:
    """The answer, which is that it was done.

    Raises
    ------
    UnexpectedAnswer : it was not
    """
    if answer.status not in (200, 201, 303):
        raise UnexpectedAnswer(f"answered {answer.status}: {answer.body[:300]!r}")
    return answer


def as_json(value: object) -> bytes:
    return json.dumps(value).encode()
