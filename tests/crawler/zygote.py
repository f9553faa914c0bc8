"""Starts crawls quickly: one process imports the crawler, every crawl is a fork of it, and so a process of its own.

Run as a script it reads one JSON list a line from stdin: ["start", stderr, arguments…] or ["wait", pid].
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

LONGEST_CRAWL_SECONDS = 60


class Zygote:
    """The other end of the script below."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.crawler.zygote"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def ask(self, *words: object) -> int:
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps([str(word) for word in words]) + "\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def close(self) -> None:
        self.process.communicate(timeout=10)


@dataclass
class Running:
    """A crawl under way."""

    zygote: Zygote
    pid: int
    stderr: Path

    def send_signal(self, number: int) -> None:
        os.kill(self.pid, number)

    def wait(self) -> int:
        """Its exit status; minus the signal's number when it was killed."""
        return self.zygote.ask("wait", self.pid)

    def said(self) -> str:
        return self.stderr.read_text(encoding="utf-8")


def serve() -> None:
    import scrapy.core.downloader.handlers.http11  # noqa: F401 - so that no fork has to

    from crawler import run

    for line in sys.stdin:
        order, *words = json.loads(line)
        if order == "wait":
            answer = os.waitstatus_to_exitcode(os.waitpid(int(words[0]), 0)[1])
        else:
            answer = os.fork()
            if answer == 0:
                stderr = os.open(words[0], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
                os.dup2(stderr, 2)
                os.dup2(stderr, 1)
                signal.alarm(LONGEST_CRAWL_SECONDS)  # a crawl that hangs fails its test and no other
                sys.exit(run.main(words[1:]))
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    serve()
