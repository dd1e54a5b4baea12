import type { Bilingual } from "../../../kernel/text.ts";
import { formula } from "../formula.ts";
import { noduleMm, noduleType, partLargerThanWhole, sign, solidPartMm, solidPartUnknown } from "./asked.ts";

/** In the order of rank, which is the value. */
const bands: readonly { id: string; label: Bilingual }[] = [
  {
    id: "0",
    label: {
      en: "0: infection or inflammation, CT in 1–3 months",
      zh: "0 类：考虑感染或炎症，1～3 个月复查",
    },
  },
  { id: "1", label: { en: "1: low-dose CT in 12 months", zh: "1 类：12 个月复查" } },
  { id: "2", label: { en: "2: low-dose CT in 12 months", zh: "2 类：12 个月复查" } },
  { id: "3", label: { en: "3: low-dose CT in 6 months", zh: "3 类：6 个月复查" } },
  { id: "4A", label: { en: "4A: low-dose CT in 3 months", zh: "4A 类：3 个月复查" } },
  { id: "4B", label: { en: "4B: CT, PET/CT or tissue sampling", zh: "4B 类：增强 CT、PET/CT 或活检" } },
  { id: "4X", label: { en: "4X: CT, PET/CT or tissue sampling", zh: "4X 类：增强 CT、PET/CT 或活检" } },
];
const rank = Object.fromEntries(bands.map(({ id }, at) => [id, at]));

type Since = "baseline" | "new" | "growing" | "stable";

function solid(mm: number, since: Since): string {
  if (since === "growing") return mm < 8 ? "4A" : "4B";
  if (since === "new") return mm < 4 ? "2" : mm < 6 ? "3" : mm < 8 ? "4A" : "4B";
  return mm < 6 ? "2" : mm < 8 ? "3" : mm < 15 ? "4A" : "4B";
}

function partSolid(mm: number, solidMm: number, since: Since): string {
  if (since === "new" || since === "growing") {
    if (solidMm >= 4) return "4B";
    return since === "new" && mm < 6 ? "3" : "4A";
  }
  if (mm < 6) return "2";
  return solidMm < 6 ? "3" : solidMm < 8 ? "4A" : "4B";
}

const groundGlass = (mm: number, since: Since): string =>
  mm < 30 || since === "stable" || since === "growing" ? "2" : "3";

/** What stayed as it was until the CT it was asked for goes one category down. */
const settled: Readonly<Record<string, string>> = { "3": "2", "4A": "3" };

/**
 * Category of a screening CT by the nodule that decides: kind, mean diameter, solid part, and whether it is new,
 * has grown (more than 1.5 mm in 12 months) or stayed. In the airway (segmental or nearer) 4A; signs that
 * make it more suspicious raise 3 and 4 to 4X; no nodule is 1. Lung-RADS v2022; the steps down for what stayed,
 * and what is new or has grown of a part-solid nodule, need sign-off.
 */
export const lungRads = formula({
  id: "LUNG-RADS-2022",
  name: { en: "Lung screening, Lung-RADS", zh: "肺癌筛查 Lung-RADS" },
  unit: "",
  decimals: 0,
  ranks: true,
  source: "Lung-RADS v2022 (American College of Radiology)",
  status: "needs sign-off",
  writtenAs:
    "solid < 6, 6–8, 8–15, ≥ 15 mm (new < 4, 4–6, 6–8, ≥ 8); part-solid by its solid part < 6, 6–8, ≥ 8; ground-glass < 30, ≥ 30",
  inputs: {
    type: { ...noduleType, optional: true },
    meanDiameterMm: { ...noduleMm, optional: true },
    solidMm: solidPartMm,
    since: {
      kind: "choice",
      of: ["baseline", "new", "growing", "stable"],
      label: { en: "against the CT before", zh: "与前次 CT 比较" },
      says: {
        baseline: { en: "first CT", zh: "首次 CT" },
        new: { en: "new", zh: "新发" },
        growing: { en: "has grown more than 1.5 mm", zh: "增大超过 1.5 mm" },
        stable: { en: "as before, at the re-check asked for", zh: "按期复查无变化" },
      },
    },
    airway: sign("in a segmental or nearer airway", "位于段及以上支气管内"),
    suspicious: sign("further suspicious features", "伴其他可疑征象"),
    inflammation: sign("looks like infection or inflammation", "考虑感染或炎症"),
  },
  compute({ type, meanDiameterMm: mm, solidMm, since, airway, suspicious, inflammation }) {
    const said = (id: string) => {
      const value = rank[id] as number;
      return { value, band: bands[value] as (typeof bands)[number], outputs: { category: id } };
    };
    if (inflammation) return said("0");
    if (!type && mm === undefined) return said(airway ? "4A" : "1");
    if (!type || mm === undefined)
      return {
        refused: {
          en: "A nodule needs both its kind and its mean diameter.",
          zh: "结节须同时填写类型和平均直径。",
        },
        missing: [type ? "LUNGMM" : "LUNGTYPE"],
      };
    if (type === "part-solid" && solidMm !== undefined && solidMm > mm) return partLargerThanWhole;
    if (type === "part-solid" && solidMm === undefined && (mm >= 6 || since === "growing"))
      return solidPartUnknown;
    const bySize =
      type === "solid"
        ? solid(mm, since)
        : type === "part-solid"
          ? partSolid(mm, solidMm ?? 0, since)
          : groundGlass(mm, since);
    const now = since === "stable" ? (settled[bySize] ?? bySize) : bySize;
    const placed = airway && (rank[now] as number) < (rank["4A"] as number) ? "4A" : now;
    return said(suspicious && (rank[placed] as number) >= 3 ? "4X" : placed);
  },
});
