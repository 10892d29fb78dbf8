// Makes src/api/schema.gen.ts from the server's own OpenAPI document, so that client and server cannot drift apart:
// a path, parameter or field that the document no longer has is a type error in `npm run types`.
// The file is not in version control. Writes only when it changes, so that a rebuild without changes does nothing.
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const source = new URL("../../src/wire/openapi.json", import.meta.url);
const target = new URL("../src/api/schema.gen.ts", import.meta.url);

const text = astToString(await openapiTS(source, { alphabetize: true }));
const before = await readFile(target, "utf8").catch(() => "");
if (before !== text) {
  await writeFile(target, text);
}
