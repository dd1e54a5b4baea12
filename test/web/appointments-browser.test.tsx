import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeAppointment } from "../../shared/loop/index.ts";
import { appointmentsOf, enterHours, planTeamDay } from "../../shared/testing/index.ts";
import { axe } from "../support/browser.ts";
import { doctorHere } from "../support/doctors.ts";
import { finding, sign, somebody } from "../support/follow-ups.ts";
import { type Front, front, sideways } from "../support/front.ts";
import { teamDay } from "../support/team-days.ts";
import { type World, world } from "../support/world.ts";

let web: Front;
let here: World;
let number: string;
let sheet: string;
let day: string;
beforeAll(async () => {
  here = await world({ start: "2026-11-23T00:20:00.000Z" });
  web = await front(here);
  await doctorHere(here);
  await doctorHere(here, "physician-2");
  const client = await somebody(here, { consents: ["service"] });
  number = client.number;
  await sign(here.ctx(), client, "2026-11-20", [finding("birads-4-5")]);
  const place = { doctor: "physician-1", date: "2026-11-23", time: "09:00" };
  const { id } = await makeAppointment(here.ctx(), { client: number, offer: "consultation", ...place });
  const later = { doctor: "physician-2", date: "2026-11-26", time: "10:00" };
  await makeAppointment(here.ctx(), { client: number, offer: "report-reading", ...later });
  await enterHours(here.ctx(here.as.manager), "physician-2", { from: "2026-11-26", to: "2026-11-27" });
  sheet = `/appointments/${number}/${id}`;
  day = `/team-days/${(await planTeamDay(here.ctx(here.as.manager), teamDay(), "plan")).id}`;
});
afterAll(() => web.close());

const looks = [
  { language: "en", width: 1280 },
  { language: "zh", width: 390 },
];

async function sound(page: Page, refused: string[]): Promise<void> {
  await page.waitForLoadState("load");
  expect(await axe(page), page.url()).toEqual([]);
  expect(refused, page.url()).toEqual([]);
  expect(await page.locator("h1").first().isVisible(), page.url()).toBe(true);
  expect(await sideways(page), page.url()).toBe(0);
}

describe("talks and team days in a browser", () => {
  it.each(looks)("have no serious finding of axe-core and fit: $language, $width px", async (look) => {
    const visits: [Parameters<Front["open"]>[0], string[]][] = [
      [here.as.client(number), ["/doctors", "/doctors/physician-1?offer=report-reading", "/me/visits"]],
      [here.as.physician, ["/appointments", sheet, `/appointments/new?client=${number}&offer=referral`]],
      [
        here.as.manager,
        [
          "/settings/doctors",
          "/settings/doctors/physician-2",
          "/team-days",
          "/team-days/new",
          day,
          "/doctors",
        ],
      ],
    ];
    for (const [who, paths] of visits) {
      const { page, context, refused } = await web.open(who, paths[0] ?? "/", look);
      for (const path of paths) {
        await page.goto(web.origin + path);
        await sound(page, refused);
      }
      await context.close();
    }
  });

  it("a client with a keyboard only chooses a doctor and a time", async () => {
    const { page, context } = await web.open(here.as.client(number), "/doctors", { width: 390 });
    await page.locator('a[href^="/doctors/physician-1"]').focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/physician-1/);
    const chips = page.locator(".chips a", { hasText: "24 Nov" });
    await chips.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/day=2026-11-24/);
    await page.locator("input[name=time]").first().focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(/me\/visits/);
    expect((await appointmentsOf(here.ctx(), number)).map(({ date, time }) => `${date} ${time}`)).toContain(
      "2026-11-24 08:30",
    );
    await context.close();
  });
});
