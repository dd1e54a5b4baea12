import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../shared/kernel/context.ts";
import { signAssessment } from "../../shared/loop/index.ts";
import { casesFor, recordContact } from "../../shared/monitoring/index.ts";
import { axe } from "../support/browser.ts";
import { minute } from "../support/follow-ups.ts";
import { type Front, front, sideways } from "../support/front.ts";
import { enrolled } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { examDay, examined } from "./examined.ts";

let w: World;
let web: Front;
/** One over its time, one told and to be looked after, one with two values nobody has heard of. */
let late: string;
let looked: string;
let fresh: string;

const person = (name: string, birthDate: string) =>
  ({ document: { kind: "centre" }, name, birthDate, sex: "male", notADuplicate: true }) as const;
const casePath = async (number: string) => `/cases/${number}/${(await casesFor(w.ctx(), number))[0]?.id}`;

beforeAll(async () => {
  w = await world();
  looked = (await enrolled(w, person("郝敬一", "1980-02-03"))).number;
  await examined(w, looked, { HGB: 55 });
  const id = (await casesFor(w.ctx(), looked))[0]?.id ?? "";
  const told = { person: "client", channel: "phone", outcome: "confirmed", note: "已去急诊" } as const;
  await recordContact(w.ctx(w.as.nurse), { client: looked, id, ...told });
  w.clock.advance({ hours: 21 });
  late = (await enrolled(w, { nameLatin: "Lin Yawen" })).number;
  await examined(w, late, { K: 6.8 });
  await signAssessment(w.ctx(w.as.physician), late, examDay, 1, {});
  w.clock.advance({ hours: 4 });
  await minute(w);
  fresh = (await enrolled(w, person("唐婉", "1981-05-06"))).number;
  await examined(w, fresh, { SBP: 190, DBP: 115, PHQ9I9: 2 });
  web = await front(w);
});
afterAll(() => web.close());

describe("the pages of critical values", () => {
  it.each([
    { language: "en", width: 1280, dark: false },
    { language: "zh", width: 390, dark: true },
  ])(
    "have no serious finding of axe-core and never scroll sideways: $language, $width px, dark $dark",
    async (look) => {
      const pages: [Actor, string][] = [
        [w.as.nurse, "/cases"],
        [w.as.manager, "/cases"],
        [w.as.nurse, await casePath(late)],
        [w.as.manager, await casePath(late)],
        [w.as.healthManager, await casePath(looked)],
        [w.as.physician, await casePath(fresh)],
        [w.as.physician, "/review"],
        [w.as.physician, `/review/${late}/${examDay}/1`],
        [w.as.healthManager, `/clients/${fresh}`],
        [w.as.nurse, `/results/${fresh}/${examDay}`],
      ];
      for (const [actor, path] of pages) {
        const { page, context } = await web.open(actor, path, look);
        expect(await axe(page), path).toEqual([]);
        expect(await sideways(page), path).toBe(0);
        await context.close();
      }
    },
  );

  it("take a call in two clicks from the list, without a script", async () => {
    const { page, context } = await web.open(w.as.nurse, "/cases", { scripts: false });
    await page.click(`a[href="${await casePath(late)}"]`);
    await page.click('button[name="outcome"][value="confirmed"]');
    await page.waitForLoadState();
    expect(await page.textContent("main")).toContain("Look again 24 Nov 10:00");
    expect((await casesFor(w.ctx(), late))[0]).toMatchObject({ state: "told" });
    await context.close();
  });
});
