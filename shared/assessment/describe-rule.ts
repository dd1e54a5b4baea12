import type { Bilingual } from "../kernel/text.ts";
import { catalogueItem, type ImportantRow } from "../testing/index.ts";
import type { CutOff } from "./cut-offs.ts";
import type { Op } from "./facts.ts";
import { diagnosisNames, drugNames } from "./knowledge.ts";
import type { Condition, Limit } from "./rule-set.ts";
import { formulaCalled } from "./scores/registry.ts";
import { unitText } from "./sentence.ts";

/** A piece of a condition in words; with a path it is a cut-off, to be shown as one. */
export interface Piece extends Bilingual {
  path?: string;
}

/** A condition as a physician would say it, made from the condition itself. `path` is where it stands in its rule. */
export function describe(condition: Condition, path = "when"): Piece[] {
  if ("all" in condition) return joined(condition.all, `${path}.all`, and);
  if ("any" in condition) return joined(condition.any, `${path}.any`, or);
  if ("atLeast" in condition)
    return [
      { en: `at least ${condition.atLeast} of: `, zh: `至少满足以下 ${condition.atLeast} 项：` },
      ...joined(condition.of, `${path}.of`, comma),
    ];
  if ("not" in condition) return [{ en: "not ", zh: "并非" }, ...grouped(condition.not, `${path}.not`)];
  if ("before" in condition)
    return [
      condition.days === undefined
        ? { en: "within two years already: ", zh: "两年内的既往体检已有：" }
        : { en: `for ${condition.days} days or more already: `, zh: `已持续 ${condition.days} 天及以上：` },
      ...grouped(condition.before, `${path}.before`),
    ];
  if ("ever" in condition)
    return [
      { en: "ever at an earlier exam: ", zh: "既往任一次体检曾有：" },
      ...grouped(condition.ever, `${path}.ever`),
    ];
  if ("age" in condition)
    return [
      { en: `age ${sign[condition.age]} `, zh: `年龄 ${sign[condition.age]} ` },
      { en: `${condition.years}`, zh: `${condition.years} 岁`, path: `${path}.years` },
    ];
  if ("limit" in condition) {
    const code = "item" in condition ? condition.item : condition.score;
    const name = nameOfCode(code);
    return [
      { en: `${name.en} ${sign[condition.op]} `, zh: `${name.zh} ${sign[condition.op]} ` },
      ...limitWords(condition.limit, code, `${path}.limit`),
    ];
  }
  return [plainWords(condition)];
}

/** The numbers of an entry of the list of important results, in words; its own words where it has no number. */
export function describeRow(row: ImportantRow): Piece[] {
  const { item, op, threshold, timesUpper, only } = row;
  const rest: Piece[] = only ? [{ en: `, ${only.en}`, zh: `，${only.zh}` }] : [];
  if (!item || !op) return [row.words ?? { en: row.id, zh: row.id }];
  const limit: Limit = threshold ?? { timesUpper: timesUpper ?? 1 };
  const pieces = describe({ item, op, limit }).map(({ path, ...piece }) =>
    path ? { ...piece, path: threshold === undefined ? "timesUpper" : "threshold" } : piece,
  );
  return [...pieces, ...rest];
}

const sign: Record<Op, string> = { ">=": "≥", ">": ">", "<=": "≤", "<": "<" };

const and: Bilingual = { en: " and ", zh: "，且" };
const or: Bilingual = { en: " or ", zh: "，或" };
const comma: Bilingual = { en: ", ", zh: "、" };

const joined = (conditions: readonly Condition[], path: string, between: Bilingual): Piece[] =>
  conditions.flatMap((condition, at) => {
    const pieces = grouped(condition, `${path}.${at}`);
    return at ? [between, ...pieces] : pieces;
  });

