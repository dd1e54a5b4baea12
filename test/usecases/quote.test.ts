import { describe, expect, test } from "vitest";
import { changeHealth } from "../../shared/clients/index.ts";
import { quote, releaseReport } from "../../shared/loop/index.ts";
import { readPriceBook, withdrawPrice, writePrice } from "../../shared/testing/index.ts";
import { world } from "../support/world.ts";
import { examDay, followed } from "../web/examined.ts";

describe("what is proposed when something is sold", () => {
  test("rests on the signed report for those who see results; the desk sees nothing of one that is not released, and never what it found", async () => {
    const w = await world();
    const { number } = await followed(w);
    const proposals = async (actor: typeof w.as.frontDesk) =>
      (await quote(w.ctx(actor), number, { package: "basic" })).addOns;
    const kinds = async (actor: typeof w.as.frontDesk) =>
      (await proposals(actor)).flatMap(({ because }) => because).filter(({ kind }) => kind === "finding");
    const seen = await kinds(w.as.healthManager);
    expect(seen.map(({ reason }) => reason.en)).toContain(
      "Blood pressure was raised: the kidneys' first sign, every year.",
    );
    expect(await kinds(w.as.frontDesk)).toEqual([]);
    await releaseReport(w.ctx(w.as.physician), number, examDay, 1);
    const told = await kinds(w.as.frontDesk);
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told.map(({ reason }) => reason.en))).toEqual(
      new Set(["From the physician's signed report."]),
    );
    const entries = await w.entries();
    expect(entries.filter(({ action }) => action === "sale-facts.opened").length).toBeGreaterThan(2);
  });

  test("is the same whatever somebody pays: no price list, tier or contract moves it", async () => {
    const w = await world();
    const { number } = await followed(w);
    const of = async (lists: string[]) => {
      const { addOns, tells, priced } = await quote(w.ctx(), number, { package: "advanced", lists });
      return { said: JSON.stringify({ addOns, tells }), netFen: priced.netFen };
    };
    const [plain, platinum] = await Promise.all([of([]), of(["tier-platinum"])]);
    expect(platinum.said).toBe(plain.said);
    expect(platinum.netFen).toBeLessThanOrEqual(plain.netFen);
  });

  test("holds back what was done within its interval, and takes family and smoking from the file", async () => {
    const w = await world();
    const { number } = await followed(w);
    await changeHealth(w.ctx(), number, { familyDiabetes: "first-degree", smoking: "former" });
    const { addOns } = await quote(w.ctx(), number, { package: "basic" });
    const of = (code: string) => addOns.find((one) => one.code === code);
    expect(of("HBA1C")?.because.map(({ kind }) => kind)).toContain("family");
    expect(of("LDCT")?.because.map(({ kind }) => kind)).toContain("smoking");
  });
});

describe("the price book", () => {
  test("is written by the manager from tomorrow on, once for a thing and a day; two at once are told", async () => {
    const w = await world();
    const manager = () => w.ctx(w.as.manager);
    const edition = { kind: "part" as const, id: "LPA", from: "2026-12-01", priceFen: 2_000, costFen: 600 };
    await expect(writePrice(w.ctx(), edition)).rejects.toMatchObject({ code: "NotAllowed" });
    await expect(writePrice(manager(), { ...edition, from: "2026-11-22" })).rejects.toMatchObject({
      problems: [{ field: "from" }],
    });
    const tries = await Promise.allSettled(
      [2_000, 2_100, 2_200].map((priceFen) => writePrice(manager(), { ...edition, priceFen })),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { kept } = await readPriceBook(manager());
    expect(kept).toHaveLength(1);
    const [first] = kept;
    if (first) expect(await writePrice(manager(), first.edition)).toEqual(first.edition);
    expect((await readPriceBook(manager())).kept).toHaveLength(1);
  });

  test("gives back an edition before its day with the reason, and then takes another for that day; never what is in force", async () => {
    const w = await world();
    const manager = () => w.ctx(w.as.manager);
    const edition = { kind: "part" as const, id: "LPA", from: "2026-12-01", priceFen: 2_000, costFen: 600 };
    const named = { kind: "part" as const, id: "LPA", from: "2026-12-01", why: "写错" };
    await expect(withdrawPrice(manager(), named)).rejects.toMatchObject({ code: "NotFound" });
    await writePrice(manager(), edition);
    await withdrawPrice(manager(), named);
    await writePrice(manager(), { ...edition, priceFen: 2_500 });
    expect((await readPriceBook(manager(), "2026-12-01")).prices.part("LPA")?.priceFen).toBe(2_500);
    w.clock.set("2026-12-01T01:00:00.000Z");
    await expect(withdrawPrice(manager(), named)).rejects.toMatchObject({ code: "Unprocessable" });
    const log = (await w.entries()).map(({ action }) => action).filter((one) => one.startsWith("price."));
    expect(log.toSorted()).toEqual(["price.withdrawn", "price.written", "price.written"]);
  });

  test("refuses terms that name nothing, a package with what is not sold, and a list that ends before it begins", async () => {
    const w = await world();
    const list = {
      kind: "list" as const,
      id: "contract-9",
      from: "2026-12-01",
      name: { en: "Acme", zh: "某公司" },
      of: "contract" as const,
      key: "account-9",
    };
    const fields = async (input: Parameters<typeof writePrice>[1]) =>
      writePrice(w.ctx(w.as.manager), input).then(
        () => [],
        (error) => (error as { problems: { field: string }[] }).problems.map(({ field }) => field),
      );
    expect(await fields({ ...list, terms: [{ on: "code:NOTHING", percentOff: 5 }] })).toEqual(["terms"]);
    expect(await fields({ ...list, terms: [{ on: "everything", fixedFen: 5 }] })).toEqual(["terms"]);
    expect(await fields({ ...list, terms: [{ on: "everything" }] })).toEqual(["terms"]);
    expect(
      await fields({ ...list, until: "2026-11-30", terms: [{ on: "everything", percentOff: 5 }] }),
    ).toEqual(["until"]);
    const bundle = { kind: "package" as const, id: "basic", from: "2026-12-01", percentOff: 10 };
    expect(await fields({ ...bundle, items: ["S-DIET"], services: ["ECG"] })).toEqual(["items", "services"]);
    expect(await fields({ ...bundle, id: "gold", items: ["ECG"] })).toEqual(["id"]);
  });
});
