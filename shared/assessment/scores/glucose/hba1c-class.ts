import { formula } from "../formula.ts";
import * as ask from "../inputs.ts";
import { type Known, numberOf } from "../known.ts";
import { climbed } from "../ladder.ts";
import { rounded } from "../rounding.ts";

const bands = [
  { id: "normal", label: { en: "under the range of pre-diabetes", zh: "低于糖尿病前期范围" } },
  { id: "prediabetes", label: { en: "pre-diabetes range", zh: "糖尿病前期范围" } },
  { id: "diabetes-range", label: { en: "diabetic range", zh: "达到糖尿病诊断范围" } },
] as const;

/**
 * HbA1c by the whole-number IFCC cut-offs of 42 and 48 mmol/mol. A percentage from an exam is brought to
 * whole mmol/mol first, as it would have been reported: 6.5 % is 48.
 */
export const hba1cClass = formula({
  id: "HBA1C-CLASS",
  published: "HbA1c-class",
  name: { en: "HbA1c class (IFCC)", zh: "糖化血红蛋白分类（IFCC）" },
  unit: "mmol/mol",
  decimals: 0,
  source: "International Expert Committee 2009; WHO 2011",
  status: "published",
  writtenAs: "42 / 48 mmol/mol",
  audience: "physician",
  onlyWith: ["HBA1C"],
  inputs: {
    hba1cMmolMol: {
      ...ask.hba1cMmolMol(),
      read: (known: Known) => {
        const ngsp = numberOf(known, "HBA1C");
        return typeof ngsp === "number" ? rounded((ngsp - 2.15) * 10.929, 0) : ngsp;
      },
    },
    age: ask.optional(ask.age()),
    pregnant: ask.notPregnant,
  },
  compute({ hba1cMmolMol }) {
    return {
      value: hba1cMmolMol,
      band: climbed(bands, [42, 48], hba1cMmolMol),
      outputs: { atLeastPrediabetes: hba1cMmolMol >= 42, diabetes: hba1cMmolMol >= 48 },
    };
  },
});
