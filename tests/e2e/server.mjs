// A tandem of our own for one run: a new database with the demo, a free port, stopped and thrown away at the end.
import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { projectRoot } from "./browser.mjs";

const program = process.env.TANDEM_BINARY ?? join(projectRoot, "build/release/tandem");
const web = process.env.TANDEM_WEB ?? join(projectRoot, "web/dist");

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilReady(url, output, child) {
  const deadline = Date.now() + 15_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) break;
    const ready = await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`tandem did not become ready:\n${output.join("")}`);
}

export async function startTandem() {
  const folder = await mkdtemp(join(tmpdir(), "tandem-e2e-"));
  const database = join(folder, "tandem.db");
  await promisify(execFile)(program, ["demo", "--database", database]);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const output = [];
  let child = null;

  async function start() {
    child = spawn(program, ["serve", "--database", database, "--listen", `127.0.0.1:${port}`, "--web", web], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => output.push(String(data)));
    await untilReady(url, output, child);
  }

  async function stop() {
    if (child === null || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
  }

  await start();
  return {
    url,
    output,
    stop,
    start,
    async discard() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
