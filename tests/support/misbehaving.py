"""A child process that does what its first argument says, well or badly."""

import os
import sys
import time


def main() -> None:
    behaviour, *rest = sys.argv[1:]
    if behaviour == "echo":
        sys.stdout.buffer.write(sys.stdin.buffer.read())
    elif behaviour == "environment":
        sys.stdout.write(" ".join(name for name in os.environ if name not in ("LC_CTYPE", "__CF_USER_TEXT_ENCODING")))
    elif behaviour == "eat":
        sys.stdout.write(str(len(bytearray(2 * 1024**3))))
    elif behaviour == "spin":
        while True:
            pass
    elif behaviour == "sleep":
        if os.fork() == 0:
            time.sleep(60)
        sys.stdout.write(rest[0] if rest else "")
        time.sleep(60)
    elif behaviour == "pour":
        while True:
            sys.stdout.buffer.write(bytes(1024 * 1024))
    elif behaviour == "write":
        with open(rest[0], "w") as file:  # noqa: PTH123
            file.write("x" * 100)
    elif behaviour == "deaf":
        sys.stdout.write("done")


if __name__ == "__main__":
    main()
