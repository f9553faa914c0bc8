"""Two runs never write into one folder at a time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.run_lock import AnotherRunIsBusy, run_lock

HOLD = """
import sys
from pathlib import Path
from pipeline.run_lock import run_lock
with run_lock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_run_is_refused_and_told_which_process_holds_the_folder(tmp_path):
    root = Path(__file__).parents[2]
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with holder:
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(AnotherRunIsBusy, match=f"process {holder.pid} is already collecting"), run_lock(tmp_path):
            pytest.fail("the lock was given twice")
        holder.kill()
    with run_lock(tmp_path):  # a killed holder leaves nothing behind
        assert (tmp_path / "run.lock").read_text() == str(os.getpid())
