// Keeps registry addresses out of the lock files: packages are named by version and checked by integrity, and come from
// whatever registry the machine has. `npm run lock` after a change of dependencies; `--check` in `npm test`.
import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const check = process.argv.includes("--check");
let faults = 0;

for (const folder of ["../", "../toolchain/"]) {
  const directory = fileURLToPath(new URL(folder, import.meta.url));
  const path = `${directory}package-lock.json`;
  if (!check)
    execFileSync("npm", ["install", "--package-lock-only", "--ignore-scripts"], { cwd: directory, stdio: "inherit" });
  const lock = JSON.parse(await readFile(path, "utf8"));
  for (const [name, entry] of Object.entries(lock.packages)) {
    if (name === "") continue;
    if (check && entry.resolved !== undefined) {
      console.error(`${path}: ${name} names a registry; run \`npm run lock\``);
      faults += 1;
    }
    if (entry.version === undefined || (entry.integrity === undefined && !entry.inBundle)) {
      console.error(`${path}: ${name} has no version or integrity; run \`npm run lock\``);
      faults += 1;
    }
    delete entry.resolved;
  }
  if (!check) await writeFile(path, `${JSON.stringify(lock, null, 2)}\n`);
}
process.exit(faults === 0 ? 0 : 1);
