import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addStaff } from "../../shared/access/index.ts";
import { draftVersion, signOffRule } from "../../shared/assessment/index.ts";
import { axe } from "../support/browser.ts";
import { type Front, front, sideways } from "../support/front.ts";
import { type World, world } from "../support/world.ts";
import { examined, waiting } from "./examined.ts";

let w: World;
let web: Front;
beforeAll(async () => {
  w = await world();
  const staff = { id: "health-manager-1", centre: "centre-1", name: "林静" } as const;
  await addStaff(w.ctx(), { ...staff, roles: ["health-manager"] });
  await examined(w, (await waiting(w)).number, { LDLC: 3.2 });
  const physician = w.ctx(w.as.physician);
  await signOffRule(physician, "2026-11", "hba1c-raised", { note: "同意" });
  await draftVersion(physician, {
    base: "2026-11",
    effectiveFrom: "2026-12-01",
    changes: [{ rule: "ldl-borderline", path: "when.limit", limit: 3 }],
    why: "委员会决议",
  });
  web = await front(w);
});
afterAll(() => web.close());

const paths = [
  "/settings/rules",
  "/settings/rules?show=unsigned",
  "/settings/rules/important",
  "/settings/rules/2026-11/hba1c-raised",
  "/settings/rules/2026-11/bp-grade2",
  "/settings/rules/versions/2026-11.1?sign=1",
  "/settings/rules/compare?from=2026-11&to=2026-11.1",
];

describe("the rule book in a browser", () => {
  it.each([
    { language: "en", width: 1280, dark: false },
    { language: "zh", width: 390, dark: true },
  ])(
    "has no serious finding of axe-core and never scrolls sideways: $language, $width px, dark $dark",
    async (look) => {
      for (const path of paths) {
        const { page, context, refused } = await web.open(w.as.physician, path, look);
        expect(await axe(page), path).toEqual([]);
        expect(await sideways(page), path).toBe(0);
        expect(refused, path).toEqual([]);
        await context.close();
      }
    },
  );

  it("signs a version in a dialog that says what it does", async () => {
    const { page, context } = await web.open(w.as.physician, "/settings/rules/versions/2026-11.1");
    await page.click("a[data-opens=sign]");
    const dialog = page.locator("dialog#sign");
    expect(await dialog.evaluate((one) => one.matches(":modal"))).toBe(true);
    expect(await dialog.textContent()).toContain("it is never edited again");
    await dialog.locator("button[type=submit]").click();
    await page.waitForSelector("[data-toast]");
    expect(await page.textContent("main")).toContain("Exams from 1 December 2026 on are judged by it.");
    await context.close();
  });
});
