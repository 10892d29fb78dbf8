#!/usr/bin/env python3
"""Holds the pages of docs/diagnostics against the program.

    check_findings.py [--accept] PROGRAM

Every finding of the program has a page, and every page a finding. The page's example produces its finding and no other,
as the page shows it; what stands under "Repair" produces none. --accept writes down what the program prints now.

A page's YAML blocks are files: the first is agreement.yaml, a further one is named by the comment in its first line; a CSV
block is the file of its ending that the command names. They are checked in a folder that holds docs/diagnostics/acme as well, agreements on the day 2026-10-01
unless the command says another.
"""
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PAGES = Path(__file__).resolve().parents[2] / "docs/diagnostics"
# Findings whose example needs more than an agreement.
WITHOUT_EXAMPLE = set()
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```\n", re.M | re.S)


def sections_of(page):
    """Heading -> text, of the headings of the second level."""
    parts = re.split(r"^## (.*)\n", page, flags=re.M)
    return dict(zip(parts[1::2], parts[2::2]))


def files_in(section, table):
    files = {}
    for language, text in BLOCK.findall(section):
        if language == "yaml":
            named = re.match(r"# (\S+\.yaml)\n", text)
            files[named[1] if named else "agreement.yaml"] = text
        elif language == "csv":
            files[table] = text
    return files


class Folder:
    """The files of an example in a folder of their own."""

    def __init__(self, program, files):
        self.program = program
        self.files = files

    def run(self, words):
        if words[0] == "check" and "--today" not in words:
            words = [*words, "--today", "2026-10-01"]
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(PAGES / "acme", Path(folder) / "acme")
            for name, text in self.files.items():
                (Path(folder) / name).write_text(text, encoding="utf-8")
            done = subprocess.run([self.program, *words], cwd=folder, capture_output=True, text=True, check=False,
                                  timeout=60)
            return done.stdout + done.stderr

    def names(self, words):
        return [f["name"] for f in json.loads(self.run([*words, "--format", "json"]))["findings"]]


def check_page(name, page, program, accept):
    """What is wrong with a page, and the page as it ought to be."""
    wrong = []
    sections = sections_of(page)
    if not page.startswith(f"# {name}\n"):
        wrong.append("the heading is not the name")
    for heading in ("Why it matters", "Example", "Repair"):
        if heading not in sections and not (heading == "Example" and name in WITHOUT_EXAMPLE):
            wrong.append(f"there is no `## {heading}`")
    if wrong or "Example" not in sections:
        return wrong, page
    command = re.search(r"^\$ tandem (.*)\n", sections["Example"], re.M)
    shown = re.search(r"^```console\n(.*?)^```\n", sections["Example"], re.M | re.S)
    if not command or not shown:
        return ["the example shows no command"], page
    words = command[1].split()
    table = next((word for word in words if word.endswith(".csv")), "")
    example = Folder(program, files_in(sections["Example"], table))
    found = example.names([w for w in words if w != "--quiet"])
    if found != [name] * len(found) or not found:
        wrong.append(f"the example produces {found}")
    printed = f"$ tandem {command[1]}\n{example.run(words)}"
    if shown[1] != printed:
        page = page.replace(shown[0], f"```console\n{printed}```\n")
        if not accept:
            wrong.append(f"the example prints\n{printed}")
    repaired = Folder(program, files_in(sections["Repair"], table)).names([w for w in words if w != "--quiet"])
    if repaired:
        wrong.append(f"the repaired text produces {repaired}")
    return wrong, page


def kinds_of(program):
    """The findings that `tandem explain` lists."""
    listed = subprocess.run([program, "explain"], capture_output=True, text=True, check=True).stdout
    return re.findall(r"^([a-z-]+)  ", listed, re.M)


def main():
    accept = "--accept" in sys.argv
    program = str(Path([a for a in sys.argv[1:] if a != "--accept"][0]).resolve())
    pages = {page.stem: page for page in sorted(PAGES.glob("*.md")) if page.stem != "README"}
    kinds = kinds_of(program)
    index = (PAGES / "README.md").read_text(encoding="utf-8")
    failures = []
    for name in sorted(set(kinds) | set(pages)):
        if name not in pages:
            failures.append(f"{name}: there is no page")
            continue
        if name not in kinds:
            failures.append(f"{name}: there is no such finding")
            continue
        if f"]({name}.md)" not in index:
            failures.append(f"{name}: the index does not name it")
        text = pages[name].read_text(encoding="utf-8")
        wrong, right = check_page(name, text, program, accept)
        failures += [f"{name}: {each}" for each in wrong]
        if accept and right != text:
            pages[name].write_text(right, encoding="utf-8")
    for name in re.findall(r"\]\(([a-z-]+)\.md\)", index):
        if name not in pages:
            failures.append(f"{name}: the index names it, and there is no page")
    for name in sorted(WITHOUT_EXAMPLE - set(kinds)):
        failures.append(f"{name}: is excused from an example, and is no finding")
    print(*failures, sep="\n")
    print(f"{len(kinds)} findings, {len(failures)} failures")
    return 1 if failures or not kinds else 0


if __name__ == "__main__":
    sys.exit(main())
