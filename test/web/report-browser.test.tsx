import { type ServerType, serve } from "@hono/node-server";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { create } from "../../functions/web/app.tsx";
import { verificationCode, writeConclusion } from "../../shared/assessment/index.ts";
import type { Actor } from "../../shared/kernel/context.ts";
import {
  readShares,
  recallReport,
  receiveResults,
  shareReport,
  signAssessment,
} from "../../shared/loop/index.ts";
import { axe, launch } from "../support/browser.ts";
import { enrolled } from "../support/people.ts";
import { releasedByTwo } from "../support/releasing.ts";
import { type World, world } from "../support/world.ts";

const day = "2026-11-12";
let browser: Browser;
let w: World;
let server: ServerType;
let host: string;
let hers: string;
let wrong: string;
let waits: string;
let second: string;
let code: string;
let shared: { id: string; path: string; code: string };

/** An exam with a nodule, as departments, physicians and the client come to see it. */
async function examined(serial: number): Promise<string> {
  const { number } = await enrolled(w, {
    document: { kind: "passport", text: `E1234567${serial}` },
    birthDate: `198${serial}-02-02`,
    sex: "female",
    name: ["林雅文", "方书涵", "唐婉", "苏敏"][serial] ?? "王芳",
    contacts: {},
    notADuplicate: true,
  } as never);
  const results = [
    { item: "CTIRADS", value: "4A", unit: "" },
    { item: "LDLC", value: 5.2, unit: "mmol/L" },
  ];
  await receiveResults(w.ctx(w.as.nurse), number, { date: day, results, from: { source: "desk" } });
  await writeConclusion(w.ctx(w.as.sonographer), number, day, "ultrasound", {
    outcome: "nothing abnormal",
    text: { zh: "未见异常。", en: "Nothing abnormal." },
    despite: "图像待复核",
  });
  return number;
}

async function released(number: string): Promise<void> {
  await writeConclusion(w.ctx(w.as.sonographer), number, day, "ultrasound", {
    outcome: "abnormal",
    text: { zh: "甲状腺结节，C-TIRADS 4A 类。", en: "Thyroid nodule, C-TIRADS 4A." },
  });
  await signAssessment(w.ctx(w.as.physician), number, day, 1, {});
  await releasedByTwo(w, number, day);
}

beforeAll(async () => {
  browser = await launch();
  w = await world();
  [hers, wrong, waits, second] = [await examined(0), await examined(1), await examined(2), await examined(3)];
  await released(hers);
  await released(wrong);
  await recallReport(w.ctx(w.as.physician), wrong, day, 1, {
    cause: "wrong person",
    reason: "样本贴错标签。",
  });
  await writeConclusion(w.ctx(w.as.sonographer), second, day, "ultrasound", {
    outcome: "abnormal",
    text: { zh: "甲状腺结节。" },
  });
  await signAssessment(w.ctx(w.as.physician), second, day, 1, {});
  code = await verificationCode(w.ctx(), hers, { date: day, version: 1 });
  shared = await shareReport(w.ctx(w.as.client(hers)), hers, { date: day, days: 7 });
  const app = create(w.home);
  await new Promise<void>((ready) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => {
      host = `http://localhost:${port}`;
      ready();
    });
  });
});
afterAll(async () => {
  await browser.close();
  server.close();
});

interface Look {
  language: "en" | "zh";
  width: 1280 | 390;
}

async function within(
  actor: Actor | undefined,
  { language, width }: Look,
  act: (page: Page) => Promise<void>,
) {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  await context.addCookies([
    { name: "language", value: language, url: host },
    ...(actor ? [{ name: "session", value: await w.token(actor), url: host }] : []),
  ]);
  await act(await context.newPage());
  await context.close();
}

/** No serious finding of axe-core, and nothing to scroll sideways for. */
async function stands(page: Page, what: string): Promise<void> {
  expect(await axe(page), what).toEqual([]);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways, what).toBe(0);
}

