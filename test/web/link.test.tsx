import { serve } from "@hono/node-server";
import { describe, expect, it } from "vitest";
import { create } from "../../functions/web/app.tsx";
import { clientOf } from "../../shared/clients/index.ts";
import { linkPath } from "../../shared/messaging/index.ts";
import { declineFollowUp } from "../../shared/monitoring/index.ts";
import { bookingsOf } from "../../shared/testing/index.ts";
import { axe, launch } from "../support/browser.ts";
import { finding, minute, openOf, sign, somebody } from "../support/follow-ups.ts";
import { world } from "../support/world.ts";
import { browsing } from "./me-story.ts";

const morning = { date: "2026-12-22", time: "08:00" };

/** Somebody with two re-checks that fell due today, the link of the letter, and a browser nobody signed in with. */
async function letter() {
  const w = await world();
  const client = await somebody(w);
  const found = [finding("lipid-high"), finding("liver-enzyme-mild")];
  await sign(w.ctx(w.as.physician), client, "2026-11-22", found);
  w.clock.set("2026-12-20T05:00:00.000Z");
  await minute(w);
  const path = /\/-\/\S+/.exec(w.mailbox.at(-1)?.text ?? "")?.[0] ?? "";
  return { w, client, path, phone: await browsing(w) };
}

describe("the page behind a link in a letter", () => {
  it("says in both languages how many re-checks, for when, and nothing of health or of whom", async () => {
    const { client, path, phone } = await letter();
    const english = await phone.get(path);
    const chinese = await phone.get(path, "zh");
    expect(english.html).toContain("The centre planned 2 re-checks with you for 20 Dec.");
    expect(chinese.html).toContain("中心与您约定了 2 项复查");
    for (const { status, html } of [english, chinese]) {
      expect(status).toBe(200);
      for (const word of ["LDL", "lipid", "liver", "胆固醇", "血脂", "肝", "4.6", client.name, client.number])
        expect(html.includes(word), word).toBe(false);
      expect(html).toContain('name="robots" content="noindex"');
    }
  });

  it("changes nothing by being opened, however often and by whatever scans letters", async () => {
    const { w, path, phone } = await letter();
    const before = await w.dump();
    for (const query of ["", "?day=2026-12-28", "?day=2099-01-01", "?day=x"])
      expect((await phone.get(path + query)).status).toBe(200);
    for (const act of ["book", "snooze", "stop"])
      expect((await phone.get(`${path}/${act}`)).status).not.toBe(200);
    expect(await w.dump()).toEqual(before);
  });

  it("books by a form, once, and shows the visit and how to prepare", async () => {
    const { w, client, path, phone } = await letter();
    expect(await phone.post(`${path}/book`, morning)).toMatchObject({ status: 303, to: path });
    expect((await phone.post(`${path}/book`, morning)).status).toBe(303);
    expect(await bookingsOf(w.ctx(), client.number)).toMatchObject([{ ...morning, package: "recheck" }]);
    expect((await openOf(w, client)).map(({ state }) => state)).toEqual(["booked", "booked"]);
    const { html } = await phone.get(path);
    expect(html).toContain("Your re-check is booked");
    expect(html).toContain("Tuesday 22 December, 08:00");
    expect(html).toContain("Nothing to eat for");
    const another = await phone.post(`${path}/book`, { ...morning, time: "09:00" });
    expect(another.html).toContain("This is booked already, for 2026-12-22 at 08:00.");
  });

  it("asks for the time that was forgotten, on the same page", async () => {
    const { w, path, phone } = await letter();
    const before = await w.dump();
    const { status, html } = await phone.post(`${path}/book`, { date: "2026-12-22" });
    expect(status).toBe(200);
    expect(html).toContain('<a href="#time">Choose one of the times.</a>');
    expect(html).toContain("Tuesday 22 December");
    expect(await w.dump()).toEqual(before);
  });

  it("puts off, and stops the letters, each by a form of its own", async () => {
    const { w, client, path, phone } = await letter();
    await phone.post(`${path}/snooze`, { days: "7" });
    expect((await openOf(w, client)).map(({ due }) => due)).toEqual(["2026-12-27", "2026-12-27"]);
    await phone.post(`${path}/stop`, {});
    expect((await clientOf(w.ctx(), client.number))?.consents.care?.given).toBe(false);
    expect((await phone.get(path)).html).toContain("We no longer write to you about re-checks.");
  });

  it("says that nothing is open once the follow-ups have ended", async () => {
    const { w, client, path, phone } = await letter();
    for (const { id } of await openOf(w, client))
      await declineFollowUp(w.ctx(w.as.healthManager), { client: client.number, id, reason: "moved away" });
    expect((await phone.get(path)).html).toContain("Nothing is open here any more");
    expect((await phone.post(`${path}/book`, morning)).html).toContain("Nothing is open here any more");
    expect(await bookingsOf(w.ctx(), client.number)).toEqual([]);
  });

  it("a link that is over, changed, or never was: one page for all three", async () => {
    const { w, path, phone } = await letter();
    const forged = await phone.get(`${path.slice(0, -2)}xx`);
    const never = await phone.get("/-/nothing.at-all");
    w.clock.advance({ days: 60 });
    const over = await phone.get(path);
    expect([forged.status, never.status, over.status]).toEqual([404, 404, 404]);
    expect(forged.html).toContain("This link opens nothing");
    expect(never.html).toBe(forged.html);
    expect(over.html).toBe(forged.html);
    for (const act of ["book", "snooze", "stop"])
      expect((await phone.post(`${path}/${act}`, morning)).html).toContain("This link opens nothing");
  });

  it("a report's link asks to sign in and shows nothing of it", async () => {
    const { w, client, phone } = await letter();
    const expires = "2027-01-31T00:00:00.000Z";
    const about = { client: client.number, purpose: "report", about: "2026-11-22", expires };
    const { html } = await phone.get(await linkPath(w.home, about));
    expect(html).toContain('href="/me/report/2026-11-22"');
    expect(html).not.toContain(client.name);
    expect((await phone.get("/me/report/2026-11-22")).response.headers.get("location")).toContain(
      "authorize",
    );
  });

  it("has no serious finding of axe-core, open parts included, and works without a script", async () => {
    const { w, client, path } = await letter();
    const server = serve({ fetch: create(w.home).fetch, port: 0 });
    await new Promise((resolve) => server.once("listening", resolve));
    const home = `http://localhost:${(server.address() as { port: number }).port}`;
    const browser = await launch();
    for (const { locale, width } of [
      { locale: "zh-CN", width: 390 },
      { locale: "en-GB", width: 1280 },
    ]) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, locale });
      const page = await context.newPage();
      for (const address of [path, "/-/nothing"]) {
        await page.goto(home + address);
        for (const fold of await page.locator("summary").all()) await fold.click();
        expect(await axe(page), address).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
      }
      await context.close();
    }
    const plain = await browser.newContext({ javaScriptEnabled: false, locale: "zh-CN" });
    const page = await plain.newPage();
    await page.goto(home + path);
    await page.click(".times .seat:not([data-full])");
    await page.click("main .btn[data-kind=main]");
    expect(await page.textContent("main")).toContain("复查已预约");
    expect(await bookingsOf(w.ctx(), client.number)).toHaveLength(1);
    await browser.close();
    server.close();
  }, 60_000);
});
