import os
import threading
import time

from newsreader.ui.terminal import TerminalWriter


def test_what_a_slow_terminal_does_not_take_at_once_arrives_in_order() -> None:
    master, slave = os.openpty()
    got = bytearray()

    def read() -> None:
        time.sleep(0.05)
        while b"END" not in got:
            got.extend(os.read(master, 1000))

    reader = threading.Thread(target=read, daemon=True)
    with os.fdopen(slave, "w") as terminal:
        writer = TerminalWriter(terminal)
        writer.start()
        reader.start()
        for number in range(3000):
            writer.write(f"{number:05}é")
        writer.write("END")
        writer.stop()
        reader.join(10)
    os.close(master)
    assert got.decode() == "".join(f"{number:05}é" for number in range(3000)) + "END"


def test_writing_to_a_terminal_that_nobody_reads_does_not_wait_for_it() -> None:
    master, slave = os.openpty()
    with os.fdopen(slave, "w") as terminal:
        writer = TerminalWriter(terminal)
        begun = time.monotonic()
        for _ in range(20):
            writer.write("x" * 5000)
        assert time.monotonic() - begun < 1.0
        os.close(master)  # lets the writing thread go
