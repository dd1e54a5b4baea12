import { formula } from "../formula.ts";
import * as ask from "../inputs.ts";

/**
 * Uric acid of one day, µmol/L: over 420 in either sex is the range that counts as hyperuricaemia when a
 * second day agrees. The older limit for women, over 360, is said beside it.
 */
export const urateClass = formula({
  id: "URATE-CLASS",
  name: { en: "Uric acid class", zh: "尿酸分类" },
  unit: "umol/L",
  decimals: 0,
  source: "中国高尿酸血症与痛风诊疗指南（2019）",
  status: "published",
  writtenAs: "over 420 µmol/L",
  inputs: {
    sex: ask.sex,
    urateUmol: ask.urateUmol(),
    age: ask.optional(ask.age()),
    pregnant: ask.notPregnant,
  },
  compute({ sex, urateUmol }) {
    const high = urateUmol > 420;
    const older = sex === "female" && urateUmol > 360;
    return {
      value: urateUmol,
      band: high
        ? { id: "high", label: { en: "over 420: repeat on another day", zh: "高于420，需另一日复查" } }
        : { id: "normal", label: { en: "not raised", zh: "未升高" } },
      ...(older &&
        !high && {
          note: {
            en: "Over the older limit for women (360).",
            zh: "高于旧标准的女性界值（360）。",
          },
        }),
      outputs: { high, highByOlderLimit: high || older },
    };
  },
});
