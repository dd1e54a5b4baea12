import { serve } from "@hono/node-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { create } from "../../functions/web/app.tsx";
import { contentById } from "../../shared/education/index.ts";
import { plansOf } from "../../shared/guidance/index.ts";
import { bookExam, cancelBooking, holdPlace } from "../../shared/loop/index.ts";
import { followUpsOf, measurementsOf } from "../../shared/monitoring/index.ts";
import { bookingsOf } from "../../shared/testing/index.ts";
import { axe, launch } from "../support/browser.ts";
import { enrolled, nationalId } from "../support/people.ts";
import { world } from "../support/world.ts";
import { browsing, examined, exams, herWorld } from "./me-story.ts";

const latest = "2026-11-12";
const text = (html: string): string =>
  html
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replace(/\s+/g, " ");
const inMain = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "";
const keyIn = (html: string): string => /name="key" value="([^"]+)"/.exec(html)?.[1] ?? "";

describe("her home page", () => {
  it("says what it means and what to do before any number, and 'not confirmed' in the title", async () => {
    const { her } = await herWorld();
    const { html } = await her.get("/me");
    const words = text(html);
    expect(words).toContain("1 thing asks for an act now");
    expect(words).toContain("Blood pressure raised (grade 1 range), not confirmed");
    const finding = words.slice(words.indexOf("grade 1 range"));
    const order = ["One day's reading is not a diagnosis", "Measure at home", "148/92"].map((part) =>
      finding.indexOf(part),
    );
    expect(order.every((at) => at > 0)).toBe(true);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it("has one main act, the re-check that is due, and the reading at home next", async () => {
    const { her } = await herWorld();
    const main = inMain((await her.get("/me")).html);
    expect(main.match(/data-kind="main"/g)).toHaveLength(1);
    expect(main).toMatch(/<a class="btn" href="\/me\/visits\?for=recheck#book" data-kind="main"/);
    expect(main.indexOf('href="/me/measure"')).toBeGreaterThan(main.indexOf('data-kind="main"'));
  });

  it("in the week after a raised blood pressure the reading at home is the main act, until today has one", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    const [, , exam] = exams;
    if (!exam) throw new Error("no exam");
    await examined(w, number, { ...exam, date: "2026-11-20" });
    const her = await browsing(w, w.as.client(number));
    const before = inMain((await her.get("/me")).html);
    expect(before).toMatch(/href="\/me\/measure" data-kind="main"/);
    expect(text(before)).toContain("Measure your blood pressure (day 1 of 7)");
    await her.post("/me/measure", { kind: "blood-pressure", SBP: "139", DBP: "88", key: "k" });
    expect(inMain((await her.get("/me")).html)).not.toMatch(/href="\/me\/measure" data-kind="main"/);
    w.clock.advance({ days: 1 });
    expect(text((await her.get("/me")).html)).toContain("Measure your blood pressure (day 2 of 7)");
  });

  it("shows the exams before as a line, the doctor's words, and what is normal by name", async () => {
    const { her } = await herWorld();
    const words = text((await her.get("/me")).html);
    for (const part of ["134", "138", "No need to worry.", "周志远", "Hemoglobin"])
      expect(words).toContain(part);
    expect(text((await her.get("/me", "zh")).html)).toContain("不用紧张");
  });

  it("counts her turn of the loop and says it in words", async () => {
    const { her } = await herWorld();
    const { html } = await her.get("/me");
    expect(html).toContain("You are in turn 3 of your health loop");
    expect(html.match(/class="growth"/g)).toHaveLength(2);
  });

  it("tells a report that is not released like a parcel, and nothing of what it says", async () => {
    const w = await world();
    const { number } = await enrolled(w);
    const [, , exam] = exams;
    if (!exam) throw new Error("no exam");
    await examined(w, number, exam, false);
    const her = await browsing(w, w.as.client(number));
    const pages = ["/me", "/me/plan", "/me/visits", "/me/measure", "/me/profile"];
    for (const path of pages) {
      const { status, html } = await her.get(path);
      expect(status, path).toBe(200);
      for (const word of ["148", "6.4", "LDL", "raised", "not confirmed", "Why a re-check"])
        expect(text(html), `${path} ${word}`).not.toContain(word);
    }
    const home = await her.get("/me");
    expect(home.html).toMatch(/<li aria-current="step">Reviewed<\/li>/);
    for (const path of [`/me/report/${latest}`, "/me/read/bp-one-reading"])
      expect((await her.get(path)).status, path).toBe(404);
    expect((await her.post("/me/plan/agree", {})).status).toBe(404);
    expect((await plansOf(w.ctx(), number))[0]?.state).toBe("drafted");
  });
});

describe("her report", () => {
  it("has every value with its range, its flag in words and the last one, and every score in words", async () => {
    const { her } = await herWorld();
    const words = text((await her.get(`/me/report/${latest}`)).html);
    for (const part of [
      "Suspected, not confirmed",
      "Fasting glucose range 3.9 to 6.1 6.4 mmol/L High 2025: 6",
      "Hemoglobin range 115 to 150 132 g/L Normal",
      "low (1.01)",
      "Body mass index overweight (24.9 kg/m²)",
    ])
      expect(words).toContain(part);
  });

  it("is not there for a day without one", async () => {
    const { her } = await herWorld(1);
    expect((await her.get("/me/report/2020-01-01")).status).toBe(404);
  });
});

describe("her plan", () => {
  it("is agreed by her, an action is ticked for today, and the tick is taken back", async () => {
    const { w, number, her } = await herWorld(1);
    expect((await her.get("/me/plan")).html).toContain("Yes, this is my plan");
    expect(await her.post("/me/plan/agree", {})).toMatchObject({ status: 303, to: "/me/plan" });
    expect((await her.get("/me/plan")).html).toContain("Agreed on 22 Nov");
    const tick = (done: string) => her.post("/me/plan/tick", { action: "A-bp-confirm", done });
    const times = async () =>
      (await plansOf(w.ctx(), number))[0]?.actions.find(({ id }) => id === "A-bp-confirm")?.done.length;
    await tick("yes");
    await tick("yes");
    expect(await times()).toBe(1);
    expect((await her.get("/me/plan")).html).toContain("Done today");
    await tick("no");
    expect(await times()).toBe(0);
  });

  it("gives her a piece with three questions: a wrong answer is explained, all right is understood", async () => {
    const { her } = await herWorld(1);
    const path = "/me/read/bp-one-reading";
    const quiz = contentById("bp-one-reading")?.quiz ?? [];
    const right = Object.fromEntries(quiz.map(({ id, answer }) => [id, String(answer)]));
    const [first] = quiz;
    if (!first) throw new Error("no quiz");
    expect((await her.get(path)).html).toContain("Three questions");
    const open = await her.post(path, { [first.id]: "0" });
    expect(open.html).toContain("2 things to mend");
    const wrong = await her.post(path, { ...right, [first.id]: String((first.answer + 1) % 3) });
    expect(text(wrong.html)).toContain("2 of 3 right");
    expect(text(wrong.html)).toContain(first.because.en);
    expect(text((await her.post(path, right)).html)).toContain("Understood: 3 of 3 right");
    expect(text((await her.get("/me/plan")).html)).toContain("Understood");
  });

  it("opens no piece she was not given", async () => {
    const { her } = await herWorld(1);
    expect((await her.get("/me/read/urate-gout")).status).toBe(404);
    expect((await her.get("/me/read/none")).status).toBe(404);
  });
});

describe("her readings", () => {
  const reading = { kind: "blood-pressure", SBP: "132", DBP: "84" };

  it("are kept once, however often the form is sent", async () => {
    const { w, number, her } = await herWorld(1);
    const key = keyIn((await her.get("/me/measure")).html);
    expect(key).not.toBe("");
    for (let press = 0; press < 3; press += 1)
      expect((await her.post("/me/measure", { ...reading, key })).status).toBe(303);
    expect(await measurementsOf(w.ctx(), number, {})).toHaveLength(1);
    expect(text((await her.get("/me/measure")).html)).toContain("Mean 132/84 of 1 reading");
  });

  it("an unusual one is asked about with a guess, and kept once confirmed", async () => {
    const { w, number, her } = await herWorld(1);
    const slip = await her.post("/me/measure", { ...reading, SBP: "1280", key: "k1" });
    expect(text(slip.html)).toContain("Did you mean 128?");
    const unusual = { ...reading, SBP: "228", key: "k1" };
    const asked = await her.post("/me/measure", unusual);
    expect(asked.html).toContain('name="confirmed"');
    expect(asked.html).toContain('value="228"');
    expect(await measurementsOf(w.ctx(), number, {})).toHaveLength(0);
    expect((await her.post("/me/measure", { ...unusual, confirmed: "yes" })).status).toBe(303);
    expect(await measurementsOf(w.ctx(), number, {})).toMatchObject([{ unusual: true }]);
  });

  it("a very high one says what to do at once", async () => {
    const { her } = await herWorld(1);
    await her.post("/me/measure", { ...reading, SBP: "186", DBP: "112", key: "k" });
    const words = text((await her.get("/me/measure")).html);
    expect(words).toContain("Speak to a doctor today");
    expect(words).toContain("call 120");
    expect(words.indexOf("Speak to a doctor")).toBeLessThan(words.indexOf("186"));
  });
});

describe("her visits", () => {
  it("books the open re-checks in one visit, once, and lets her cancel it", async () => {
    const { w, number, her } = await herWorld(1);
    const { html } = await her.get("/me/visits?for=recheck&day=2026-12-01");
    const key = keyIn(html);
    const wanted = { package: "recheck", date: "2026-12-01", time: "08:00", key };
    await her.post("/me/visits/book", wanted);
    await her.post("/me/visits/book", wanted);
    const [booking, ...more] = await bookingsOf(w.ctx(), number);
    expect(more).toEqual([]);
    const open = (await followUpsOf(w.ctx(), number)).filter(({ closed }) => !closed);
    expect(open.every(({ state }) => state === "booked")).toBe(true);
    expect(text((await her.get("/me/visits")).html)).toContain("Nothing to eat for 8");
    await her.post("/me/visits/cancel", { booking: booking?.id ?? "", reason: "travelling" });
    expect(await bookingsOf(w.ctx(), number)).toMatchObject([{ state: "cancelled", reason: "travelling" }]);
  });

  it("shows a full time as full, and tells who asks for it all the same", async () => {
    const { w, her } = await herWorld(1);
    for (let place = 0; place < 4; place += 1) {
      const other = await enrolled(w, {
        document: { kind: "national-id", text: nationalId("1980-01-01", 200 + place) },
        name: `客户${place}`,
        notADuplicate: true,
      });
      await bookExam(w.ctx(), { client: other.number, package: "basic", date: "2026-12-01", time: "14:00" });
    }
    const { html } = await her.get("/me/visits?for=basic&day=2026-12-01");
    expect(html).toMatch(/value="14:00" disabled/);
    const refused = await her.post("/me/visits/book", {
      package: "basic",
      date: "2026-12-01",
      time: "14:00",
      key: "k",
    });
    expect(text(refused.html)).toContain("This time is full.");
    expect(refused.html).toContain('role="alert"');
    expect(refused.html.match(/action="\/me\/visits\/book"/g)).toHaveLength(4);
  });

  it("offers the places of her visit's own calendar when she moves it", async () => {
    const { w, number, her } = await herWorld(1);
    const vip = { client: number, package: "basic", date: "2026-12-01", time: "08:00", resource: "vip" };
    const { id } = await bookExam(w.ctx(), vip);
    const page = (day: string) => her.get(`/me/visits?for=basic&day=${day}&move=${id}`);
    const { html } = await page("2026-12-02");
    expect(html).toContain('name="time" value="07:30"');
    expect(html).not.toContain('name="time" value="14:00"');
    await her.post("/me/visits/book", { package: "basic", date: "2026-12-02", time: "07:30", move: id });
    expect(await bookingsOf(w.ctx(), number)).toMatchObject([{ date: "2026-12-02", resource: "vip" }]);
  });

  it("lets her wait for a full time, take the place that is offered, and move it", async () => {
    const { w, number, her } = await herWorld(1);
    const others = [];
    for (let place = 0; place < 4; place += 1) {
      const other = await enrolled(w, {
        document: { kind: "national-id", text: nationalId("1980-01-01", 200 + place) },
        name: `客户${place}`,
        notADuplicate: true,
      });
      const visit = { client: other.number, package: "basic", date: "2026-12-01", time: "14:00" };
      others.push(await bookExam(w.ctx(), visit));
    }
    const asked = { package: "basic", date: "2026-12-01", time: "14:00", key: "k" };
    expect((await her.get("/me/visits?for=basic&day=2026-12-01")).html).toContain('id="wait-time"');
    await her.post("/me/visits/wait", asked);
    expect(text((await her.get("/me/visits")).html)).toContain("Waiting for");
    await cancelBooking(w.ctx(), others[0]?.client ?? "", others[0]?.id ?? "", "travelling");
    await w.all();
    const [held] = await bookingsOf(w.ctx(), number);
    expect(text((await her.get("/me/visits")).html)).toContain("A place has become free");
    await her.post("/me/visits/kept", { booking: held?.id ?? "", act: "confirm" });
    const late = await her.post("/me/visits/kept", { booking: held?.id ?? "", act: "let-go" });
    expect(text(late.html)).toContain("Cancel the visit if it is not wanted");
    const page = `/me/visits?for=basic&day=2026-12-02&move=${held?.id}`;
    expect(text((await her.get(page)).html)).toContain("Move your visit");
    const place = { package: "basic", date: "2026-12-02", time: "08:00", move: held?.id ?? "" };
    await her.post("/me/visits/book", place);
    expect(await bookingsOf(w.ctx(), number)).toMatchObject([
      { id: held?.id, state: "confirmed", date: "2026-12-02", time: "08:00" },
    ]);
  });

  it("tells who answers too late that the place went to the next, and shows others nothing of hers", async () => {
    const { w, number, her } = await herWorld(1);
    const visit = { client: number, package: "basic", date: "2026-12-01", time: "08:00" };
    const held = await holdPlace(w.ctx(), visit);
    const stranger = await browsing(w, w.as.client("P-999999999"));
    expect((await stranger.post("/me/visits/kept", { booking: held.id, act: "confirm" })).status).toBe(404);
    w.clock.advance({ minutes: 16 });
    const late = await her.post("/me/visits/kept", { booking: held.id, act: "confirm" });
    expect(text(late.html)).toContain("is given back");
    await w.all();
    expect(await bookingsOf(w.ctx(), number)).toMatchObject([{ state: "expired" }]);
  });

  it("gives a visit to the calendar of her phone, and nobody else's", async () => {
    const { w, number, her } = await herWorld(1);
    const stranger = await browsing(w, w.as.client("P-999999999"));
    const wanted = { client: number, package: "basic", date: "2026-12-01", time: "08:00" };
    const booking = await bookExam(w.ctx(), wanted);
    const { html, response } = await her.get(`/me/visits/${booking.id}.ics`);
    expect(response.headers.get("content-type")).toContain("text/calendar");
    expect(html).toContain("DTSTART:20261201T000000Z");
    expect((await stranger.get(`/me/visits/${booking.id}.ics`)).status).toBe(404);
  });
});

describe("what is hers to decide and to know", () => {
  it("consent is given and withdrawn for each purpose by itself", async () => {
    const { her } = await herWorld(1);
    await her.post("/me/profile/consent", { purpose: "care", given: "no" });
    const words = text((await her.get("/me/profile")).html);
    expect(words).toMatch(/Care and re-checks .*? Taken back on 22 November 2026/);
    expect(words).toMatch(/Visits and reports .*? Allowed since 22 November 2026/);
  });

  it("she sees who opened her file, by name", async () => {
    const { w, number, her } = await herWorld(1);
    expect(text((await her.get("/me/profile")).html)).toContain("Nobody but you.");
    const doctor = await browsing(w, w.as.physician);
    await doctor.get(`/clients/${number}`);
    expect(text((await her.get("/me/profile")).html)).toContain("周志远");
  });

  it("another client's file and nobody's read exactly the same to her, and her pages are for clients alone", async () => {
    const { w, her } = await herWorld(1);
    const other = await enrolled(w, {
      document: { kind: "national-id", text: nationalId("1980-01-01", 201) },
      name: "王芳",
      notADuplicate: true,
    });
    const theirs = await her.get(`/clients/${other.number}`);
    const nobodys = await her.get("/clients/P-111111118");
    expect([theirs.status, theirs.html]).toEqual([
      nobodys.status,
      nobodys.html.replaceAll("P-111111118", other.number),
    ]);
    expect(theirs.html).not.toContain("王芳");
    const desk = await browsing(w, w.as.physician);
    for (const path of ["/me", "/me/plan", "/me/visits", "/me/profile"])
      expect((await desk.get(path)).status, path).toBe(404);
  });
});

describe("in a browser", () => {
  const paths = [
    "/me",
    `/me/report/${latest}`,
    "/me/plan",
    "/me/read/bp-one-reading",
    "/me/measure",
    "/me/visits",
    "/me/profile",
  ];
  let browser: Awaited<ReturnType<typeof launch>>;
  let server: ReturnType<typeof serve>;
  let home = "";
  let session = "";

  beforeAll(async () => {
    const { w, number, her } = await herWorld();
    await her.post("/me/measure", { kind: "blood-pressure", SBP: "139", DBP: "88", key: "k" });
    w.clock.advance({ minutes: 5 });
    const wanted = { client: number, package: "basic", date: "2026-12-22", time: "08:00" };
    await bookExam(w.ctx(), wanted);
    session = await w.token(w.as.client(number));
    server = serve({ fetch: create(w.home).fetch, port: 0 });
    await new Promise((resolve) => server.once("listening", resolve));
    home = `http://localhost:${(server.address() as { port: number }).port}`;
    browser = await launch();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  it.each([
    { language: "zh", width: 390, dark: false },
    { language: "en", width: 390, dark: true },
    { language: "en", width: 1280, dark: false },
  ])(
    "no page has a serious finding of axe-core or is wider than its screen: $language, $width px, dark $dark",
    async ({ language, width, dark }) => {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme: dark ? "dark" : "light",
      });
      await context.addCookies([
        { name: "session", value: session, url: home },
        { name: "language", value: language, url: home },
      ]);
      const page = await context.newPage();
      const refused: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") refused.push(message.text());
      });
      for (const path of paths) {
        expect((await page.goto(home + path))?.status(), path).toBe(200);
        expect(await axe(page), path).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBe(0);
      }
      expect(refused).toEqual([]);
      await context.close();
    },
    60_000,
  );

  it("she logs a reading, ticks an action and takes it back without a line of script", async () => {
    const context = await browser.newContext({
      viewport: { width: 390, height: 900 },
      javaScriptEnabled: false,
    });
    await context.addCookies([
      { name: "session", value: session, url: home },
      { name: "language", value: "en", url: home },
    ]);
    const page = await context.newPage();
    await page.goto(`${home}/me/measure`);
    await page.fill("#SBP", "133");
    await page.fill("#DBP", "84");
    await page.click("main .btn[data-kind=main]");
    expect(await page.textContent("main")).toContain("133/84");
    await page.goto(`${home}/me/plan`);
    await page.click(".tick button");
    expect(await page.textContent("main")).toContain("Done today");
    await page.click(".tick button");
    expect(await page.textContent("main")).not.toContain("Done today");
    await context.close();
  }, 60_000);
});
