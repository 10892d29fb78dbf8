#!/usr/bin/env python3
"""Keeps the descriptions in the JSON Schema what src/agreement/key_words.def says of each key.

    schema_words.py            writes schema/agreement.schema.json
    schema_words.py --check    says which descriptions differ, and exits with 1

The words are written once, in key_words.def, for editors that ask the language server; editors that only know the
schema show the same. Everything else of the schema stays as it is, letter for letter.
"""
import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = ROOT / "schema/agreement.schema.json"
ENTRY = re.compile(r'^TANDEM_KEY\((\w+), "([^"]+)", "((?:[^"\\]|\\.)*)"\)$', re.MULTILINE)
CONSTRUCT = re.compile(r'Construct (k\w+)\(\s*"([^"]+)"')
DESCRIPTION = re.compile(r'"description": "(?:[^"\\]|\\.)*"')


def place_of(what):
    """The name of a construct's definition: `an escalation step` is escalation-step; the agreement is the whole."""
    name = re.sub(r"^(a|an) ", "", what.strip("`")).replace(" ", "-")
    return None if name == "agreement" else name


def sentence(words):
    words = words.replace('\\"', '"')
    return words[0].upper() + words[1:] + ("" if words.endswith("…") else ".")


def end_of_object(text, begin):
    """The offset behind the `}` that closes the `{` at `begin`."""
    depth = 0
    in_text = False
    at = begin
    while True:
        c = text[at]
        if in_text:
            if c == "\\":
                at += 1
            in_text = c != '"'
        elif c == '"':
            in_text = True
        elif c in "{[":
            depth += 1
        elif c in "}]":
            depth -= 1
            if depth == 0:
                return at + 1
        at += 1


def member(text, begin, key):
    """The offset of the `{` of the member `key` of the object at `begin`, or None."""
    end = end_of_object(text, begin)
    at = begin + 1
    while at < end - 1:
        found = re.compile(r'\s*"((?:[^"\\]|\\.)*)":\s*').match(text, at)
        if not found:
            return None
        value = found.end()
        if found.group(1) == key:
            return value if text[value] == "{" else None
        if text[value] in "{[":
            at = end_of_object(text, value)
        else:
            at = re.compile(r'"(?:[^"\\]|\\.)*"|[^,}\]]+').match(text, value).end()
        comma = re.compile(r"\s*,").match(text, at)
        at = comma.end() if comma else end
    return None


def with_description(text, begin, words):
    """The text with the description of the object at `begin` in the place of the one it has, or as its last member."""
    end = end_of_object(text, begin)
    line = f'"description": {json.dumps(words, ensure_ascii=False)}'
    depth_one = begin + 1
    while True:
        found = DESCRIPTION.search(text, depth_one, end)
        if not found:
            break
        inside = text[begin:found.start()]
        plain = re.sub(r'"(?:[^"\\]|\\.)*"', "", inside)
        if plain.count("{") + plain.count("[") - plain.count("}") - plain.count("]") == 1:
            return text[:found.start()] + line + text[found.end():]
        depth_one = found.end()
    body = text[begin + 1:end - 1]
    if "\n" in body:
        indent = re.match(r"\n( *)", body).group(1)
        return text[:begin + 1] + body.rstrip() + ",\n" + indent + line + "\n" + indent[:-2] + text[end - 1:]
    return text[:begin + 1] + body + ", " + line + text[end - 1:]


def updated(text):
    what = dict(CONSTRUCT.findall((ROOT / "src/agreement/vocabulary.h").read_text(encoding="utf-8")))
    for construct, key, words in ENTRY.findall((ROOT / "src/agreement/key_words.def").read_text(encoding="utf-8")):
        place = place_of(what[construct])
        holder = 0 if place is None else member(text, member(text, 0, "$defs"), place)
        if holder is None:
            raise SystemExit(f"the schema has no definition of {what[construct]}")
        properties = member(text, holder, "properties")
        described = None if properties is None else member(text, properties, key)
        # Days of the week are a pattern.
        if described is not None:
            text = with_description(text, described, sentence(words))
    json.loads(text)
    return text


def main():
    before = SCHEMA.read_text(encoding="utf-8")
    after = updated(before)
    if "--check" not in sys.argv[1:]:
        SCHEMA.write_text(after, encoding="utf-8")
        return 0
    for old, new in zip(before.splitlines(), after.splitlines()):
        if old != new:
            print(f"key_words.def has other words:\n  {old.strip()}\n  {new.strip()}")
    if before != after:
        print("run tools/schema_words.py")
    return 1 if before != after else 0


if __name__ == "__main__":
    sys.exit(main())
