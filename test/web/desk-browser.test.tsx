import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addStaff } from "../../shared/access/index.ts";
import { bookExam } from "../../shared/loop/index.ts";
import { axe } from "../support/browser.ts";
import { type Front, front, sideways } from "../support/front.ts";
import { enrolled, nationalId } from "../support/people.ts";
import { type World, world } from "../support/world.ts";

let web: Front;
let here: World;
let number: string;
beforeAll(async () => {
  here = await world({ start: "2026-11-23T00:20:00.000Z" });
  web = await front(here);
  await addStaff(here.ctx(), {
    id: "health-manager-1",
    centre: "centre-1",
    name: "林静",
    roles: ["health-manager"],
  });
  number = (await enrolled(here, { name: "方书涵" })).number;
  await bookExam(here.ctx(), { client: number, package: "basic", date: "2026-11-23", time: "08:30" });
});
afterAll(() => web.close());

const looks = [
  { language: "en", width: 1280 },
  { language: "zh", width: 390 },
];

async function sound(page: Page, refused: string[]): Promise<void> {
  await page.waitForLoadState("load");
  expect(await axe(page)).toEqual([]);
  expect(refused).toEqual([]);
  expect(await page.locator("h1").isVisible()).toBe(true);
  expect(await sideways(page)).toBe(0);
}

describe("the desk's pages in a browser", () => {
  it.each(looks)("have no serious finding of axe-core and fit: $language, $width px", async (look) => {
    const desk = await web.open(here.as.frontDesk, "/today", look);
    for (const path of [
      "/today",
      "/today?date=2026-11-22",
      "/enrol",
      `/enrol/${number}`,
      "/book",
      `/book?client=${number}`,
      "/clients",
    ]) {
      await desk.page.goto(web.origin + path);
      await sound(desk.page, desk.refused);
    }
    await desk.page.goto(`${web.origin}/enrol`);
    await desk.page.fill("[name='document.text']", nationalId("1980-05-06", 421));
    await desk.page.click("button[value=look]");
    await desk.page.click("button[value=enrol]");
    await desk.page.waitForSelector("[data-errors]");
    await sound(desk.page, desk.refused);
    await desk.context.close();
    const nurse = await web.open(here.as.nurse, "/import", look);
    for (const path of ["/import", "/results", `/results?client=${number}`]) {
      await nurse.page.goto(web.origin + path);
      await sound(nurse.page, nurse.refused);
    }
    await nurse.page.fill("[name='results.FPG']", "56");
    await nurse.page.click("main button[data-kind=main]");
    await nurse.page.waitForSelector("[data-errors]");
    await sound(nurse.page, nurse.refused);
    await nurse.context.close();
  });

  it("book a slot without a script", async () => {
    const other = await enrolled(here, {
      name: "唐卫国",
      document: { kind: "national-id", text: nationalId("1961-01-01", 3) },
    });
    const { page, context } = await web.open(here.as.frontDesk, `/book?client=${other.number}`, {
      language: "zh",
      width: 390,
      scripts: false,
    });
    await page.check("[name=package][value=basic]");
    await page.click("label:has([name=slot][value='2026-11-27 09:00'])");
    await page.click("button[value=book]");
    expect(await page.textContent("h1")).toBe("已预约");
    await context.close();
  });

  it("go from row to row with Enter while results are typed, and send nothing", async () => {
    const { page, context } = await web.open(here.as.nurse, `/results?client=${number}&set=glucose`);
    const rows = await page.locator("main tbody .input").evaluateAll((all) => all.map(({ id }) => id));
    await page.focus(`[id="${rows[0]}"]`);
    await page.keyboard.type("5.6");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(rows[1]);
    expect(page.url()).toContain("/results?client=");
    await context.close();
  });

  it("follow an import to its end by themselves", async () => {
    const { page, context } = await web.open(here.as.nurse, "/import");
    const text = `姓名,性别,身份证号,出生日期,体检日期,空腹血糖(mmol/L)\n梅伟,男,${nationalId("1980-05-06", 105)},1980-05-06,2026-11-20,5.4`;
    await page.setInputFiles("[name=file]", {
      name: "exam.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(text),
    });
    await page.click("main button[data-kind=main]");
    await page.click("form[action='/import/apply'] button");
    await page.waitForSelector("[data-again]");
    await page.waitForLoadState("load");
    expect(await axe(page)).toEqual([]);
    await here.drain();
    await page.waitForSelector("[data-again]", { state: "detached" });
    expect(await page.textContent("main h2")).toBe("Done");
    await context.close();
  });
});
