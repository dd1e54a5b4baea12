import { describe, expect, test } from "vitest";
import { found, proposal, rulesOf, wellMan } from "./assessment-support.ts";

const known = { diagnoses: ["diabetes"] };
const unfasted = { fasting: false };
const { HBA1C: _, ...noHba1c } = wellMan;
const { FPG: __, ...noGlucose } = noHba1c;

describe("a known diabetes", () => {
  test("is at target by a fasting glucose up to 7 or an HbA1c under 7, and by nothing else", () => {
    expect(rulesOf(proposal({ ...noHba1c, FPG: 7 }, known), "glycaemia")).toEqual(["diabetes-at-target"]);
    expect(rulesOf(proposal({ ...noGlucose, HBA1C: 6.9 }, known), "glycaemia")).toEqual([
      "diabetes-at-target",
    ]);
    const eaten = proposal({ ...noHba1c, FPG: 8.4 }, { ...known, ...unfasted });
    expect(found(eaten, "diabetes-not-judged")).toMatchObject({
      class: "disease",
      followUp: "hba1c-on-treatment",
      meaning: { en: expect.stringContaining("cannot be said") },
    });
  });

  test("is above target after a meal from 11.1 on, though the HbA1c is good", () => {
    for (const values of [noHba1c, { ...wellMan, HBA1C: 6.4 }]) {
      const said = proposal({ ...values, FPG: 15 }, { ...known, ...unfasted });
      expect(rulesOf(said, "glycaemia")).toEqual(["diabetes-above-target"]);
      expect(found(said, "diabetes-above-target")?.sentence.en).toMatch(/^Glucose after eating 15 mmol/);
    }
    expect(rulesOf(proposal({ ...noHba1c, FPG: 5.8, OGTT2H: 12 }, known), "glycaemia")).toEqual([
      "diabetes-above-target",
    ]);
  });

  test("shows an HbA1c as what it is at target by, not a glucose after a meal as a fasting one", () => {
    const said = found(
      proposal({ ...wellMan, FPG: 9, HBA1C: 6.5 }, { ...known, ...unfasted }),
      "diabetes-at-target",
    );
    expect(said?.sentence.en).toContain("6.5");
    expect(said?.sentence.en).not.toContain("9");
  });
});

describe("a medicine is not health", () => {
  test("a good pressure on a pressure medicine is treated and at target, whether or not the diagnosis is ticked", () => {
    const drugs = ["antihypertensive"];
    const said = proposal({ ...wellMan, SBP: 128, DBP: 78 }, { drugs });
    expect(found(said, "bp-known-at-target")).toMatchObject({
      class: "disease",
      followUp: "bp-known-at-target",
      name: { en: "Blood pressure on treatment, at target" },
      status: "needs sign-off",
    });
    expect(found(proposal({ ...wellMan, SBP: 150 }, { drugs }), "bp-grade1")).toMatchObject({
      class: "disease",
      followUp: "bp-known-above-target",
    });
    const unmeasured = proposal({ FPG: 5 }, { drugs });
    expect(found(unmeasured, "bp-treated-not-judged")?.sentence.en).toBe(
      "Upper value not measured, lower value not measured.",
    );
  });

  test("good glucose on metformin is treated and at target, a bad one above it", () => {
    const drugs = ["glucose-lowering"];
    const name = (values: Record<string, number>) =>
      proposal({ ...wellMan, ...values }, { drugs }).findings.find(({ concern }) => concern === "glycaemia")
        ?.name.en;
    expect(name({ FPG: 5.6, HBA1C: 6 })).toBe("Glucose on treatment, at target");
    expect(name({ FPG: 7.8, HBA1C: 7.4 })).toBe("Glucose on treatment, above target");
    expect(proposal({ ...wellMan, FPG: 5.6, HBA1C: 6 }, { drugs }).grade.path).toBe("disease");
    expect(found(proposal({ SBP: 112, DBP: 72 }, { drugs }), "diabetes-not-judged")).toBeDefined();
  });
});

