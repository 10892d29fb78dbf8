#!/usr/bin/env python3
"""Runs the commands that a page of documentation shows, and compares with what it says they print.

    check_docs.py [--accept] PROGRAM FILE.md

A block fenced as ```console holds commands behind `$ ` and their output, as a transcript does without its indentation
(run_transcripts.py has the rules). --accept writes down what the commands print now.

A page is tried as a reader would: all of its commands in their order, in one folder that looks like that of the source, and
what a command writes there is there for the next. So a page needs no scaffolding, and one that does not work when every line
of it is copied fails.
"""
import contextlib
import sys
import tempfile
from pathlib import Path

from run_transcripts import INDENT, ROOT, play, same

FENCE = "```"


@contextlib.contextmanager
def like_the_source():
    """An empty folder of its own with links to all that the project has."""
    with tempfile.TemporaryDirectory() as folder:
        for entry in ROOT.iterdir():
            Path(folder, entry.name).symlink_to(entry)
        yield folder


def check_block(lines, program, folder, place):
    """The block as it ought to be, and how many commands it has and how many of them differ."""
    written, commands, differing = [], 0, 0
    for part in play("\n".join((INDENT + line).rstrip() if line else "" for line in lines), program, folder):
        if isinstance(part, str):
            written.append(part)
            continue
        _, command, expected, actual = part
        commands += 1
        written.append(f"$ {command}")
        fits = len(expected) == len(actual) and all(same(e, a) for e, a in zip(expected, actual))
        written += expected if fits else actual
        if not fits:
            differing += 1
            print(f"{place}: $ {command}", "  expected:", *expected, "  got:", *actual, sep="\n    ")
    return written, commands, differing


def check_page(program, file, folder):
    """The lines of the page as they ought to be, how many commands it has, how many of them differ, whether it is whole."""
    written, block, commands, differing = [], None, 0, 0
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if block is None:
            written.append(line)
            if line == FENCE + "console":
                block = []
        elif line == FENCE:
            shown, asked, wrong = check_block(block, program, folder, f"{file}:{number}")
            written += shown + [line]
            commands, differing, block = commands + asked, differing + wrong, None
        else:
            block.append(line)
    return written, commands, differing, block is None


def main():
    accept = "--accept" in sys.argv
    program, name = [a for a in sys.argv[1:] if a != "--accept"]
    file = Path(name).resolve()
    with like_the_source() as folder:
        written, commands, differing, whole = check_page(str(Path(program).resolve()), file, folder)
    if accept:
        file.write_text("\n".join(written) + "\n", encoding="utf-8")
    print(f"{commands} commands, {differing} differ")
    return 1 if (differing and not accept) or commands == 0 or not whole else 0


if __name__ == "__main__":
    sys.exit(main())
