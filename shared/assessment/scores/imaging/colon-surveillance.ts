import type { Bilingual } from "../../../kernel/text.ts";
import { formula, type NumberAsked } from "../formula.ts";
import { millimetres, sign } from "./asked.ts";

/** When the next colonoscopy is due: months, from…to. */
interface Interval {
  id: string;
  from: number;
  to: number;
  label: Bilingual;
}

const years = (id: string, from: number, to = from): Interval => {
  const span = from === to ? `${from}` : `${from}–${to}`;
  return {
    id,
    from: from * 12,
    to: to * 12,
    label: {
      en: `Colonoscopy again in ${span} ${span === "1" ? "year" : "years"}`,
      zh: `${span.replace("–", "～")} 年后复查结肠镜`,
    },
  };
};

const tenYears = years("10y", 10);
const sevenToTen = years("7-10y", 7, 10);
const fiveToTen = years("5-10y", 5, 10);
const threeToFive = years("3-5y", 3, 5);
const threeYears = years("3y", 3);
const oneYear = years("1y", 1);
const halfYear: Interval = {
  id: "6mo",
  from: 6,
  to: 6,
  label: { en: "Colonoscopy again in 6 months", zh: "6 个月后复查结肠镜" },
};

const polyps = (en: string, zh: string) =>
  ({
    kind: "number",
    unit: "",
    min: 0,
    max: 200,
    optional: true,
    label: { en, zh },
  }) as const satisfies NumberAsked;
const largest = (en: string, zh: string) => ({ ...millimetres({ en, zh }, 200), optional: true }) as const;

function adenomas(count: number, mm: number, worse: boolean): Interval | undefined {
  if (count === 0) return undefined;
  if (count > 10) return oneYear;
  if (count >= 5 || mm >= 10 || worse) return threeYears;
  return count >= 3 ? threeToFive : sevenToTen;
}

function serrated(count: number, mm: number, dysplasia: boolean): Interval | undefined {
  if (count === 0) return undefined;
  if (count >= 5 || mm >= 10 || dysplasia) return threeYears;
  return count >= 3 ? threeToFive : fiveToTen;
}

/**
 * When the next colonoscopy is due after a complete one with good preparation: of everything found, the soonest.
 * US Multi-Society Task Force 2020 (PMC7389642); its adenoma rows from general knowledge. Guidelines differ:
 * European ones wait longer.
 */
export const colonSurveillance = formula({
  id: "COLON-USMSTF-2020",
  name: { en: "Next colonoscopy after polyps", zh: "息肉切除后结肠镜复查间隔" },
  unit: "mo",
  decimals: 0,
  source: "US Multi-Society Task Force 2020 (PMC7389642)",
  status: "needs sign-off",
  writtenAs: "the soonest of what adenomas, serrated and hyperplastic polyps each ask for",
  inputs: {
    adenomas: polyps("tubular adenomas, how many", "管状腺瘤个数"),
    adenomaMm: largest("largest adenoma", "最大腺瘤"),
    villousOrHighGrade: sign("villous, or high-grade dysplasia", "绒毛状或高级别上皮内瘤变"),
    sessileSerrated: polyps("sessile serrated polyps, how many", "无蒂锯齿状病变个数"),
    serratedMm: largest("largest serrated polyp", "最大锯齿状病变"),
    serratedDysplasia: sign(
      "serrated with dysplasia, or traditional serrated adenoma",
      "锯齿状病变伴异型增生，或传统锯齿状腺瘤",
    ),
    hyperplasticMm: largest("largest hyperplastic polyp", "最大增生性息肉"),
    hyperplastic: polyps("hyperplastic polyps, how many", "增生性息肉个数"),
    piecemeal20: sign("20 mm or more, removed in pieces", "≥20 mm 且分片切除"),
  },
  compute(found) {
    const { adenomas: count = 0, adenomaMm = 0, sessileSerrated = 0, serratedMm = 0 } = found;
    const { villousOrHighGrade = false, serratedDysplasia = false, piecemeal20 = false } = found;
    const counts = [count, sessileSerrated, found.hyperplastic ?? 0];
    if (counts.some((each) => !Number.isInteger(each)))
      return { refused: { en: "Polyps are counted in whole numbers.", zh: "息肉个数须为整数。" } };
    if (found.hyperplastic !== undefined && found.hyperplastic > 20)
      return {
        refused: {
          en: "More than 20 hyperplastic polyps: the source gives no interval; a specialist decides.",
          zh: "增生性息肉超过 20 个：指南未给出间隔，请由专科决定。",
        },
      };
    const asked = [
      piecemeal20 ? halfYear : undefined,
      adenomas(count || (villousOrHighGrade || adenomaMm ? 1 : 0), adenomaMm, villousOrHighGrade),
      serrated(sessileSerrated || (serratedDysplasia || serratedMm ? 1 : 0), serratedMm, serratedDysplasia),
      (found.hyperplasticMm ?? 0) >= 10 ? threeToFive : undefined,
    ].filter((one) => one !== undefined);
    const first = asked.toSorted((a, b) => a.from - b.from || a.to - b.to)[0] ?? tenYears;
    return {
      value: first.from,
      band: { id: first.id, label: first.label },
      outputs: { fromMonths: first.from, toMonths: first.to },
    };
  },
});
