import type { Bounds, CatalogueItem, Range } from "../catalogue-item.ts";

type Code = Pick<CatalogueItem, "loinc" | "loincStatus">;
const uncoded: Code = { loincStatus: "none" };
/** From memory; to be looked up in a current LOINC table before exchange. */
const loinc = (code: string): Code => ({ loinc: code, loincStatus: "verify" });

const asked = {
  group: "questionnaires",
  unit: "",
  room: "questionnaire",
  minutes: 3,
  fasting: false,
  priceFen: 0,
  costFen: 0,
} as const;

type Normal = Pick<Range, "sex" | "low" | "high" | "lowExclusive" | "source">;

/** The sum of a questionnaire; every sum its answers can give is usual. */
const sum = (
  code: string,
  names: { en: string; zh: string },
  bounds: Bounds,
  normal: readonly Normal[],
  more: Code & { sensitive?: true; part?: true } = uncoded,
): CatalogueItem => ({
  ...asked,
  code,
  kind: "number",
  name: names,
  ranges: normal.map((range) => ({ ageMin: 18, ...range })),
  possible: bounds,
  likely: bounds,
  ...more,
  sensitive: more.sensitive ?? false,
});

/** The answers as points, in the order of the questions: `0 1 2`. */
const answers = (code: string, en: string, zh: string): CatalogueItem => ({
  ...asked,
  ...uncoded,
  code,
  kind: "text",
  name: { en: `${en}, answers`, zh: `${zh} 各题作答` },
  ranges: [],
  part: true,
  sensitive: false,
});

const sensitive = true;

/**
 * What questionnaires bring: a sum with the range below its lowest cut-off, and the answers behind it.
 * The centre's own codes; ranges are the published bands, each with its source. What says how somebody
 * feels is sensitive.
 */
export const questionnaireItems: readonly CatalogueItem[] = [
  sum(
    "PHQ9",
    { en: "PHQ-9, low mood", zh: "PHQ-9 抑郁症状" },
    { low: 0, high: 27 },
    [{ high: 4, source: "Kroenke, J Gen Intern Med 2001;16:606" }],
    { ...loinc("44261-6"), sensitive },
  ),
  answers("PHQ9A", "PHQ-9", "PHQ-9"),
  sum(
    "PHQ9I9",
    { en: "PHQ-9, question 9", zh: "PHQ-9 第9题" },
    { low: 0, high: 3 },
    [{ high: 0, source: "PHQ-9 safety practice" }],
    { ...loinc("44260-8"), sensitive, part: true },
  ),
  sum(
    "GAD7",
    { en: "GAD-7, anxiety", zh: "GAD-7 焦虑症状" },
    { low: 0, high: 21 },
    [{ high: 4, source: "Spitzer, Arch Intern Med 2006;166:1092" }],
    { ...loinc("70274-6"), sensitive },
  ),
  answers("GAD7A", "GAD-7", "GAD-7"),
  sum(
    "GDS15",
    { en: "GDS-15, mood in older age", zh: "GDS-15 老年抑郁" },
    { low: 0, high: 15 },
    [{ high: 4, source: "Sheikh & Yesavage, Clin Gerontol 1986;5:165" }],
    { ...uncoded, sensitive },
  ),
  answers("GDS15A", "GDS-15", "GDS-15"),
  sum(
    "WHO5",
    { en: "WHO-5, well-being", zh: "WHO-5 幸福感" },
    { low: 0, high: 100 },
    [{ low: 50, lowExclusive: true, source: "Topp, Psychother Psychosom 2015;84:167" }],
    { ...uncoded, sensitive },
  ),
  answers("WHO5A", "WHO-5", "WHO-5"),
  sum("ISI", { en: "ISI, insomnia", zh: "ISI 失眠" }, { low: 0, high: 28 }, [
    { high: 7, source: "Bastien, Sleep Med 2001;2:297" },
  ]),
  answers("ISIA", "ISI", "ISI"),
  answers("STOPBANGA", "STOP-Bang", "STOP-Bang"),
  sum(
    "AUDITC",
    { en: "AUDIT-C, alcohol use", zh: "AUDIT-C 饮酒简易筛查" },
    { low: 0, high: 12 },
    [
      { sex: "male", high: 3, source: "Bush, Arch Intern Med 1998;158:1789" },
      { sex: "female", high: 2, source: "Bradley, Arch Intern Med 2003;163:821" },
    ],
    loinc("75626-2"),
  ),
  answers("AUDITCA", "AUDIT-C", "AUDIT-C"),
  sum("AUDIT", { en: "AUDIT, alcohol use", zh: "AUDIT 饮酒筛查" }, { low: 0, high: 40 }, [
    { high: 7, source: "Babor, AUDIT manual, 2nd ed., WHO 2001" },
  ]),
  answers("AUDITA", "AUDIT", "AUDIT"),
  sum(
    "FTND",
    { en: "Fagerström test, nicotine dependence", zh: "尼古丁依赖检验（FTND）" },
    { low: 0, high: 10 },
    [{ high: 4, source: "Heatherton, Br J Addict 1991;86:1119" }],
  ),
  answers("FTNDA", "Fagerström test", "FTND"),
  answers("IPAQA", "IPAQ short form", "IPAQ 短卷"),
  sum("IPSS", { en: "IPSS, urinary symptoms", zh: "IPSS 前列腺症状" }, { low: 0, high: 35 }, [
    { high: 7, source: "Barry, J Urol 1992;148:1549" },
  ]),
  answers("IPSSA", "IPSS", "IPSS"),
];
