// The desk as people use it: a client's Dana, a provider's Sam and Priya, the end user Nora and an auditor, in one
// Chromium, against the real program with its demo. The tests tell one story and run in order.
import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { startBrowser } from "./browser.mjs";
import { Person } from "./person.mjs";
import { startTandem } from "./server.mjs";
import { story } from "./story.mjs";

const subject = "Scanner at the counter does not answer";
const secret = "quokkas-live-here";
let tandem;
let chromium;
let sam;
let dana;
let path; // of the ticket that the story is about

before(async () => {
  tandem = await startTandem();
  chromium = await startBrowser();
});
after(async () => {
  await chromium?.stop();
  await tandem?.discard();
});

const step = story(async () => {
  await sam?.shot("failure-sam");
  await dana?.shot("failure-dana");
});

const accessible = async (person) => assert.deepEqual(await person.breaches(), []);

describe("signing in", () => {
  step("says what is wrong where it happened, and then lets in", async () => {
    sam = await Person.at(chromium.browser, tandem.url);
    await sam.go("/e/harbor-cu?view=all&order=newest");
    await sam.page.getByRole("heading", { name: "Tandem" }).waitFor();
    await accessible(sam);
    await sam.shot("01-sign-in");
    await sam.signIn("sam@northbeam.example", "not-it");
    await sam.page.getByRole("alert").waitFor();
    await sam.shot("02-sign-in-refused");
    await sam.signIn("sam@northbeam.example");
    await sam.tickets().waitFor();
    assert.match(sam.page.url(), /view=all&order=newest$/, "leads to where one wanted to go");
  });

  step("keeps nothing for the next person after signing out", async () => {
    await sam.page.getByRole("button", { name: /: theme, help, sign out/ }).click();
    await sam.page.getByRole("button", { name: "Sign out", exact: true }).click();
    await sam.page.getByLabel("Email").waitFor();
    await sam.go("/e/harbor-cu");
    await sam.page.getByLabel("Email").waitFor();
    await sam.signIn("sam@northbeam.example");
    await sam.tickets().waitFor();
    dana = await Person.signedIn(chromium.browser, tandem.url, "dana@harbor.example");
  });
});

describe("the queue", () => {
  step("shows whose work it is, who answers for it and what burns", async () => {
    await sam.page.getByRole("button", { name: /^Everything/ }).click();
    await sam.tickets().getByRole("heading").first().waitFor();
    assert.ok((await sam.tickets().getByRole("link").count()) > 2);
    await sam.tickets().getByText("answers for it").first().waitFor();
    await accessible(sam);
    await sam.shot("03-queue");
  });

  step("keeps its filters in the address, over a reload and back", async () => {
    await sam.page.getByRole("button", { name: "Priority" }).click();
    await sam.page.getByRole("checkbox", { name: "Normal" }).check();
    await accessible(sam);
    await sam.shot("04-queue-filter");
    await sam.page.keyboard.press("Escape");
    await sam.page.waitForURL(/priority=normal/);
    await sam.page.reload();
    await sam.page.getByRole("button", { name: "Priority: Normal" }).waitFor();
    await sam.page.goBack();
    await sam.page.waitForURL((url) => !url.search.includes("priority"));
  });

  step("says when nothing fits", async () => {
    await sam.page.keyboard.press("/");
    await sam.page.keyboard.type("zyzzyva");
    await sam.page.getByRole("heading", { name: /Nothing found/ }).waitFor();
    await accessible(sam);
    await sam.shot("05-queue-nothing");
    await sam.page.getByRole("button", { name: "Clear filters" }).click();
    await sam.tickets().waitFor();
  });

  step("receives a new ticket of the other side by itself", async () => {
    await sam.go("/e/harbor-cu");
    await sam.tickets().waitFor();
    await sam.page.evaluate(() => {
      window.notReloaded = true;
    });
    await dana.page.getByRole("link", { name: "New ticket" }).first().click();
    await dana.page.getByLabel("Subject").fill(subject);
    await dana.page.getByLabel("Description").fill("It is **dead** since this morning.\n\n- new cable\n- other port");
    await dana.page.getByRole("combobox", { name: "Category" }).click();
    await dana.page.getByRole("option", { name: "Workstation" }).click();
    await accessible(dana);
    await dana.shot("06-new-ticket");
    await dana.page.getByRole("button", { name: "Open the ticket" }).click();
    await dana.page.getByRole("heading", { level: 1, name: subject }).waitFor();
    path = new URL(dana.page.url()).pathname;
    await sam.row(subject).waitFor();
    assert.equal(await sam.page.evaluate(() => window.notReloaded), true);
  });

  step("is walked by keyboard", async () => {
    await sam.page.keyboard.press("j");
    await sam.page.keyboard.press("j");
    await sam.page.keyboard.press("k");
    const focused = sam.page.locator(":focus");
    const opened = (await focused.textContent()).split(": ").at(-1);
    await sam.page.keyboard.press("Enter");
    await sam.page.getByRole("heading", { level: 1, name: opened }).waitFor();
    await sam.page.keyboard.press("?");
    await sam.page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    await accessible(sam);
    await sam.shot("07-shortcuts");
    await sam.page.keyboard.press("Escape");
    await sam.page.keyboard.press("u");
    await sam.tickets().waitFor();
  });
});

