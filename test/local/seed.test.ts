import { beforeAll, describe, expect, test } from "vitest";
import { sourcePeople } from "../../functions/local/demo/source.ts";
import type { Person } from "../../functions/local/people.ts";
import { localCentre, staff } from "../../functions/local/personas.ts";
import { seed, seedCentre } from "../../functions/local/seed.ts";
import { staffOf } from "../../shared/access/index.ts";
import { assess, factsOf, readAssessment, reviewQueue, shippedBook } from "../../shared/assessment/index.ts";
import { type Client, ClientSchema, findClients } from "../../shared/clients/index.ts";
import type { Item } from "../../shared/data/read.ts";
import { parseResultsFile } from "../../shared/exchange/index.ts";
import { ageOn, localDate } from "../../shared/kernel/time.ts";
import { openFile } from "../../shared/loop/index.ts";
import { MessageSchema } from "../../shared/messaging/index.ts";
import { recheckRule } from "../../shared/monitoring/index.ts";
import { examsOf, resultGroupsOf } from "../../shared/testing/index.ts";
import { type World, world } from "../support/world.ts";

let w: World;
let her: Person | undefined;
let items: Item[];
let clients: Client[];
/** Newest exam of each enrolled client with a whole exam, as the results have it. */
let newest: {
  client: Client;
  results: Record<string, { value: number | string }>;
  date: string;
  exams: ReturnType<typeof examsOf>;
}[];

const sown = async () => {
  const one = await world();
  await seedCentre(one.home);
  return { one, persona: await seed(one.home) };
};

beforeAll(async () => {
  ({ one: w, persona: her } = await sown());
  items = await w.dump();
  clients = items.filter(({ sk }) => sk === "FILE#PROFILE").map((item) => ClientSchema.parse(item));
  newest = [];
  for (const client of clients) {
    const exams = examsOf(await resultGroupsOf(w.ctx(), client.number));
    const exam = exams.find(({ results }) => results["WEIGHT"] && results["ALT"]);
    if (exam) newest.push({ client, results: exam.results, date: exam.date, exams });
  }
}, 180_000);

const numberOf = (results: Record<string, { value: number | string }>, item: string): number =>
  Number(results[item]?.value);

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const [x, y] = [mean(pairs.map(([a]) => a)), mean(pairs.map(([, b]) => b))];
  const sum = (of: (a: number, b: number) => number) =>
    pairs.reduce((so, [a, b]) => so + of(a - x, b - y), 0);
  return sum((a, b) => a * b) / Math.sqrt(sum((a) => a * a) * sum((_, b) => b * b));
}

const bmi = (weight: number, height: number) => weight / (height / 100) ** 2;

describe("the demo centre", () => {
  test("has everybody who works there, with a title and a Latin name", async () => {
    const there = await staffOf(w.ctx(), localCentre);
    expect(there.map(({ id }) => id).sort()).toEqual(staff.map(({ id }) => id).sort());
    for (const { nameLatin, title } of there) {
      expect(nameLatin).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
      expect(title?.zh).not.toBe("");
    }
  });

  test("without clients is the staff and nothing else", async () => {
    const empty = await world();
    await seedCentre(empty.home);
    await seedCentre(empty.home);
    expect((await empty.dump()).every(({ pk }) => pk === `STAFF#${localCentre}`)).toBe(true);
    expect(await empty.entries()).toHaveLength(staff.length);
  });

  test("is the same under the same clock and keys, and a second call changes nothing", async () => {
    const { one: other, persona } = await sown();
    expect(persona).toEqual(her);
    expect(await other.dump()).toEqual(items);
    const before = (await w.entries()).length;
    expect(await seed(w.home)).toBeUndefined();
    expect(await w.dump()).toEqual(items);
    expect(await w.entries()).toHaveLength(before);
  }, 180_000);

  test("has two hundred clients on three managers' panels, a few of them from elsewhere, and prospects", () => {
    const enrolled = clients.filter(({ state }) => state !== "prospect");
    expect(enrolled).toHaveLength(200);
    expect(clients.length - enrolled.length).toBeGreaterThanOrEqual(3);
    const panels = ["health-manager-1", "health-manager-2", "health-manager-3"].map(
      (manager) => enrolled.filter((client) => client.manager === manager).length,
    );
    for (const many of panels) expect(many).toBeGreaterThan(50);
    const kinds = new Set(enrolled.map(({ document }) => document.kind));
    expect(kinds).toEqual(new Set(["national-id", "passport", "hk-mo-permit"]));
    expect(enrolled.filter(({ language }) => language === "en").length).toBeGreaterThan(8);
    expect(enrolled.filter(({ family }) => family.length).length).toBeGreaterThan(20);
  });

  test("names in families only those who have a file", () => {
    const numbers = new Set(clients.map(({ number }) => number));
    for (const { family, number } of clients)
      for (const relative of family) {
        expect(numbers).toContain(relative.client);
        expect(relative.client).not.toBe(number);
      }
  });

  test("shares no document with the sample files", async () => {
    const { readFile } = await import("node:fs/promises");
    const bytes = await readFile(new URL("../data/exams/lis-export-gb18030.csv", import.meta.url));
    const { rows } = await parseResultsFile(bytes, "lis.csv", { today: localDate(w.home.now()) });
    const guards = new Set(clients.map(({ document }) => document.guard));
    for (const { person } of rows) {
      const { hash, version } = await w.home.keys.mac(`${person.document?.kind}:${person.document?.value}`);
      expect(guards).not.toContain(`${person.document?.kind}#${version}#${hash}`);
    }
  });
});

