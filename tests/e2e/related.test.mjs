// Work that belongs together, as people do it: Sam and Priya of the provider and Dana of the client, in one Chromium,
// against the real program with its demo. The tests tell one story and run in order.
import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { startBrowser } from "./browser.mjs";
import { Person } from "./person.mjs";
import { startTandem } from "./server.mjs";
import { story } from "./story.mjs";

let tandem;
let chromium;
let sam;
let priya;
let dana;
const path = {}; // of the story's tickets, by subject

before(async () => {
  tandem = await startTandem();
  chromium = await startBrowser();
  sam = await Person.signedIn(chromium.browser, tandem.url, "sam@northbeam.example");
  priya = await Person.signedIn(chromium.browser, tandem.url, "priya@northbeam.example");
  dana = await Person.signedIn(chromium.browser, tandem.url, "dana@harbor.example");
});
after(async () => {
  await chromium?.stop();
  await tandem?.discard();
});

const step = story(async () => {
  await sam?.shot("related-failure-sam");
  await priya?.shot("related-failure-priya");
  await dana?.shot("related-failure-dana");
});

const accessible = async (person) => assert.deepEqual(await person.breaches(), []);
const numberOf = (subject) => path[subject].split("/").at(-1);

async function opens(person, subject) {
  await person.go("/e/harbor-cu/new");
  await person.page.getByLabel("Subject").fill(subject);
  await person.page.getByRole("combobox", { name: "Category" }).click();
  await person.page.getByRole("option", { name: "Workstation" }).click();
  await person.page.getByRole("button", { name: "Open the ticket" }).click();
  await person.page.getByRole("heading", { level: 1, name: subject }).waitFor();
  path[subject] = new URL(person.page.url()).pathname;
}

// The dialog that asks for something; menus are dialogs too.
const formOf = (person) => person.page.getByRole("dialog").filter({ has: person.page.locator("form") });

async function chooses(person, item) {
  await person.page.getByRole("button", { name: "Related", exact: true }).click();
  await person.page.getByRole("button", { name: item }).click();
  await formOf(person).waitFor();
  return formOf(person);
}

async function submits(dialog, button) {
  await dialog.getByRole("button", { name: button, exact: true }).click();
  await dialog.waitFor({ state: "detached" });
}

describe("tickets that belong together", () => {
  step("are linked, and both say so at once", async () => {
    for (const subject of ["Badge reader is dead", "Reader at the door is dead", "Ledger freezes"])
      await opens(dana, subject);
    await dana.openTicket(path["Badge reader is dead"], "Badge reader is dead");
    await sam.openTicket(path["Ledger freezes"], "Ledger freezes");
    const dialog = await chooses(sam, "Link with a ticket…");
    await dialog.getByLabel(/^Ticket/).fill("HCU-999999");
    await dialog.getByRole("button", { name: "Link", exact: true }).click();
    await dialog.getByText("There is no such ticket.").waitFor();
    await accessible(sam);
    await sam.shot("related-01-link");
    await dialog.getByLabel(/^Ticket/).fill(numberOf("Badge reader is dead"));
    await submits(dialog, "Link");
    const list = (person) => person.page.getByRole("region", { name: "Related tickets" });
    await list(sam)
      .getByRole("link", { name: numberOf("Badge reader is dead") })
      .waitFor();
    await list(dana)
      .getByRole("link", { name: numberOf("Ledger freezes") })
      .waitFor();
    await list(sam)
      .getByRole("button", { name: /^Unlink/ })
      .click();
    await list(dana).waitFor({ state: "detached" });
  });

  step("are merged, and the duplicate is closed", async () => {
    await sam.openTicket(path["Reader at the door is dead"], "Reader at the door is dead");
    const dialog = await chooses(sam, "Merge into another…");
    await dialog.getByLabel(/^Ticket/).fill(numberOf("Badge reader is dead"));
    await dialog.getByLabel("Why").fill("The same reader.");
    await submits(dialog, "Merge");
    await sam.page.getByText("Closed", { exact: true }).first().waitFor();
    await dana.page.getByRole("region", { name: "Related tickets" }).getByText("Duplicates").waitFor();
  });
});

