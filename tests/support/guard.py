"""Runs beside the tests. When its input ends, which is when they are gone, it ends and removes what is left.

Each line of input is a deed, a key and a value, with tabs between: `end PID SIGNAL`, `remove DIRECTORY`,
`forget KEY`."""

import contextlib
import os
import shutil
import signal
import sys
import time


def main() -> None:
    kept: dict[str, tuple[str, str]] = {}
    for line in sys.stdin:
        deed, key, value = line.rstrip("\n").split("\t")
        if deed == "forget":
            kept.pop(key, None)
        else:
            kept[key] = deed, value
    for key, (deed, value) in kept.items():
        if deed == "end":
            for number in (int(value), signal.SIGCONT):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(int(key), number)
    time.sleep(0.5)  # ending servers still write to their directories
    for key, (deed, _) in kept.items():
        if deed == "remove":
            shutil.rmtree(key, ignore_errors=True)


if __name__ == "__main__":
    main()
