// The queue by kinds of work, the line over every page for a major incident, and the register of VIPs: Sam of the provider,
// Dana of the client and Nora, who asks for help. The tests tell one story and run in order.
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
let nora;
const path = {}; // of the story's tickets, by subject

before(async () => {
  tandem = await startTandem();
  chromium = await startBrowser();
  sam = await Person.signedIn(chromium.browser, tandem.url, "sam@northbeam.example");
  dana = await Person.signedIn(chromium.browser, tandem.url, "dana@harbor.example");
  nora = await Person.signedIn(chromium.browser, tandem.url, "nora.kim@harbor.example");
});
after(async () => {
  await chromium?.stop();
  await tandem?.discard();
});

const step = story(async () => {
  await sam?.shot("queue-failure-sam");
  await dana?.shot("queue-failure-dana");
  await nora?.shot("queue-failure-nora");
});

const accessible = async (person) => assert.deepEqual(await person.breaches(), []);
const numberOf = (subject) => path[subject].split("/").at(-1);
const formOf = (person) => person.page.getByRole("dialog").filter({ has: person.page.locator("form") });
const line = (person) => person.page.getByRole("region", { name: "Going on now" });

async function opens(person, subject) {
  await person.go("/e/harbor-cu/new");
  await person.page.getByLabel(/^(Subject|In a few words)/).fill(subject);
  await person.page.getByRole("combobox", { name: "Category" }).click();
  await person.page.getByRole("option", { name: "Workstation" }).click();
  await person.page.getByRole("button", { name: /^(Open the ticket|Send)$/ }).click();
  await person.page.getByRole("heading", { level: 1, name: subject }).waitFor();
  path[subject] = new URL(person.page.url()).pathname;
}

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

async function choosesView(person, name) {
  await person.page.getByRole("button", { name: /^Views/ }).click();
  await person.page.getByRole("dialog", { name: "Views" }).getByText(name, { exact: true }).click();
}

describe("the queue", () => {
  step("says what kind of work a row is, and lists it as a view with an address", async () => {
    await opens(dana, "Tills print nothing");
    await sam.openTicket(path["Tills print nothing"], "Tills print nothing");
    await submits(await chooses(sam, "Ask a vendor…"), "Open the case");
    await sam.openTicket(path["Tills print nothing"], "Tills print nothing");
    const problem = await chooses(sam, "Open the problem behind it…");
    await problem.getByLabel("Subject").fill("A driver that forgets");
    await submits(problem, "Open the problem");

    await sam.go("/e/harbor-cu?view=all");
    await sam.tickets().waitFor();
    await choosesView(sam, "Problems");
    await sam.row("A driver that forgets").getByText("Problem ·").waitFor();
    assert.match(sam.page.url(), /kind=problem/);
    await accessible(sam);
    await sam.shot("queue-01-problems");
    await sam.page.goBack();
    await sam.page.getByRole("button", { name: "Kind" }).click();
    await sam.page.getByLabel("Vendor case").check();
    await sam.page.keyboard.press("Escape");
    const row = sam.row("Tills print nothing");
    await row.getByText(/^chase in/).waitFor();
    await accessible(sam);
    await sam.shot("queue-02-vendor-cases");
    await choosesView(sam, "Vendor cases to chase");
    await sam.page.getByText("No ticket fits these filters").waitFor();
  });
});

