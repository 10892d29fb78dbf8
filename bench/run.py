#!/usr/bin/env python3
"""Measures the release build and prints one line of JSON for each figure.

Every server runs on a database of its own in a temporary folder and listens on 127.0.0.1 only. Each figure is the
median of several repetitions, with the smallest and the largest beside it.
"""
import argparse
import json
import os
import select
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOG = ROOT / "../shared/data/itsm/uci_incident_event_log.csv.xz"
ENGAGEMENT = "harbor-cu"
PERSON = "priya@northbeam.example"  # of the demo
BODY = json.dumps({
    "subject": "Printer on floor {n} does not answer",
    "description": "It was fine yesterday. " * 22,  # about 500 bytes
    "category": "workstation",
    "priority": "normal",
    "requester": {"name": "Nora Kim", "email": "nora.kim@harbor.example"},
})


def say(text):
    print(text, file=sys.stderr, flush=True)


def figure(name, unit, values, **more):
    ordered = sorted(values)
    print(json.dumps({"figure": name, "unit": unit, "median": round(statistics.median(ordered), 3), "min": round(ordered[0], 3),
                      "max": round(ordered[-1], 3), "n": len(ordered), **more}), flush=True)


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Failed(Exception):
    """The server did not do what was asked: a figure would mean nothing."""


