"""A server of calendars on this machine, reached by numbers of the public internet that only a test's network knows."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from api.expert_side.feed.fetch_feed import Network

HOST = "kalender.example.se"
PUBLIC = "93.184.216.34"
Answer = Callable[[socket.socket], None]


@dataclass(slots=True)
class CalendarServer:
    """answers : path -> what is done with the connection; numbers : what a name has, PUBLIC where none is told

    asked : the paths, in order; reached : the numbers that were connected to
    """

    port: int
    certificate: Path
    answers: dict[str, Answer] = field(default_factory=dict)
    numbers: dict[str, Sequence[str]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    reached: list[str] = field(default_factory=list)

    def network(self, time_s: float = 10.0) -> Network:
        return Network(self._resolve, self._connect, self._trust, time_s)

    def _resolve(self, host: str) -> Sequence[str]:
        return self.numbers.get(host, (PUBLIC,))

    def _connect(self, ip: str, timeout_s: float) -> socket.socket:
        self.reached.append(ip)
        return socket.create_connection(("127.0.0.1", self.port), timeout_s)

    def _trust(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(self.certificate))


def answer(body: bytes, kind: str = "text/calendar; charset=utf-8", status: str = "200 OK", **more: str) -> Answer:
    """The whole of an answer; more : of its headers, _ for -."""
    headers = {
        "Content-Type": kind,
        "Content-Length": str(len(body)),
        **{k.replace("_", "-"): v for k, v in more.items()},
    }

    def send(connection: socket.socket) -> None:
        head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        connection.sendall(f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body)

    return send


def lead_to(address: str, status: str = "302 Found") -> Answer:
    return answer(b"", status=status, Location=address)


@contextmanager
def run_calendar_server(folder: Path, names: Sequence[str] = (HOST, "annan.example.se")) -> Iterator[CalendarServer]:
    """A server that runs until the block ends."""
    certificate = make_certificate(folder, names)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = CalendarServer(listening.getsockname()[1], certificate)
        thread = threading.Thread(target=_serve, args=(listening, context, server), daemon=True)
        thread.start()
        yield server
        listening.shutdown(socket.SHUT_RDWR)
    thread.join(5)


def _serve(listening: socket.socket, context: ssl.SSLContext, server: CalendarServer) -> None:
    while True:
        try:
            plain, _ = listening.accept()
        except OSError:
            return
        threading.Thread(target=_answer, args=(plain, context, server), daemon=True).start()


def _answer(plain: socket.socket, context: ssl.SSLContext, server: CalendarServer) -> None:
    try:
        with context.wrap_socket(plain, server_side=True) as connection:
            asked = connection.recv(65_536).decode().split(" ")[1]
            server.asked.append(asked)
            server.answers.get(asked, answer(b"", status="404 Not Found"))(connection)
    except OSError:  # whoever asked has gone
        plain.close()


def make_certificate(folder: Path, names: Sequence[str]) -> Path:
    """A file with a certificate of those names that signs itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0])])
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(datetime(2020, 1, 1))
        .not_valid_after(datetime(2020, 1, 1) + timedelta(days=36_500))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name) for name in names]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / "calendar.pem"
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(made.public_bytes(serialization.Encoding.PEM) + secret)
    return file
