import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../shared/kernel/context.ts";
import { followUpsOf } from "../../shared/monitoring/index.ts";
import { axe } from "../support/browser.ts";
import { type Front, front, sideways } from "../support/front.ts";
import { type World, world } from "../support/world.ts";
import { examDay, examined, followed, waiting } from "./examined.ts";

let w: World;
let proposed: string;
let signed: string;
let web: Front;
beforeAll(async () => {
  w = await world();
  signed = (await followed(w, { nameLatin: "Lin Yawen" })).number;
  await examined(w, signed, { SBP: 138, DBP: 86, FPG: 6.0 }, "2025-11-18");
  const other = { document: { kind: "passport", text: "E12345678" }, birthDate: "1980-02-03" } as const;
  proposed = (await waiting(w, { ...other, sex: "male", name: "郝敬一", contacts: {}, notADuplicate: true }))
    .number;
  web = await front(w);
});
afterAll(() => web.close());

const looks = [
  { language: "en", width: 1280, dark: false },
  { language: "zh", width: 1280, dark: true },
  { language: "en", width: 390, dark: true },
  { language: "zh", width: 390, dark: false },
] as const;

describe("the pages of care", () => {
  it.each(looks)(
    "have no serious finding of axe-core and never scroll sideways: $language, $width px, dark $dark",
    async (look) => {
      const pages: [Actor, string][] = [
        [w.as.physician, "/review"],
        [w.as.physician, `/review/${proposed}/${examDay}/1?sign=1`],
        [w.as.physician, `/review/${signed}/${examDay}/1`],
        [w.as.physician, `/reports/${signed}/${examDay}`],
        [w.as.healthManager, "/worklist"],
        [w.as.healthManager, `/clients/${signed}`],
        [w.as.frontDesk, `/clients/${signed}`],
        [w.as.healthManager, `/clients/${signed}/plan`],
        [w.as.healthManager, `/clients/${signed}/readers`],
        [w.as.healthManager, `/clients/${signed}/trend/SBP`],
      ];
      for (const [actor, path] of pages) {
        const { page, context, refused } = await web.open(actor, path, look);
        expect(await axe(page), path).toEqual([]);
        expect(await sideways(page), path).toBe(0);
        expect(refused, path).toEqual([]);
        await context.close();
      }
    },
  );
});

describe("a physician at the exam", () => {
  it("signs what is typed, after a dialog that opens at its beginning", async () => {
    const { number } = await waiting(w, {
      document: { kind: "passport", text: "E87654321" },
      birthDate: "1981-05-06",
      sex: "female",
      name: "唐婉",
      contacts: {},
      notADuplicate: true,
    });
    const { page, context } = await web.open(w.as.physician, `/review/${number}/${examDay}/1`);
    await page.fill("#zh", "血压请复测。");
    await page.click("button[data-opens=sign]");
    const dialog = page.locator("dialog#sign");
    expect(await dialog.evaluate((one) => one.matches(":modal") && one.scrollTop === 0)).toBe(true);
    expect(await axe(page)).toEqual([]);
    await dialog.locator("button[formaction]").click();
    await page.waitForSelector("#motion-title");
    expect(await page.textContent("main")).toContain("血压请复测。");
    await context.close();
  });
});

describe("a health manager at the list", () => {
  it("moves with j and k, opens with Enter, snoozes with s and takes it back with u", async () => {
    const { page, context } = await web.open(w.as.healthManager, "/worklist");
    const rows = page.locator("[data-row]");
    await rows.first().focus();
    await page.keyboard.press("j");
    expect(await rows.nth(1).evaluate((row) => row === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    await page.waitForURL(/open=/);
    const [client = "", id] = new URL(page.url()).searchParams.get("open")?.split("~") ?? [];
    const dueNow = async () => (await followUpsOf(w.ctx(), client)).find((one) => one.id === id)?.due;
    const before = await dueNow();
    const until = await page.inputValue("#until");
    await page.locator("tr[aria-current] [data-row]").focus();
    await page.keyboard.press("s");
    await page.waitForSelector("[data-toast]");
    expect(until).not.toBe(before);
    expect(await dueNow()).toBe(until);
    await page.locator("[data-row]").first().focus();
    await page.keyboard.press("u");
    await expect.poll(dueNow).toBe(before);
    await context.close();
  });
});