describe("in pregnancy", () => {
  const expecting = { sex: "female", age: 31, pregnant: true } as const;
  const asked = (values: Record<string, number | string>, concern: string, more = {}) =>
    proposal({ ...wellMan, HGB: 125, CREA: 55, ...values }, { ...expecting, ...more }).findings.filter(
      (one) => one.concern === concern && one.class !== "normal",
    );

  test("a fasting glucose from 5.1 and a two-hour value from 8.5 go to the obstetric team", () => {
    for (const values of [{ FPG: 5.1 }, { OGTT2H: 8.5 }, { HBA1C: 6.2 }])
      expect(asked({ FPG: 4.6, ...values }, "glycaemia")).toMatchObject([
        {
          rule: "glucose-raised-in-pregnancy",
          class: "suspected",
          followUp: "glucose-in-pregnancy",
          status: "needs sign-off",
        },
      ]);
    expect(asked({ FPG: 5, OGTT2H: 8.4 }, "glycaemia")).toEqual([]);
    expect(asked({ FPG: 5.5 }, "glycaemia", { pregnant: false })).toEqual([]);
    expect(asked({ FPG: 7.4 }, "glycaemia")).toMatchObject([
      { rule: "diabetes-range-in-pregnancy", followUp: "glucose-in-pregnancy" },
    ]);
    expect(asked({ FPG: 4.6 }, "glycaemia", { drugs: ["glucose-lowering"] })).toMatchObject([
      { rule: "diabetes-in-pregnancy", class: "disease", followUp: "glucose-in-pregnancy" },
    ]);
  });

  test("a pressure from 140 over 90 is seen within days, from 160 over 110 today", () => {
    expect(asked({ SBP: 140 }, "blood-pressure")).toMatchObject([
      { rule: "bp-raised-in-pregnancy", severity: 3, followUp: "bp-in-pregnancy" },
    ]);
    for (const values of [{ SBP: 160 }, { DBP: 110 }, { SBP: 185 }])
      expect(asked(values, "blood-pressure")).toMatchObject([
        { rule: "bp-severe-in-pregnancy", severity: 4, followUp: "class-a", repeat: "bp-grade3" },
      ]);
    expect(asked({ SBP: 126, DBP: 82 }, "blood-pressure")).toEqual([]);
    expect(asked({}, "blood-pressure", { drugs: ["antihypertensive"] })).toMatchObject([
      { rule: "bp-known-in-pregnancy", followUp: "bp-in-pregnancy" },
    ]);
  });

  test("lipids are not judged, do not count as examined, and dangerous triglycerides are still told", () => {
    const lipids = { TC: 7.4, LDLC: 5, TG: 3.1, HDLC: 0.9 };
    const said = proposal({ ...wellMan, ...lipids }, expecting);
    expect(rulesOf(said, "lipids")).toEqual(["lipids-in-pregnancy"]);
    expect(said.findings.filter(({ concern }) => concern === "reference-range")).toEqual([]);
    expect(said.grade.missing).toEqual(expect.arrayContaining(["TC", "TG", "HDLC", "LDLC"]));
    expect(asked({ ...lipids, TG: 8 }, "lipids")).toMatchObject([
      { rule: "tg-severe-in-pregnancy", followUp: "tg-severe" },
    ]);
  });
});

