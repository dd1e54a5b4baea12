import { describe, expect, test } from "vitest";
import { shippedBook } from "../../shared/assessment/index.ts";
import { recheckRules } from "../../shared/monitoring/follow-ups/rules/recheck-rules.ts";
import { catalogueItem } from "../../shared/testing/index.ts";
import { found, proposal, rulesOf, wellMan } from "./assessment-support.ts";

type Coded = Record<string, string | number>;
const woman = { sex: "female" as const };

const followUps = (coded: Coded, more: Parameters<typeof proposal>[1] = {}) =>
  proposal(coded, more).findings.flatMap(({ followUp }) => followUp ?? []);

describe("a coded finding asks for the re-check of its row", () => {
  test.each<[string, Coded]>([
    ["thyroid-c3", { CTIRADS: "3" }],
    ["thyroid-c4a-small", { CTIRADS: "4A", THYMM: 14.9 }],
    ["thyroid-c4a-small", { CTIRADS: "5", THYMM: 9 }],
    ["thyroid-c-fna", { CTIRADS: "4A", THYMM: 15 }],
    ["thyroid-c-fna", { CTIRADS: "4B", THYMM: 10 }],
    ["thyroid-tr3", { ACRTR: "TR3", THYMM: 15 }],
    ["thyroid-tr4", { ACRTR: "TR4", THYMM: 10 }],
    ["thyroid-tr5", { ACRTR: "TR5", THYMM: 5 }],
    ["thyroid-acr-fna", { ACRTR: "TR3", THYMM: 25 }],
    ["thyroid-acr-fna", { ACRTR: "TR4", THYMM: 15 }],
    ["thyroid-acr-fna", { ACRTR: "TR5", THYMM: 10 }],
    ["lung-solid-lt6-high-risk", { LUNGTYPE: "solid", LUNGN: "single", LUNGMM: 4, LUNGRISK: "high" }],
    ["lung-solid-6-8", { LUNGTYPE: "solid", LUNGN: "single", LUNGMM: 8.4, LUNGRISK: "low" }],
    ["lung-solid-gt8", { LUNGTYPE: "solid", LUNGN: "single", LUNGMM: 8.5 }],
    ["lung-solid-gt8", { LUNGTYPE: "solid", LUNGN: "single", LUNGMM: 31 }],
    ["lung-solid-multiple", { LUNGTYPE: "solid", LUNGN: "multiple", LUNGMM: 6 }],
    ["lung-ggn-6", { LUNGTYPE: "ground-glass", LUNGN: "single", LUNGMM: 6 }],
    ["lung-part-solid-6", { LUNGTYPE: "part-solid", LUNGN: "single", LUNGMM: 12, LUNGSOLIDMM: 8 }],
    ["lung-subsolid-multiple", { LUNGTYPE: "ground-glass", LUNGN: "multiple", LUNGMM: 4 }],
    ["lungrads-0", { LUNGRADS: "0" }],
    ["lungrads-2", { LUNGRADS: "2" }],
    ["lungrads-3", { LUNGRADS: "3" }],
    ["lungrads-4a", { LUNGRADS: "4A" }],
    ["lungrads-4b", { LUNGRADS: "4X" }],
    ["c-lungrads-1", { CLUNGRADS: "1" }],
    ["c-lungrads-2", { LDCT: "nodule", LUNGTYPE: "solid", LUNGMM: 6 }],
    ["c-lungrads-3", { LDCT: "nodule", LUNGTYPE: "ground-glass", LUNGMM: 20 }],
    ["c-lungrads-4", { CLUNGRADS: "4" }],
    ["class-b", { LUNGMM: 7 }],
    ["birads-0", { BIRADS: "0" }],
    ["birads-3", { BIRADS: "3" }],
    ["birads-4-5", { BIRADS: "4A" }],
    ["birads-4-5", { BIRADS: "5" }],
    ["class-b", { MASSABD: "liver" }],
    ["gallbladder-polyp-10", { POLYPGB: 10 }],
    ["gallbladder-polyp-10", { POLYPGB: 7, POLYPGBRISK: "present" }],
    ["gallbladder-polyp-6", { POLYPGB: 6 }],
    ["gallbladder-polyp-6", { POLYPGB: 4, POLYPGBRISK: "present" }],
    ["fatty-liver", { STEATOSIS: "mild" }],
    ["carotid-plaque", { PLAQUEMM: 1.5 }],
    ["bone-low", { DXA: -2.5 }],
    ["cervix-abnormal", { HPVTYPE: "16/18" }],
    ["cervix-abnormal", { CYTO: "ASC-US", HPVTYPE: "other" }],
    ["cervix-abnormal", { CYTO: "HSIL", HPVTYPE: "negative" }],
    ["class-b", { CYTO: "ASC-US" }],
    ["cervix-repeat", { CYTO: "NILM", HPVTYPE: "other" }],
    ["colon-1", { COLONFIND: "normal" }],
    ["colon-2", { COLONFIND: "adenoma-1-2" }],
    ["colon-3", { COLONFIND: "serrated-3-4" }],
    ["colon-4", { COLONFIND: "adenoma-advanced" }],
    ["colon-5", { COLONFIND: "adenoma-over-10" }],
    ["colon-6", { COLONFIND: "piecemeal-20" }],
    ["colon-serrated", { COLONFIND: "serrated-1-2" }],
    ["class-b", { COLONFIND: "cancer-suspected" }],
  ])("%s by %o", (wanted, coded) => {
    expect(followUps(coded, woman)).toEqual([wanted]);
  });

  test("and one that is in order asks for nothing", () => {
    for (const coded of [
      { CTIRADS: "1" },
      { CTIRADS: "2", THYMM: 30 },
      { ACRTR: "TR2", THYMM: 30 },
      { ACRTR: "TR4", THYMM: 9 },
      { ACRTR: "TR3", THYMM: 14 },
      { LUNGTYPE: "solid", LUNGN: "single", LUNGMM: 5, LUNGRISK: "low" },
      { LUNGTYPE: "calcified", LUNGMM: 9 },
      { LDCT: "calcified", LUNGTYPE: "calcified", LUNGMM: 9 },
      { LUNGRADS: "1", LUNGTYPE: "solid", LUNGN: "single", LUNGMM: 9 },
      { CLUNGRADS: "0" },
      { BIRADS: "1" },
      { BIRADS: "2" },
      { MASSABD: "none" },
      { POLYPGB: 5, POLYPGBRISK: "none" },
      { STEATOSIS: "none" },
      { PLAQUEMM: 1.4 },
      { HPVTYPE: "negative", CYTO: "NILM" },
    ] satisfies Coded[])
      expect(followUps(coded, woman), JSON.stringify(coded)).toEqual([]);
  });
});

