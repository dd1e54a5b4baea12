import type { Rule } from "../../../rule-set.ts";
import { all, any, likelyMalignant, says, suspected, told, unmeasured, watched } from "./words.ts";

const smear = {
  concern: "cervix",
  site: "cervix",
  ladder: "cervix",
  sentence: told("HPVTYPE", "CYTO"),
  source: "colposcopy by HPV type and Bethesda cytology",
  status: "needs sign-off",
  topics: ["cervix"],
} as const;
const byVirus = ["HPVTYPE", "CYTO"] as const;
const byCells = ["CYTO", "HPVTYPE"] as const;
const colposcopy = {
  en: "A gynaecologist looks at the cervix through a magnifying glass within a month. Changes found now are removed long before they matter.",
  zh: "请在一个月内做阴道镜检查。现在发现的病变可在发展前处理。",
};
const inAYear = {
  en: "The virus mostly goes away by itself. Both tests again in a year.",
  zh: "多数感染可自行清除。请一年后复查 HPV 和细胞学。",
};

/** What the other test would add and was not done is the next step, never a guess. */
export const cervix = [
  {
    ...smear,
    ...likelyMalignant,
    id: "cervix-cancer-cells",
    when: says("CYTO", "cancer"),
    name: { en: "Suspicious cells of the cervix", zh: "宫颈可疑癌细胞" },
    meaning: colposcopy,
    evidence: byCells,
    followUp: "cervix-abnormal",
  },
  {
    ...smear,
    ...suspected,
    id: "cervix-high-grade",
    when: says("CYTO", "HSIL", "ASC-H", "AGC"),
    name: { en: "Cells of the cervix clearly changed", zh: "宫颈细胞学明显异常" },
    meaning: colposcopy,
    evidence: byCells,
    followUp: "cervix-abnormal",
  },
  {
    ...smear,
    ...suspected,
    id: "cervix-hpv-16-18",
    when: says("HPVTYPE", "16/18"),
    name: { en: "HPV 16 or 18", zh: "HPV 16/18 阳性" },
    meaning: colposcopy,
    evidence: byVirus,
    followUp: "cervix-abnormal",
  },
  {
    ...smear,
    ...suspected,
    id: "cervix-cells-and-hpv",
    when: all(says("CYTO", "ASC-US", "LSIL"), says("HPVTYPE", "other")),
    name: { en: "Cells of the cervix changed, with HPV", zh: "宫颈细胞学异常伴 HPV 阳性" },
    meaning: colposcopy,
    evidence: byCells,
    followUp: "cervix-abnormal",
  },
  {
    ...smear,
    ...suspected,
    id: "cervix-one-test-open",
    when: any(
      says("CYTO", "LSIL"),
      all(says("CYTO", "ASC-US"), unmeasured("HPVTYPE")),
      all(says("HPVTYPE", "other"), unmeasured("CYTO")),
    ),
    name: { en: "Cervical screening to be completed", zh: "宫颈筛查需进一步评估" },
    meaning: {
      en: "A gynaecologist decides which test comes next; nothing here is urgent.",
      zh: "请由妇科医生决定下一步检查，目前并不紧急。",
    },
    evidence: byCells,
    followUp: "class-b",
  },
  {
    ...smear,
    ...watched,
    id: "cervix-again",
    when: any(
      all(says("CYTO", "ASC-US"), says("HPVTYPE", "negative")),
      all(says("HPVTYPE", "other"), says("CYTO", "NILM")),
    ),
    name: { en: "Cervical screening again in a year", zh: "宫颈筛查一年后复查" },
    meaning: inAYear,
    evidence: byVirus,
    followUp: "cervix-repeat",
  },
] as const satisfies readonly Rule[];
