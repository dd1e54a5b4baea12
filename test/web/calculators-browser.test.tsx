import { afterAll, beforeAll, expect, test } from "vitest";
import { axe } from "../support/browser.ts";
import { type Front, front, sideways } from "../support/front.ts";
import { type World, world } from "../support/world.ts";

let web: Front;
let here: World;
beforeAll(async () => {
  here = await world();
  web = await front(here);
});
afterAll(() => web.close());

test.each([
  ["en", 1280, true],
  ["zh", 390, false],
] as const)(
  "a score is worked out with nothing in the way: %s, %i px wide, scripts %s",
  async (language, width, scripts) => {
    const { page, context, refused } = await web.open(here.as.nurse, "/calculators", { language, width });
    if (!scripts) await page.route("**/assets/*.js*", (route) => route.abort());
    await page.reload();
    expect(await axe(page)).toEqual([]);
    await page.click('a[href="/calculators/C-LUNG-RADS-2024"]');
    expect(await axe(page)).toEqual([]);
    await page.selectOption('[name="in.type"]', "part-solid");
    await page.fill('[name="in.meanDiameterMm"]', "12");
    await page.click('button[data-kind="main"]');
    await page
      .getByText(language === "zh" ? "缺少：实性成分平均直径" : "missing: mean diameter of the solid part")
      .first()
      .waitFor();
    await page.fill('[name="in.solidMm"]', "7");
    await page.click('button[data-kind="main"]');
    await page
      .getByText(language === "zh" ? "3 类：3 个月复查" : "3: low-dose CT in 3 months")
      .first()
      .waitFor();
    expect(await axe(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    expect(page.url()).toBe(`${web.origin}/calculators/C-LUNG-RADS-2024`);

    await page.goto(`${web.origin}/calculators/CDRS`);
    expect(await axe(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    if (scripts) expect(refused).toEqual([]);
    await context.close();
  },
);
