// The calendar of both parties: who is away, what that uncovers, and calendars elsewhere. In one Chromium, against the
// real program with its demo.
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
  await sam?.shot("failure-calendar-sam");
  await dana?.shot("failure-calendar-dana");
});
const accessible = async (person) => assert.deepEqual(await person.breaches(), []);

describe("the calendar", () => {
  // What was recorded here: the agreement's own text has leave of people too.
  const notes = { "Luis Ortega": "moving house", "Dana Whitfield": "dentist" };
  const away = (person, who) =>
    person.page.getByRole("button", { name: new RegExp(`^${who} is away .*: ${notes[who]}$`) });

  step("shows four weeks of teams and people", async () => {
    await sam.go("/e/harbor-cu");
    await sam.page.getByRole("link", { name: "Calendar" }).click();
    await sam.page.getByRole("heading", { level: 1, name: "Calendar" }).waitFor();
    await sam.page.getByRole("list").getByText("harbor-it").first().waitFor();
    await accessible(sam);
    await sam.page.getByRole("button", { name: "Later" }).click();
    await sam.page.waitForURL(/from=\d{4}-\d{2}-\d{2}/);
    await sam.page.getByRole("button", { name: "Today" }).click();
    await sam.page.waitForURL((url) => !url.search.includes("from"));
  });

  step("tells what an absence uncovers before it is recorded, and everybody sees it at once", async () => {
    await dana.go("/e/harbor-cu/calendar");
    await dana.page.getByRole("button", { name: "Add leave" }).click();
    const form = dana.page.getByRole("dialog", { name: "Add leave" });
    await form.getByRole("combobox", { name: "Who" }).click();
    await dana.page.getByRole("option", { name: "Luis Ortega" }).click();
    await form.getByText("Everything stays covered.").waitFor();
    await form.getByLabel("Note").fill("moving house");
    await form.getByRole("button", { name: "Record" }).click();
    await form.waitFor({ state: "detached" });
    await away(dana, "Luis Ortega").waitFor();
    await away(sam, "Luis Ortega").waitFor();

    await dana.page.getByRole("button", { name: "Add leave" }).click();
    await form.getByText(/Nobody answers for help-desk.business-app/).waitFor();
    await form.getByLabel("Part of a day").check();
    await form.getByLabel("Until").waitFor();
    await accessible(dana);
    await dana.shot("35-add-leave");
    await form.getByLabel("Part of a day").uncheck();
    await form.getByLabel("Note").fill("dentist");
    await form.getByRole("button", { name: "Record" }).click();
    await dana.page.getByText(/^Recorded: Dana Whitfield is away/).waitFor();
    await away(sam, "Dana Whitfield").waitFor();
    await accessible(dana);
    await dana.shot("36-calendar");
    await accessible(sam);
  });

  step("lets those remove it who may, and nobody else", async () => {
    await away(sam, "Luis Ortega").click();
    const seen = sam.page.getByRole("dialog", { name: "Luis Ortega is away" });
    await seen.getByText("moving house").waitFor();
    await seen.getByText(/Recorded by Dana Whitfield/).waitFor();
    assert.equal(await seen.getByRole("button", { name: "Remove" }).count(), 0);
    await accessible(sam);
    await sam.shot("37-leave");
    await sam.page.keyboard.press("Escape");
    await seen.waitFor({ state: "detached" });
    for (const who of ["Dana Whitfield", "Luis Ortega"]) {
      await away(dana, who).focus();
      await dana.page.keyboard.press("Enter");
      await dana.page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
      await away(sam, who).waitFor({ state: "detached" });
    }
  });
});

describe("calendars elsewhere", () => {
  step("are added by their address, which is shown to nobody again", async () => {
    await sam.go("/e/harbor-cu/calendar");
    await sam.page.getByRole("button", { name: "Add a calendar" }).click();
    const form = sam.page.getByRole("dialog", { name: "Add a calendar" });
    await form.getByLabel("Address").fill("ftp://calendar.invalid/sam.ics");
    await form.getByLabel("Name").fill("own calendar");
    await form.getByRole("button", { name: "Add" }).click();
    await form.getByText(/address of http or https/).waitFor();
    await accessible(sam);
    await form.getByLabel("Address").fill("https://sam:wombat-7@calendar.invalid/sam.ics");
    await form.getByRole("button", { name: "Add" }).click();
    await form.waitFor({ state: "detached" });
    const calendars = sam.page.getByRole("list", { name: "Calendars" });
    await calendars.getByText("own calendar (calendar.invalid)").waitFor();
    assert.ok(!(await sam.page.content()).includes("wombat-7"));
    await calendars.getByRole("button", { name: "Remove own calendar of Sam Okafor" }).click();
    await calendars.waitFor({ state: "detached" });
  });

  step("show this one by an address that can be revoked", async () => {
    await sam.page.getByLabel("What it is for").fill("phone");
    await sam.page.getByRole("button", { name: "Make an address" }).click();
    const address = await sam.page.getByLabel("The address, shown this once").inputValue();
    await accessible(sam);
    await sam.shot("40-calendar-elsewhere");
    const read = () => fetch(address);
    const answer = await read();
    assert.equal(answer.status, 200);
    assert.match(await answer.text(), /^BEGIN:VCALENDAR\r\n/);
    await sam.page.getByRole("button", { name: "Revoke phone" }).click();
    await sam.page.getByRole("list", { name: "Subscriptions" }).waitFor({ state: "detached" });
    assert.equal((await read()).status, 401);
  });
});