/** In brackets where it says several things of its own. */
function grouped(condition: Condition, path: string): Piece[] {
  const pieces = describe(condition, path);
  const several =
    ("all" in condition && condition.all.length > 1) ||
    ("any" in condition && condition.any.length > 1) ||
    "atLeast" in condition ||
    "before" in condition ||
    "ever" in condition;
  return several ? [{ en: "(", zh: "（" }, ...pieces, { en: ")", zh: "）" }] : pieces;
}

function limitWords(limit: Limit, code: string, path: string): Piece[] {
  const unit = unitOfCode(code);
  const cut = (value: number, at: string): Piece => {
    const text = [String(value), unit].filter(Boolean).join(" ");
    return { en: text, zh: text, path: at };
  };
  if (typeof limit === "number") return [cut(limit, path)];
  if ("male" in limit)
    return [
      cut(limit.male, `${path}.male`),
      { en: " for men, ", zh: "（男）、" },
      cut(limit.female, `${path}.female`),
      { en: " for women", zh: "（女）" },
    ];
  if ("ages" in limit)
    return limit.ages.flatMap((band, at): Piece[] => [
      ...(at ? [comma] : []),
      cut(band.limit, `${path}.ages.${at}.limit`),
      band.below === undefined
        ? { en: " from then on", zh: "（此后）" }
        : { en: ` under ${band.below} years`, zh: `（${band.below} 岁以下）` },
    ]);
  const upper = "timesUpper" in limit;
  const times = upper ? limit.timesUpper : limit.timesLower;
  return [
    { en: `${times} ×`, zh: `${times} ×`, path: `${path}.${upper ? "timesUpper" : "timesLower"}` },
    upper
      ? { en: " the upper reference limit", zh: " 参考范围上限" }
      : { en: " the lower reference limit", zh: " 参考范围下限" },
  ];
}

const named = (names: Readonly<Record<string, Bilingual>>, code: string): Bilingual =>
  names[code] ?? { en: code, zh: code };

const states: Readonly<Record<"fasting" | "pregnant" | "smoker", Bilingual>> = {
  fasting: { en: "fasting", zh: "空腹" },
  pregnant: { en: "pregnant", zh: "妊娠期" },
  smoker: { en: "smoking", zh: "吸烟" },
};

const bands: Readonly<Record<string, Bilingual>> = {
  low: { en: "low", zh: "低" },
  moderate: { en: "moderate", zh: "中" },
  indeterminate: { en: "in between", zh: "不确定" },
  high: { en: "high", zh: "高" },
  "very-high": { en: "very high", zh: "极高" },
  none: { en: "no follow-up", zh: "无需随访" },
  "solid-lt6-high-risk": { en: "solid, under 6 mm, high risk", zh: "实性 <6 mm，高危" },
  "solid-6-8": { en: "solid, 6 to 8 mm", zh: "实性 6～8 mm" },
  "solid-gt8": { en: "solid, over 8 mm", zh: "实性 >8 mm" },
  "solid-multiple": { en: "several solid", zh: "多发实性" },
  "ggn-6": { en: "ground-glass, 6 mm or more", zh: "纯磨玻璃 ≥6 mm" },
  "part-solid-6": { en: "part-solid, 6 mm or more", zh: "部分实性 ≥6 mm" },
  "part-solid-suspicious": { en: "part-solid, solid part 6 mm or more", zh: "部分实性，实性成分 ≥6 mm" },
  "subsolid-multiple-lt6": { en: "several sub-solid, under 6 mm", zh: "多发亚实性 <6 mm" },
  "subsolid-multiple-6": { en: "several sub-solid, 6 mm or more", zh: "多发亚实性 ≥6 mm" },
};

const answers: Readonly<Record<string, string>> = {
  positive: "阳性",
  negative: "阴性",
  reactive: "有反应性",
};

