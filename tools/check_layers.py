#!/usr/bin/env python3
"""Holds src/ to the dependency table in ARCHITECTURE.md.

    tools/check_layers.py [--root DIR]

ARCHITECTURE.md has two Markdown tables, found by their headers:

    | folder | is | may include |            one row for each folder of src/ that is a library
    | library | home | headers |             one row for each library of others

`folder` is a name in backticks (`store/memory`). `may include` lists folders by name, separated by commas or spaces;
`a … b` is every row from a to b, `all` every other row; empty or `–` is none. A file includes its own folder and
those. `home` names the folders that alone may include the library's `headers` (beginnings of what stands between < and
>, in backticks); "`json` and its users" adds the folders whose row has `json`, and `any` is everybody.

Fails on: a forbidden include, a cycle (in the table or in the includes), a folder without a row, a row without a
folder, a library without a row or outside its home, a DEPENDS in a CMakeLists.txt that the row does not have. A
*_test.cpp file may also include what its CMakeLists.txt names in TEST_DEPENDS, and tests/support.
"""
import argparse
import os
import re
import sys
from pathlib import Path

SOURCE_ENDINGS = {".h", ".cpp"}
INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')
# Headers of the operating system and of C belong to nobody.
SYSTEM = re.compile(r"^(?:sys|netinet|arpa|net|linux)/|^(?:unistd|fcntl|poll|signal|termios|dirent|pthread|pwd|grp|dlfcn|malloc|netdb|spawn)\.h$")


class Table:
    """The rows of one Markdown table, as {header: cell}."""

    def __init__(self, text, headers):
        self.rows = []
        self.found = False
        lines = text.splitlines()
        for at, line in enumerate(lines):
            if [cell.lower() for cell in cells(line)] != headers:
                continue
            self.found = True
            for row in lines[at + 2:]:
                if not row.strip().startswith("|"):
                    break
                self.rows.append(dict(zip(headers, cells(row))))
            return


def cells(line):
    line = line.strip()
    if not line.startswith("|"):
        return []
    return [cell.strip() for cell in line.strip("|").split("|")]


def backticked(cell):
    return re.findall(r"`([^`]+)`", cell)


def allowed_folders(cell, order, own, faults):
    """The folders a `may include` cell names."""
    words = re.findall(r"…|\.\.\.|[\w/*]+", cell.replace("`", " "))
    allowed = set()
    at = 0
    while at < len(words):
        word = words[at]
        if word in ("…", "..."):
            faults.append(f"ARCHITECTURE.md: `{own}`: a range needs a folder on both sides of …")
        elif word == "all":
            allowed.update(folder for folder in order if folder != own)
        elif word.endswith("/*"):
            allowed.update(folder for folder in order if folder.startswith(word[:-1]) and folder != own)
        elif word not in order:
            faults.append(f"ARCHITECTURE.md: `{own}` may include `{word}`, which has no row")
        elif at + 2 < len(words) and words[at + 1] in ("…", "...") and words[at + 2] in order:
            first, last = order.index(word), order.index(words[at + 2])
            allowed.update(order[first:last + 1])
            at += 2
        else:
            allowed.add(word)
        at += 1
    allowed.discard(own)
    return allowed


def find_cycle(graph):
    """One cycle of {node: set(nodes)} as a list that ends where it begins, or None."""
    done, path = set(), []

    def visit(node):
        if node in path:
            return path[path.index(node):] + [node]
        if node in done:
            return None
        path.append(node)
        for following in sorted(graph.get(node, ())):
            cycle = visit(following)
            if cycle:
                return cycle
        path.pop()
        done.add(node)
        return None

    for start in sorted(graph):
        cycle = visit(start)
        if cycle:
            return cycle
    return None


def owner_of(path, folders):
    """The folder with a row that holds this path under src/: the deepest one."""
    parts = Path(path).parts
    for length in range(len(parts), 0, -1):
        folder = "/".join(parts[:length])
        if folder in folders:
            return folder
    return None


def cmake_words(text, key):
    """The words after `key` in a tandem_layer(...) call, up to the next keyword."""
    match = re.search(r"tandem_layer\(([^)]*)\)", re.sub(r"#.*", "", text), re.S)
    if not match:
        return []
    words = match.group(1).split()
    if key not in words:
        return []
    found = []
    for word in words[words.index(key) + 1:]:
        if word.isupper():
            break
        found.append(word)
    return found


