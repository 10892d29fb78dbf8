// What one side does alone, and cover that is arranged before somebody goes, as people do it: Mei and Otto of the
// provider's security team and Dana of the client, in one Chromium, against the real program with its demo. The tests
// tell one story and run in order.
import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { startBrowser } from "./browser.mjs";
import { Person } from "./person.mjs";
import { startTandem } from "./server.mjs";
import { story } from "./story.mjs";

let tandem;
let chromium;
let mei;
let otto;
let dana;
let ticket; // its path

before(async () => {
  tandem = await startTandem();
  chromium = await startBrowser();
  mei = await Person.signedIn(chromium.browser, tandem.url, "mei@northbeam.example");
  otto = await Person.signedIn(chromium.browser, tandem.url, "otto@northbeam.example");
  dana = await Person.signedIn(chromium.browser, tandem.url, "dana@harbor.example");
});
after(async () => {
  await chromium?.stop();
  await tandem?.discard();
});

const step = story(async () => {
  await mei?.shot("alone-failure-mei");
  await otto?.shot("alone-failure-otto");
  await dana?.shot("alone-failure-dana");
});

const accessible = async (person) => assert.deepEqual(await person.breaches(), []);
const formOf = (person) => person.page.getByRole("dialog").filter({ has: person.page.locator("form") });
const alone = (person) => person.page.getByRole("region", { name: "Done alone" });

async function records(person) {
  await person.page.getByRole("button", { name: "More", exact: true }).click();
  await person.page.getByRole("button", { name: "Record what you did alone…" }).click();
  await formOf(person).waitFor();
  return formOf(person);
}

async function chooses(person, form, field, option) {
  await form.getByRole("combobox", { name: field }).click();
  await person.page.getByRole("option", { name: option, exact: true }).click();
}

