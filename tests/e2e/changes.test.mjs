// A planned change as both parties live it: the client's Dana plans it, the provider's Sam is asked, Dana approves, does
// it and sees the week; an emergency of theirs is reviewed. In one Chromium, against the real program with its demo.
import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { startBrowser } from "./browser.mjs";
import { Person } from "./person.mjs";
import { startTandem } from "./server.mjs";
import { story } from "./story.mjs";

const subject = "Firmware of the core switch";
let tandem;
let chromium;
let sam;
let dana;
let path; // of the change that the story is about

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
  await sam?.shot("failure-changes-sam");
  await dana?.shot("failure-changes-dana");
});

const accessible = async (person) => assert.deepEqual(await person.breaches(), []);

// What the wall of the engagement shows so many minutes from now, as the form takes it.
function wall(minutes) {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: "America/New_York",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(Date.now() + minutes * 60_000);
  const value = (type) => parts.find((part) => part.type === type).value;
  return `${value("year")}-${value("month")}-${value("day")}T${value("hour")}:${value("minute")}`;
}

async function fillPlan(person, { what, kind, from, to }) {
  await person.go("/e/harbor-cu/changes/new");
  await person.page.getByRole("textbox", { name: "What", exact: true }).fill(what);
  await person.page.getByRole("combobox", { name: "Activity" }).click();
  await person.page.getByRole("option", { name: /help-desk\.business-app/ }).click();
  if (kind !== undefined) {
    await person.page.getByRole("combobox", { name: "Kind", exact: true }).click();
    await person.page.getByRole("option", { name: kind }).click();
  }
  await person.page.getByLabel("From").fill(from);
  await person.page.getByLabel(/^To\b/).fill(to);
  await person.page.getByLabel("Assets", { exact: true }).fill("core-switch");
  await person.page.getByRole("textbox", { name: "Plan", exact: true }).fill("Install 4.2, then look at the tellers.");
  await person.page.getByRole("textbox", { name: "Roll-back plan" }).fill("Install 4.1 from the second bank.");
}

const panel = (person) => person.page.getByRole("region", { name: "Change" });

describe("a planned change", () => {
  step("is planned by the client, and says what is wrong with a window where it was typed", async () => {
    await fillPlan(dana, { what: subject, from: wall(-5), to: wall(-60) });
    await accessible(dana);
    await dana.shot("50-plan-change");
    await dana.page.getByRole("button", { name: "Plan it" }).click();
    await dana.page.getByText("The window ends before it begins.").waitFor();
    await dana.page.getByLabel(/^To\b/).fill(wall(180));
    await dana.page.getByRole("button", { name: "Plan it" }).click();
    await dana.page.getByRole("heading", { level: 1, name: subject }).waitFor();
    path = new URL(dana.page.url()).pathname;
    await panel(dana).getByText("has not answered").waitFor();
    assert.equal(await panel(dana).getByRole("button", { name: "Approve…" }).count(), 0);
    await accessible(dana);
    await dana.shot("51-change-proposed");
  });

  step("is agreed to by the provider, who is asked", async () => {
    await sam.openTicket(path, subject);
    await panel(sam).getByRole("button", { name: "Agree…" }).click();
    await sam.page.getByLabel("Condition or remark").fill("Not before the tellers have closed");
    await accessible(sam);
    await sam.page.getByRole("button", { name: "Agree", exact: true }).click();
    await panel(sam).getByText("Not before the tellers have closed").waitFor();
  });

  step("is approved by who answers for it, and started in its window", async () => {
    await panel(dana).getByRole("button", { name: "Approve…" }).click();
    await dana.page.getByRole("button", { name: "Approve", exact: true }).click();
    await panel(dana)
      .getByText(/Approved by/)
      .waitFor();
    assert.equal(await panel(sam).getByRole("button", { name: "Start" }).count(), 0, "it is not Sam's to start");
    await panel(dana).getByRole("button", { name: "Start" }).click();
    await panel(dana).getByRole("button", { name: "Finished", exact: true }).waitFor();
    await accessible(dana);
    await dana.shot("52-change-running");
  });

  step("stands in the way of another, which both see in the week", async () => {
    await fillPlan(sam, { what: "Another cable in the core switch", from: wall(30), to: wall(90) });
    await sam.page.getByRole("button", { name: "Plan it" }).click();
    await panel(sam).getByText("In the way:").waitFor();
    await accessible(sam);
    await sam.shot("53-change-clash");
    await sam.page.getByRole("link", { name: "Changes", exact: true }).click();
    await sam.page
      .getByText(/Clashes with/)
      .first()
      .waitFor();
    await accessible(sam);
    await sam.shot("54-changes-week");
  });

  step("is finished, and history says who did what", async () => {
    await panel(dana).getByRole("button", { name: "Finished", exact: true }).click();
    await panel(dana).getByText("Finished", { exact: true }).first().waitFor();
    await dana.page.getByRole("tab", { name: "History" }).click();
    await dana.page.getByText(/finished the change/).waitFor();
    await dana.page.getByText(/agreed for/).waitFor();
    await dana.shot("55-change-history");
  });

  step("starts at once in an emergency, which is reviewed before its ticket is closed", async () => {
    await fillPlan(dana, { what: "The core switch burns", kind: "Emergency", from: wall(60), to: wall(120) });
    await dana.page.getByRole("button", { name: "Plan it" }).click();
    await panel(dana).getByRole("button", { name: "Start the emergency now" }).click();
    await panel(dana).getByRole("button", { name: "Rolled back…" }).click();
    await dana.page.getByLabel("Why").fill("The spare switch does not start");
    await dana.page.getByRole("button", { name: "Rolled back", exact: true }).click();
    await panel(dana)
      .getByText(/must be reviewed/)
      .waitFor();
    await panel(dana).getByRole("button", { name: "Review…" }).click();
    await dana.page.getByRole("textbox", { name: "Review" }).fill("Keep a spare that was tried");
    await dana.page.getByRole("button", { name: "Keep the review" }).click();
    await panel(dana)
      .getByText(/Reviewed by/)
      .waitFor();
    await accessible(dana);
    await dana.shot("56-change-reviewed");
  });
});

describe("the screens of changes", () => {
  step("have a dark theme", async () => {
    const dark = await Person.signedIn(chromium.browser, tandem.url, "dana@harbor.example", { colorScheme: "dark" });
    for (const [name, address, heading] of [
      ["57-dark-change", path, subject],
      ["58-dark-changes", "/e/harbor-cu/changes", "Changes"],
      ["59-dark-plan", "/e/harbor-cu/changes/new", "Plan a change"],
    ]) {
      await dark.openTicket(address, heading);
      await accessible(dark);
      await dark.shot(name);
    }
    assert.deepEqual(dark.faults, []);
    await dark.context.close();
  });

  step("fit a phone", async () => {
    const phone = await Person.signedIn(chromium.browser, tandem.url, "dana@harbor.example", {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
    });
    for (const [name, address, heading] of [
      ["60-phone-change", path, subject],
      ["61-phone-changes", "/e/harbor-cu/changes", "Changes"],
      ["62-phone-plan", "/e/harbor-cu/changes/new", "Plan a change"],
    ]) {
      await phone.openTicket(address, heading);
      assert.equal(await phone.overflows(), false);
      await accessible(phone);
      await phone.shot(name);
    }
    assert.deepEqual(phone.faults, []);
    await phone.context.close();
  });

  step("had no faults on the way", async () => {
    assert.deepEqual(sam.faults, []);
    assert.deepEqual(dana.faults, []);
  });
});
