// Somebody at a browser: signs in, does what a person does (by role and label, as a screen reader finds things), and
// keeps what went wrong on their pages.
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { axePath, projectRoot } from "./browser.mjs";

export const password = "tandem-demo";
const shots = process.env.TANDEM_SCREENSHOTS ?? join(projectRoot, "build/e2e-screenshots");
await mkdir(shots, { recursive: true });
const axe = await readFile(axePath, "utf8");

export class Person {
  constructor(context, page, url) {
    this.context = context;
    this.page = page;
    this.url = url;
    this.faults = [];
    page.on("pageerror", (error) => this.faults.push(`error on the page: ${error.message}`));
    page.on("console", (message) => {
      // A refused request (a wrong password, a stopped server) is logged by the browser itself.
      const expected = /Failed to load resource|net::ERR_/.test(message.text());
      if (["error", "warning"].includes(message.type()) && !expected) this.faults.push(`console: ${message.text()}`);
    });
  }

  static async at(browser, url, options = {}) {
    const context = await browser.newContext({
      viewport: { width: 1360, height: 850 },
      locale: "en-US",
      timezoneId: "America/New_York",
      reducedMotion: "reduce",
      colorScheme: "light",
      ...options,
    });
    context.setDefaultTimeout(10_000);
    return new Person(context, await context.newPage(), url);
  }

  static async signedIn(browser, url, email, options) {
    const person = await Person.at(browser, url, options);
    await person.go("/");
    await person.signIn(email);
    await person.tickets().waitFor();
    return person;
  }

  async signIn(email, secret = password) {
    await this.page.getByLabel("Email").fill(email);
    await this.page.getByLabel("Password", { exact: true }).fill(secret);
    await this.page.getByRole("button", { name: "Sign in" }).click();
  }

  go(path) {
    return this.page.goto(this.url + path);
  }

  tickets() {
    return this.page.getByRole("list", { name: "Tickets" });
  }

  row(subject) {
    return this.tickets().getByRole("listitem").filter({ hasText: subject });
  }

  async openTicket(path, subject) {
    await this.go(path);
    await this.page.getByRole("heading", { level: 1, name: subject }).waitFor();
  }

  // The owner as the ticket's page says it.
  owner(text) {
    return this.page.getByRole("button", { name: new RegExp(`^Owner: ${text}`) });
  }

  async comment(visibility, text) {
    // Where a person clicks: the dot itself is hidden, and the page may still be moving.
    await this.page.getByRole("group", { name: "Who reads it" }).getByText(visibility, { exact: true }).click();
    await this.page.getByRole("radio", { name: visibility, checked: true }).waitFor({ state: "attached" });
    const field = this.page.getByLabel("Comment", { exact: true });
    await field.fill(text);
    const composer = this.page.locator("form", { has: field });
    await composer.getByRole("button", { name: /^(Send|Add)/ }).click();
    await this.page.getByRole("list", { name: "Conversation" }).getByText(text).waitFor();
  }

  async shot(name) {
    await this.page.evaluate(() => document.fonts.ready);
    await this.page.mouse.move(0, 0);
    await this.page.screenshot({ path: join(shots, `${name}.png`), animations: "disabled" });
  }

  // Breaches of WCAG 2.2 A and AA on what is shown now, as sentences.
  async breaches() {
    // Evaluated, not added as a script: the page's content security policy rightly forbids those.
    if (!(await this.page.evaluate(() => "axe" in window))) await this.page.evaluate(axe);
    const found = await this.page.evaluate(async () => {
      // A colour on its way to another is nobody's: what is judged is what stays.
      const passing = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
      await Promise.allSettled(passing.map((animation) => animation.finished));
      const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
      const { violations } = await window.axe.run(document, { runOnly: { type: "tag", values: tags } });
      return violations.map(
        (rule) => `${rule.id}: ${rule.nodes.map((node) => `${node.html} (${node.failureSummary})`).join("; ")}`,
      );
    });
    return found;
  }

  overflows() {
    return this.page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  }
}
