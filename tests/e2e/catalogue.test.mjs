// A joiner, as people do it: Dana of the client keeps the form, Nora who is an end user asks with it, Sam of the provider
// does a step. In one Chromium, against the real program with its demo. The tests tell one story and run in order.
import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { startBrowser } from "./browser.mjs";
import { Person } from "./person.mjs";
import { startTandem } from "./server.mjs";
import { story } from "./story.mjs";

let tandem;
let chromium;
let dana;
let nora;
let sam;
let path; // of the request

before(async () => {
  tandem = await startTandem();
  chromium = await startBrowser();
  dana = await Person.signedIn(chromium.browser, tandem.url, "dana@harbor.example");
  nora = await Person.signedIn(chromium.browser, tandem.url, "nora.kim@harbor.example");
  sam = await Person.signedIn(chromium.browser, tandem.url, "sam@northbeam.example");
});
after(async () => {
  await chromium?.stop();
  await tandem?.discard();
});

const step = story(async () => {
  await dana?.shot("catalogue-failure-dana");
  await nora?.shot("catalogue-failure-nora");
});

const accessible = async (person) => assert.deepEqual(await person.breaches(), []);
const dialogOf = (person) => person.page.getByRole("dialog").filter({ has: person.page.locator("form") });
const catalogue = "/e/harbor-cu/catalogue";

// As the light page, the dark one and on a phone.
async function looks(person, name, wide = person.page.viewportSize()) {
  await person.shot(`${name}-light`);
  await person.page.emulateMedia({ colorScheme: "dark" });
  await person.shot(`${name}-dark`);
  await accessible(person);
  await person.page.emulateMedia({ colorScheme: "light" });
  await person.page.setViewportSize({ width: 390, height: 844 });
  assert.equal(await person.overflows(), false, `${name} is wider than a phone`);
  await person.shot(`${name}-phone`);
  await person.page.setViewportSize(wide);
}

describe("the request catalogue", () => {
  step("is a list that one searches", async () => {
    await dana.go(catalogue);
    await dana.page.getByRole("link", { name: "New starter", exact: true }).waitFor();
    await accessible(dana);
    await looks(dana, "catalogue-01-list");
    await dana.page.getByRole("link", { name: "New form" }).waitFor();
    await nora.go(catalogue);
    await nora.page.getByRole("link", { name: "New starter", exact: true }).waitFor();
    assert.equal(await nora.page.getByRole("link", { name: "Somebody leaves", exact: true }).count(), 0);
    assert.equal(await nora.page.getByRole("link", { name: "New form" }).count(), 0);
  });

  step("is kept by the teams: fields, their order, steps, and how it looks", async () => {
    const { page } = dana;
    await page.getByRole("link", { name: "New form" }).click();
    await page.getByRole("heading", { level: 1, name: "New form" }).waitFor();
    await page.getByLabel("Title").fill("Visitor badge");
    await page.getByLabel("Subject of the ticket").fill("Badge for {guest}");
    await page.getByRole("button", { name: "Save" }).click();
    await page
      .getByRole("alert")
      .getByText(/stands for no field of the form/)
      .waitFor();
    const fields = page.getByRole("region", { name: "Fields" });
    await page.getByRole("button", { name: "Add a field" }).click();
    await fields.getByLabel("Label").fill("Day");
    await page.getByRole("button", { name: "Add a field" }).click();
    await fields.getByLabel("Label").nth(1).fill("Guest");
    await page.getByRole("button", { name: "Move Guest up" }).click();
    assert.equal(await fields.getByLabel("Label").first().inputValue(), "Guest");
    await fields.getByLabel("Needed").first().check();
    await page.getByRole("button", { name: "Add a step" }).click();
    await page.getByRole("region", { name: "Steps" }).getByLabel("What is done").fill("Print the badge of {guest}");
    await page.getByRole("complementary", { name: "Preview" }).getByLabel("Guest").waitFor();
    await accessible(dana);
    await looks(dana, "catalogue-02-editor");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("link", { name: "Visitor badge", exact: true }).waitFor();
  });

  step("tells every wrong answer beside its field, and opens a request", async () => {
    const { page } = nora;
    await page.getByRole("link", { name: "New starter", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "New starter" }).waitFor();
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByText("`First day` is needed.").waitFor();
    await page.getByText("`Device` is needed.").waitFor();
    await accessible(nora);
    await looks(nora, "catalogue-03-answers");
    await page.getByRole("textbox", { name: "Name", exact: true }).first().fill("Ada Byron");
    await page.getByLabel("First day").fill(new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10));
    await page.getByRole("group", { name: "Manager" }).getByLabel("Name").fill("Dana Whitfield");
    await page.getByRole("combobox", { name: "Device" }).click();
    await page.getByRole("option", { name: "Laptop" }).click();
    await page.getByText("Yes", { exact: true }).click();
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByRole("heading", { level: 1, name: "New starter: Ada Byron" }).waitFor();
    path = new URL(page.url()).pathname;
    const asked = page.getByRole("region", { name: "What was asked" });
    await asked.getByText("Laptop").waitFor();
    assert.equal(await page.getByRole("region", { name: "Checklist" }).count(), 0);
    await accessible(nora);
    await nora.shot("catalogue-04-asked");
  });

  step("splits its steps between the parties, with owners and due dates", async () => {
    await dana.openTicket(path, "New starter: Ada Byron");
    const checklist = dana.page.getByRole("region", { name: "Checklist" });
    await checklist.getByText("0 of 5 done").waitFor();
    await checklist.getByText("Core banking access for Ada Byron").waitFor();
    await accessible(dana);
    await looks(dana, "catalogue-05-checklist");
  });

  // What the desk is responsible for it has at any hour.
  step("is done step by step, or found not needed", async () => {
    const { page } = sam;
    await sam.openTicket(path, "New starter: Ada Byron");
    await page.getByRole("link", { name: "Prepare the device for Ada Byron" }).click();
    await page.getByRole("heading", { level: 1, name: "Prepare the device for Ada Byron" }).waitFor();
    await page.getByRole("button", { name: "Not needed…" }).click();
    await dialogOf(sam).getByLabel("Reason").fill("She brings her own");
    await dialogOf(sam).getByRole("button", { name: "Close it" }).click();
    await page.getByRole("region", { name: "Not needed" }).getByText("She brings her own").waitFor();
    await dana.openTicket(path, "New starter: Ada Byron");
    await dana.page.getByRole("region", { name: "Checklist" }).getByText("1 of 5 done").waitFor();
  });

  step("has due dates that are set and changed with a reason", async () => {
    const { page } = dana;
    const day = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    await page.getByRole("button", { name: "Set a due date" }).click();
    await dialogOf(dana).getByLabel("Due").fill(day);
    await accessible(dana);
    await dana.shot("catalogue-06-due");
    await dialogOf(dana).getByRole("button", { name: "Set it" }).click();
    await page.getByRole("button", { name: /^Due / }).click();
    await dialogOf(dana).getByLabel("Due").fill("");
    await dialogOf(dana).getByLabel("Reason").fill("The steps have dates of their own");
    await dialogOf(dana).getByRole("button", { name: "Take it away" }).click();
    await page.getByRole("button", { name: "Set a due date" }).waitFor();
  });

  step("leaves no fault on the pages", async () => {
    assert.deepEqual([...dana.faults, ...nora.faults, ...sam.faults], []);
  });
});
