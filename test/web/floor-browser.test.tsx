import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { create } from "../../functions/web/app.tsx";
import type { Actor } from "../../shared/kernel/context.ts";
import { bookExam, checkIn } from "../../shared/loop/index.ts";
import { callIn, type Exam, finishRoom } from "../../shared/testing/index.ts";
import { axe, launch } from "../support/browser.ts";
import { enrolled, nationalId } from "../support/people.ts";
import { type World, world } from "../support/world.ts";

let origin: string;
let server: ReturnType<typeof serve>;
let browser: Browser;
let here: World;
let exam: Exam;
beforeAll(async () => {
  browser = await launch();
  here = await world({ start: "2026-11-23T00:20:00.000Z" });
  const { fetch } = create(here.home);
  server = await new Promise((resolve) => {
    const listening = serve({ fetch, port: 0, hostname: "127.0.0.1" }, () => resolve(listening));
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = (await enrolled(here, { name: "方书涵" })).number;
  const wanted = { client, package: "advanced", date: "2026-11-23", time: "08:30" };
  const { id } = await bookExam(here.ctx(), wanted);
  exam = (await checkIn(here.ctx(), client, id, true)).exam;
  const nurse = here.ctx(here.as.nurse);
  await callIn(nurse, "blood draw", exam.queue);
  await finishRoom(nurse, exam.queue, "blood draw");
});
afterAll(async () => {
  await browser.close();
  server.close();
});

async function open(actor: Actor, language: "en" | "zh", width: number) {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  await context.addCookies([
    { name: "session", value: await here.token(actor), url: origin },
    { name: "language", value: language, url: origin },
  ]);
  return { context, page: await context.newPage() };
}

describe("the exam day in a browser", () => {
  it.each([
    ["en", 1280],
    ["zh", 390],
  ] as const)("has no serious finding, and scrolls down only (%s, %i px)", async (language, width) => {
    const at = `/exams/${exam.client}/${exam.id}`;
    const { context, page } = await open(here.as.nurse, language, width);
    for (const path of ["/today", "/queue", at, `${at}/guide`, `${at}/labels`, "/samples", "/board"]) {
      await page.goto(origin + path);
      expect(await axe(page), path).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wide, path).toBeLessThanOrEqual(path.endsWith("guide") || path.endsWith("labels") ? 400 : 0);
    }
    await context.close();
  });

  it("prints the guide sheet on one page of A4, without the way back", async () => {
    const { context, page } = await open(here.as.nurse, "zh", 1280);
    await page.goto(`${origin}/exams/${exam.client}/${exam.id}/guide`);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".toolbar").isVisible()).toBe(false);
    expect(await page.locator("figure svg").isVisible()).toBe(true);
    const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
    await context.close();
  });

  it("checks in with Enter after the name was typed", async () => {
    const other = (
      await enrolled(here, {
        name: "唐卫国",
        document: { kind: "national-id", text: nationalId("1980-01-01", 1) },
      })
    ).number;
    await bookExam(here.ctx(), { client: other, package: "basic", date: "2026-11-23", time: "09:00" });
    const { context, page } = await open(here.as.frontDesk, "en", 1280);
    await page.goto(`${origin}/today`);
    await page.locator("#find").fill("twg");
    await page.keyboard.press("Enter");
    await page.locator("button[autofocus]").waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("is checked in, no. 2").waitFor();
    await context.close();
  });
});
