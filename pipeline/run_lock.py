"""One writing run at a time: a lock file in the data folder, released by the system when the process ends."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.errors import NetraError


class AnotherRunIsBusy(NetraError):
    """A second process writes to the same data folder."""


@contextmanager
def run_lock(data_folder: Path) -> Iterator[None]:
    """Hold `data_folder`/run.lock. Raises AnotherRunIsBusy, with the holder's process id, when it is taken."""
    data_folder.mkdir(parents=True, exist_ok=True)
    path = data_folder / "run.lock"
    with path.open("a+", encoding="ascii") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            raise AnotherRunIsBusy(
                f"{path}: process {file.read().strip() or '?'} is already collecting into this folder. "
                "Wait until it has ended, or stop it, and try again."
            ) from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield
