// A decision as both sides live it: Sam asks, Mei and Dana write what their side would do without seeing the other's,
// both open together, Erin decides and accepts the risk, and it stands in the register. One story, in order.
import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { startBrowser } from "./browser.mjs";
import { Person } from "./person.mjs";
import { startTandem } from "./server.mjs";
import { story } from "./story.mjs";

const subject = "Old teller printers";
const sealedOfMei = "wait-for-spring-zebra";
const sealedOfDana = "keep-them-apart-giraffe";
let tandem;
let chromium;
let sam;
let mei;
let dana;
let erin;
let path;

before(async () => {
  tandem = await startTandem();
  chromium = await startBrowser();
  [sam, mei, dana, erin] = await Promise.all(
    ["sam@northbeam.example", "mei@northbeam.example", "dana@harbor.example", "erin@harbor.example"].map((email) =>
      Person.signedIn(chromium.browser, tandem.url, email),
    ),
  );
});
after(async () => {
  await chromium?.stop();
  await tandem?.discard();
});

const step = story(async () => {
  for (const [who, person] of Object.entries({ sam, mei, dana, erin })) await person?.shot(`failure-decision-${who}`);
});

const accessible = async (person) => assert.deepEqual(await person.breaches(), []);
const panel = (person) => person.page.getByRole("region", { name: "Decision" });

async function recommend(person, option, text) {
  await person.page.getByRole("button", { name: "Write our recommendation…" }).click();
  const dialog = person.page.getByRole("dialog");
  await dialog.getByRole("radio", { name: option }).check();
  await dialog.getByLabel("Why, and under which conditions").fill(text);
  return dialog;
}

describe("a decision", () => {
  step("is asked for with its options, and says who decides and who is heard", async () => {
    await sam.page.getByRole("link", { name: "Decisions" }).click();
    await sam.page.getByRole("heading", { level: 1, name: "Decisions" }).waitFor();
    await sam.page.getByRole("link", { name: "Ask for a decision" }).click();
    await sam.page.getByRole("combobox", { name: "Kind" }).click();
    await sam.page.getByRole("option", { name: "Risk acceptance" }).click();
    await sam.page.getByText("Erin Cole decides, within 5 business days").waitFor();
    await sam.page.getByLabel("In a few words").fill(subject);
    await sam.page.getByLabel("The question").fill("Keep the **old printers** until spring?");
    await sam.page.getByLabel("Option 1").fill("Keep them");
    await sam.page.getByLabel("Option 2").fill("Replace them now");
    await sam.page.getByLabel("Cost").nth(1).fill("9,000");
    await accessible(sam);
    await sam.shot("40-decision-new");
    await sam.page.getByRole("button", { name: "Ask for it" }).click();
    await sam.page.getByRole("heading", { level: 1, name: subject }).waitFor();
    path = new URL(sam.page.url()).pathname;
    await panel(sam).getByText("Erin Cole").first().waitFor();
    await panel(sam).getByText("9,000.00 USD").waitFor();
    await accessible(sam);
  });

  step("keeps each side's recommendation from the other until both are in", async () => {
    await Promise.all([mei, dana, erin].map((person) => person.openTicket(path, subject)));
    const first = await recommend(mei, "Keep them", sealedOfMei);
    await accessible(mei);
    await first.getByRole("button", { name: "Seal it" }).click();
    await panel(mei).getByText(sealedOfMei).waitFor();
    for (const person of [dana, erin]) {
      await panel(person).getByText("Sealed", { exact: true }).waitFor();
      assert.equal(await person.page.getByText(sealedOfMei).count(), 0);
    }
    await dana.page.getByRole("tab", { name: "History" }).click();
    await dana.page.getByText("it is sealed until every side has written").waitFor();
    assert.equal(await dana.page.getByText(sealedOfMei).count(), 0);
    await accessible(dana);
    await dana.shot("41-decision-sealed");
    assert.equal(await panel(erin).getByRole("button", { name: "Decide…" }).count(), 0);

    const second = await recommend(dana, "Keep them", sealedOfDana);
    await dana.shot("42-decision-recommend");
    await second.getByRole("button", { name: "Send and open both" }).click();
    for (const person of [mei, dana, erin, sam]) {
      await panel(person).getByText(sealedOfMei).waitFor();
      await panel(person).getByText(sealedOfDana).waitFor();
    }
  });

  step("is decided by whom the agreement names, and accepts a risk for a time", async () => {
    assert.equal(await panel(dana).getByRole("button", { name: "Decide…" }).count(), 0);
    await panel(erin).getByRole("button", { name: "Decide…" }).click();
    const dialog = erin.page.getByRole("dialog");
    await dialog.getByRole("radio", { name: "Keep them" }).check();
    await dialog.getByLabel("Why").fill("The new ones come in spring.");
    await dialog.getByRole("checkbox", { name: "It accepts a risk" }).check();
    await dialog.getByLabel("Which risk").fill("No more fixes for them");
    await dialog.getByLabel("What is done about it meanwhile").fill("A network of their own");
    await accessible(erin);
    await erin.shot("43-decision-decide");
    await dialog.getByRole("button", { name: "Decide", exact: true }).click();
    await panel(erin).getByText("No more fixes for them. Meanwhile: A network of their own").waitFor();
    await panel(sam).getByText("The new ones come in spring.").waitFor();
    await accessible(erin);
    await erin.shot("44-decision-decided");
  });

  step("stands in the log, is found by its words, and in the register of risks with its owner and end", async () => {
    await sam.page.getByRole("link", { name: "Decisions" }).click();
    await sam.page.getByRole("searchbox", { name: "Search decisions" }).fill("giraffe");
    const log = sam.page.getByRole("list", { name: "Log" });
    await log.getByRole("link", { name: subject }).waitFor();
    await sam.page.waitForURL(/q=giraffe/);
    await sam.page.getByRole("button", { name: "Risks" }).click();
    const risks = sam.page.getByRole("list", { name: "Risks" });
    await risks.getByText("Risk: No more fixes for them").waitFor();
    await risks.getByText("Erin Cole owns it until").waitFor();
    await accessible(sam);
    await sam.shot("45-decision-risks");
    await sam.page.getByRole("button", { name: "Exceptions" }).click();
    await sam.page.getByRole("heading", { name: "Nothing here" }).waitFor();
  });

  step("fits on a phone and reads well in the dark", async () => {
    const phone = await Person.signedIn(chromium.browser, tandem.url, "dana@harbor.example", {
      viewport: { width: 390, height: 844 },
      colorScheme: "dark",
    });
    for (const [page, name] of [
      [path, "46-phone-decision"],
      ["/e/harbor-cu/decisions", "47-phone-decisions"],
      ["/e/harbor-cu/decisions/new", "48-phone-decision-new"],
    ]) {
      await phone.go(page);
      await phone.page.getByRole("heading", { level: 1 }).waitFor();
      if (page === path) await panel(phone).waitFor();
      assert.equal(await phone.overflows(), false, page);
      await accessible(phone);
      await phone.shot(name);
    }
    assert.deepEqual(phone.faults, []);
    await phone.context.close();
  });

  step("is nothing to an end user", async () => {
    const nora = await Person.signedIn(chromium.browser, tandem.url, "nora.kim@harbor.example");
    assert.equal(await nora.page.getByRole("link", { name: "Decisions" }).count(), 0);
    await nora.go(path);
    await nora.page.getByRole("heading", { name: /There is no ticket/ }).waitFor();
    await nora.context.close();
  });

  step("left no fault on anybody's page", () => {
    assert.deepEqual([...sam.faults, ...mei.faults, ...dana.faults, ...erin.faults], []);
  });
});