class Bench:
    def __init__(self, build, folder, repetitions, seconds):
        self.tandem, self.load = build / "tandem", build / "bench/tandem_load"
        self.build, self.folder, self.repetitions, self.seconds = build, folder, repetitions, seconds
        self.pids = []

    def run(self, *words):
        return subprocess.run([str(w) for w in words], check=True, capture_output=True, text=True, cwd=ROOT).stdout

    def run_load(self, *words):
        done = subprocess.run([str(self.load), *(str(w) for w in words)], capture_output=True, text=True, cwd=ROOT)
        if done.returncode or json.loads(done.stdout)["bad"]:
            raise Failed(f"{done.stderr}{done.stdout}")
        return json.loads(done.stdout)

    def demo(self, name):
        """A database with the demo in it, and a token for one of its people."""
        database = self.folder / f"{name}.db"
        self.run(self.tandem, "demo", "--database", database)
        return database, self.token(database, PERSON)

    def token(self, database, email):
        return self.run(self.tandem, "token", "create", email, "--label", "bench", "--database", database).strip().split()[-1]

    def start(self, database):
        """(port, pid, milliseconds until ready)"""
        port = free_port()
        with open(self.folder / "server.log", "ab") as log:
            out = subprocess.run([str(self.load), "--ready", str(port), "--", str(self.tandem), "serve", "--database", str(database),
                                  "--listen", f"127.0.0.1:{port}"], check=True, stdout=subprocess.PIPE, stderr=log).stdout
        answer = json.loads(out)
        self.pids.append(answer["pid"])
        return port, answer["pid"], answer["ready_ms"]

    def stop(self, pid):
        handle = os.pidfd_open(pid)  # it is not our child, so there is nothing to wait for but this
        try:
            os.kill(pid, signal.SIGTERM)
            if not select.select([handle], [], [], 10)[0]:
                raise Failed(f"the server (process {pid}) does not end")
        finally:
            os.close(handle)
        self.pids.remove(pid)

    def stop_all(self):
        for pid in list(self.pids):
            self.stop(pid)

    def put_under_load(self, port, token, connections, *words):
        return self.run_load("--port", port, "--connections", connections, "--seconds", self.seconds, "--header",
                             f"Authorization: Bearer {token}", *words)

    def figure_under_load(self, name, port, token, connections, *words, **more):
        lines = [self.put_under_load(port, token, connections, *words) for _ in range(self.repetitions)]
        figure(name, "requests/s", [line["per_second"] for line in lines], connections=connections,
               p50_ms=round(statistics.median(line["p50_ms"] for line in lines), 3),
               p99_ms=round(statistics.median(line["p99_ms"] for line in lines), 3),
               requests=sum(line["requests"] for line in lines), **more)

    # --- the figures ---

    def create(self):
        """Durable creation of tickets through the API, and as a ratio what the disk alone can do."""
        tickets = f"/api/v1/engagements/{ENGAGEMENT}/tickets"
        figure("fsync of 4 kB, the disk alone", "ms", [self.fsync_ms() for _ in range(self.repetitions)])
        for connections in (1, 32):
            database, token = self.demo(f"create-{connections}")
            port, pid, _ = self.start(database)
            self.figure_under_load(f"ticket creation, {connections} clients", port, token, connections, "--method", "POST", "--path", tickets,
                                   "--body", BODY, "--expect", 201)
            self.stop(pid)

    def fsync_ms(self):
        path = self.folder / "fsync"
        path.write_bytes(bytes(4096 * 200))
        times = []
        with open(path, "r+b", buffering=0) as file:
            os.fsync(file.fileno())
            for _ in range(200):
                began = time.perf_counter()
                file.write(b"x" * 4096)
                os.fdatasync(file.fileno())
                times.append((time.perf_counter() - began) * 1000)
        return statistics.median(times)

    def fill(self, port, token, tickets):
        path = f"/api/v1/engagements/{ENGAGEMENT}/tickets"
        self.run_load("--port", port, "--connections", 32, "--requests", tickets, "--header", f"Authorization: Bearer {token}",
                      "--method", "POST", "--path", path, "--body", BODY, "--expect", 201)

    def queue(self):
        """The open queue's first page: 50 rows, most urgent first; with 1,000 and with 25,000 open tickets."""
        database, token = self.demo("queue")
        port, pid, _ = self.start(database)
        path = f"/api/v1/engagements/{ENGAGEMENT}/tickets"
        there = 0
        for tickets in (1000, 25000):
            self.fill(port, token, tickets - there)
            there = tickets
            for what, query in (("all open", "?open=true&limit=50"), ("my team", "?view=team&open=true&limit=50"),
                                ("search", "?q=printer&limit=50")):
                for connections in (1, 8):
                    self.figure_under_load(f"queue page, {what}, {tickets} tickets, {connections} clients", port, token, connections,
                                           "--path", path + query)
        self.stop(pid)
        self.start_and_idle(database, "25,000 tickets")

    def start_and_idle(self, database, what):
        ready, rss, pss = [], [], []
        for _ in range(max(self.repetitions, 5)):
            _, pid, ms = self.start(database)
            ready.append(ms)
            time.sleep(2)  # what stays after that is what is meant by idle
            memory = {}
            for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]:
                key, kilobytes = line.split()[:2]
                memory[key] = int(kilobytes) / 1024
            rss.append(memory["Rss:"])
            pss.append(memory["Pss:"])
            self.stop(pid)
        figure(f"start until ready, {what}", "ms", ready)
        figure(f"idle memory, resident, {what}", "MB", rss)
        figure(f"idle memory, proportional (PSS), {what}", "MB", pss)

    def imports(self):
        """The ServiceNow log under its agreement, then the same file again; then start and memory on that database."""
        if not LOG.exists():
            say("import: skipped, the incident log is not here")
            return
        first, again, rates, database = [], [], [], None
        for n in range(self.repetitions):
            database = self.folder / f"import-{n}.db"
            words = (self.tandem, "import", "history", LOG, "--database", database)
            began = time.perf_counter()
            out = self.run(*words, "--agreement", ROOT / "examples/servicenow/agreement.yaml")
            first.append(time.perf_counter() - began)
            events = next(int(line.split(";")[1].split()[0].replace(",", "")) for line in out.splitlines() if "events written" in line)
            rates.append(events / first[-1])
            began = time.perf_counter()
            self.run(*words, "--engagement", "servicenow-year")
            again.append(time.perf_counter() - began)
            if n + 1 < self.repetitions:
                database.unlink()
        figure("import, whole", "s", first, events=events, rows=141712)
        figure("import", "events/s", rates)
        figure("import of what is there already", "s", again)
        self.start_and_idle(database, "24,918 imported incidents")

    def start_empty(self):
        database, _ = self.demo("start")
        self.start_and_idle(database, "the demo")

    def why(self):
        """Benchmarks of single functions, where Google Benchmark is installed."""
        for program in sorted(self.build.glob("bench/*_bench")):
            out = self.run(program, "--benchmark_format=json", f"--benchmark_repetitions={self.repetitions}",
                           "--benchmark_report_aggregates_only=true")
            medians = {}
            for line in json.loads(out)["benchmarks"]:
                medians.setdefault(line["run_name"], {})[line["aggregate_name"]] = line
            for name, lines in medians.items():
                middle = lines["median"]
                print(json.dumps({"figure": name, "unit": middle["time_unit"], "median": round(middle["cpu_time"], 3),
                                  "cv": round(lines["cv"]["cpu_time"], 4) if "cv" in lines else None, "n": self.repetitions}), flush=True)


FIGURES = {"create": Bench.create, "queue": Bench.queue, "import": Bench.imports, "start": Bench.start_empty, "why": Bench.why}


def main():
    parser = argparse.ArgumentParser(prog="bench/run.sh", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default=",".join(FIGURES), help=f"some of: {' '.join(FIGURES)} (comma-separated)")
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=3, help="of each repetition under load, after half a second of warming up")
    parser.add_argument("--build", type=Path, default=ROOT / "build/release")
    parser.add_argument("--keep", action="store_true", help="keep the databases")
    arguments = parser.parse_args()
    wanted = arguments.only.split(",")
    unknown = [name for name in wanted if name not in FIGURES]
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)}")
    folder = Path(tempfile.mkdtemp(prefix="tandem-bench-"))
    bench = Bench(arguments.build, folder, arguments.repetitions, arguments.seconds)
    try:
        for name in wanted:
            say(f"measuring: {name}")
            FIGURES[name](bench)
    except subprocess.CalledProcessError as error:
        say(f"{' '.join(error.cmd)}\n{error.stderr or ''}")
        return 1
    except Failed as error:
        say(f"failed: {error}")
        return 1
    finally:
        bench.stop_all()
        if arguments.keep:
            say(f"kept: {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
