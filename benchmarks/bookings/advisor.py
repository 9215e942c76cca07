"""An advisor who books, moves, confirms and cancels as fast as the server answers, and writes down what it was told."""

import json
import random
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from http.client import HTTPException
from typing import Any

from benchmarks.bookings.desk import Desk
from benchmarks.saved.browser import Answer, Browser
from benchmarks.saved.editors import UnexpectedAnswer, as_json

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Told:
    """A booking as the server has said that it is."""

    first: str
    last: str
    hours: float
    state: str


@dataclass(frozen=True, slots=True)
class Request:
    """booking_id : what is changed, empty for a new booking; key : of the request"""

    method: str
    path: str
    body: Mapping[str, Any]
    booking_id: str = ""
    key: str = ""


@dataclass(slots=True)
class Journal:
    """mine : id -> as it was told last; sending : what was not answered; n_refused : told that others were first"""

    mine: dict[str, Told] = field(default_factory=dict)
    sending: Request | None = None
    n_made: int = 0
    n_changed: int = 0
    n_refused: int = 0
    n_twice: int = 0
    faults: list[str] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Advisor:
    """name : begins the keys of its requests; begun : set once it has an answer"""

    name: str
    browser: Browser
    desk: Desk
    chance: random.Random
    journal: Journal = field(default_factory=Journal)
    begun: threading.Event = field(default_factory=threading.Event)
    _paths: dict[str, str] = field(default_factory=dict)
    _n_sent: int = 0

    def work(self) -> None:
        """Until the server dies."""
        try:
            while True:
                self._do_one()
                self.begun.set()
        except (OSError, HTTPException):
            return

    def send_again(self) -> bool:
        """Send what was not answered once more; whether there was anything."""
        request = self.journal.sending
        if request:
            self._take(request, self._send(request))
        return request is not None

    def _do_one(self) -> None:
        standing = [one for one, told in self.journal.mine.items() if told.state != "cancelled"]
        act = self.chance.choice(("book", "book", "move", "confirm", "cancel"))
        request = self._book() if act == "book" or not standing else self._change(act, self.chance.choice(standing))
        self.journal.sending = request
        answer = self._send(request)
        if request.key and self.chance.random() < 0.5:
            self.journal.n_twice += 1
            again = self._send(request)
            if answer.status == 201 and (again.status, again.json()["id"]) != (201, answer.json()["id"]):
                self.journal.faults.append(f"sent twice and told {again.status} the second time: {request.key}")
            answer = again  # what was refused at first may have been let in
        self._take(request, answer)

    def _book(self) -> Request:
        self._n_sent += 1
        case_id = self.chance.choice(self.desk.case_ids)
        body = {"expert": self.desk.expert_slug, "state": self.chance.choice(("held", "confirmed")), **self._when()}
        return Request("POST", f"/v1/cases/{case_id}/bookings", body, key=f"{self.name}-{self._n_sent}")

    def _change(self, act: str, booking_id: str) -> Request:
        bodies = {"move": self._when(), "confirm": {"state": "confirmed"}, "cancel": {"state": "cancelled"}}
        return Request("PATCH", self._paths[booking_id], bodies[act], booking_id)

    def _when(self) -> dict[str, Any]:
        n_days = (self.desk.days.last - self.desk.days.first).days
        first = self.desk.days.first + self.chance.randint(0, n_days) * DAY
        last = min(first + self.chance.randint(0, 20) * DAY, self.desk.days.last)
        return {"from": str(first), "to": str(last), "hours": self.chance.randint(1, 12) / 2}

    def _send(self, request: Request) -> Answer:
        headers = {"Idempotency-Key": request.key} if request.key else {}
        return self.browser.send_json(request.method, request.path, as_json(request.body), headers)

    def _take(self, request: Request, answer: Answer) -> None:
        """Write down what was told, before the next request."""
        self.journal.sending = None
        match answer.status:
            case 201 | 200:
                told = answer.json()
                self.journal.mine[told["id"]] = Told(told["from"], told["to"], told["hours"], told["state"])
                self._paths[told["id"]] = f"{request.path.split('/bookings')[0]}/bookings/{told['id']}"
                self.journal.n_made += answer.status == 201
                self.journal.n_changed += answer.status == 200
            case 409:
                self.journal.n_refused += 1
            case _:
                raise UnexpectedAnswer(f"{request.method} {request.path}: {answer.status} {answer.body[:300]!r}")


def describe(request: Request | None) -> str:
    """A request that was not answered, for a fault."""
    return json.dumps(request.body) if request else "nothing"
