#!/usr/bin/env python3
"""Holds what `tandem check --format sarif` prints against the JSON Schema of SARIF 2.1.0, with another's validator.

    check_sarif.py PROGRAM

The schema is OASIS's (sarif-schema-2.1.0.json, as its revision rtm.5); it comes with a package of Microsoft's that
web/package.json names (web/build.sh install), and is not a part of this project.
"""
import json
import subprocess
import sys
from pathlib import Path

from jsonschema import Draft4Validator

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = ROOT / "web/node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"


def agreements():
    for folder in (ROOT / "tests/golden", ROOT / "examples"):
        for entry in sorted(folder.iterdir()):
            if entry.suffix == ".yaml" or (entry / "agreement.yaml").exists():
                yield entry


def lines_of(file):
    return file.read_bytes().decode("utf-8", "replace").split("\n")


def faults_of(log):
    """What the schema cannot see: that numbers point at what they mean."""
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    seen = set()
    for result in run["results"]:
        if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
            yield f"{result['ruleId']}: its index is another rule's"
        if not rules[result["ruleIndex"]]["help"]["markdown"].startswith(f"# {result['ruleId']}\n"):
            yield f"{result['ruleId']}: its help is not its page"
        prints = tuple(result["partialFingerprints"].values())
        if prints in seen:
            yield f"{result['ruleId']}: two results have one fingerprint"
        seen.add(prints)
        for location in result["locations"] + result.get("relatedLocations", []):
            place = location["physicalLocation"]
            region = place["region"]
            lines = lines_of(ROOT / place["artifactLocation"]["uri"])
            if region["endLine"] > len(lines) or region["endColumn"] > len(lines[region["endLine"] - 1]) + 1:
                yield f"{result['ruleId']}: {region} lies outside of its file"


def main():
    program = str(Path(sys.argv[1]).resolve())
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft4Validator.check_schema(schema)
    validator = Draft4Validator(schema)
    failures, results, fixes = [], 0, 0
    for agreement in agreements():
        done = subprocess.run([program, "check", "--format", "sarif", str(agreement.relative_to(ROOT))], cwd=ROOT,
                              capture_output=True, check=False)
        log = json.loads(done.stdout)
        failures += [f"{agreement.name}: {'/'.join(map(str, e.path))}: {e.message[:200]}" for e in validator.iter_errors(log)]
        failures += [f"{agreement.name}: {fault}" for fault in faults_of(log)]
        results += len(log["runs"][0]["results"])
        fixes += sum("fixes" in result for result in log["runs"][0]["results"])
    print(*failures, sep="\n")
    print(f"{results} results, {fixes} with a fix, {len(failures)} failures")
    return 1 if failures or results < 100 or fixes < 20 else 0


if __name__ == "__main__":
    sys.exit(main())
