import { expect, test } from "vitest";
import { mainMeasure } from "../../functions/web/pages/worklist/looked-at.ts";
import type { FollowUp } from "../../shared/monitoring/index.ts";

const measured = (items: string[]) => [
  {
    date: "2026-11-20",
    results: Object.fromEntries(items.map((item) => [item, { value: 1, unit: "", date: "2026-11-20" }])),
  },
];

test.each([
  ["high triglycerides show triglycerides", "lipid-high", ["TG", "TC", "HDLC", "LDLC"], "TG"],
  ["high LDL cholesterol shows LDL cholesterol", "lipid-high", ["LDLC", "TC", "TG"], "LDLC"],
  [
    "obesity shows the weight, which is weighed again, not the height",
    "bmi-obese",
    ["HEIGHT", "WEIGHT"],
    "WEIGHT",
  ],
  ["a wide waist shows the waist", "bmi-overweight", ["WAIST"], "WAIST"],
])("in the worklist, %s", (_, rule, items, shown) => {
  const followUp = { rule, items } as unknown as FollowUp;
  expect(mainMeasure(followUp, measured(["TC", "LDLC", "TG", "HEIGHT", "WEIGHT", "WAIST"]))?.codes[0]).toBe(
    shown,
  );
});
