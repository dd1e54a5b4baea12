import type { Bilingual } from "../../kernel/text.ts";
import { catalogueItem } from "./catalogue.ts";
import type { CatalogueItem, Sex } from "./catalogue-item.ts";

/**
 * A bundle of items and services (PlanDefinition). What it costs is the sum of what is done less `percentOff`, or
 * `fixedFen`, by sex, where that is less than the sum.
 */
export interface Package {
  id: string;
  name: Bilingual;
  forWhom: Bilingual;
  items: readonly string[];
  services: readonly string[];
  percentOff: number;
  fixedFen?: Readonly<Record<Sex, number>>;
}

const measurements = ["HEIGHT", "WEIGHT", "BMI", "WAIST", "SBP", "DBP", "HR"];
const bloodCount = ["WBC", "RBC", "HGB", "HCT", "MCV", "PLT", "NEUT", "LYM"];
const urineStrip = ["UPRO", "UGLU", "UBLD", "ULEU"];
const lipids = ["TC", "TG", "HDLC", "LDLC"];

const basic = [
  ...["SMOKE", ...measurements, ...bloodCount, "ALT", "AST", "GGT", "CREA", "EGFR", "UREA", "UA", "FPG"],
  ...[...lipids, ...urineStrip, "ECG", "CXR", "USABD"],
];
const advanced = [
  ...[...basic.filter((code) => code !== "CXR"), "SPO2", "LYMP", "RDW", "ALP", "TP", "ALB", "TBIL", "DBIL"],
  ...["HBA1C", "HSCRP", "HCY", "K", "NA", "CL", "CA", "TSH", "FT4", "UACR", "FIT", "UBT13C"],
  ...["USTHY", "USCAR", "USBREAST", "LDCT", "HPV"],
];
const comprehensive = [
  ...[
    ...advanced,
    "LPA",
    "CYSC",
    "FT3",
    "VITD",
    "FER",
    "AFP",
    "CEA",
    "CA199",
    "PSA",
    "CA125",
    "CA153",
    "PAP",
  ],
  ...["FVC", "FEV1", "FEV1FVC", "DXA", "ABI", "BAPWV", "LSM", "MAMMO", "EGD", "COLON", "MRBRAIN"],
];

/** The three packages a centre starts with; a client may take items out or add some, priced item by item. */
export const packages: readonly Package[] = [
  {
    id: "basic",
    name: { en: "Basic", zh: "基础套餐" },
    forWhom: { en: "Adults at a yearly exam, without complaints", zh: "无不适的成年人年度体检" },
    items: basic,
    services: [],
    percentOff: 20,
  },
  {
    id: "advanced",
    name: { en: "Advanced", zh: "进阶套餐" },
    forWhom: { en: "From 40, or with a risk in the family", zh: "40岁以上或有家族风险者" },
    items: advanced,
    services: ["S-READING"],
    percentOff: 15,
  },
  {
    id: "comprehensive",
    name: { en: "Comprehensive", zh: "尊享全面套餐" },
    forWhom: { en: "From 50, or who wants every organ looked at", zh: "50岁以上或希望全面检查者" },
    items: comprehensive,
    services: ["S-READING", "S-TALK"],
    percentOff: 12,
  },
];

/** The package of an id, or undefined. */
export const packageById = (id: string): Package | undefined => packages.find((bundle) => bundle.id === id);

/** The items of a package that can be done for a person of this sex, in order. */
export const packageItems = (bundle: Pick<Package, "items">, sex?: Sex): readonly CatalogueItem[] =>
  bundle.items.flatMap((code) => {
    const item = catalogueItem(code);
    return item && (!sex || !item.sex || item.sex === sex) ? [item] : [];
  });

/** What a whole package whose parts cost `sum` costs: its rule, and never more than its parts, in fen. */
export const bundlePriceFen = (
  { percentOff, fixedFen }: Pick<Package, "percentOff" | "fixedFen">,
  sum: number,
  sex: Sex,
): number => Math.min(sum, fixedFen?.[sex] ?? Math.round((sum * (100 - percentOff)) / 100));