function plainWords(
  condition: Exclude<
    Condition,
    | { limit: Limit }
    | { all: unknown }
    | { any: unknown }
    | { of: unknown }
    | { not: unknown }
    | { before: unknown }
    | { ever: unknown }
    | { age: Op }
  >,
): Bilingual {
  if ("oneOf" in condition) {
    const { en, zh } = nameOfCode(condition.item);
    const coded = catalogueItem(condition.item)?.words !== undefined;
    const [first, ...others] = condition.oneOf.map((word) => wordOf(condition.item, word));
    return {
      en: `${en}${coded ? ":" : ""} ${first?.en}${others.length ? ` (or ${others.map((one) => one.en).join(", ")})` : ""}`,
      zh: `${zh}${coded ? "：" : ""}${first?.zh}${others.length ? `（或 ${others.map((one) => one.zh).join("、")}）` : ""}`,
    };
  }
  if ("measured" in condition) {
    const { en, zh } = nameOfCode(condition.measured);
    return { en: `${en} measured`, zh: `已测${zh}` };
  }
  if ("score" in condition) {
    const [{ en, zh }, band] = [nameOfCode(condition.score), named(bands, condition.band)];
    return { en: `${en}: ${band.en}`, zh: `${zh}：${band.zh}` };
  }
  if ("sex" in condition)
    return condition.sex === "male" ? { en: "men", zh: "男性" } : { en: "women", zh: "女性" };
  if ("known" in condition) {
    const { en, zh } = named(diagnosisNames, condition.known);
    return { en: `known: ${en.toLowerCase()}`, zh: `既往已知${zh}` };
  }
  if ("takes" in condition) {
    const { en, zh } = named(drugNames, condition.takes);
    return { en: `takes ${en.toLowerCase()}`, zh: `正在服用${zh}` };
  }
  return states[condition.is];
}

/** A word of a result: a coded item has its own, written small where rules compare. */
const wordOf = (item: string, word: string): Bilingual =>
  catalogueItem(item)?.words?.find(({ code }) => code.toLowerCase() === word)?.name ?? {
    en: word,
    zh: answers[word] ?? word,
  };

const nameOfCode = (code: string): Bilingual =>
  catalogueItem(code)?.name ?? formulaCalled(code)?.name ?? { en: code, zh: code };

const unitOfCode = (code: string): string =>
  unitText(catalogueItem(code)?.unit ?? formulaCalled(code)?.unit ?? "");

/** A number with what it is a number of: 3.4 mmol/L, 3 × the upper reference limit. */
export function describeLimit({ code, kind, below }: CutOff, limit: number): Bilingual {
  const measured = [String(limit), code === undefined ? "" : unitOfCode(code)].filter(Boolean).join(" ");
  const both = (en: string, zh: string): Bilingual => ({ en, zh });
  switch (kind) {
    case "value":
      return both(measured, measured);
    case "male":
      return both(`${measured} for men`, `${measured}（男）`);
    case "female":
      return both(`${measured} for women`, `${measured}（女）`);
    case "age band":
      return below === undefined
        ? both(`${measured} from then on`, `${measured}（此后）`)
        : both(`${measured} under ${below} years`, `${measured}（${below} 岁以下）`);
    case "times upper":
      return both(`${limit} × the upper reference limit`, `参考范围上限的 ${limit} 倍`);
    case "times lower":
      return both(`${limit} × the lower reference limit`, `参考范围下限的 ${limit} 倍`);
    case "years":
      return both(`${limit} years`, `${limit} 岁`);
  }
}

/** What is compared, and with what: LDL-C ≥ 3.4 mmol/L. */
export function describeCutOff(cutOff: CutOff, limit = cutOff.limit): Bilingual {
  const name = cutOff.code === undefined ? { en: "Age", zh: "年龄" } : nameOfCode(cutOff.code);
  const said = describeLimit(cutOff, limit);
  return { en: `${name.en} ${sign[cutOff.op]} ${said.en}`, zh: `${name.zh} ${sign[cutOff.op]} ${said.zh}` };
}