describe("a major incident", () => {
  step("stands over every page of both teams at once, until it is put away", async () => {
    await opens(nora, "Nobody can print");
    await dana.go("/e/harbor-cu/calendar");
    await sam.openTicket(path["Nobody can print"], "Nobody can print");
    const dialog = await chooses(sam, "Declare a major incident…");
    await dialog.getByLabel("What is wrong").fill("No branch prints.");
    await submits(dialog, "Declare");
    await line(sam).waitFor();
    await line(dana).getByText("Nobody can print").waitFor();
    await line(dana)
      .getByText(/next update in/)
      .waitFor();
    await accessible(dana);
    await dana.shot("queue-03-line");
    await line(dana)
      .getByRole("link", { name: numberOf("Nobody can print") })
      .click();
    await dana.page.getByRole("heading", { level: 1, name: "Nobody can print" }).waitFor();
    await line(dana)
      .getByRole("button", { name: /^Do not show/ })
      .click();
    await line(dana).waitFor({ state: "detached" });
    await dana.page.reload();
    await dana.page.getByRole("heading", { level: 1, name: "Nobody can print" }).waitFor();
    assert.equal(await line(dana).count(), 0);
  });

  step("is marked in the queue, and a view of its own", async () => {
    await dana.go("/e/harbor-cu?view=all");
    await dana.tickets().waitFor();
    await choosesView(dana, "Major incidents");
    await dana.row("Nobody can print").getByText("Major incident", { exact: true }).waitFor();
    await accessible(dana);
    await dana.shot("queue-04-majors");
  });

  step("is told to whoever is affected in plain words, once requesters are told", async () => {
    await nora.go("/e/harbor-cu");
    await nora.tickets().waitFor();
    const news = nora.page.getByRole("region", { name: "News of your tickets" });
    assert.equal(await news.count(), 0);
    const panel = sam.page.getByRole("region", { name: "Major incident" });
    await panel.getByRole("button", { name: "Send an update…" }).click();
    await sam.page.getByLabel("How it stands").fill("The print server is being restarted.");
    await submits(formOf(sam), "Send");
    await news.getByText(/The print server is being restarted\./).waitFor();
    assert.equal(await nora.page.getByText("Major incident").count(), 0);
    await accessible(nora);
    await nora.shot("queue-05-news");
  });

  step("is gone from every page when it is stood down", async () => {
    await sam.page.getByRole("region", { name: "Major incident" }).getByRole("button", { name: "Stand down…" }).click();
    await sam.page.getByLabel("How it ended").fill("It prints.");
    await submits(formOf(sam), "Stand down");
    await line(sam).waitFor({ state: "detached" });
  });
});

describe("the register of VIPs", () => {
  step("is kept by who leads a team, and read by the others", async () => {
    await sam.go("/e/harbor-cu/vips");
    await sam.page.getByText("Nobody is in the register").waitFor();
    assert.equal(await sam.page.getByRole("button", { name: "Add" }).count(), 0);
    await dana.go("/e/harbor-cu/vips");
    await dana.page.getByLabel("Address").fill("nora");
    await dana.page.getByRole("button", { name: "Add" }).click();
    await dana.page.getByText("Write an address that a requester could have").waitFor();
    await dana.page.getByLabel("Address").fill("Nora.Kim@harbor.example");
    await dana.page.getByLabel("Name").fill("Nora Kim");
    await dana.page.getByLabel("Note").fill("Closes the books");
    await dana.page.getByRole("button", { name: "Add" }).click();
    const table = dana.page.getByRole("region", { name: "In the register" });
    await table.getByText("nora.kim@harbor.example").waitFor();
    await accessible(dana);
    await dana.shot("queue-06-vips");
  });

  step("makes the next ticket a VIP's, and says why", async () => {
    await opens(nora, "The ledger is slow");
    await sam.openTicket(path["The ledger is slow"], "The ledger is slow");
    await sam.page.getByText(/^In the register since/).waitFor();
    await sam.page.getByRole("button", { name: /^Owner: / }).click();
    await sam.page.getByText(/^VIP: in the register since/).waitFor();
    await accessible(sam);
    await sam.shot("queue-07-why-vip");
  });

  step("keeps who was taken out", async () => {
    await dana.page.getByRole("button", { name: "Take out Nora Kim" }).click();
    await dana.page.getByText("1 taken out").click();
    await dana.page
      .getByRole("region", { name: "Taken out of the register" })
      .getByText("by Dana Whitfield")
      .first()
      .waitFor();
  });

  step("fits a phone and the dark", async () => {
    const phone = await Person.signedIn(chromium.browser, tandem.url, "dana@harbor.example", {
      viewport: { width: 390, height: 800 },
      colorScheme: "dark",
    });
    await sam.openTicket(path["Nobody can print"], "Nobody can print");
    const dialog = await chooses(sam, "Declare a major incident…");
    await dialog.getByLabel("What is wrong").fill("It prints no more.");
    await submits(dialog, "Declare");
    await line(phone).waitFor();
    assert.equal(await phone.overflows(), false);
    await accessible(phone);
    await phone.shot("queue-08-phone-line");
    await phone.go("/e/harbor-cu/vips");
    await phone.page.getByRole("heading", { level: 1, name: "VIPs" }).waitFor();
    assert.equal(await phone.overflows(), false);
    await accessible(phone);
    await phone.shot("queue-09-phone-vips");
    assert.deepEqual([...sam.faults, ...dana.faults, ...nora.faults, ...phone.faults], []);
  });
});
