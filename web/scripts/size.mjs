// The first load (the page, its entry script with everything it imports at once, style sheets, the font, and the
// queue's own chunk) stays under 250 kB compressed. Fails the build when it does not.
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const limit = 250_000;
const dist = fileURLToPath(new URL("../dist", import.meta.url));
const manifest = JSON.parse(await readFile(join(dist, ".vite/manifest.json"), "utf8"));
const first = new Set(["index.html", "theme.js", "icon.svg"]);

function add(key) {
  const chunk = manifest[key];
  if (chunk === undefined) throw new Error(`dist/.vite/manifest.json has no ${key}`);
  if (first.has(chunk.file)) return;
  first.add(chunk.file);
  for (const css of chunk.css ?? []) first.add(css);
  for (const imported of chunk.imports ?? []) add(imported);
}
add("index.html");
add("src/routes/desk.tsx");
add("src/routes/queue.tsx");
for (const chunk of Object.values(manifest)) {
  if (/inter-latin-wght-normal\.woff2$/.test(chunk.src ?? "")) first.add(chunk.file);
}

const verbose = process.argv.includes("--verbose");
let total = 0;
for (const file of first) {
  const path = join(dist, file);
  const size = await stat(`${path}.gz`).catch(() => stat(path));
  if (verbose) console.log(String(size.size).padStart(7), file);
  total += size.size;
}
const line = `first load: ${(total / 1000).toFixed(1)} kB gzip in ${first.size} files (limit ${limit / 1000} kB)`;
if (total > limit) {
  console.error(`${line}: too much; move something behind a route`);
  process.exit(1);
}
console.log(line);
