// Files as people attach them: Sam of the provider by button, paste and drop, Dana of the client who reads and removes,
// in one Chromium, against the real program with its demo. The tests tell one story and run in order.
import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { startBrowser } from "./browser.mjs";
import { Person } from "./person.mjs";
import { startTandem } from "./server.mjs";
import { story } from "./story.mjs";

let tandem;
let chromium;
let sam;
let dana;
let path;

// Four pixels of red.
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==",
  "base64",
);

before(async () => {
  tandem = await startTandem();
  chromium = await startBrowser();
  sam = await Person.signedIn(chromium.browser, tandem.url, "sam@northbeam.example");
  dana = await Person.signedIn(chromium.browser, tandem.url, "dana@harbor.example");
});
after(async () => {
  await chromium?.stop();
  await tandem?.discard();
});

const step = story(async () => {
  await sam?.shot("files-failure-sam");
  await dana?.shot("files-failure-dana");
});

const accessible = async (person) => assert.deepEqual(await person.breaches(), []);
const tray = () => sam.page.getByRole("list", { name: "Files to attach" });
const filesOf = (person) => person.page.getByRole("region", { name: "Files" });

// What the browser gives a page that something is pasted into or dropped onto.
function gives(person, label, kind, names) {
  return person.page.getByLabel(label, { exact: true }).evaluate(
    (target, { eventKind, fileNames, bytes }) => {
      const data = new DataTransfer();
      for (const name of fileNames) data.items.add(new File([new Uint8Array(bytes)], name, { type: "image/png" }));
      const init = { bubbles: true, cancelable: true };
      target.dispatchEvent(
        eventKind === "paste"
          ? new ClipboardEvent("paste", { ...init, clipboardData: data })
          : new DragEvent("drop", { ...init, dataTransfer: data }),
      );
    },
    { eventKind: kind, fileNames: names, bytes: [...png] },
  );
}

describe("files", () => {
  step("go with a new ticket", async () => {
    await sam.go("/e/harbor-cu/new");
    await sam.page.getByLabel("Subject").fill("Screen is red");
    await sam.page.getByRole("button", { name: "Attach files" }).waitFor();
    await sam.page.getByTestId("files").setInputFiles([
      { name: "red.png", mimeType: "image/png", buffer: png },
      { name: "nothing.txt", mimeType: "text/plain", buffer: Buffer.alloc(0) },
    ]);
    await tray().getByText("It is empty.").waitFor();
    await accessible(sam);
    await sam.page.getByRole("button", { name: "Do not attach nothing.txt" }).click();
    await sam.page.getByRole("button", { name: "Open the ticket" }).click();
    await sam.page.getByRole("heading", { level: 1, name: "Screen is red" }).waitFor();
    path = new URL(sam.page.url()).pathname;
    await filesOf(sam).getByRole("link", { name: "red.png" }).waitFor();
  });

  step("are pasted and dropped into a comment, and stand with it", async () => {
    await sam.page.getByLabel("Comment", { exact: true }).fill("this is how it looks");
    await gives(sam, "Comment", "paste", ["image.png"]);
    await gives(sam, "Comment", "drop", ["first.png", "second.png"]);
    await tray().getByText("second.png").waitFor();
    assert.equal(await tray().getByRole("listitem").count(), 3);
    await sam.shot("files-tray");
    await accessible(sam);
    await sam.page.getByRole("button", { name: "Add for both teams" }).click();
    await tray().waitFor({ state: "detached" });
    const files = sam.page.getByRole("list", { name: "Files of comment 1" });
    await files.getByRole("link", { name: "second.png" }).waitFor();
    assert.equal(await files.getByRole("listitem").count(), 3);
    assert.match(await files.getByRole("listitem").first().innerText(), /screenshot \d{4}-\d\d-\d\d/);
    // A picture is shown from where it lies.
    const picture = files.locator("img").first();
    await picture.scrollIntoViewIfNeeded();
    await sam.page.waitForFunction((image) => image.naturalWidth === 2, await picture.elementHandle());
  });

  step("that fail stay with their reason, and no word is lost", async () => {
    await sam.page.route("**/files?*", (route) => route.abort());
    await sam.page.getByLabel("Comment", { exact: true }).fill("once more");
    await gives(sam, "Comment", "drop", ["third.png"]);
    await tray().getByText("third.png").waitFor();
    await sam.page.getByRole("button", { name: "Add for both teams" }).click();
    await tray().getByText("Tandem cannot be reached").waitFor();
    await sam.page.getByRole("list", { name: "Conversation" }).getByText("once more").waitFor();
    await sam.shot("files-failed");
    await sam.page.unroute("**/files?*");
    await sam.page.getByRole("button", { name: "Try third.png again" }).click();
    await sam.page.getByRole("list", { name: "Files of comment 2" }).getByText("third.png").waitFor();
    await tray().waitFor({ state: "detached" });
  });

  step("are read by the other team, and removed with a reason", async () => {
    await dana.go(path);
    await filesOf(dana).getByRole("button", { name: "Remove red.png" }).click();
    const dialog = dana.page.getByRole("dialog");
    await dialog.getByLabel("Why").fill("a password can be seen");
    await accessible(dana);
    await dialog.getByRole("button", { name: "Remove it" }).click();
    await filesOf(dana).getByText("a password can be seen").waitFor();
    // And at once at Sam's.
    await filesOf(sam).getByText("removed by Dana Whitfield").waitFor();
    await sam.page.getByRole("tab", { name: "History" }).click();
    await sam.page.getByText("removed the file red.png: a password can be seen").waitFor();
    await sam.page.getByRole("tab", { name: "Conversation" }).click();
  });

  step("fit a phone, and the dark", async () => {
    await sam.page.setViewportSize({ width: 390, height: 800 });
    await filesOf(sam).scrollIntoViewIfNeeded();
    assert.equal(await sam.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true);
    await sam.shot("files-phone");
    await sam.page.setViewportSize({ width: 1360, height: 850 });
    await sam.page.emulateMedia({ colorScheme: "dark" });
    await sam.shot("files-dark");
    await accessible(sam);
  });

  step("nothing was wrong on any page", () => {
    for (const person of [sam, dana]) assert.deepEqual(person.faults, []);
  });
});
