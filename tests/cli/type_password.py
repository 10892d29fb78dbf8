#!/usr/bin/env python3
"""Types passwords at a terminal: they are asked for twice and never shown, and the terminal is left as it was.

    type_password.py PROGRAM
"""
import os
import pty
import select
import signal
import subprocess
import sys
import tempfile
import termios

PATIENCE = 30  # seconds; a program that says nothing for so long has stopped


def read_until(terminal, words):
    """What the terminal shows, up to the words."""
    shown = b""
    while words not in shown:
        if not select.select([terminal], [], [], PATIENCE)[0]:
            raise SystemExit(f"waited for {words!r} and saw {shown!r}")
        try:
            more = os.read(terminal, 4096)
        except OSError:  # Linux: the other side is closed
            more = b""
        if not more:
            raise SystemExit(f"waited for {words!r}, and the program ended after {shown!r}")
        shown += more
    return shown


def echoes(terminal):
    return bool(termios.tcgetattr(terminal)[3] & termios.ECHO)


def session(program, words, answers):
    """Everything shown, the status of the process, whether the terminal shows keys afterwards."""
    master, slave = pty.openpty()

    def prepare():
        os.close(master)
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # a shell in the background has it ignored

    child = subprocess.Popen([program, *words], stdin=slave, stdout=slave, stderr=slave, start_new_session=True,
                             preexec_fn=prepare)
    shown = b""
    for prompt, keys in answers:
        shown += read_until(master, prompt)
        assert not echoes(slave), "the terminal shows what is typed"
        os.write(master, keys)
    status = child.wait(PATIENCE)
    after = echoes(slave)
    os.close(slave)
    while True:
        try:
            more = os.read(master, 4096)
        except OSError:
            break
        if not more:
            break
        shown += more
    os.close(master)
    return shown.decode().replace("\r\n", "\n"), status, after


def main():
    program = os.path.abspath(sys.argv[1])
    failures = 0

    def expect(what, got, wanted):
        nonlocal failures
        if got == wanted:
            return
        failures += 1
        print(f"{what}:\n  expected {wanted!r}\n  got      {got!r}")

    with tempfile.TemporaryDirectory() as folder:
        database = ["--database", os.path.join(folder, "desk.db")]
        subprocess.run([program, "demo", *database], check=True, stdout=subprocess.DEVNULL)
        create = ["account", "create", "kim@harbor.example", "--name", "Kim Reed", *database]
        change = ["account", "password", "kim@harbor.example", *database]
        first, again = b"Password: ", b"Once more: "
        asked = "Password: \nOnce more: \n"

        expect("different passwords", session(program, create, [(first, b"a long one\r"), (again, b"another one\r")]),
               (asked + "tandem: the two passwords differ, and nothing was changed\n", 2, True))
        expect("no password", session(program, create, [(first, b"\r")]),
               ("Password: \ntandem: no password was typed\n", 2, True))
        expect("end of input", session(program, create, [(first, b"\x04")]),
               ("Password: \ntandem: no password was typed\n", 2, True))
        expect("interrupted", session(program, create, [(first, b"a long o\x03")]), ("Password: \n", -2, True))
        expect("too short", session(program, create, [(first, b"short\r"), (again, b"short\r")]),
               (asked + "tandem: a password has at least 8 characters\n", 2, True))
        expect("created", session(program, create, [(first, b"a long onf\x7fe\r"), (again, b"wrong\x15a long one\r")]),
               (asked + "kim@harbor.example may sign in\n", 0, True))
        expect("changed, a letter of two bytes taken back",
               session(program, change, [(first, "viel größerü\x7f\r".encode()), (again, "viel größer\r".encode())]),
               (asked + "the password of kim@harbor.example is set\n", 0, True))
    print("a terminal was asked for passwords" if failures == 0 else f"{failures} faults")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
