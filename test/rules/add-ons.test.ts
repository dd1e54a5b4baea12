import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMonths } from "../../shared/kernel/time.ts";
import {
  type AddOnFacts,
  addOnRules,
  catalogueItem,
  knownPart,
  proposeAddOns,
  radiationMsv,
  tellsOf,
} from "../../shared/testing/index.ts";

const on = "2026-11-26";
const nobody: AddOnFacts = {
  sex: "female",
  age: 52,
  pregnant: false,
  smoked: false,
  family: new Set(),
  findings: [],
  asked: new Set(),
  done: [],
  on,
};
const addOn = (code: string, more: Partial<AddOnFacts>, chosen: readonly string[] = []) =>
  proposeAddOns({ ...nobody, ...more }, new Set(chosen)).find((one) => one.code === code);

describe("what is proposed beside a package", () => {
  test("is something that is sold by itself, with a reason in both languages, a source and its sign-off state", () => {
    expect(addOnRules.length).toBeGreaterThan(40);
    expect(new Set(addOnRules.map(({ id }) => id)).size).toBe(addOnRules.length);
    for (const { id, item, reason, source, status, everyMonths } of addOnRules) {
      expect(knownPart(item), id).toBeDefined();
      expect(reason.en && reason.zh && source.en && source.zh, id).toBeTruthy();
      expect(everyMonths, id).toBeGreaterThan(0);
      if (status === "published") expect(source.en).toContain("2025");
    }
  });

  test("comes from age and sex, from the family, from smoking, from what the last report found, each said", () => {
    expect(addOn("FIT", {})?.because).toMatchObject([{ kind: "age", status: "published" }]);
    expect(addOn("FIT", { age: 49 })).toBeUndefined();
    expect(addOn("MAMMO", { sex: "male" })).toBeUndefined();
    expect(addOn("PSA", { sex: "male", age: 60 })?.state).toBe("proposed");
    expect(addOn("HBA1C", { family: new Set(["diabetes"]) })?.because[0]?.kind).toBe("family");
    expect(addOn("LDCT", { smoked: true })?.because[0]?.kind).toBe("smoking");
    const findings = [{ concern: "glycaemia", name: { en: "Glucose raised", zh: "血糖升高" } }];
    expect(addOn("OGTT2H", { findings })?.because[0]?.kind).toBe("finding");
    expect(addOn("HBSAG", { findings })).toBeUndefined();
  });

  test("is not proposed again within its sensible interval, and says from when; once is enough where it is", () => {
    const done = [{ code: "FIT", date: "2026-03-01" }];
    expect(addOn("FIT", { done })).toMatchObject({
      state: "too soon",
      last: "2026-03-01",
      again: "2027-03-01",
    });
    expect(addOn("FIT", { done, on: "2027-03-01" })?.state).toBe("proposed");
    const once = addOn("LPA", { done: [{ code: "LPA", date: "2009-01-01" }] });
    expect(once?.state).toBe("too soon");
    expect(once?.again).toBeUndefined();
    expect(addOn("FIT", { done, asked: new Set(["FIT"]) })?.state).toBe("proposed");
  });

  test("holds what the package holds already, and computed tomography within twelve months unless a re-check asks", () => {
    expect(addOn("FIT", {}, ["FIT"])?.state).toBe("in package");
    const done = [{ code: "CTCHEST", date: "2026-06-01" }];
    const smoked = { smoked: true, done };
    expect(addOn("LDCT", smoked)).toMatchObject({ state: "radiation", again: "2027-06-01" });
    expect(addOn("LDCT", { ...smoked, on: "2027-06-01" })?.state).toBe("proposed");
    expect(addOn("LDCT", { ...smoked, asked: new Set(["LDCT"]) })?.state).toBe("proposed");
    expect(addOn("LDCT", { smoked: true }, ["CTCHEST"])?.state).toBe("radiation");
    expect(addOn("LDCT", { smoked: true, pregnant: true, asked: new Set(["LDCT"]) })?.state).toBe("pregnant");
  });

  test("never offers a CT within twelve months of one, and never what was done within its interval, to anybody", () => {
    const facts = fc.record({
      sex: fc.constantFrom("female" as const, "male" as const),
      age: fc.integer({ min: 18, max: 95 }),
      pregnant: fc.boolean(),
      smoked: fc.boolean(),
      family: fc
        .subarray(["diabetes", "ascvd", "hypertension", "cancer"] as const)
        .map((one) => new Set(one)),
      findings: fc
        .subarray([...new Set(addOnRules.flatMap(({ when }) => when.concern ?? []))])
        .map((all) => all.map((concern) => ({ concern, name: { en: concern, zh: concern } }))),
      asked: fc.constant(new Set<string>()),
      done: fc.array(
        fc.record({
          code: fc.constantFrom(...new Set(addOnRules.map(({ item }) => item)), "CTCHEST"),
          date: fc.integer({ min: 0, max: 130 }).map((months) => addMonths(on, -months)),
        }),
        { maxLength: 8 },
      ),
      on: fc.constant(on),
    });
    fc.assert(
      fc.property(facts, (one) => {
        for (const { code, state, because } of proposeAddOns(one, new Set())) {
          expect(because.length).toBeGreaterThan(0);
          if (state !== "proposed") continue;
          const sexOf = catalogueItem(code)?.sex;
          if (sexOf) expect(sexOf).toBe(one.sex);
          if (code === "LDCT")
            for (const { code: done, date } of one.done)
              if (["LDCT", "CTCHEST"].includes(done)) expect(addMonths(date, 12) <= on).toBe(true);
          const shortest = Math.min(
            ...addOnRules.filter(({ item }) => item === code).map(({ everyMonths }) => everyMonths),
          );
          for (const { code: done, date } of one.done)
            if (done === code && shortest !== Number.POSITIVE_INFINITY)
              expect(addMonths(date, shortest) <= on).toBe(true);
        }
      }),
    );
  });
});

describe("what is told before somebody chooses", () => {
  test("names the dose of X-rays as the catalogue does, and what each kind of examination may do", () => {
    for (const [code, msv] of Object.entries(radiationMsv))
      expect(catalogueItem(code)?.note).toContain(`radiation ${msv} mSv`);
    const { msv, risks, looksAt } = tellsOf(["LDCT", "DXA", "EGD", "WBC", "S-TALK"]);
    expect(msv).toBe(1.41);
    expect(risks.map(({ en }) => en).join(" ")).toMatch(/blood sample.*1\.41 mSv.*Endoscopy/);
    expect(looksAt.map(({ zh }) => zh)).toContain("健康宣教");
    expect(tellsOf(["HEIGHT"]).risks).toEqual([]);
  });
});