describe("a second value confirms only if nothing speaks against it", () => {
  test("an exam between that measured one of the values, and not raised, begins the count anew", () => {
    const earlier = { "2026-06-01": { FPG: 5 }, "2025-11-01": { FPG: 7.6 } };
    expect(found(proposal({ ...wellMan, FPG: 7.4 }, { earlier }), "diabetes-range")?.class).toBe("suspected");
    const pressure = { "2026-06-01": { SBP: 118 }, "2025-11-01": { SBP: 150, DBP: 95 } };
    expect(found(proposal({ ...wellMan, SBP: 150 }, { earlier: pressure }), "bp-grade1")?.class).toBe(
      "suspected",
    );
  });

  test("an exam between that measured none of them, or a bound that says nothing, is passed over", () => {
    for (const between of [{ HGB: 150 }, { HBA1C: ">5" }]) {
      const earlier = { "2026-06-01": between, "2025-11-01": { FPG: 7.6 } };
      expect(found(proposal({ ...wellMan, FPG: 7.4 }, { earlier }), "diabetes-range")?.class).toBe("disease");
    }
  });

  test("two readings more than two years apart confirm nothing; what lasts is proven by time", () => {
    const raised = (day: string) =>
      found(proposal({ ...wellMan, SBP: 150 }, { earlier: { [day]: { SBP: 152, DBP: 96 } } }), "bp-grade1")
        ?.class;
    expect(raised("2024-11-20")).toBe("disease");
    expect(raised("2024-11-10")).toBe("suspected");
    expect(raised("2019-11-20")).toBe("suspected");
    const kidney = proposal({ ...wellMan, CREA: 140 }, { earlier: { "2019-11-20": { CREA: 138 } } });
    expect(found(kidney, "egfr-g3a")?.class).toBe("disease");
  });
});

describe("what was confirmed", () => {
  const twice = (values: Record<string, number>) => ({
    "2025-05-01": { ...wellMan, ...values },
    "2025-01-20": { ...wellMan, ...values },
  });

  test("is followed up as confirmed, no longer as one value that waits for a second", () => {
    const asked = (values: Record<string, number>, rule: string) =>
      found(proposal({ ...wellMan, ...values }, { earlier: twice(values) }), rule)?.followUp;
    expect(asked({ FPG: 7.6 }, "diabetes-above-target")).toBe("diabetes-new-confirmed");
    expect(asked({ SBP: 150 }, "bp-grade1")).toBe("bp-known-above-target");
    expect(asked({ SBP: 165 }, "bp-grade2")).toBe("bp-grade2-confirmed");
    const second = { earlier: { "2026-09-01": { FPG: 7.3 } } };
    expect(found(proposal({ ...wellMan, FPG: 7.6 }, second), "diabetes-range")).toMatchObject({
      class: "disease",
      followUp: "diabetes-new-confirmed",
    });
  });

  test.each([
    ["bp-known-at-target", { SBP: 150, DBP: 95 }, "High blood pressure, in range today"],
    ["diabetes-at-target", { FPG: 7.6 }, "Diabetes, in range today"],
    ["kidney-confirmed-before", { CREA: 140 }, "Chronic kidney disease, in range today"],
  ])("%s: is not over by good values, whose sentence says when it was confirmed", (rule, values, name) => {
    const said = proposal(wellMan, { earlier: { "2025-11-18": wellMan, ...twice(values) } });
    expect(said.grade).toMatchObject({ path: "disease", reasons: [rule] });
    const finding = found(said, rule);
    expect(finding).toMatchObject({ class: "disease", severity: 1, name: { en: name } });
    for (const text of Object.values(finding?.sentence ?? {})) expect(text).toContain("2025-05-01");
    expect(finding?.followUp).toBeDefined();
    expect(said.gone.filter(({ class: was }) => was === "disease")).toEqual([]);
  });

  test("raised again after years in range is known, and does not wait for a second day", () => {
    const earlier = { "2025-11-18": wellMan, ...twice({ SBP: 150, DBP: 95 }) };
    expect(found(proposal({ ...wellMan, SBP: 146 }, { earlier }), "bp-grade1")).toMatchObject({
      class: "disease",
      followUp: "bp-known-above-target",
    });
  });

  test("one raised value in the past is no disease", () => {
    const earlier = { "2025-11-18": { ...wellMan, SBP: 150, DBP: 95, FPG: 7.4, CREA: 140 } };
    expect(proposal(wellMan, { earlier }).grade.path).toBe("healthy");
  });
});
