// An agreement on its way: Sam drafts, Dana reads and comments, both parties sign, and the text is in force. And two
// people on one ticket, who see each other.
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
let priya;

before(async () => {
  tandem = await startTandem();
  chromium = await startBrowser();
  sam = await Person.signedIn(chromium.browser, tandem.url, "sam@northbeam.example");
  dana = await Person.signedIn(chromium.browser, tandem.url, "dana@harbor.example");
  priya = await Person.signedIn(chromium.browser, tandem.url, "priya@northbeam.example");
});
after(async () => {
  await chromium?.stop();
  await tandem?.discard();
});

const step = story(async () => {
  await sam?.shot("failure-agreement-sam");
  await dana?.shot("failure-agreement-dana");
});

const accessible = async (person) => assert.deepEqual(await person.breaches(), []);
const editor = (person) => person.page.getByRole("textbox", { name: "agreement.yaml" });
const draft = "/e/harbor-cu/agreement/drafts/1";

async function change(person, from, to) {
  const area = editor(person);
  await area.waitFor();
  const text = await area.inputValue();
  assert.ok(text.includes(from), `the text has ${from}`);
  await area.fill(text.replace(from, to));
}

describe("a draft", () => {
  step("begins with the text in force, and shows what is wrong with it at the line", async () => {
    await sam.go("/e/harbor-cu/agreement/life");
    await sam.page.getByRole("heading", { name: "Versions", exact: true }).waitFor();
    await accessible(sam);
    await sam.shot("40-agreement-life");
    await sam.page.getByRole("button", { name: "Begin a draft" }).click();
    await change(sam, "kind: client", "kind: clint");
    await sam.page.getByRole("button", { name: "Save", exact: true }).click();
    await sam.page.getByRole("list", { name: "Findings" }).getByText("clint").first().waitFor();
    assert.ok(await sam.page.getByRole("button", { name: "Propose for signing" }).isDisabled());
    await accessible(sam);
    await sam.shot("41-draft-with-an-error");
  });

  step("says what it changes once it holds", async () => {
    await change(sam, "kind: clint", "kind: client");
    await change(sam, "password-reset: help-desk.routine", "password-reset: help-desk.business-app");
    await sam.page.getByLabel("Title").fill("Password resets to the client");
    await sam.page.getByRole("button", { name: "Save", exact: true }).click();
    await sam.page
      .getByRole("region", { name: "What it changes" })
      .getByText(/password-reset/)
      .first()
      .waitFor();
    await sam.shot("42-draft");
    await sam.page.emulateMedia({ colorScheme: "dark" });
    await accessible(sam);
    await sam.shot("42-draft-dark");
    await sam.page.emulateMedia({ colorScheme: "light" });
    await sam.page.setViewportSize({ width: 390, height: 844 });
    assert.equal(await sam.overflows(), false, "a phone shows the draft without scrolling sideways");
    await sam.shot("42-draft-phone");
    await sam.page.setViewportSize({ width: 1360, height: 850 });
  });

  step("keeps both texts when two people write, and loses neither", async () => {
    await dana.go(draft);
    await change(dana, "# ", "# Dana was here. ");
    await change(sam, "tandem: 1", "tandem: 1 # one");
    await sam.page.getByRole("button", { name: "Save", exact: true }).click();
    await dana.page.getByRole("alert", { name: "Two texts" }).waitFor();
    await accessible(dana);
    await dana.shot("43-two-texts");
    assert.match(await editor(dana).inputValue(), /Dana was here/);
    await dana.page.getByRole("button", { name: /^Take theirs/ }).click();
    assert.match(await editor(dana).inputValue(), /tandem: 1 # one/);
  });

  step("is talked about", async () => {
    await dana.page.getByLabel("Comment on the draft").fill("Since when do we do that?");
    await dana.page.getByRole("button", { name: "Comment", exact: true }).click();
    await sam.page.getByText("Since when do we do that?").waitFor();
  });
});

describe("a proposal", () => {
  step("waits for both parties", async () => {
    await sam.page.getByRole("button", { name: "Propose for signing" }).click();
    await dana.page.getByRole("region", { name: "Proposal" }).waitFor();
    assert.equal(await sam.page.getByRole("button", { name: "Sign…" }).count(), 0, "Sam signs for nobody");
  });

  step("is signed by each with plain words of what they sign", async () => {
    await dana.page.getByRole("button", { name: "Sign…" }).click();
    await dana.page.getByText(/Your signature counts for this text only/).waitFor();
    await dana.shot("44-sign");
    await dana.page.getByLabel("I have read what it changes").check();
    await dana.page.getByRole("button", { name: "Sign", exact: true }).click();
    await dana.page.getByText(/Signed by Dana/).waitFor();
    await priya.go(draft);
    await priya.page.getByRole("button", { name: "Sign…" }).click();
    await priya.page.getByLabel("I have read what it changes").check();
    await priya.page.getByRole("button", { name: "Sign", exact: true }).click();
    await priya.page.getByText(/signed by all, version 2/).waitFor();
  });

  step("is in force, and everybody's screen knows", async () => {
    await sam.page.getByText(/signed by all, version 2/).waitFor();
    await dana.go("/e/harbor-cu/agreement");
    await dana.page.getByText(/Version 2, in force since/).waitFor();
    await dana.go("/e/harbor-cu/agreement/life");
    await dana.page.getByText(/Signed by Dana.* and Priya/).waitFor();
    await dana.page.locator("button:enabled", { hasText: "Begin a draft" }).waitFor();
    await accessible(dana);
    await dana.shot("45-in-force");
  });
});

describe("two people on one ticket", () => {
  step("see each other, and who types", async () => {
    await sam.go("/e/harbor-cu?view=all&order=newest");
    await sam.tickets().getByRole("link").first().click();
    const heading = sam.page.getByRole("heading", { level: 1 });
    await heading.waitFor();
    await dana.go(new URL(sam.page.url()).pathname);
    await dana.page.getByText(/Sam.* looks at this too|Sam.* works on this/).waitFor();
    await sam.page.getByRole("textbox", { name: "Comment" }).pressSequentially("I am on it");
    await dana.page.getByText(/Sam.* is typing/).waitFor();
    await accessible(dana);
    await dana.shot("46-presence");
    assert.deepEqual([...sam.faults, ...dana.faults, ...priya.faults], []);
  });
});
