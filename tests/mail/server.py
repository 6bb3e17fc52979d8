"""A mail server on 127.0.0.1 that behaves as well or as badly as the test asks."""

import email
import email.policy
import socketserver
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

MODES = {
    "well": "accepts everything",
    "silent": "accepts connections and never says a word",
    "busy": "greets with 421 and hangs up",
    "refusing": "refuses every address for good",
    "greylisting": "refuses every address for now",
    "full": "refuses every text for good",
    "cutting": "hangs up in the middle of a text",
    "slow": "takes its time for every answer",
    "dripping": "sends its greeting byte by byte, and never ends it",
    "rude": "accepts, then never says goodbye",
}
SLOW = 0.3  # seconds for each answer
PATIENCE = 30


class MailServer(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 64

    def __init__(self, mode: str = "well", port: int = 0):
        self.mode, self.received, self.greeted = mode, [], 0
        self.closing = threading.Event()
        # Set while texts are held: received, but not yet answered
        self.holding, self.answering = threading.Event(), threading.Event()
        self.answering.set()
        super().__init__(("127.0.0.1", port), Dialog)
        self.port = self.server_address[1]

    def behave(self, mode: str) -> None:
        assert mode in MODES
        self.mode = mode

    def accept(self, text: bytes) -> None:
        self.received.append(email.message_from_bytes(text, policy=email.policy.default))
        if not self.answering.is_set():
            self.holding.set()
            self.answering.wait(PATIENCE)

    def ids(self) -> list[str]:
        return [message["Message-ID"] for message in self.received]

    def handle_error(self, request, client_address) -> None:
        """Clients may be killed in the middle of a dialogue."""


class Dialog(socketserver.StreamRequestHandler):
    server: MailServer

    def say(self, line: str) -> None:
        if self.server.mode == "slow":
            time.sleep(SLOW)
        self.wfile.write(f"{line}\r\n".encode())

    def wait(self) -> None:
        self.server.closing.wait(PATIENCE)

    def handle(self) -> None:
        self.server.greeted += 1
        match self.server.mode:
            case "silent":
                return self.wait()
            case "busy":
                return self.say("421 try later")
            case "dripping":
                return self.drip()
        self.say("220 test")
        for line in self.rfile:
            if not self.answer(line.decode().split(":")[0].strip().upper()):
                return None
        return None

    def drip(self) -> None:
        while not self.server.closing.wait(0.1):
            self.wfile.write(b"2")

    def answer(self, command: str) -> bool:
        """Answer one line; return whether the dialogue goes on."""
        mode = self.server.mode
        if command == "RCPT TO" and mode == "refusing":
            self.say("550 no such mailbox")
        elif command == "RCPT TO" and mode == "greylisting":
            self.say("451 come back later")
        elif command == "DATA":
            return self.take_text(mode)
        elif command == "QUIT" and mode == "rude":
            self.wait()
        else:
            self.say("221 bye" if command == "QUIT" else "250 ok")
        return command != "QUIT"

    def take_text(self, mode: str) -> bool:
        self.say("354 go on")
        if mode == "cutting":
            self.rfile.readline()
            return False
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                return False
            lines.append(line)
        if mode == "full":
            self.say("554 not this")
            return True
        self.server.accept(b"".join(lines))
        self.say("250 accepted")
        return True


@contextmanager
def mail_server(mode: str = "well", port: int = 0) -> Iterator[MailServer]:
    with MailServer(mode, port) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server
        finally:
            server.closing.set()
            server.answering.set()
            server.shutdown()
            thread.join()