describe("a ticket", () => {
  step("shows its conversation and who has it", async () => {
    await sam.row(subject).getByRole("link").click();
    await sam.owner("desk").waitFor();
    await sam.page.getByText("dead", { exact: true }).waitFor();
    await accessible(sam);
    await sam.shot("08-ticket");
  });

  step("tells the three audiences of a comment apart, and keeps a team's note to the team", async () => {
    await dana.openTicket(path, subject);
    await sam.comment("To the requester", "We are looking at the scanner.");
    await sam.comment("Both teams", "The driver was updated last night.");
    await sam.comment("My team only", `Vault combination is ${secret}.`);
    await sam.shot("09-conversation");
    await dana.page.getByText("We are looking at the scanner.").waitFor();
    await dana.page.getByText("The driver was updated last night.").waitFor();
    await dana.page.getByText(/wrote a note that only desk reads/).waitFor();
    assert.ok(!(await dana.page.content()).includes(secret));
    await accessible(dana);
    await dana.shot("10-conversation-other-side");
    const found = await dana.page.request.get(`${tandem.url}/api/v1/engagements/harbor-cu/tickets?q=quokkas`);
    assert.deepEqual((await found.json()).tickets, []);
    const own = await sam.page.request.get(`${tandem.url}/api/v1/engagements/harbor-cu/tickets?q=quokkas`);
    assert.equal((await own.json()).tickets.length, 1);
  });

  step("explains its owner down to the line of the agreement", async () => {
    await sam.owner("desk").click();
    const why = sam.page.getByRole("dialog");
    await why.getByText("Because").waitFor();
    await accessible(sam);
    await sam.shot("11-why");
    const link = why.getByRole("link", { name: /agreement\.yaml:\d+/ }).first();
    const line = (await link.textContent()).split(":").at(-1);
    await link.click();
    const current = sam.page
      .locator("[aria-current='true']")
      .filter({ hasText: /\S/ })
      .filter({ has: sam.page.locator("code") });
    await current.waitFor();
    assert.ok((await current.textContent()).startsWith(line));
    await accessible(sam);
    await sam.shot("12-agreement-line");
    await sam.page.goBack();
    await why.getByText("Because").waitFor();
    await why.getByRole("button", { name: "Close" }).click();
    await why.waitFor({ state: "detached" });
  });

  step("is handed to the other party, who accepts it live", async () => {
    await sam.openTicket(path, subject);
    const take = sam.page.getByRole("button", { name: "Take it" });
    if (await take.isVisible()) {
      await take.click();
      await take.waitFor({ state: "detached" });
    }
    await sam.owner("desk · Sam Okafor").waitFor();
    await sam.page.keyboard.press("h");
    await sam.page.getByRole("combobox", { name: "To which team" }).click();
    await sam.page.getByRole("option", { name: /harbor-it/ }).click();
    await sam.page.getByLabel("Note for the receiver").fill("Driver rolled back, no change. Please swap the device.");
    await accessible(sam);
    await sam.shot("13-hand-off-dialog");
    await sam.page.getByRole("button", { name: "Offer the hand-off" }).click();
    await sam.page.getByRole("region", { name: "Hand-off" }).waitFor();

    const banner = dana.page.getByRole("region", { name: "Hand-off" });
    await banner.getByText("Please swap the device.").waitFor();
    await banner.getByText(/left to accept/).waitFor();
    await accessible(dana);
    await dana.shot("14-hand-off-offered");
    await banner.getByRole("button", { name: "Accept" }).click();
    await dana.owner("harbor-it · Dana Whitfield").waitFor();
    await sam.owner("harbor-it · Dana Whitfield").waitFor();
    await sam.shot("15-handed-off");
  });

  step("comes back with a reason when the offer is declined", async () => {
    await dana.page.getByRole("button", { name: "Hand off" }).click();
    await dana.page.getByRole("combobox", { name: "To which team" }).click();
    await dana.page.getByRole("option", { name: /desk/ }).click();
    await dana.page.getByLabel("Note for the receiver").fill("No spare device here.");
    await dana.page.getByRole("button", { name: "Offer the hand-off" }).click();
    const banner = sam.page.getByRole("region", { name: "Hand-off" });
    await banner.getByRole("button", { name: "Decline…" }).click();
    await sam.page.getByLabel("Reason").fill("Spares are in your store room.");
    await accessible(sam);
    await sam.shot("16-decline");
    await sam.page.getByRole("button", { name: "Decline", exact: true }).click();
    await banner.waitFor({ state: "detached" });
    await dana.page.getByRole("region", { name: "Hand-off" }).waitFor({ state: "detached" });
    await dana.owner("harbor-it").waitFor();
  });

  step("refuses a change that is based on what somebody else has changed meanwhile", async () => {
    // Dana's page hears nothing while she is offline, so her next change is based on an old version.
    await dana.context.route("**/events", (route) => route.abort());
    await dana.openTicket(path, subject);
    await sam.comment("Both teams", "One more thing.");
    await dana.page.getByRole("combobox", { name: "Priority" }).click();
    await dana.page.getByRole("option", { name: "High" }).click();
    await dana.page.getByRole("alert").waitFor();
    await dana.shot("17-changed-meanwhile");
    await dana.page.getByText("One more thing.").waitFor();
    await dana.page.getByRole("combobox", { name: "Priority" }).click();
    await dana.page.getByRole("option", { name: "High" }).click();
    await dana.page.getByText("High").first().waitFor();
    await dana.context.unroute("**/events");
    await dana.openTicket(path, subject);
  });

  step("waits, goes on, is resolved and reopened", async () => {
    await dana.page.getByRole("button", { name: "Wait" }).click();
    await dana.page.getByRole("button", { name: "On a vendor" }).click();
    await dana.page.getByText("Waiting on a vendor", { exact: true }).waitFor();
    await dana.page.getByRole("button", { name: "Go on working" }).click();
    await dana.page.keyboard.press("r");
    await dana.page.getByLabel("What solved it").fill("Device swapped.");
    await dana.page.getByRole("dialog").getByRole("button", { name: "Resolve" }).click();
    await dana.page.getByText("Resolved", { exact: true }).first().waitFor();
    await dana.page.getByRole("button", { name: "Reopen" }).click();
    await dana.page.getByLabel("Why").fill("It fell silent again.");
    await dana.page.getByRole("dialog").getByRole("button", { name: "Reopen" }).click();
    // Whose it is now, the agreement says anew: at night that is the desk.
    await dana.page.getByRole("dialog").waitFor({ state: "detached" });
    assert.equal(await dana.page.getByRole("button", { name: "Reopen" }).count(), 0);
  });

  step("says what is promised, who held it and whose time it took", async () => {
    const time = dana.page.getByRole("region", { name: "Time" });
    await time.getByText(/^In order: .*, then /).waitFor();
    assert.equal(await time.getByRole("list", { name: "Targets" }).locator("> li").count(), 2);
    const rows = time.getByRole("table", { name: "Whose time it took" }).getByRole("row");
    assert.ok((await rows.count()) >= 3);
    await time.getByText("Why: Solution").click();
    await time.getByText(/is to be resolved within/).waitFor();
    await accessible(dana);
    await dana.shot("17-time");
  });

  step("has a history of all that happened", async () => {
    await dana.page.getByRole("tab", { name: "History" }).click();
    const history = dana.page.getByRole("list", { name: "History" });
    await history.getByRole("listitem").first().waitFor();
    assert.ok((await history.locator("> li").count()) >= 12);
    await accessible(dana);
    await dana.shot("18-history");
  });
});

describe("finding", () => {
  step("goes to a ticket by its number from anywhere", async () => {
    const number = path.split("/").at(-1);
    await sam.go("/e/harbor-cu/agreement");
    await sam.page.getByRole("heading", { name: "Agreement" }).waitFor();
    await sam.page.keyboard.press("Control+k");
    await sam.page.keyboard.type(number);
    await sam.page.getByRole("option", { name: subject }).waitFor();
    await accessible(sam);
    await sam.shot("19-palette");
    await sam.page.keyboard.press("Enter");
    await sam.page.getByRole("heading", { level: 1, name: subject }).waitFor();
  });

  step("searches words of comments in the queue", async () => {
    await sam.go("/e/harbor-cu?view=all&state=any");
    await sam.page.getByLabel("Search tickets").fill("driver updated");
    await sam.row(subject).waitFor();
    await sam.page.waitForURL(/q=driver/);
    await sam.shot("20-search");
  });

  step("says plainly when there is no such ticket or page", async () => {
    await sam.go("/e/harbor-cu/tickets/HCU-999999");
    await sam.page.getByRole("heading", { name: /There is no ticket/ }).waitFor();
    await accessible(sam);
    await sam.shot("21-no-ticket");
    await sam.go("/e/nowhere");
    await sam.page.getByRole("heading", { name: "There is no page here" }).waitFor();
    await accessible(sam);
    await sam.shot("22-no-page");
  });
});

describe("other people", () => {
  step("Priya sees the clients she works for, and nobody else's", async () => {
    const priya = await Person.signedIn(chromium.browser, tandem.url, "priya@northbeam.example");
    await priya.page.getByRole("link", { name: /Quarry/ }).click();
    await priya.page.getByRole("heading", { level: 1, name: /Quarry/ }).waitFor();
    await priya.tickets().waitFor();
    await accessible(priya);
    await priya.shot("23-second-client");
    assert.deepEqual(priya.faults, []);
    await priya.context.close();
    assert.equal(await dana.page.getByRole("link", { name: /Quarry/ }).count(), 0);
  });

  step("Nora sees her own tickets only, in plain words", async () => {
    const nora = await Person.signedIn(chromium.browser, tandem.url, "nora.kim@harbor.example");
    await nora.page.getByRole("heading", { level: 1, name: "My tickets" }).waitFor();
    await accessible(nora);
    await nora.shot("24-requester-queue");
    const own = await nora.page.request.get(`${tandem.url}/api/v1/engagements/harbor-cu/tickets?limit=200`);
    const { tickets } = await own.json();
    assert.ok(tickets.length > 0);
    assert.ok(tickets.every((ticket) => ticket.requester.email === "nora.kim@harbor.example"));
    await nora.go(path);
    await nora.page.getByRole("heading", { name: /There is no ticket/ }).waitFor();
    await nora.go("/e/harbor-cu/new");
    await nora.page.getByLabel("In a few words").fill("My second screen stays black");
    await accessible(nora);
    await nora.shot("25-requester-asks");
    await nora.page.getByRole("button", { name: "Send" }).click();
    await nora.page.getByRole("heading", { level: 1, name: "My second screen stays black" }).waitFor();
    await nora.page.getByLabel("Your answer").fill("It flickers now.");
    await nora.page.getByRole("button", { name: "Send" }).click();
    await nora.page.getByRole("list", { name: "Conversation" }).getByText("It flickers now.").waitFor();
    await accessible(nora);
    await nora.shot("26-requester-ticket");
    assert.deepEqual(nora.faults, []);
    await nora.context.close();
  });

  step("an auditor reads everything and can change nothing", async () => {
    const ada = await Person.signedIn(chromium.browser, tandem.url, "auditor@ledgerlight.example");
    await ada.openTicket(path, subject);
    await ada.page.getByText("We are looking at the scanner.").waitFor();
    for (const name of ["Take it", "Hand off", "Resolve"]) {
      assert.equal(await ada.page.getByRole("button", { name }).count(), 0);
    }
    assert.equal(await ada.page.getByLabel("Comment", { exact: true }).count(), 0);
    assert.equal(await ada.page.getByRole("link", { name: "New ticket" }).count(), 0);
    await ada.go("/e/harbor-cu/new");
    await ada.page.getByRole("heading", { name: "An auditor reads" }).waitFor();
    await accessible(ada);
    assert.deepEqual(ada.faults, []);
    await ada.context.close();
  });
});

describe("every screen", () => {
  step("has a dark theme, chosen and kept", async () => {
    await sam.go("/e/harbor-cu?view=all");
    await sam.tickets().waitFor();
    await sam.page.getByRole("button", { name: /: theme, help, sign out/ }).click();
    await sam.page.getByRole("button", { name: "Dark" }).click();
    await sam.page.keyboard.press("Escape");
    await accessible(sam);
    await sam.shot("27-dark-queue");
    await sam.openTicket(path, subject);
    assert.equal(await sam.page.locator("html").getAttribute("data-mantine-color-scheme"), "dark");
    await accessible(sam);
    await sam.shot("28-dark-ticket");
    await sam.go("/e/harbor-cu/calendar");
    await sam.page.getByRole("list").getByText("harbor-it").first().waitFor();
    await accessible(sam);
    await sam.shot("39-dark-calendar");
    await sam.openTicket(path, subject);
    await sam.page.getByRole("button", { name: /^Owner: / }).click();
    await sam.page.getByText("Because").waitFor();
    await accessible(sam);
    await sam.shot("29-dark-why");
  });

  step("fits a phone", async () => {
    const phone = await Person.signedIn(chromium.browser, tandem.url, "priya@northbeam.example", {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
    });
    const fits = async () => {
      assert.equal(await phone.overflows(), false);
      await accessible(phone);
    };
    await fits();
    await phone.shot("30-phone-queue");
    await phone.page.getByRole("button", { name: "Open the menu" }).click();
    await phone.page.getByRole("dialog").getByRole("link", { name: "Agreement" }).waitFor();
    await fits();
    await phone.shot("31-phone-menu");
    await phone.openTicket(path, subject);
    await fits();
    await phone.shot("32-phone-ticket");
    await phone.go("/e/harbor-cu/new");
    await phone.page.getByLabel("Subject").waitFor();
    await fits();
    await phone.shot("33-phone-new");
    await phone.go("/e/harbor-cu/calendar");
    await phone.page.getByRole("list").getByText("harbor-it").first().waitFor();
    await fits();
    await phone.shot("38-phone-calendar");
    assert.deepEqual(phone.faults, []);
    await phone.context.close();
  });
});

describe("a server that goes away and comes back", () => {
  step("is told, and what was missed is there afterwards", async () => {
    await dana.go("/e/harbor-cu?view=all");
    await dana.tickets().waitFor();
    await tandem.stop();
    await dana.page.getByText("Live updates are interrupted").waitFor();
    await accessible(dana);
    await dana.shot("34-interrupted");
    await tandem.start();
    await dana.page.getByText("Live updates are interrupted").waitFor({ state: "detached", timeout: 30_000 });
    const again = await Person.signedIn(chromium.browser, tandem.url, "sam@northbeam.example");
    await again.go("/e/harbor-cu/new");
    await again.page.getByLabel("Subject").fill("After the restart");
    await again.page.getByRole("button", { name: "Open the ticket" }).click();
    await dana.row("After the restart").waitFor();
    await again.context.close();
  });

  step("leaves a page that did not load, which loads again when asked to", async () => {
    const erin = await Person.signedIn(chromium.browser, tandem.url, "erin@harbor.example");
    await tandem.stop();
    await erin.page.getByRole("link", { name: "VIPs" }).click();
    await erin.page.getByRole("heading", { name: "This page did not load" }).waitFor();
    await accessible(erin);
    await tandem.start();
    await erin.page.getByRole("button", { name: "Load it again" }).click();
    await erin.page.getByRole("heading", { level: 1, name: "VIPs" }).waitFor();
    await erin.context.close();
  });

  step("left no fault on anybody's page", () => {
    assert.deepEqual([...sam.faults, ...dana.faults], []);
  });
});