describe("a comment", () => {
  step("is split into a ticket of its own", async () => {
    await sam.openTicket(path["Ledger freezes"], "Ledger freezes");
    await sam.comment("To the requester", "The scanner beside it is broken too.");
    await sam.page.getByRole("button", { name: /^More for the comment of/ }).click();
    await sam.page.getByRole("button", { name: "Split into a new ticket…" }).click();
    const dialog = formOf(sam);
    assert.equal(await dialog.getByLabel("Description").inputValue(), "The scanner beside it is broken too.");
    await dialog.getByLabel("Subject").fill("Scanner is broken");
    await dialog.getByRole("combobox", { name: "Kind" }).click();
    await sam.page.getByRole("option", { name: "Request" }).click();
    await dialog.getByRole("combobox", { name: "Priority" }).click();
    await sam.page.getByRole("option", { name: "High" }).click();
    await accessible(sam);
    await sam.shot("related-01-split");
    await submits(dialog, "Open the ticket");
    await sam.page.getByRole("heading", { level: 1, name: "Scanner is broken" }).waitFor();
    const list = sam.page.getByRole("region", { name: "Related tickets" });
    await list.getByText("Came out of").waitFor();
    await list.getByRole("link", { name: numberOf("Ledger freezes") }).waitFor();
    await sam.page.getByText("The scanner beside it is broken too.").waitFor();
  });
});

describe("a vendor", () => {
  step("is asked, and the ticket waits", async () => {
    await sam.openTicket(path["Ledger freezes"], "Ledger freezes");
    const dialog = await chooses(sam, "Ask a vendor…");
    await dialog.getByLabel("Their number").fill("CB-4711");
    await accessible(sam);
    await sam.shot("related-02-ask-vendor");
    await submits(dialog, "Open the case");
    await sam.page
      .getByRole("region", { name: "Vendor case" })
      .getByText(/their number CB-4711/)
      .waitFor();
    path.case = new URL(sam.page.url()).pathname;
    await sam.owner("harbor-it").waitFor();
    await sam.openTicket(path["Ledger freezes"], "Ledger freezes");
    await sam.page.getByText("Waiting on a vendor", { exact: true }).waitFor();
    await sam.page.getByText("No answer yet").waitFor();
  });

  step("is chased by who keeps the case, and its answer sets the ticket going", async () => {
    await dana.openTicket(path.case, "Ledger freezes");
    const panel = dana.page.getByRole("region", { name: "Vendor case" });
    await panel.getByRole("button", { name: "Record a chase…" }).click();
    await dana.page.getByLabel("What they said").fill("It is with their second line.");
    await submits(formOf(dana), "Record");
    await panel.getByText("It is with their second line.").waitFor();
    await panel.getByText(/Ask again in/).waitFor();
    await accessible(dana);
    await dana.shot("related-03-vendor-case");
    await panel.getByRole("button", { name: "They answered…" }).click();
    await dana.page.getByLabel("What they said").fill("Version 4.2 does not freeze.");
    await submits(formOf(dana), "Record");
    await sam.page.getByText("Active", { exact: true }).first().waitFor();
  });
});

describe("a problem", () => {
  step("is a known error with a workaround, shown on what it causes", async () => {
    const dialog = await chooses(sam, "Open the problem behind it…");
    await dialog.getByLabel("Subject").fill("Ledger freezes with old profiles");
    await submits(dialog, "Open the problem");
    const panel = sam.page.getByRole("region", { name: "Problem" });
    await panel.getByText("cause of 1 ticket").waitFor();
    await panel.getByRole("button", { name: "Record a workaround…" }).click();
    await sam.page.getByLabel("Workaround").fill("Make a **new** profile.");
    await submits(formOf(sam), "Record");
    await panel.getByRole("heading", { name: "Known error" }).waitFor();
    await accessible(sam);
    await sam.shot("related-04-problem");
    await dana.openTicket(path["Ledger freezes"], "Ledger freezes");
    await dana.page.getByText("Known error. Until it is fixed:").waitFor();
    await accessible(dana);
  });

  step("has one cause: whoever writes over another's reads it first, and nobody's words are lost", async () => {
    const cause = (person) => formOf(person).getByLabel("Cause");
    const panelOf = (person) => person.page.getByRole("region", { name: "Problem" });
    const problem = new URL(sam.page.url()).pathname;
    for (const person of [dana, priya]) await person.openTicket(problem, "Ledger freezes with old profiles");
    await panelOf(sam).getByRole("button", { name: "Record the cause…" }).click();
    await cause(sam).waitFor();
    // What Dana says does not come between: the cause is as Sam saw it.
    await dana.comment("Both teams", "Seen at the branches too.");
    await cause(sam).fill("Profiles of version 3.");
    await submits(formOf(sam), "Record");
    await panelOf(priya).getByText("Profiles of version 3.").waitFor();

    for (const person of [sam, priya]) await panelOf(person).getByRole("button", { name: "Record the cause…" }).click();
    await cause(priya).fill("Profiles of version 3 on a full disk.");
    await cause(sam).fill("A lock in the profile's index.");
    await submits(formOf(priya), "Record");
    // It appears while Sam writes, and moves the button under whoever is about to press it.
    await formOf(sam).getByText("It now says: Profiles of version 3 on a full disk.").waitFor();
    await formOf(sam).getByRole("button", { name: "Record", exact: true }).click();
    const note = sam.page.getByRole("alert", { name: "Changed meanwhile" });
    await note.getByText("found the cause: Profiles of version 3 on a full disk.").waitFor();
    assert.equal(await cause(sam).inputValue(), "A lock in the profile's index.");
    await formOf(sam).getByText("It now says: Profiles of version 3 on a full disk.").waitFor();
    await panelOf(sam).getByText("Profiles of version 3 on a full disk.").waitFor();
    await accessible(sam);
    await sam.shot("related-05-two-causes");
    await submits(formOf(sam), "Record after all");
    await panelOf(priya).getByText("A lock in the profile's index.").waitFor();
  });

  step("is offered to whoever writes a ticket like it", async () => {
    await dana.go("/e/harbor-cu/new");
    await dana.page.getByLabel("Subject").fill("my ledger freezes again");
    const offered = dana.page.getByRole("region", { name: "Known errors" });
    await offered.getByText("Ledger freezes with old profiles").waitFor();
    await accessible(dana);
    await dana.shot("related-05-known-error");
  });
});

