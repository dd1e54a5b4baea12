import { describe, expect, test } from "vitest";
import type { Facts } from "../../shared/assessment/index.ts";
import { recheckRules } from "../../shared/monitoring/follow-ups/rules/recheck-rules.ts";
import { found, proposal, rulesOf, wellMan } from "./assessment-support.ts";

type Values = Record<string, number>;
const lipidFollowUps = (values: Values, diagnoses: string[] = []) =>
  proposal(values, { diagnoses })
    .findings.filter(({ concern }) => concern === "lipids")
    .flatMap(({ followUp }) => followUp ?? []);

describe("every raised lipid is measured again", () => {
  test("very high triglycerides do not swallow the LDL beside them", () => {
    const values = { ...wellMan, TG: 6, LDLC: 5.2, TC: 8.5 };
    expect(lipidFollowUps(values).toSorted()).toEqual(["lipid-high", "tg-severe"]);
  });

  test.each<[string, string, Values]>([
    ["tg-severe", "ldl-borderline", { TG: 6, LDLC: 3.6 }],
    ["tg-severe", "tc-high", { TG: 6, TC: 6.5 }],
    ["tg-severe", "hdl-low", { TG: 6, HDLC: 0.8 }],
    ["ldl-high", "tg-high", { LDLC: 4.3, TG: 2.5 }],
    ["ldl-high", "hdl-low", { LDLC: 4.3, HDLC: 0.8 }],
    ["tc-high", "hdl-low", { TC: 6.5, HDLC: 0.8 }],
    ["tg-high", "hdl-low", { TG: 2.5, HDLC: 0.8 }],
    ["tc-borderline", "tg-borderline", { TC: 5.5, TG: 1.9 }],
    ["ldl-borderline", "hdl-low", { LDLC: 3.6, HDLC: 0.8 }],
  ])("%s beside %s: what ends the follow-ups measures both", (one, other, values) => {
    const said = proposal({ ...wellMan, ...values });
    expect(rulesOf(said, "lipids")).toEqual(expect.arrayContaining([one, other]));
    const asked = said.findings.flatMap(({ concern, followUp }) =>
      concern === "lipids" ? recheckRules.filter(({ id }) => id === followUp) : [],
    );
    const measured = asked.flatMap(({ closedBy }) =>
      closedBy.anyOf.flatMap((way) => ("items" in way ? way.items : [])),
    );
    expect(measured).toEqual(expect.arrayContaining(Object.keys(values)));
  });
});

describe("the aim for LDL follows the overall risk", () => {
  const atRisk: Partial<Facts> & { age: number } = {
    age: 66,
    home: { north: true, urban: true },
    family: { ascvd: false },
    smoker: false,
  };
  const body = { ...wellMan, WAIST: 88, LDLC: 2.8 };
  const par = (values: Values, more: Partial<Facts> & { age: number }) =>
    proposal(values, more).scores.find(({ id }) => id === "CHINA-PAR")?.value ?? -1;

  test("2.6 and more is above it at moderate and at high risk, with the physician sooner at high", () => {
    const moderate = { ...body, SBP: 124, DBP: 76 };
    expect(par(moderate, atRisk)).toBeGreaterThanOrEqual(5);
    expect(par(moderate, atRisk)).toBeLessThan(10);
    expect(found(proposal(moderate, atRisk), "ldl-above-target-risk")).toMatchObject({
      class: "sub-health",
      followUp: "lipid-borderline",
      status: "needs sign-off",
    });
    const high = { ...body, SBP: 158, DBP: 84 };
    expect(par(high, atRisk)).toBeGreaterThanOrEqual(10);
    expect(found(proposal(high, atRisk), "ldl-above-target-risk")?.followUp).toBe("lipid-high");
    expect(rulesOf(proposal({ ...high, LDLC: 2.5 }, atRisk), "lipids")).toEqual([]);
  });

  test("nothing is said of it at low risk, or where the risk cannot be told", () => {
    const young = { ...atRisk, age: 42 };
    expect(par(body, young)).toBeGreaterThan(0);
    expect(par(body, young)).toBeLessThan(5);
    expect(rulesOf(proposal(body, young), "lipids")).toEqual([]);
    expect(rulesOf(proposal(body, { age: 66 }), "lipids")).toEqual([]);
  });

  test("a graver lipid rule speaks alone", () => {
    const high = { ...body, SBP: 158, DBP: 84, LDLC: 4.2 };
    expect(rulesOf(proposal(high, atRisk), "lipids")).toContain("ldl-high");
    expect(rulesOf(proposal(high, atRisk), "lipids")).not.toContain("ldl-above-target-risk");
  });

  test.each([25, 45])("with diabetes it is under 2.6 at %d years as well", (age) => {
    const said = proposal({ ...wellMan, LDLC: 2.6 }, { age, diagnoses: ["diabetes"] });
    expect(found(said, "ldl-above-target-diabetes")).toMatchObject({ followUp: "lipid-high" });
  });
});

describe("what is said of known dyslipidaemia contradicts nothing beside it", () => {
  const calm = "None of today's values is in the high range. Please go on with what was agreed.";
  const meaning = (values: Values, diagnoses: string[] = []) =>
    found(proposal({ ...wellMan, ...values }, { diagnoses: ["dyslipidaemia", ...diagnoses] }), "lipids-known")
      ?.meaning.en;

  test("with good values it is well looked after", () => {
    expect(meaning({})).toBe(calm);
    expect(lipidFollowUps(wellMan, ["dyslipidaemia"])).toEqual(["lipid-known-stable"]);
  });

  test.each<[string, Values, string[]]>([
    ["a high non-HDL", { TC: 6.1, HDLC: 1.1, LDLC: 4 }, []],
    ["LDL above the target of heart disease", { LDLC: 2 }, ["ascvd"]],
    ["LDL above the target of diabetes", { LDLC: 2.8 }, ["diabetes"]],
  ])("beside %s nobody reads that all is in order", (_, values, diagnoses) => {
    expect(meaning(values, diagnoses)).toMatch(/room for improvement/);
    expect(lipidFollowUps({ ...wellMan, ...values }, ["dyslipidaemia", ...diagnoses])).toEqual([
      "lipid-high",
    ]);
  });
});