describe("what one side does alone", () => {
  step("is recorded with the line that allows it, and the other side sees it", async () => {
    await mei.go("/e/harbor-cu/new");
    await mei.page.getByLabel("Subject").fill("Files are locked");
    await mei.page.getByRole("combobox", { name: "Category" }).click();
    await mei.page.getByRole("option", { name: "Malware" }).click();
    await mei.page.getByRole("button", { name: "Open the ticket" }).click();
    await mei.page.getByRole("heading", { level: 1, name: "Files are locked" }).waitFor();
    ticket = new URL(mei.page.url()).pathname;
    await dana.openTicket(ticket, "Files are locked");
    const form = await records(mei);
    await form.getByText("soc may do alone: isolate-host, disable-account").waitFor();
    await form.getByLabel("What", { exact: false }).first().fill("isolate-host");
    await form.getByLabel("To what").fill("PC-12");
    await chooses(mei, form, "Risk", "Low");
    await accessible(mei);
    await mei.shot("alone-01-record");
    await form.getByRole("button", { name: "Record it", exact: true }).click();
    await form.waitFor({ state: "detached" });
    await alone(mei).getByText("Within authority").waitFor();
    await alone(dana).getByText("isolate-host on PC-12").waitFor();
    await alone(dana)
      .getByRole("link", { name: /^agreement\.yaml:/ })
      .waitFor();
    await accessible(dana);
  });

  step("is refused where it goes beyond, and one click asks for it", async () => {
    const form = await records(mei);
    await form.getByLabel("What", { exact: false }).first().fill("wipe");
    await form.getByLabel("To what").fill("PC-12");
    await chooses(mei, form, "Risk", "High");
    await form.getByRole("button", { name: "Record it", exact: true }).click();
    await form.getByText(/is not among what `?soc`? may do alone/).waitFor();
    await accessible(mei);
    await mei.shot("alone-02-beyond");
    await form.getByRole("link", { name: /first$/ }).click();
    await mei.page.getByRole("heading", { level: 1, name: "Ask for a decision" }).waitFor();
    assert.equal(await mei.page.getByLabel("Option 1").inputValue(), "Do wipe on PC-12");
    assert.equal(await mei.page.getByLabel("In a few words").inputValue(), "May we do wipe on PC-12?");
    await mei.shot("alone-03-asked");
    await mei.page.getByRole("button", { name: "Ask for it" }).click();
    await mei.page.getByRole("heading", { level: 1, name: "May we do wipe on PC-12?" }).waitFor();
    await mei.page
      .getByRole("region", { name: "Related tickets" })
      .getByRole("link", { name: ticket.split("/").at(-1) })
      .waitFor();
  });

  step("is answered for where it was done all the same", async () => {
    await otto.openTicket(ticket, "Files are locked");
    const form = await records(otto);
    await form.getByLabel("What", { exact: false }).first().fill("wipe");
    await chooses(otto, form, "Risk", "High");
    await form.getByRole("button", { name: "Record it", exact: true }).click();
    await form.getByLabel("It has been done: why without asking?").fill("It was writing to the share.");
    await form.getByRole("button", { name: "Record it without authority" }).click();
    await form.waitFor({ state: "detached" });
    await alone(dana).getByText("Without authority").waitFor();
    await alone(dana).getByText("It was writing to the share.").waitFor();
    await dana.shot("alone-04-to-answer");
    await alone(dana).getByRole("button", { name: "Dispute…" }).click();
    await formOf(dana).getByLabel("Why").fill("The branch manager was on it.");
    await formOf(dana).getByRole("button", { name: "Dispute it" }).click();
    await alone(otto).getByText("Disputed", { exact: true }).waitFor();
    // Over all tickets: who did it, and whom it waits for.
    await mei.go("/e/harbor-cu?view=all&state=any&order=updated&unanswered=true");
    await mei.row("Files are locked").getByText("Unanswered: wipe").waitFor();
    await mei
      .row("Files are locked")
      .getByText(/Otto Lind, .* waits for Dana Whitfield/)
      .waitFor();
    await accessible(mei);
    await mei.shot("alone-07-unanswered");
    await alone(dana).getByRole("button", { name: "Acknowledge…" }).click();
    await formOf(dana).getByRole("button", { name: "Acknowledge it" }).click();
    await alone(otto).getByText("Acknowledged", { exact: true }).waitFor();
    await mei.row("Files are locked").waitFor({ state: "detached" });
    await accessible(dana);
  });

  step("reads well in the dark and on a phone", async () => {
    for (const [name, options] of [
      ["alone-05-dark", { colorScheme: "dark" }],
      ["alone-06-phone", { viewport: { width: 390, height: 844 } }],
    ]) {
      const person = await Person.signedIn(chromium.browser, tandem.url, "dana@harbor.example", options);
      await person.openTicket(ticket, "Files are locked");
      await alone(person).waitFor();
      await accessible(person);
      await person.shot(name);
    }
  });
});

describe("leave that nobody covers", () => {
  step("is a task for whoever is left, and the calendar says so", async () => {
    await mei.go("/e/harbor-cu/calendar");
    const days = new Date(Date.now() + 10 * 24 * 3_600_000).toISOString().slice(0, 10);
    for (const who of ["Otto Lind", "Mei Tanaka"]) {
      await mei.page.getByRole("button", { name: "Add leave" }).click();
      const form = mei.page.getByRole("dialog", { name: "Add leave" });
      await chooses(mei, form, "Who", who);
      await form.getByLabel("First day").fill(days);
      await form.getByLabel("Last day").fill(days);
      await form.getByRole("button", { name: "Record", exact: true }).click();
      await form.waitFor({ state: "detached" });
    }
    await otto.go("/e/harbor-cu?view=all&order=newest");
    await otto.row("Arrange cover for Mei Tanaka").getByRole("link").click();
    const panel = otto.page.getByRole("region", { name: "Cover for leave" });
    await panel.getByText(/nobody is there for/i).waitFor();
    await accessible(otto);
    await otto.shot("alone-07-cover");
    await panel.getByRole("button", { name: "Cover arranged…" }).click();
    await formOf(otto).getByLabel("What", { exact: false }).first().fill("Harbor's own people look in.");
    await formOf(otto).getByRole("button", { name: "It is arranged" }).click();
    await panel.getByText("Cover arranged", { exact: true }).waitFor();
    await panel.getByText("Harbor's own people look in.").waitFor();
    assert.deepEqual([...mei.faults, ...otto.faults, ...dana.faults], []);
  });
});
