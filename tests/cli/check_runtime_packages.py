#!/usr/bin/env python3
"""Holds the Debian packages that docs/install.md names for running the program against what the program is linked with.

    check_runtime_packages.py PROGRAM
"""
import re
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs/install.md"
# In every Debian, because apt itself needs them.
ALWAYS_THERE = {"libc6", "libgcc-s1", "libstdc++6"}
# Files that are read, not libraries that are linked: time zones, and whom to trust when calendars elsewhere are fetched.
READ = {"ca-certificates", "tzdata"}


def output_of(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def package_of(path):
    # Packages name their files as before /lib became a part of /usr, or as after.
    for name in (path, path.removeprefix("/usr"), "/usr" + path):
        done = subprocess.run(["dpkg-query", "-S", name], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return done.stdout.split(":")[0]
    raise SystemExit(f"{path} belongs to no package")


def linked(program):
    needed = re.findall(r"\(NEEDED\).*\[(.+)\]", output_of("readelf", "-d", program))
    places = dict(re.findall(r"^\s*(\S+) => (\S+)", output_of("ldd", program), re.MULTILINE))
    return {package_of(places[name]) for name in needed}


def named():
    sentence = re.search(r"at run time, these Debian packages:\n`([^`]+)`", PAGE.read_text(encoding="utf-8"))
    return set(sentence[1].split())


def main():
    wanted = (linked(sys.argv[1]) - ALWAYS_THERE) | READ
    written = named()
    for package in sorted(wanted - written):
        print(f"{PAGE.name} does not name {package}")
    for package in sorted(written - wanted):
        print(f"{PAGE.name} names {package}, which the program does not need")
    print(f"{len(wanted)} packages")
    return 0 if wanted == written else 1


if __name__ == "__main__":
    sys.exit(main())
