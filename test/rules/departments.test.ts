import { describe, expect, test } from "vitest";
import { shippedTemplates } from "../../shared/assessment/departments/data/templates.ts";
import {
  departmentCalled,
  departmentsOf,
  EditTemplateSchema,
  filledTemplate,
  slotsIn,
} from "../../shared/assessment/index.ts";
import { catalogue } from "../../shared/testing/index.ts";

const asked = new Set(["SMOKE"]);

describe("whose an item is", () => {
  test("is known of every item that is examined, one department each; what is asked is nobody's", () => {
    for (const { code, group, partOf } of catalogue) {
      const owners = departmentsOf(code);
      if (group === "questionnaires" || asked.has(code)) expect(owners, code).toEqual([]);
      else if (partOf) expect(owners.length, code).toBeGreaterThan(0);
      else expect(owners, code).toHaveLength(1);
    }
  });

  test("of a code is its examination's, whichever took the picture", () => {
    expect(departmentsOf("CTIRADS")).toEqual(["ultrasound"]);
    expect(departmentsOf("BIRADS")).toEqual(["ultrasound", "radiology"]);
    expect(departmentsOf("LUNGMM")).toEqual(["radiology"]);
    expect(departmentsOf("NO-SUCH-ITEM")).toEqual([]);
  });
});

describe("the sentences that are shipped", () => {
  test.each(shippedTemplates.map((one) => [one.id, one] as const))(
    "%s stands by the rule an edit must, in both languages, with items of its own department",
    (_, { id: _id, ...template }) => {
      expect(EditTemplateSchema.safeParse(template).error).toBeUndefined();
      for (const code of slotsIn(template.text.zh))
        expect(departmentsOf(code)).toContain(template.department);
      expect(departmentCalled(template.department)).toBeDefined();
    },
  );

  test("fill in values with their units, words in the reader's language, bounds as bounds, and leave a blank to be seen", () => {
    const date = "2026-11-20";
    const results = {
      SBP: { value: 128, unit: "mm[Hg]", date },
      CTIRADS: { value: "4A", unit: "", date },
      FPG: { value: 2, unit: "mmol/L", comparator: "<", date },
    } as const;
    const fill = (zh: string, en: string, language: "zh" | "en") =>
      filledTemplate({ text: { zh, en } }, results, language);
    expect(fill("{SBP.value}，{SBP}，{DBP}", "", "zh")).toBe("128，128 mmHg，＿＿");
    expect(fill("", "{CTIRADS}; {FPG}", "en")).toBe("4A (2–10 %); <2 mmol/L");
    expect(fill("{CTIRADS}", "", "zh")).toBe("4A 类（2%～10%）");
  });

  test.each<[string, object]>([
    ["an item that is none", { zh: "{NOPE}", en: "{NOPE}" }],
    ["different items in the two languages", { zh: "{SBP}", en: "{DBP}" }],
    ["a brace left open", { zh: "{SBP", en: "{SBP" }],
    ["nothing in one language", { zh: "未见异常", en: "" }],
  ])("are not edited to hold %s", (_, text) => {
    const edit = { department: "general", outcome: "abnormal", name: { zh: "甲", en: "a" }, text };
    expect(EditTemplateSchema.safeParse(edit).success).toBe(false);
  });
});
