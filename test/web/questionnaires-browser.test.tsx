import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../shared/kernel/context.ts";
import { casesFor } from "../../shared/monitoring/index.ts";
import { axe } from "../support/browser.ts";
import { type Front, front, type Look, sideways } from "../support/front.ts";
import { enrolled } from "../support/people.ts";
import { type World, world } from "../support/world.ts";

let w: World;
let number: string;
let web: Front;
beforeAll(async () => {
  w = await world();
  number = (await enrolled(w)).number;
  web = await front(w);
});
afterAll(() => web.close());

/** On a phone, in Chinese, unless said otherwise. */
const open = (actor: Actor, path: string, look: Look = {}) =>
  web.open(actor, path, { language: "zh", width: 390, ...look });

const choose = async (page: Page, points: readonly number[]) => {
  for (const [at, one] of points.entries())
    await page.locator(`input[name="answers.${at}"][value="${one}"]`).check();
};

describe("questionnaires in a browser", () => {
  it.each([
    ["zh", 390, false],
    ["en", 390, true],
    ["en", 1280, false],
  ] as const)("in %s at %d px are readable by everybody and fit", async (language, width, dark) => {
    const theirs = `/clients/${number}/questionnaires`;
    const shown: [Actor, string][] = [
      [w.as.client(number), "/me/questionnaires"],
      [w.as.client(number), "/me/questionnaires/PHQ9"],
      [w.as.nurse, theirs],
      [w.as.nurse, `${theirs}/AUDITC`],
      [w.as.manager, "/settings/questionnaires"],
      [w.as.manager, "/settings/questionnaires/IPAQ"],
    ];
    for (const [actor, path] of shown) {
      const { page, context } = await open(actor, path, { language, width, dark });
      expect(await axe(page), path).toEqual([]);
      expect(await sideways(page), path).toBe(0);
      await context.close();
    }
  });

  it("on a phone without scripts are answered, mended and answered again", async () => {
    const { page, context } = await open(w.as.client(number), "/me/questionnaires/GAD7", { scripts: false });
    await choose(page, [1, 1, 0, 2, 0, 0]);
    await page.getByRole("button", { name: "提交" }).click();
    expect(await page.locator("[data-errors] a").allTextContents()).toEqual(["请回答第7题。"]);
    expect(await page.locator('input[name="answers.3"][value="2"]').isChecked()).toBe(true);
    await page.locator('input[name="answers.6"][value="3"]').check();
    await page.getByRole("button", { name: "提交" }).click();
    expect(await page.locator("main").textContent()).toContain("您的得分为 7（满分 21）：轻度症状。");
    await context.close();
  });

  it("an answer about self-harm is met with a number to call under the thumb, and a case at the centre", async () => {
    const { page, context } = await open(w.as.client(number), "/me/questionnaires/PHQ9");
    await choose(page, [0, 1, 1, 0, 0, 0, 0, 0, 1]);
    await page.getByRole("button", { name: "提交" }).click();
    const line = page.getByRole("link", { name: "12356" });
    expect(await line.getAttribute("href")).toBe("tel:12356");
    const box = await line.boundingBox();
    expect(box?.height, "big enough for a shaking hand").toBeGreaterThanOrEqual(44);
    expect((box?.y ?? 999) + (box?.height ?? 0), "without scrolling").toBeLessThan(844);
    expect(await axe(page)).toEqual([]);
    expect(await casesFor(w.ctx(), number)).toMatchObject([{ kind: "safety" }]);
    await context.close();
  });

  it("the choices are reached and made by keyboard alone", async () => {
    const { page, context } = await open(w.as.nurse, `/clients/${number}/questionnaires/AUDITC`, {
      width: 1280,
      language: "en",
    });
    await page.locator('input[name="answers.0"]').first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    expect(await page.locator('input[name="answers.0"][value="2"]').isChecked()).toBe(true);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    expect(await page.locator('input[name="answers.1"][value="0"]').isChecked()).toBe(true);
    await context.close();
  });
});