describe("its people resemble those they were drawn from", () => {
  const source = sourcePeople();
  const close = (item: (values: Record<string, number>) => number, within: number) => {
    const theirs = mean(source.map(({ values }) => item(values)));
    const ours = mean(
      newest.map(({ results }) =>
        item(Object.fromEntries(Object.keys(results).map((code) => [code, numberOf(results, code)]))),
      ),
    );
    expect(Math.abs(ours - theirs)).toBeLessThan(within);
  };

  test("on average: blood pressure within 3 mmHg, glucose within 0.3 mmol/L, BMI within 1 kg/m²", () => {
    close(({ SBP = Number.NaN }) => SBP, 3);
    close(({ DBP = Number.NaN }) => DBP, 3);
    close(({ FPG = Number.NaN }) => FPG, 0.3);
    close(({ WEIGHT = Number.NaN, HEIGHT = Number.NaN }) => bmi(WEIGHT, HEIGHT), 1);
  });

  test("and in what goes together: age and pressure, weight and waist, glucose and HbA1c", () => {
    const agreeing = (a: string, b: string, least: number) => {
      const pairs = newest.map(({ results }) => [numberOf(results, a), numberOf(results, b)] as const);
      const theirs = correlation(source.map(({ values }) => [values[a] as number, values[b] as number]));
      expect(theirs).toBeGreaterThan(least);
      expect(Math.abs(correlation(pairs) - theirs)).toBeLessThan(0.15);
    };
    agreeing("WEIGHT", "WAIST", 0.8);
    agreeing("FPG", "HBA1C", 0.6);
    agreeing("TC", "LDLC", 0.8);
    const aged = newest.map(
      ({ client, results, date }) => [ageOn(client.birthDate, date), numberOf(results, "SBP")] as const,
    );
    expect(correlation(aged)).toBeGreaterThan(0.25);
  });

  test("important abnormal results are as rare as at check-ups: 4 to 12 in a hundred", () => {
    const rules = shippedBook.ruleSetFor(localDate(w.home.now()));
    const important = newest.filter(({ client, date, exams }) =>
      assess(factsOf(client, exams, date), rules).findings.some(
        ({ severity, concern }) => severity === 4 || (severity === 3 && concern !== "glycaemia"),
      ),
    );
    const share = important.length / newest.length;
    expect(share).toBeGreaterThan(0.04);
    expect(share).toBeLessThan(0.12);
  });
});

