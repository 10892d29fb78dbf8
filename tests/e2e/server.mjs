// A tandem of our own for one run: a new database with the demo, a free port, stopped and thrown away at the end.
import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { projectRoot } from "./browser.mjs";

const program = process.env.TANDEM_BINARY ?? join(projectRoot, "build/release/tandem");
const web = process.env.TANDEM_WEB ?? join(projectRoot, "web/dist");

// The port it serves on, which it says when it is ready.
function servedPort(child, output) {
  return new Promise((resolve, reject) => {
    const fail = (why) => {
      clearTimeout(deadline);
      reject(new Error(`tandem ${why}:\n${output.join("")}`));
    };
    const deadline = setTimeout(() => fail("did not become ready"), 15_000);
    child.once("error", (error) => fail(`did not start (${error.message})`));
    child.once("exit", () => fail("ended before it was ready"));
    child.stdout.on("data", () => {
      const said = /^Tandem serves .* on http:\/\/127\.0\.0\.1:(\d+)$/m.exec(output.join(""));
      if (said === null) return;
      clearTimeout(deadline);
      resolve(Number(said[1]));
    });
  });
}

export async function startTandem() {
  const folder = await mkdtemp(join(tmpdir(), "tandem-e2e-"));
  const database = join(folder, "tandem.db");
  await promisify(execFile)(program, ["demo", "--database", database]);
  const output = [];
  let port = 0; // any free one at first, and that one again after a stop
  let child = null;

  async function start() {
    output.length = 0;
    child = spawn(program, ["serve", "--database", database, "--listen", `127.0.0.1:${port}`, "--web", web], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => output.push(String(data)));
    port = await servedPort(child, output);
  }

  async function stop() {
    if (child === null || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
  }

  await start();
  return {
    url: `http://127.0.0.1:${port}`,
    output,
    stop,
    start,
    async discard() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