describe("a major incident", () => {
  const panel = (person) => person.page.getByRole("region", { name: "Major incident" });

  step("is declared, and everybody sees who does what", async () => {
    await opens(dana, "Nobody can sign in");
    const dialog = await chooses(dana, "Declare a major incident…");
    await dialog.getByRole("combobox", { name: "Scenario" }).click();
    await dana.page.getByRole("option", { name: "Outage" }).click();
    await dialog.getByLabel("What is wrong").fill("All branches are out.");
    await accessible(dana);
    await dana.shot("related-06-declare");
    await submits(dialog, "Declare");
    await panel(dana).getByText("Going on").waitFor();
    await panel(dana).getByText("Communicates").waitFor();
    await panel(dana).getByText("Owed every 1 h").waitFor();
    await panel(dana)
      .getByText(/people were told at once/)
      .waitFor();
  });

  step("is told to requesters, and is closed only after its review", async () => {
    await sam.openTicket(path["Nobody can sign in"], "Nobody can sign in");
    await panel(sam).getByRole("button", { name: "Send an update…" }).click();
    await sam.page.getByLabel("How it stands").fill("The line is being repaired.");
    await submits(formOf(sam), "Send");
    await dana.page.getByRole("list", { name: "Conversation" }).getByText("The line is being repaired.").waitFor();
    await panel(sam).getByRole("button", { name: "Note…" }).click();
    await sam.page.getByLabel("What happened").fill("The provider sent somebody.");
    await submits(formOf(sam), "Note it");
    await panel(dana).getByText("The provider sent somebody.").waitFor();
    await accessible(sam);
    await sam.shot("related-07-major");

    await panel(sam).getByRole("button", { name: "Stand down…" }).click();
    await sam.page.getByLabel("How it ended").fill("The line is back.");
    await submits(formOf(sam), "Stand down");
    await sam.page.getByRole("button", { name: "Resolve", exact: true }).click();
    await submits(formOf(sam), "Resolve");
    await panel(sam).getByText("Not reviewed").waitFor();
    assert.equal(await sam.page.getByRole("button", { name: "Close", exact: true }).count(), 0);
    await panel(sam).getByRole("button", { name: "Record the review…" }).click();
    await sam.page.getByRole("textbox", { name: /^Review/ }).fill("A second line is needed.");
    await submits(formOf(sam), "Record");
    await sam.page.getByRole("button", { name: "Close", exact: true }).click();
    await sam.page.getByText("Closed", { exact: true }).first().waitFor();
  });

  step("fits a phone and the dark", async () => {
    const phone = await Person.signedIn(chromium.browser, tandem.url, "dana@harbor.example", {
      viewport: { width: 390, height: 800 },
      colorScheme: "dark",
    });
    for (const subject of ["Nobody can sign in", "Ledger freezes"]) {
      await phone.openTicket(path[subject], subject);
      assert.equal(await phone.overflows(), false);
      await accessible(phone);
      await phone.shot(`related-08-phone-${numberOf(subject)}`);
    }
    await phone.openTicket(path.case, "Ledger freezes");
    assert.equal(await phone.overflows(), false);
    await phone.shot("related-09-phone-case");
    assert.deepEqual([...sam.faults, ...priya.faults, ...dana.faults, ...phone.faults], []);
  });
});
