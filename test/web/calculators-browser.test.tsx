import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { create } from "../../functions/web/app.tsx";
import { axe, launch } from "../support/browser.ts";
import { type World, world } from "../support/world.ts";

let origin: string;
let server: ReturnType<typeof serve>;
let browser: Browser;
let here: World;
beforeAll(async () => {
  browser = await launch();
  here = await world();
  const { fetch } = create(here.home);
  server = await new Promise((resolve) => {
    const listening = serve({ fetch, port: 0, hostname: "127.0.0.1" }, () => resolve(listening));
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser.close();
  server.close();
});

test.each([
  ["en", 1280, true],
  ["zh", 390, false],
] as const)(
  "a score is worked out with nothing in the way: %s, %i px wide, scripts %s",
  async (language, width, scripts) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: true });
    const url = origin;
    await context.addCookies([
      { name: "session", value: await here.token(here.as.nurse), url },
      { name: "language", value: language, url },
    ]);
    const page = await context.newPage();
    const refused: string[] = [];
    page.on("console", (message) => void (message.type() === "error" && refused.push(message.text())));
    if (!scripts) await page.route("**/assets/*.js*", (route) => route.abort());

    await page.goto(`${origin}/calculators`);
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
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(page.url()).toBe(`${origin}/calculators/C-LUNG-RADS-2024`);

    await page.goto(`${origin}/calculators/CDRS`);
    expect(await axe(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    if (scripts) expect(refused).toEqual([]);
    await context.close();
  },
);
