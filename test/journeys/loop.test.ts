import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axe, launch, withChinese } from "../support/browser.ts";
import { type Place, place, type Running, startCentre } from "../support/process.ts";

/** The morning the journey begins, whatever the day is on which it is told. */
const beginning = "2026-11-22T02:00:00.000Z";
const exams = new URL("../data/exams/lis-export-gb18030.csv", import.meta.url).pathname;
/** A woman of the real file: LDL-C 4.34 mmol/L and blood pressure 137/56 on 5 November. */
const her = { id: "999999194710243389", name: "石丽燕", phone: "19954513698", exam: "2026-11-05" };
/** A folder to leave the README's pictures in, when one is named. */
const pictures = process.env["PICTURES"];

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

/** A person at a screen: signs in with one click, looks, types; every page met is free of barriers. */
class Person {
  readonly page: Page;
  private readonly origin: string;
  private readonly what: string;

  private constructor(page: Page, origin: string, what: string) {
    this.page = page;
    this.origin = origin;
    this.what = what;
  }

  static async at(centre: Place, who: string, language: "en" | "zh", width = 1280): Promise<Person> {
    const context: BrowserContext = await browser.newContext({
      viewport: { width, height: width < 500 ? 844 : 900 },
      locale: language === "en" ? "en-GB" : "zh-CN",
      bypassCSP: true,
    });
    const person = new Person(await context.newPage(), centre.origin.replace("127.0.0.1", "localhost"), who);
    if (who === "nobody") return person;
    await person.page.goto(`${person.origin}/`);
    await person.page.locator(`button[value="${who}"]`).first().click();
    await person.page.waitForURL((url) => !url.pathname.startsWith("/local"));
    return person;
  }

  async open(path: string): Promise<Page> {
    const answer = await this.page.goto(path.startsWith("http") ? path : `${this.origin}${path}`);
    expect(answer?.status(), `${this.what} ${path}`).toBe(200);
    return this.looked();
  }

  /** Types into what is named and sends it with Enter. */
  async ask(selector: string, words: string): Promise<Page> {
    await this.page.locator(selector).first().fill(words);
    await Promise.all([this.page.waitForEvent("load"), this.page.locator(selector).first().press("Enter")]);
    return this.looked();
  }

  /** Presses what is named, waits for the page that follows, and looks at it. */
  async press(selector: string): Promise<Page> {
    const button = this.page.locator(selector).first();
    if (!(await button.count()))
      throw new Error(`no ${selector} on ${this.page.url()}: ${await said(this.page)}`);
    await Promise.all([this.page.waitForEvent("load"), button.click()]);
    return this.looked();
  }

  async looked(): Promise<Page> {
    expect(await axe(this.page), `${this.what} ${this.page.url()}`).toEqual([]);
    return this.page;
  }

  async picture(name: string): Promise<void> {
    if (!pictures) return;
    await withChinese(this.page);
    mkdirSync(pictures, { recursive: true });
    await this.page.screenshot({ path: join(pictures, `${name}.png`) });
  }

  leave(): Promise<void> {
    return this.page.context().close();
  }
}

/** Every word of a page, folded or not. */
const said = async (page: Page): Promise<string> => (await page.locator("main").textContent()) ?? "";

/** A clock laid into the folder before the first start is the clock of the centre. */
async function centreOf(at: Place): Promise<Running> {
  const data = at.env["PERENNIAL_DATA"] as string;
  mkdirSync(data, { recursive: true });
  writeFileSync(join(data, "clock.json"), JSON.stringify({ offsetMs: Date.parse(beginning) - Date.now() }));
  return startCentre(at);
}

describe.each(["en", "zh"] as const)("once round the loop, in %s", (language) => {
  test("registered, tested, assessed, guided, educated, monitored, reminded, and back", {
    timeout: 240_000,
  }, async () => {
    const at = await place();
    const centre = await centreOf(at);
    try {
      const number = await registered(at, language);
      await examined(at, language);
      await assessed(at, language, number);
      await guided(at, language, number);
      await livedWith(at, language, number);
      const date = await reminded(at, language, number);
      await lookedAtAgain(at, language, number, date);
    } finally {
      centre.signal("SIGTERM");
      await centre.ended;
      await at.clear();
    }
  });
});

