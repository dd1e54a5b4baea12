import type { Bilingual } from "../kernel/text.ts";
import { catalogueItem } from "../testing/index.ts";
import type { codesSeen } from "./codes-seen.ts";
import { componentsOf, type Segment, type Separators, wholeRepetitionsOf } from "./hl7-message.ts";
import type { WrittenResult } from "./read-exam.ts";
import type { Problem, ResultStatus } from "./result-row.ts";

const statuses: ReadonlyMap<string, ResultStatus | "none"> = new Map([
  ["F", "final"],
  ["U", "final"],
  ["C", "corrected"],
  ["P", "preliminary"],
  ["R", "preliminary"],
  ["S", "preliminary"],
  ["D", "deleted"],
  ["W", "deleted"],
  ["X", "none"],
  ["I", "none"],
  ["N", "none"],
  ["O", "none"],
]);

const unknownStatus: Bilingual = {
  en: "the status of this result is unknown; settle it by hand",
  zh: "该结果状态不明，请人工处理",
};

/**
 * One observation; `none` where its sender says that there is no result, undefined where the code is none of
 * ours. A deleted one (D), or one posted to the wrong person (W), takes back what was sent before.
 */
export function readObx(
  { fields }: Segment,
  at: number,
  by: Separators,
  seen: ReturnType<typeof codesSeen>,
): WrittenResult | Problem | "none" | undefined {
  const [code = "", text = "", system = "", otherCode = "", otherText = "", otherSystem = ""] = componentsOf(
    fields[3],
    by,
  );
  const codings = [
    { code, text, loinc: system === "LN" },
    { code: otherCode, text: otherText, loinc: otherSystem === "LN" },
  ];
  const found = seen.find(codings, fields[1]);
  const item = found && catalogueItem(found.item);
  if (!found || !item) return undefined;
  const column = `OBX-${fields[1] || "?"} ${found.code}`;
  const status = statuses.get(fields[11] || "F");
  if (status === "none") return "none";
  if (!status) return { column, at, reason: unknownStatus };
  if (status === "deleted") return { item, text: "", unit: item.unit, column, at, status };
  const values = wholeRepetitionsOf(fields[5], by).filter((value) => value.some((part) => part !== ""));
  if (values.length > 1 && item.kind !== "text")
    return { column, at, reason: { en: "several values in one result", zh: "一条结果含有多个值" } };
  const value = values.map((one) => valueText(fields[2] ?? "", one)).join("\n");
  const unit = found.unitFor(componentsOf(fields[6], by)[0] ?? "");
  return { item, text: value === '""' ? "" : value, unit, column, at, status };
}

/** The text of OBX-5 by its type: structured numbers in one piece, coded words by their display. */
function valueText(type: string, components: readonly string[]): string {
  if (type === "SN") return components.join("");
  if (type === "CE" || type === "CWE" || type === "CF") return components[1] || components[0] || "";
  return components.filter((part) => part !== "").join(" ");
}
