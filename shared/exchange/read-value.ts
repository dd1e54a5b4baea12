import type { Bilingual } from "../kernel/text.ts";
import { type CatalogueItem, plausibilityOf, toCatalogueUnit, wordWritten } from "../testing/index.ts";

interface ReadValue {
  value: number | string;
  unit: string;
  comparator?: "<" | ">";
}

type Outcome = ReadValue | { refused: Bilingual } | "none";

const refuse = (en: string, zh: string): { refused: Bilingual } => ({ refused: { en, zh } });

const notDone = /^(未检|未做|未查|未测|弃检|拒检|放弃|not done|n\/?a)$/i;

/**
 * A result as written, in the catalogue's unit; `"none"` for an empty cell or one that says the item was
 * not done. A number may carry `<` or `>`, its unit, and an arrow. A reason never repeats the value.
 */
export function readValue(item: CatalogueItem, written: string, unit: string): Outcome {
  const text = written.normalize("NFKC").trim();
  if (text === "" || notDone.test(text)) return "none";
  if (item.kind === "text") return { value: written.trim().slice(0, 4000), unit: "" };
  if (item.kind === "qualitative") return readWord(item, text);
  if (item.kind === "choice") return readChoice(item, text);
  const word = item.ranges.some(({ expected }) => expected) ? wordOf(item, text) : undefined;
  return word ? { value: word, unit: "" } : readNumber(item, text, unit);
}

function readNumber(item: CatalogueItem, text: string, unit: string): Outcome {
  // The pattern looks for spaces in three places: on a text without end it would take for ever.
  if (text.length > 80) return refuse("not a number", "不是数字");
  if (/^[≤≥]|^[<>]=/.test(text)) return refuse("write < or >, not ≤ or ≥", "请写 < 或 >，不要写 ≤ 或 ≥");
  const found = /^([<>])?\s*([+-]?\d+(?:\.\d+)?(?:e[+-]?\d{1,2})?)(?![\d.,])\s*([^↑↓]*?)\s*[↑↓]*$/i.exec(
    text,
  );
  if (!found) return refuse("not a number", "不是数字");
  const [, comparator, digits, ownUnit = ""] = found;
  const converted = toCatalogueUnit(item.code, Number(digits), ownUnit || unit);
  if ("refused" in converted) return converted;
  if (ownUnit && unit) {
    const byHeader = toCatalogueUnit(item.code, Number(digits), unit);
    if ("refused" in byHeader) return byHeader;
    if (byHeader.value !== converted.value)
      return refuse("its unit is not the unit of its column", "单位与该列标注的单位不一致");
  }
  if (plausibilityOf(item.code, converted.value) === "impossible") return impossible(item);
  return { ...converted, ...(comparator ? { comparator: comparator as "<" | ">" } : {}) };
}

function impossible({ possible, unit }: CatalogueItem): { refused: Bilingual } {
  const bounds = possible ? `${possible.low}–${possible.high} ${unit}` : unit;
  return refuse(
    `impossible: outside ${bounds}; check the decimal point and the unit`,
    `数值不可能：超出 ${bounds}，请核对小数点和单位`,
  );
}

function readWord(item: CatalogueItem, text: string): Outcome {
  const word = wordOf(item, text);
  return word
    ? { value: word, unit: "" }
    : refuse("write negative, trace, 1+ to 4+, or positive", "请填写阴性、±、1+ 至 4+ 或阳性");
}

function readChoice(item: CatalogueItem, text: string): Outcome {
  const word = wordWritten(item, text.slice(0, 200));
  if (word) return { value: word, unit: "" };
  const codes = (item.words ?? []).map(({ code }) => code);
  return refuse(`write one of: ${codes.join(", ")}`, `请填写以下之一：${codes.join("、")}`);
}

/** The one word of a qualitative result. A lone `+` is one plus on a urine strip, else positive. */
function wordOf(item: CatalogueItem, text: string): string | undefined {
  const plain = text.toLowerCase().replace(/[\s()]/g, "");
  if (/^(阴性?-?|-|neg|negative|未检出|notdetected|non-?reactive|无反应性?)$/.test(plain)) return "negative";
  if (/^(±|\+-|\+\/-|trace|微量|阴性±|可疑)$/.test(plain)) return "trace";
  const pluses = /^(?:阳性|positive)?(?:(\+{1,4})|([1-4])\+|\+([1-4]))$/.exec(plain);
  if (pluses && (item.group === "urine" || pluses[0] !== "+"))
    return `${pluses[1]?.length ?? pluses[2] ?? pluses[3]}+`;
  return /^(弱?阳性?\+?|\+|pos|positive|weaklypositive|reactive|有反应性?|detected|检出)$/.test(plain)
    ? "positive"
    : undefined;
}