test("every re-check rule is asked for by some rule, or it is known why not", () => {
  const { rules, outside } = shippedBook.ruleSetFor("2026-11-20");
  const asked = new Set([
    outside.far.followUp,
    ...rules.flatMap(({ variants = [], ...rule }) =>
      [rule, ...variants].flatMap(({ followUp, repeat }) => [followUp, repeat]),
    ),
  ]);
  const notByAnExam: Readonly<Record<string, string>> = {
    "lipid-on-drug": "begins with a prescription, not with a value",
    "hp-after-treatment": "begins when the treatment is recorded",
  };
  const unasked = recheckRules.map(({ id }) => id).filter((id) => !asked.has(id));
  expect(unasked.toSorted()).toEqual(Object.keys(notByAnExam).toSorted());
});

describe("what a coded finding says of a person", () => {
  test("more than one in ten malignant is the path of disease, less is to be confirmed", () => {
    const path = (coded: Coded) => proposal({ ...wellMan, ...coded }, woman).grade.path;
    for (const coded of [
      { CTIRADS: "4B", THYMM: 12 },
      { ACRTR: "TR5", THYMM: 12 },
      { BIRADS: "4B" },
      { CLUNGRADS: "4" },
      { LUNGRADS: "4B" },
      { CYTO: "cancer" },
    ] satisfies Coded[])
      expect(path(coded), JSON.stringify(coded)).toBe("disease");
    for (const coded of [
      { CTIRADS: "4A", THYMM: 20 },
      { ACRTR: "TR4", THYMM: 20 },
      { BIRADS: "4A" },
      { CLUNGRADS: "3" },
      { LUNGRADS: "4A" },
      { CYTO: "HSIL" },
      { POLYPGB: 12 },
    ] satisfies Coded[])
      expect(path(coded), JSON.stringify(coded)).toBe("needs-confirmation");
    expect(path({ CTIRADS: "3", THYMM: 5 })).toBe("sub-health");
    expect(proposal({ ...wellMan, COLONFIND: "normal", CTIRADS: "2" }).grade.path).toBe("healthy");
  });

  test("is told in the words of the report, in both languages", () => {
    const thyroid = found(proposal({ CTIRADS: "4A", THYMM: 18 }), "thyroid-c4a");
    expect(thyroid?.sentence.en).toBe(
      "Thyroid nodule, C-TIRADS: 4A (2–10 %); Thyroid nodule, largest diameter: 18 mm.",
    );
    expect(thyroid?.sentence.zh).toContain("4A 类（2%～10%）");
  });

  test("the worst of one place speaks alone", () => {
    expect(rulesOf(proposal({ CTIRADS: "3", ACRTR: "TR5", THYMM: 12 }), "thyroid-nodule")).toEqual([
      "thyroid-tr5-fna",
    ]);
    expect(rulesOf(proposal({ CLUNGRADS: "2", LUNGRADS: "4A" }), "lung-nodule")).toEqual([
      "lung-lungrads-4a",
    ]);
    expect(rulesOf(proposal({ CYTO: "HSIL", HPVTYPE: "16/18" }, woman), "cervix")).toEqual([
      "cervix-high-grade",
    ]);
  });

  test("a nodule that neither system is made for goes to a physician", () => {
    const nodule = { LUNGTYPE: "solid", LUNGN: "single", LUNGMM: 7, LUNGRISK: "low" };
    expect(followUps(nodule, { age: 34 })).toEqual(["class-b"]);
    expect(followUps(nodule, { diagnoses: ["cancer"] })).toEqual(["class-b"]);
    expect(followUps(nodule, { diagnoses: ["immunosuppression"] })).toEqual(["class-b"]);
    expect(followUps({ ...nodule, LDCT: "nodule" }, { age: 34 })).toEqual(["c-lungrads-2"]);
    expect(followUps({ LDCT: "nodule", LUNGTYPE: "part-solid", LUNGMM: 9 })).toEqual(["class-b"]);
  });

  test("what nobody said makes a small nodule's advice more cautious, never silent", () => {
    const small = { LUNGTYPE: "solid", LUNGN: "single", LUNGMM: 4 };
    expect(followUps(small)).toEqual(["lung-solid-lt6-high-risk"]);
    expect(followUps({ ...small, LUNGN: "multiple" })).toEqual(["lung-solid-lt6-high-risk"]);
    for (const coded of [
      { LUNGMM: 4 },
      { LUNGTYPE: "solid", LUNGMM: 4, LUNGRISK: "low" },
      { LUNGTYPE: "solid" },
      { LUNGTYPE: "ground-glass", LUNGN: "single" },
      { LDCT: "nodule", LUNGMM: 4 },
      { ...small, LUNGMM: "<6", LUNGRISK: "low" },
      { LUNGTYPE: "part-solid", LUNGN: "single", LUNGMM: 9 },
      { LUNGTYPE: "part-solid", LUNGN: "single", LUNGMM: 5.7 },
    ] satisfies Coded[])
      expect(followUps(coded), JSON.stringify(coded)).toEqual(["class-b"]);
  });

  test("with cancer or weak defence a nodule of any size goes to a physician, under 35 a small one too", () => {
    const small = { LUNGTYPE: "solid", LUNGN: "single", LUNGMM: 3, LUNGRISK: "low" };
    for (const known of ["cancer", "immunosuppression"]) {
      const said = proposal(small, { diagnoses: [known] });
      expect(found(said, "lung-nodule-unplaced")).toMatchObject({ severity: 3, followUp: "class-b" });
      expect(followUps({ LUNGMM: 3 }, { diagnoses: [known] })).toEqual(["class-b"]);
      expect(followUps({ LUNGTYPE: "calcified", LUNGMM: 3 }, { diagnoses: [known] })).toEqual([]);
    }
    expect(found(proposal(small, { age: 34 }), "lung-nodule-undecided")).toMatchObject({ severity: 1 });
    expect(followUps(small, { age: 34 })).toEqual(["class-b"]);
  });

  test("a nodule for which the guideline asks nothing is spoken of, and does not grade", () => {
    const small = { LUNGTYPE: "ground-glass", LUNGN: "single", LUNGMM: 4 };
    const said = proposal({ ...wellMan, ...small });
    expect(found(said, "lung-no-follow-up")).toMatchObject({ class: "normal" });
    expect(said.grade.path).toBe("healthy");
  });

  test("measures that contradict each other are read again", () => {
    const slip = { LUNGTYPE: "part-solid", LUNGMM: 9, LUNGSOLIDMM: 12 };
    for (const coded of [
      { ...slip, LUNGN: "single" },
      { ...slip, LDCT: "nodule" },
      { ...slip, LDCT: "nodule", LUNGMM: 5 },
    ]) {
      const said = proposal(coded);
      expect(found(said, "lung-nodule-undecided"), JSON.stringify(coded)).toMatchObject({
        class: "suspected",
        severity: 3,
        name: { en: "Lung nodule, measures to be read again" },
        followUp: "class-b",
      });
    }
    expect(followUps({ ...slip, LUNGN: "single" }, { age: 30 })).toEqual(["class-b"]);
  });

  test("blood in the stool asks for no second colonoscopy where the same exam brought one", () => {
    expect(followUps({ FIT: "positive" })).toEqual(["fit-positive"]);
    expect(followUps({ FIT: "positive", COLONFIND: "adenoma-1-2" })).toEqual(["colon-2"]);
  });

  test("fatty liver with a scarring index in between leaves the follow-up to that", () => {
    const scarred = { AST: 40, ALT: 40, PLT: 180, STEATOSIS: "moderate" };
    const said = proposal(scarred, { age: 55 });
    expect(found(said, "fatty-liver-scarring")?.followUp).toBeUndefined();
    expect(said.findings.map(({ followUp }) => followUp)).toContain("fib4-indeterminate");
  });
});

test("rules name only words their item may be", () => {
  const wrong: string[] = [];
  const walk = (at: unknown, rule: string): void => {
    if (typeof at !== "object" || at === null) return;
    if ("item" in at && "oneOf" in at) {
      const words = catalogueItem(at.item as string)?.words?.map(({ code }) => code.toLowerCase());
      for (const word of at.oneOf as string[])
        if (words && !words.includes(word)) wrong.push(`${rule} ${word}`);
    }
    for (const inner of Object.values(at)) walk(inner, rule);
  };
  for (const rule of shippedBook.ruleSetFor("2026-11-20").rules) walk(rule.when, rule.id);
  expect(wrong).toEqual([]);
});