describe.each<Look>([
  { language: "en", width: 1280 },
  { language: "zh", width: 1280 },
  { language: "en", width: 390 },
  { language: "zh", width: 390 },
])("at $width px in $language", (look) => {
  it("anybody may ask whether a paper is ours", async () => {
    await within(undefined, look, async (page) => {
      for (const path of [`/verify/${code}`, "/verify/unknown.code"]) {
        const answer = await page.goto(host + path);
        expect(answer?.headers()["referrer-policy"]).toBe("no-referrer");
        expect(answer?.headers()["x-robots-tag"]).toContain("noindex");
        await stands(page, path);
      }
    });
  });

  it("a shared report asks for its code, says when it is wrong, and opens by a press alone", async () => {
    await within(undefined, look, async (page) => {
      const link = async () =>
        (await readShares(w.ctx(w.as.client(hers)), hers)).find(({ id }) => id === shared.id);
      const before = await link();
      const answer = await page.goto(host + shared.path);
      expect(answer?.headers()["referrer-policy"]).toBe("no-referrer");
      expect(answer?.headers()["x-robots-tag"]).toContain("noindex");
      await page.reload();
      await stands(page, "the question");
      expect(await link()).toEqual(before);
      await page.fill("#code", shared.code);
      await page.click('form[action^="/share/"] button:not([value])');
      await page.waitForSelector("#departments");
      await stands(page, "the report");
      expect((await link())?.opened).toBe((before?.opened ?? 0) + 1);
    });
  });

  it("a client reads that a report was recalled, at home, in its place and in place of its PDF", async () => {
    await within(w.as.client(wrong), look, async (page) => {
      for (const path of ["/me", `/me/report/${day}`, `/me/report/${day}.pdf`]) {
        await page.goto(host + path);
        await stands(page, path);
        expect(await page.textContent("main"), path).toMatch(/taken back|recalled|撤回/);
        expect(await page.textContent("main"), path).not.toMatch(/TIRADS|甲状腺|Thyroid/);
      }
    });
  });
});

it("a wrong code is told with what is left, and a link that is over says no more than that", async () => {
  const mine = await shareReport(w.ctx(w.as.client(hers)), hers, { date: day, days: 1 });
  await within(undefined, { language: "zh", width: 390 }, async (page) => {
    for (let left = 4; left >= 0; left--) {
      await page.goto(host + mine.path);
      await page.fill("#code", mine.code === "000000" ? "111111" : "000000");
      await page.click('form[action^="/share/"] button:not([value])');
      await page.waitForSelector("[data-errors]");
      if (left === 4) await stands(page, "a wrong code");
    }
    await page.fill("#code", mine.code);
    await page.click('form[action^="/share/"] button:not([value])');
    await page.waitForSelector("main");
    await expect.poll(() => page.locator("#code").count()).toBe(0);
    await stands(page, "closed");
  });
});

it.each<Look>([
  { language: "en", width: 1280 },
  { language: "zh", width: 390 },
])(
  "staff find departments, questions, templates, the second signature and the recall in order: $language, $width px",
  async (look) => {
    const pages: [Actor, string][] = [
      [w.as.sonographer, "/departments"],
      [w.as.sonographer, `/departments/${waits}/${day}/ultrasound`],
      [w.as.physician, `/review/${waits}/${day}/1`],
      [w.as.otherPhysician, "/review"],
      [w.as.otherPhysician, `/review/${second}/${day}/1`],
      [w.as.physician, `/review/${wrong}/${day}/1`],
      [w.as.healthManager, `/clients/${wrong}`],
      [w.as.nurse, `/reports/${wrong}/${day}.pdf`],
      [w.as.nurse, `/reports/${hers}/${day}`],
      [w.as.manager, "/settings/templates"],
      [w.as.manager, "/settings/templates/ultrasound-thyroid"],
    ];
    await within(undefined, look, async (page) => {
      for (const [actor, path] of pages) {
        await page.context().addCookies([{ name: "session", value: await w.token(actor), url: host }]);
        await page.goto(host + path);
        await stands(page, path);
      }
    });
  },
);
