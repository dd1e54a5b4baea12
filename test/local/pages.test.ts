import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axe, launch } from "../support/browser.ts";
import { type Place, place, type Running, startCentre } from "../support/process.ts";

let at: Place;
let centre: Running;
let browser: Browser;
beforeAll(async () => {
  at = await place();
  [centre, browser] = await Promise.all([startCentre(at), launch()]);
});
afterAll(async () => {
  await browser.close();
  centre.signal("SIGTERM");
  await centre.ended;
  await at.clear();
});

test.each([
  ["zh", 1280],
  ["zh", 390],
  ["en", 1280],
  ["en", 390],
] as const)(
  "the local pages in %s at %i px are whole and have nothing axe would stop at",
  async (lang, width) => {
    const page = await browser.newPage({ viewport: { width, height: 800 }, bypassCSP: true });
    for (const path of ["/local/mailbox", "/local/clock", "/local/issuer/authorize"]) {
      await page.goto(`http://localhost:${at.env["PORT"]}${path}?lang=${lang}`);
      expect(await page.locator("h1").count()).toBe(1);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      expect(await axe(page)).toEqual([]);
    }
    await page.close();
  },
);

test("one click signs in as a nurse, the bar's button moves the clock, and one is back where one was", async () => {
  const page = await browser.newPage({ locale: "en-GB" });
  await page.goto(`${at.origin}/`);
  await page.getByRole("button", { name: /Nurse/ }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/local/"));
  const before = new URL(page.url()).pathname;
  const bar = page.locator("aside.local");
  const day = (await bar.locator(".num").textContent()) ?? "";
  await bar.getByRole("button", { name: "+1 day" }).click();
  await page.waitForFunction((old) => document.querySelector("aside.local .num")?.textContent !== old, day);
  expect(new URL(page.url()).pathname).toBe(before);
  await page.close();
});