/** The front desk enrols her and books an exam; the day before, the preparation will be due. */
async function registered(at: Place, language: "en" | "zh"): Promise<string> {
  const desk = await Person.at(at, "front-desk-1", language);
  const first = await desk.open("/enrol");
  expect(await first.locator("[data-screen] b.num").first().textContent()).toMatch(/^2026-11-22 1[0-2]:/);
  await desk.page.fill('[name="document.text"]', her.id);
  const form = await desk.press('button[value="look"]');
  expect(await form.inputValue('[name="birthDate"]')).toBe("1947-10-24");
  await form.fill('[name="name"]', her.name);
  await form.fill('[name="contacts.phone"]', her.phone);
  await form.fill('[name="contacts.wechat"]', "shi-liyan");
  await form.selectOption('[name="manager"]', "health-manager-1");
  await form.selectOption('select[name="language"]', language);
  for (const purpose of ["care", "service"]) await form.check(`[name="consents"][value="${purpose}"]`);
  await form.check('[name="allergies"][value="none"]');
  const enrolled = await desk.press('button[value="enrol"]');
  const number = /P-\d{9}/.exec(enrolled.url())?.[0] as string;
  expect(number).toBeTruthy();
  for (const typed of [her.name, "shiliyan", "sly", "3698", number]) {
    await desk.open("/clients");
    const found = await desk.ask('main input[name="find"]', typed);
    expect(await found.locator(`a[href="/clients/${number}"]`).count(), typed).toBeGreaterThan(0);
    expect(found.url(), "a name never stands in an address").not.toMatch(/sly|shi|%E7/);
  }
  await desk.open(`/book?client=${number}&date=2027-05-10`);
  await desk.page.locator('input[type=radio][name="package"]').first().check({ force: true });
  await desk.page.locator("table input[type=radio]:not([disabled])").first().check({ force: true });
  const booked = await desk.press('main form[action="/book"] button[data-kind="main"]');
  expect(booked.url()).toMatch(new RegExp(`/book/${number}/\\w+`));
  await desk.leave();
  return number;
}

/** The nurse imports the real file; the same file again adds nothing. */
async function examined(at: Place, language: "en" | "zh"): Promise<void> {
  const nurse = await Person.at(at, "nurse-1", language);
  for (const counts of [
    ["1,000", "1,000", "0"],
    ["1,000", "0", "1,000"],
  ]) {
    await nurse.open("/import");
    await nurse.page.setInputFiles('input[type="file"]', exams);
    await nurse.press('main form[action="/import"] button[data-kind="main"]');
    await nurse.press('form[action="/import/apply"] button[data-kind="main"]');
    await nurse.page.waitForSelector("#counts", { timeout: 120_000 });
    expect((await nurse.page.locator(".counts dd").allTextContents()).slice(0, 3)).toEqual(counts);
  }
  await nurse.looked();
  await nurse.leave();
}

/** The physician finds her exam, edits the conclusion, signs and releases. */
async function assessed(at: Place, language: "en" | "zh", number: string): Promise<void> {
  const physician = await Person.at(at, "physician-1", language);
  await physician.open("/review");
  await physician.open(`/review/${number}/${her.exam}/1`);
  expect(await said(physician.page)).toMatch(/4\.34/);
  await physician.page.locator('textarea[name="zh"]').fill("低密度脂蛋白胆固醇偏高，请按时复查。");
  await physician.page.locator('main [data-opens="sign"]').first().click();
  await physician.press('dialog[open] button[data-kind="main"]');
  await physician.page.locator('main [data-opens="release"]').first().click();
  await physician.press('dialog[open] button[data-kind="main"]');
  await physician.leave();
}

/** The health manager finds the re-check in the worklist and the loop on her page. */
async function guided(at: Place, language: "en" | "zh", number: string): Promise<void> {
  const manager = await Person.at(at, "health-manager-1", language);
  await manager.open("/worklist?filter=all");
  expect(await said(manager.page)).toContain(number);
  await manager.press(`a[data-row][href*="${number}"]`);
  await manager.picture("worklist");
  await manager.open(`/clients/${number}`);
  expect(await manager.page.locator("svg.loop title").first().textContent()).toMatch(/1/);
  await manager.picture("client-360");
  await manager.open(`/clients/${number}/readers`);
  expect(await said(manager.page)).toMatch(/周志远/);
  await manager.leave();
}

