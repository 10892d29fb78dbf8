// The service report as a service manager reads it: which days, by what, and from a number to its tickets. In one
// Chromium, against the real program with its demo.
import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { startBrowser } from "./browser.mjs";
import { Person } from "./person.mjs";
import { startTandem } from "./server.mjs";
import { story } from "./story.mjs";

let tandem;
let chromium;
let dana;

before(async () => {
  tandem = await startTandem();
  chromium = await startBrowser();
  dana = await Person.signedIn(chromium.browser, tandem.url, "dana@harbor.example");
});
after(async () => {
  await chromium?.stop();
  await tandem?.discard();
});

const step = story(async () => {
  await dana?.shot("failure-report-dana");
});

const table = (name) => dana.page.getByRole("region", { name, exact: true });
const cells = async (name) => (await table(name).getByRole("row").last().allInnerTexts())[0].split("\t");

describe("the service report", () => {
  step("is found in the navigation, and says which days it is about", async () => {
    await dana.page.getByRole("link", { name: "Report" }).click();
    await dana.page.getByRole("heading", { level: 1, name: "Report" }).waitFor();
    await dana.page.getByRole("combobox", { name: "Period" }).click();
    await dana.page.getByRole("option", { name: "Last 12 months" }).click();
    await table("Tickets").waitFor();
    assert.match(new URL(dana.page.url()).search, /from=\d{4}-\d{2}-01/);
    assert.deepEqual(await dana.breaches(), []);
    await dana.shot("80-report");
  });

  step("leads from a number to the tickets that it is made of, and from there to each", async () => {
    const opened = table("Tickets")
      .getByRole("row")
      .last()
      .getByRole("button", { name: /^Opened: / });
    const amount = Number((await opened.innerText()).replaceAll(",", ""));
    assert.ok(amount > 0);
    await opened.click();
    const drawer = dana.page.getByRole("dialog", { name: "Tickets: Opened · All" });
    await drawer.waitFor();
    await drawer.getByText(amount === 1 ? "from 1 ticket" : `from ${amount} tickets`).waitFor();
    assert.equal(await drawer.getByRole("listitem").count(), amount);
    assert.deepEqual(await dana.breaches(), []);
    await dana.shot("81-report-tickets");
    await drawer.getByRole("link").first().click();
    await dana.page.getByRole("tab", { name: /Conversation/ }).waitFor();
    await dana.page.goBack();
    await drawer.waitFor();
    await dana.page.keyboard.press("Escape");
    await drawer.waitFor({ state: "hidden" });
  });

  step("has the same totals by whatever it is grouped", async () => {
    const byTeam = await cells("Time held");
    for (const group of ["Party", "Person", "Category", "Priority"]) {
      await dana.page.getByRole("combobox", { name: "By", exact: true }).click();
      await dana.page.getByRole("option", { name: group, exact: true }).click();
      await table("Time held").getByRole("columnheader", { name: group, exact: true }).waitFor();
      assert.equal((await cells("Time held"))[1], byTeam[1]);
    }
    await dana.shot("82-report-by-priority");
    await dana.page.getByRole("button", { name: "In the team's hours" }).click();
    assert.match(new URL(dana.page.url()).search, /hours=business/);
  });

  step("is taken along as a spreadsheet, and prints without what cannot be clicked on paper", async () => {
    const [file] = await Promise.all([
      dana.page.waitForEvent("download"),
      dana.page.getByRole("link", { name: "Spreadsheet" }).click(),
    ]);
    assert.match(file.suggestedFilename(), /^service-harbor-cu-.*-priority\.csv$/);
    await dana.page.emulateMedia({ media: "print" });
    await dana.page.getByRole("navigation", { name: "Main" }).waitFor({ state: "hidden" });
    assert.ok(await table("Tickets").isVisible());
    assert.equal(await dana.page.getByRole("link", { name: "Spreadsheet" }).isVisible(), false);
    await dana.shot("83-report-print");
    await dana.page.emulateMedia({ media: "screen" });
  });

  step("fits a phone and the dark", async () => {
    const path = `${new URL(dana.page.url()).pathname}${new URL(dana.page.url()).search}`;
    const phone = await Person.signedIn(chromium.browser, tandem.url, "sam@northbeam.example", {
      viewport: { width: 390, height: 844 },
      colorScheme: "dark",
    });
    await phone.go(path);
    await phone.page.getByRole("region", { name: "Tickets", exact: true }).waitFor();
    assert.equal(await phone.overflows(), false, "a phone shows the report without scrolling sideways");
    assert.deepEqual(await phone.breaches(), []);
    await phone.shot("84-report-phone-dark");
    assert.deepEqual(phone.faults, []);
  });

  step("is nothing for end users", async () => {
    const nora = await Person.signedIn(chromium.browser, tandem.url, "nora.kim@harbor.example");
    assert.equal(await nora.page.getByRole("link", { name: "Report" }).count(), 0);
    await nora.go("/e/harbor-cu/report");
    await nora.page.getByText("the service report is for the two teams and the auditor").waitFor();
    assert.deepEqual(dana.faults, []);
  });
});
