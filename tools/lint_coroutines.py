#!/usr/bin/env python3
"""Finds temporaries that GCC 12 destroys twice.

    tools/lint_coroutines.py [FILES…]        default: every .h and .cpp under src, tests and bench

Within one full expression that holds a co_await, GCC 12.2 runs the destructor of some temporaries twice: a lambda that
captures by value, and a braced aggregate (`Options{.name = "x"}`, `f({a, b})`). Give them a name on a line of their
own and pass std::move(name). Lambdas that capture nothing or only by reference are sound.
"""
import re
import sys
from pathlib import Path

LITERALS = re.compile(r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])\'(?:\\.|[^\'\\\n])+\'', re.S)
CLOSING = {"(": ")", "[": "]", "{": "}"}


def blank(match):
    """Spaces instead of text, line breaks kept, so that places stay right."""
    return re.sub(r"[^\n]", " ", match.group(0))


def matching(text, at):
    """The place of the bracket that closes the one at `at`, or the end of the text."""
    depth, opening, closing = 0, text[at], CLOSING[text[at]]
    for place in range(at, len(text)):
        if text[place] == opening:
            depth += 1
        elif text[place] == closing:
            depth -= 1
            if depth == 0:
                return place
    return len(text) - 1


def is_introducer(text, at):
    """Whether the [ at `at` begins a lambda: not a subscript, not an attribute."""
    if text[at:at + 2] == "[[" or (at > 0 and text[at - 1] == "["):
        return False
    before = text[:at].rstrip()
    if not before:
        return True
    if re.search(r"\b(return|co_await|co_return|co_yield)$", before):
        return True
    return not (before[-1].isalnum() or before[-1] in "_)]\"")


def captures_by_value(captures):
    for capture in re.split(r",(?![^()<>{}]*[)>}])", captures):
        capture = capture.strip()
        if capture and not capture.startswith("&") and capture != "this":
            return True
    return False


def lambda_body(text, after):
    """The { of the body of a lambda whose introducer ended at `after`, or None."""
    at = after + 1
    while at < len(text):
        if text[at] == "(":
            at = matching(text, at)
        elif text[at] == "{":
            return at
        elif text[at] in ";)],":
            return None
        at += 1
    return None


def full_expression(text, at):
    """(begin, end) of the statement around the co_await at `at`, lambda bodies and inner blocks closed around it."""
    begin, depth = at, 0
    while begin > 0:
        character = text[begin - 1]
        if character in ")]}":
            depth += 1
        elif character in "([{":
            if depth == 0:
                if character == "{" or re.search(r"\b(if|for|while|switch)\s*$", text[:begin - 1]):
                    break
            else:
                depth -= 1
        if depth == 0 and character == ";":
            break
        if depth == 1 and character == "}":
            # A block that ended before this statement, unless an expression goes on after its }.
            if not re.match(r"\s*[.,;)\]]", text[begin:]):
                break
        begin -= 1
    end, depth = at, 0
    while end < len(text):
        character = text[end]
        if character in "([{":
            if character == "{" and depth <= 0 and re.search(r"\)\s*$", text[begin:end]) and re.match(r"\s*(if|for|while|switch)\b", text[begin:]):
                break
            depth += 1
        elif character in ")]}":
            depth -= 1
        elif character == ";" and depth <= 0:
            break
        end += 1
    return begin, end


def check_text(text):
    """[(line, message)] for one file."""
    plain = LITERALS.sub(blank, text)
    found = set()
    for match in re.finditer(r"\bco_await\b", plain):
        begin, end = full_expression(plain, match.start())
        statement = plain[begin:end]
        cut = list(statement)
        # Lambdas: judge the captures, then take the body out, for its statements are their own expressions.
        for place in range(len(statement)):
            if cut[place] != "[" or not is_introducer(statement, place):
                continue
            closing = matching(statement, place)
            body = lambda_body(statement, closing)
            if body is None:
                continue
            body_end = matching(statement, body)
            if body <= match.start() - begin <= body_end:
                continue  # the co_await is inside this lambda's body: another expression
            if captures_by_value(statement[place + 1:closing]):
                found.add((plain.count("\n", 0, begin + place) + 1, "a lambda that captures by value inside a co_await expression"))
            for inner in range(place, body_end + 1):
                if cut[inner] != "\n":
                    cut[inner] = " "
        rest = "".join(cut)
        for brace in re.finditer(r"(?:\b[A-Za-z_][\w:]*(?:<[^<>;{}]*>)?|[(,?:]|\bco_await|\breturn)\s*\{", rest):
            before = brace.group(0)[:-1].strip()
            if before in ("else", "do", "try"):
                continue
            line = plain.count("\n", 0, begin + brace.end() - 1) + 1
            found.add((line, "a braced temporary inside a co_await expression"))
    return sorted(found)


def main(arguments):
    root = Path(__file__).resolve().parent.parent
    files = [Path(name) for name in arguments] or sorted(
        path for folder in ("src", "tests", "bench") for path in (root / folder).rglob("*") if path.suffix in (".h", ".cpp"))
    count = 0
    for path in files:
        for line, message in check_text(path.read_text(encoding="utf-8")):
            shown = path.relative_to(root) if path.is_relative_to(root) else path
            print(f"{shown}:{line}: {message}: give it a name first (GCC 12 destroys it twice)")
            count += 1
    print(f"{len(files)} files, {count} faults")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