/** She, on her phone: report, plan, a piece understood, a reading, an action ticked. */
async function livedWith(at: Place, language: "en" | "zh", number: string): Promise<void> {
  const client = await Person.at(at, number, language, 390);
  await client.open("/me");
  expect(await said(client.page)).toMatch(/4\.34/);
  await client.open(`/me/report/${her.exam}`);
  await client.open("/me/plan");
  await client.press('form[action="/me/plan/agree"] button');
  await client.press('form[action="/me/plan/tick"] button');
  const piece = await client.page.locator('a[href^="/me/read/"]').first().getAttribute("href");
  await client.open(piece as string);
  for (const question of await client.page.locator("fieldset").all())
    await question.locator("input[type=radio]").first().check({ force: true });
  await client.press('main form[action^="/me/read/"] button[data-kind="main"]');
  await client.open("/me/measure");
  await client.page.fill('[name="SBP"]', "134");
  await client.page.fill('[name="DBP"]', "78");
  const logged = await client.press('main form[action="/me/measure"] button[data-kind="main"]');
  expect(await said(logged)).toMatch(/134/);
  await client.leave();
}

/** The clock moves; one reminder arrives in her language and says nothing of her health; its link books. */
async function reminded(at: Place, language: "en" | "zh", number: string): Promise<string> {
  const manager = await Person.at(at, "health-manager-1", language);
  await manager.open("/worklist");
  for (let day = 0; day < 9; day++) await manager.press('form[action="/local/clock/day"] button');
  const mailbox = await manager.open("/local/mailbox");
  const link = await mailbox.locator('a[href*="/-/"]').first().getAttribute("href");
  const letters = await said(mailbox);
  expect(letters).toMatch(language === "en" ? /re-check/ : /复查/);
  expect(letters).not.toMatch(/4\.34|胆固醇|LDL|石丽燕/);
  await manager.leave();

  const stranger = await Person.at(at, "nobody", language, 390);
  const opened = await stranger.open(link as string);
  expect(await said(opened)).not.toMatch(/4\.34|胆固醇|LDL|石丽燕/);
  const slot = opened.locator('form[action$="/book"] input[type=radio]:not([disabled])').first();
  const date = await opened.locator('form[action$="/book"] input[name="date"]').first().inputValue();
  await slot.check({ force: true });
  await stranger.press('form[action$="/book"] button[data-kind="main"]');
  await stranger.leave();

  const desk = await Person.at(at, "front-desk-1", language);
  const file = await desk.open(`/clients/${number}`);
  expect(await said(file)).not.toMatch(/4\.34/);
  await desk.leave();
  return date;
}

/** The re-check's result closes the follow-up, and the next signature turns the counter on her page. */
async function lookedAtAgain(at: Place, language: "en" | "zh", number: string, date: string): Promise<void> {
  const nurse = await Person.at(at, "nurse-1", language);
  await nurse.open("/today");
  for (;;) {
    const now = (await nurse.page.locator("[data-screen] b.num").first().textContent()) ?? "";
    if (now.slice(0, 10) >= date) break;
    await nurse.press('form[action="/local/clock/day"] button');
  }
  const mailbox = await nurse.open("/local/mailbox");
  expect(await said(mailbox)).toMatch(language === "en" ? /how to prepare/ : /准备事项/);
  await nurse.open(`/results?client=${number}&date=${date}`);
  const fresh = { TC: "4.9", LDLC: "2.9", TG: "1.1" };
  for (const [item, value] of Object.entries(fresh)) await nurse.page.fill(`[name="results.${item}"]`, value);
  await nurse.press('main form[action="/results"] button[data-kind="main"]');
  await nurse.leave();

  const manager = await Person.at(at, "health-manager-1", language);
  const file = await manager.open(`/clients/${number}`);
  expect(await said(file)).toContain(date);

  const physician = await Person.at(at, "physician-1", language);
  await physician.open(`/review/${number}/${date}/1`);
  await physician.page.locator('main [data-opens="sign"]').first().click();
  await physician.press('dialog[open] button[data-kind="main"]');
  await physician.leave();

  await manager.open(`/clients/${number}`);
  expect(await manager.page.locator("svg.loop title").first().textContent()).toMatch(/2/);
  await manager.leave();
}
