"""Modules' worth of misbehaviour, each chosen by the first word on standard input."""

import sys
import time


def main() -> None:
    what, _, rest = sys.stdin.buffer.read().partition(b" ")
    match what:
        case b"echo":
            sys.stdout.buffer.write(rest)
        case b"spin":
            while True:
                pass
        case b"sleep":
            time.sleep(60)
        case b"eat":
            sys.stdout.write(str(len(bytearray(4 << 30))))
        case b"crash":
            sys.stderr.write("a traceback with \x1b[31m in it\n")
            raise RuntimeError
        case b"path":
            sys.stdout.write("\n".join(sys.path))