def check(root):
    """Every fault, as lines for people. An empty list: the layers hold."""
    faults = []
    source = root / "src"
    page = root / "ARCHITECTURE.md"
    if not page.is_file():
        return ["ARCHITECTURE.md: missing: it holds the table of folders"]
    text = page.read_text(encoding="utf-8")
    folders_table = Table(text, ["folder", "is", "may include"])
    homes_table = Table(text, ["library", "home", "headers"])
    if not folders_table.rows:
        return ["ARCHITECTURE.md: no table with the header | folder | is | may include |"]
    if not homes_table.found:
        faults.append("ARCHITECTURE.md: no table with the header | library | home | headers |")

    rows = []  # (folder, cell)
    for row in folders_table.rows:
        names = backticked(row["folder"])
        if not names:
            faults.append(f"ARCHITECTURE.md: a row without a folder in backticks: {row['folder']!r}")
        rows.extend((name, row.get("may include", "")) for name in names)
    order = [name for name, _ in rows]
    for name in {name for name in order if order.count(name) > 1}:
        faults.append(f"ARCHITECTURE.md: `{name}` has two rows")
    allowed = {name: allowed_folders(cell, order, name, faults) for name, cell in rows}

    libraries = []  # (library, homes or None for anybody, header beginnings)
    for row in homes_table.rows:
        homes = set(backticked(row["home"]))
        if "and its users" in row["home"]:
            homes.update(folder for folder, may in allowed.items() if may & homes)
        if re.search(r"\bany\b", row["home"]):
            homes = None
        elif not homes or not homes <= set(order):
            faults.append(f"ARCHITECTURE.md: {row['library']}: its home {row['home']!r} is not a folder with a row")
        libraries.append((row["library"].strip("`"), homes, backticked(row["headers"])))

    for name in order:
        if not (source / name).is_dir():
            faults.append(f"ARCHITECTURE.md: `{name}` has a row, but src/{name} does not exist")

    included = {name: set() for name in order}
    for directory, subdirectories, files in os.walk(source):
        subdirectories.sort()
        place = Path(directory)
        relative = place.relative_to(source)
        own = owner_of(relative, order)
        sources = sorted(f for f in files if Path(f).suffix in SOURCE_ENDINGS)
        cmake = (place / "CMakeLists.txt").read_text(encoding="utf-8") if "CMakeLists.txt" in files else ""
        if own is None:
            if sources or "tandem_layer(" in cmake:
                faults.append(f"src/{relative}: this folder has no row in ARCHITECTURE.md")
            continue
        for dependency in cmake_words(cmake, "DEPENDS"):
            if dependency not in allowed[own]:
                faults.append(f"src/{relative}/CMakeLists.txt: DEPENDS {dependency}, which `{own}` may not include")
        layer_cmake = source / own / "CMakeLists.txt"
        test_extra = set(cmake_words(layer_cmake.read_text(encoding="utf-8"), "TEST_DEPENDS")) if layer_cmake.is_file() else set()
        for name in sources:
            is_test = name.endswith("_test.cpp")
            may = allowed[own] | test_extra if is_test else allowed[own]
            file_faults, uses = check_file(place / name, f"src/{relative}/{name}", own, may, order, libraries, is_test)
            faults.extend(file_faults)
            if not is_test:
                included[own] |= uses

    for what, graph in (("the table", allowed), ("the includes", included)):
        cycle = find_cycle(graph)
        if cycle:
            faults.append(f"a cycle in {what}: {' → '.join(cycle)}")
    return faults


def embedded_headers(folder):
    """Headers that the folder's CMakeLists.txt has tandem_embed() make: they are the folder's own."""
    cmake = folder / "CMakeLists.txt"
    return set(re.findall(r"tandem_embed\(\s*\w+\s+(\S+)", cmake.read_text(encoding="utf-8"))) if cmake.exists() else set()


def check_file(path, shown, own, may, order, libraries, is_test):
    faults, uses = [], set()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        ours, others = match.groups()
        if ours is not None:
            if is_test and ours.startswith("support/"):
                continue
            if ours in embedded_headers(path.parent):
                continue
            target = owner_of(Path(ours).parent, order)
            if target is None:
                faults.append(f"{shown}:{number}: \"{ours}\" is in no folder with a row")
            elif target != own:
                uses.add(target)
                if target not in may:
                    faults.append(f"{shown}:{number}: `{own}` may not include `{target}` (\"{ours}\")")
            continue
        if "/" not in others and not others.endswith((".h", ".hpp")) or SYSTEM.match(others):
            continue
        if is_test and others.startswith("doctest/"):
            continue
        fitting = [entry for entry in libraries if any(others.startswith(start) for start in entry[2])]
        if not fitting:
            faults.append(f"{shown}:{number}: <{others}> belongs to no library of the table in ARCHITECTURE.md")
            continue
        # The longest beginning decides: `boost/json` before `boost/`.
        library, homes, _ = max(fitting, key=lambda entry: max(len(s) for s in entry[2] if others.startswith(s)))
        if homes is not None and own not in homes:
            faults.append(f"{shown}:{number}: <{others}>: {library} lives in {', '.join(sorted(homes))}, not in `{own}`")
    return faults, uses


def main():
    parser = argparse.ArgumentParser(description="Holds src/ to the dependency table in ARCHITECTURE.md.")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent)
    faults = check(parser.parse_args().root)
    for fault in faults:
        print(fault)
    if faults:
        print(f"{len(faults)} faults: the layers do not hold")
        return 1
    print("the layers hold")
    return 0


if __name__ == "__main__":
    sys.exit(main())
