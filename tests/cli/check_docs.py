#!/usr/bin/env python3
"""Runs the commands that a page of documentation shows, and compares with what it says they print.

    check_docs.py [--accept] PROGRAM FILE.md

A block fenced as ```console holds commands behind `$ ` and their output, as a transcript does without its indentation
(run_transcripts.py has the rules). --accept writes down what the commands print now.
"""
import sys
from pathlib import Path

from run_transcripts import INDENT, play, same

FENCE = "```"


def check_block(lines, program, place):
    """The block as it ought to be, and how many commands it has and how many of them differ."""
    written, commands, differing = [], 0, 0
    for part in play("\n".join((INDENT + line).rstrip() if line else "" for line in lines), program):
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


def main():
    accept = "--accept" in sys.argv
    program, name = [a for a in sys.argv[1:] if a != "--accept"]
    file = Path(name)
    program = str(Path(program).resolve())
    written, block, commands, differing = [], None, 0, 0
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if block is None:
            written.append(line)
            if line == FENCE + "console":
                block = []
        elif line == FENCE:
            shown, asked, wrong = check_block(block, program, f"{name}:{number}")
            written += shown + [line]
            commands, differing, block = commands + asked, differing + wrong, None
        else:
            block.append(line)
    if accept:
        file.write_text("\n".join(written) + "\n", encoding="utf-8")
    print(f"{commands} commands, {differing} differ")
    return 1 if (differing and not accept) or commands == 0 or block is not None else 0


if __name__ == "__main__":
    sys.exit(main())