describe("its past was lived by the rules", () => {
  test("every finding of a newest signed assessment that needs a follow-up has led to one, and a place has one open", async () => {
    const physician = w.ctx(w.as.physician);
    for (const { client, date } of newest) {
      const { followUps, assessments } = await openFile(physician, client.number);
      const open = followUps.filter(({ closed }) => !closed);
      const lines = open.map(({ concern, site }) => `${concern} ${site ?? ""}`);
      expect(new Set(lines).size).toBe(lines.length);
      if (!assessments.some((one) => one.date === date && one.state === "signed")) continue;
      const { assessment } = await readAssessment(physician, client.number, date);
      const concerns = new Set(followUps.map(({ concern }) => concern));
      for (const { followUp } of assessment.findings)
        if (followUp) expect(concerns).toContain(recheckRule(followUp).concern);
    }
  }, 120_000);

  test("nobody was written to without consent", () => {
    const sent = items
      .filter(({ sk }) => sk.startsWith("MSG#"))
      .map((item) => MessageSchema.parse(item))
      .filter(({ state }) => state !== "suppressed");
    expect(sent.length).toBeGreaterThan(500);
    for (const { client, purpose } of sent) {
      const consents = clients.find(({ number }) => number === client)?.consents ?? {};
      expect(purpose === "marketing" ? undefined : consents[purpose]?.given).toBe(true);
    }
  });

  test("today nothing is left over from the past: the first sweep finds nothing and the mailbox stays empty", async () => {
    const now = w.home.now();
    const waiting = items.flatMap(({ dueSk }) => (typeof dueSk === "string" ? [dueSk.slice(0, 24)] : []));
    expect(waiting.length).toBeGreaterThan(50);
    expect(waiting.filter((at) => at <= now)).toEqual([]);
    expect(w.mailbox).toEqual([]);
  });

  test("the physician's queue, the next days and every stage of a follow-up have somebody", async () => {
    const queue = await reviewQueue(w.ctx(w.as.physician));
    expect(queue.length).toBeGreaterThanOrEqual(12);
    expect(queue.filter(({ urgency }) => urgency >= 3).length).toBeGreaterThanOrEqual(3);
    const today = localDate(w.home.now());
    const ahead = items.filter(({ sk, date }) => sk.startsWith("BOOK#") && String(date) >= today);
    expect(ahead.length).toBeGreaterThanOrEqual(12);
    const states = new Set(
      items.map((item) => (item["open"] as { state?: string } | undefined)?.state ?? item["state"]),
    );
    for (const state of [
      "planned",
      "reminded",
      "escalated",
      "booked",
      "done",
      "declined",
      "verified elsewhere",
    ])
      expect(states).toContain(state);
    const turns = items.filter(({ sk }) => sk.startsWith("CYC#")).map(({ number }) => Number(number));
    expect(Math.max(...turns)).toBeGreaterThanOrEqual(3);
  });

  test("the client one signs in as has three exams, a pressure to confirm soon, a plan, readings and a lesson learnt", async () => {
    const file = await openFile(w.ctx(w.as.client(her?.number ?? "")), her?.number ?? "");
    expect(file.client.sex).toBe("female");
    expect(file.exams.filter(({ results }) => results["WEIGHT"])).toHaveLength(3);
    const pressure = file.followUps.find(({ concern, closed }) => concern === "blood-pressure" && !closed);
    const today = localDate(w.home.now());
    expect(pressure?.due && pressure.due > today).toBe(true);
    expect(Date.parse(pressure?.due ?? "") - Date.parse(today)).toBeLessThan(7 * 86_400_000);
    expect(file.plan).toMatchObject({ state: "agreed" });
    expect(file.measurements.length).toBeGreaterThan(4);
    expect(file.shelf.some(({ assignment }) => assignment.state === "understood")).toBe(true);
    expect(file.assessments[0]).toMatchObject({ state: "signed", releasedAt: expect.any(String) });
  });

  test("everybody is found by name and by the end of the phone number once the log was read", async () => {
    await w.project();
    for (const { number, name, contacts } of clients.filter((_, at) => at % 7 === 0)) {
      const found = await findClients(w.ctx(), contacts.phone?.slice(-6) ?? "");
      expect(found.map((card) => card.number)).toContain(number);
      const named = await findClients(w.ctx(), name);
      expect(named.length === 20 || named.some((card) => card.number === number)).toBe(true);
    }
  }, 120_000);
});
