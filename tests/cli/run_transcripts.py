#!/usr/bin/env python3
"""Runs a transcript: commands of a session with their output, as a person would see them.

    run_transcripts.py [--accept] PROGRAM FILE.t

In FILE.t, text at the margin is prose. An indented line that starts with `$ ` is a shell command, run at the root of the
project with `tandem` being PROGRAM ($TANDEM its path) and $TMP an empty folder of the transcript's own; the indented lines below it are its
output (both streams), and a last line `[N]` its exit status when that is not 0. A line ending in ` (re)` is a regular
expression. --accept writes down what the commands print now. For `check`, `diff` and `fix` it is always TODAY, unless the
command names another day.
"""
import contextlib
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

INDENT = "  "
TODAY = "2026-10-01"
SHELL = """tandem() {
  case "$* " in
    *--today*) "%(program)s" "$@" ;;
    check\\ *|diff\\ *|fix\\ *) "%(program)s" "$@" --today %(today)s ;;
    *) "%(program)s" "$@" ;;
  esac
}
%(command)s
"""


ROOT = Path(__file__).resolve().parents[2]


def run(command, program, scratch, within):
    shell = SHELL % {"program": program, "today": TODAY, "command": command}
    env = dict(os.environ, TANDEM=program, TMP=scratch, NO_COLOR="1", TZ="UTC", LC_ALL="C.UTF-8")
    done = subprocess.run(["bash", "-c", shell], cwd=within, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          stdin=subprocess.DEVNULL, timeout=120)
    lines = [l.rstrip() for l in done.stdout.decode("utf-8", "replace").replace(scratch, "$TMP").splitlines()]
    while lines and not lines[-1]:  # blank lines at the end cannot be told from the transcript's own
        lines.pop()
    return lines + ([f"[{done.returncode}]"] if done.returncode else [])


def same(expected, actual):
    if expected.endswith(" (re)"):
        return re.fullmatch(expected[:-5], actual) is not None
    return expected == actual


def continues(rest):
    """Whether the output goes on behind a blank line."""
    after = next((l for l in rest if l.strip()), "")
    return after.startswith(INDENT) and not after.startswith(INDENT + "$ ")


def play(text, program, folder=None):
    """Yields (line of the command, command, expected lines, actual lines), and the prose as strings.

    Without `folder` the commands run at the root of the project, and $TMP is new; with it, they run there, and it is $TMP."""
    with contextlib.nullcontext(folder) if folder else tempfile.TemporaryDirectory() as scratch:
        lines = text.splitlines()
        at = 0
        while at < len(lines):
            if not lines[at].startswith(INDENT + "$ "):
                yield lines[at]
                at += 1
                continue
            start, command = at, lines[at][len(INDENT) + 2:]
            at += 1
            expected = []
            while at < len(lines) and (lines[at].startswith(INDENT) or not lines[at].strip()) and not lines[at].startswith(INDENT + "$ "):
                if not lines[at].strip() and not continues(lines[at + 1:]):
                    break
                expected.append(lines[at][len(INDENT):] if lines[at].strip() else "")
                at += 1
            yield start + 1, command, expected, run(command, program, scratch, folder or ROOT)


def main():
    accept = "--accept" in sys.argv
    program, name = [a for a in sys.argv[1:] if a != "--accept"]
    file = Path(name)
    written, failures, commands = [], 0, 0
    for part in play(file.read_text(encoding="utf-8"), str(Path(program).resolve())):
        if isinstance(part, str):
            written.append(part)
            continue
        line, command, expected, actual = part
        commands += 1
        fits = len(expected) == len(actual) and all(same(e, a) for e, a in zip(expected, actual))
        written.append(f"{INDENT}$ {command}")
        written += [(INDENT + l).rstrip() for l in (expected if fits else actual)]
        if not fits:
            failures += 1
            print(f"{name}:{line}: $ {command}")
            print("  expected:", *expected, sep="\n    ")
            print("  got:", *actual, sep="\n    ")
    if accept:
        file.write_text("\n".join(written) + "\n", encoding="utf-8")
    print(f"{commands} commands, {failures} differ")
    return 1 if (failures and not accept) or commands == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
