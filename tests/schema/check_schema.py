#!/usr/bin/env python3
"""Holds agreements against the JSON Schema that `tandem schema` prints, with another's validator.

    check_schema.py PROGRAM

What the compiler reads, the schema takes; of the faults of structure that the compiler finds (a key that is unknown, is
missing or has a value of the wrong form) the schema finds each file that has one.
"""
import json
import subprocess
import sys
from pathlib import Path

import yaml
from jsonschema import Draft202012Validator

sys.path.insert(0, str(Path(__file__).parent))
import core_yaml  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
# Names of kinds of findings that are faults of structure. Of `bad-value` the schema sees some: forms, not meanings.
STRUCTURE = {"unknown-key", "missing-key", "wrong-type"}
TEXT = STRUCTURE | {"syntax", "duplicate-key", "bad-value", "unknown-reference", "include-loop", "too-large"}


def findings_of(program, agreement):
    """The findings of an agreement, by file."""
    done = subprocess.run([program, "check", "--format", "json", str(agreement)], capture_output=True, check=False)
    by_file = {}
    for finding in json.loads(done.stdout)["findings"]:
        if finding["at"]:
            by_file.setdefault(Path(finding["at"]["file"]).resolve(), []).append(finding)
    return by_file


def is_beyond_a_schema(finding, document):
    """Whether a fault of structure can only be told with all files at hand."""
    joined = finding["message"].startswith("an agreement lacks") and "include" in document
    return finding["name"] not in STRUCTURE or joined or "names no priority" in finding["message"]


def agreements():
    for folder in (ROOT / "tests/golden", ROOT / "examples"):
        for entry in sorted(folder.iterdir()):
            if entry.suffix == ".yaml":
                yield entry
            elif (entry / "agreement.yaml").exists():
                yield entry / "agreement.yaml"


def files_of(agreement):
    """The file and those of its own folder that it includes; goldens share a base, which is checked by itself."""
    return [agreement] + (sorted(agreement.parent.rglob("*.yaml")) if agreement.name == "agreement.yaml" else [])


def main():
    program = str(Path(sys.argv[1]).resolve())
    schema = json.loads(subprocess.run([program, "schema"], capture_output=True, check=True).stdout)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    failures, taken, refused = [], 0, 0
    for agreement in agreements():
        found = findings_of(program, agreement)
        for file in dict.fromkeys(files_of(agreement)):
            try:
                document = core_yaml.load(file.read_text(encoding="utf-8"))
            except yaml.YAMLError:
                continue
            if not isinstance(document, dict):
                continue
            faults = found.get(file.resolve(), [])
            errors = sorted(validator.iter_errors(document), key=lambda e: list(map(str, e.path)))
            structural = [f for f in faults if not is_beyond_a_schema(f, document)]
            if structural and not errors:
                failures.append(f"{file}: takes what the compiler does not: {structural[0]['message']}")
            elif errors and not any(f["name"] in TEXT for f in faults):
                path = "/".join(map(str, errors[0].path))
                failures.append(f"{file}: refuses what the compiler reads: {path}: {errors[0].message[:200]}")
            taken += not errors
            refused += bool(structural and errors)
    for file in sorted((ROOT / "tests/golden/base").glob("*.yaml")):
        for error in validator.iter_errors(core_yaml.load(file.read_text(encoding="utf-8"))):
            if error.validator != "required" or error.path:  # parts of an agreement lack what other parts have
                failures.append(f"{file}: {error.message[:200]}")
    print(*failures, sep="\n")
    print(f"{taken} files taken, {refused} refused, {len(failures)} wrongly")
    return 1 if failures or taken < 20 or refused < 4 else 0


if __name__ == "__main__":
    sys.exit(main())
