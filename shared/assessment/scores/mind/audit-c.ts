import { formula } from "../formula.ts";
import * as ask from "../inputs.ts";
import type { Known } from "../known.ts";
import { answersAt, answersOf, sum } from "./answers.ts";

const from = { male: 4, female: 3 } as const;
const items = answersOf("AUDITCA", 3, 4);

/** Its own three answers; where only the whole test was answered, its first three are the same questions. */
const read = (known: Known) => answersAt(known, "AUDITCA") ?? answersAt(known, "AUDITA")?.slice(0, 3);

/** Alcohol use in three questions of 0–4, added. Positive from 4 for men, from 3 for women. */
export const auditC = formula({
  id: "AUDIT-C",
  name: { en: "AUDIT-C, alcohol use", zh: "AUDIT-C 饮酒简易筛查" },
  unit: "",
  decimals: 0,
  source: "Bush, Arch Intern Med 1998;158:1789; Bradley, Arch Intern Med 2003;163:821",
  status: "published",
  writtenAs: "sum of three answers, 0–4 each",
  onlyWith: ["AUDITCA", "AUDITA"],
  inputs: { items: { ...items, read }, sex: ask.sex },
  compute({ items, sex }) {
    const total = sum(items);
    const positive = total >= from[sex];
    return {
      value: total,
      band: positive
        ? { id: "positive", label: { en: "above the cut-off", zh: "阳性" } }
        : { id: "negative", label: { en: "below the cut-off", zh: "阴性" } },
      outputs: { total, positive },
    };
  },
});
