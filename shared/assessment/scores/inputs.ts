import type { FlagAsked, NumberAsked } from "./formula.ts";
import { type Known, numberOf } from "./known.ts";

/** How far a source holds, in the input's own unit. */
export type Valid = Pick<NumberAsked, "min" | "max" | "above" | "below" | "beyond">;

/** `written = catalogue value × times`: factors of the conversion table, once. */
const cholesterolMgdl = 1 / 0.02586;
const triglycerideMgdl = 1 / 0.01129;

const item = (
  code: string,
  label: NumberAsked["label"],
  unit: string,
  valid: Valid,
  { times = 1, lever }: { times?: number; lever?: NumberAsked["lever"] } = {},
) =>
  ({
    kind: "number",
    label,
    unit,
    items: [code],
    read: (known: Known) => numberOf(known, code, times),
    ...(times === 1 ? {} : { times }),
    ...(lever ? { lever } : {}),
    ...valid,
  }) as const satisfies NumberAsked;

/** Completed years on the day of the exam. */
export const age = (valid: Valid = { min: 18 }) =>
  ({
    kind: "number",
    label: { en: "age", zh: "年龄" },
    unit: "a",
    items: ["age"],
    read: ({ age }: Known) => age,
    ...valid,
  }) as const satisfies NumberAsked;

export const sex = {
  kind: "choice",
  of: ["female", "male"],
  label: { en: "sex", zh: "性别" },
  items: ["sex"],
  read: ({ facts }: Known) => facts.sex,
} as const;

/** Gates: the score is not made for people of whom this is true. Not said is taken as no, as the health file asks it. */
export const notPregnant = {
  kind: "flag",
  label: { en: "pregnancy", zh: "妊娠" },
  optional: true,
  mustBe: false,
  read: ({ facts }: Known) => facts.pregnant ?? false,
} as const satisfies FlagAsked;

const without = (code: string, label: FlagAsked["label"]) =>
  ({
    kind: "flag",
    label,
    optional: true,
    mustBe: false,
    read: ({ facts }: Known) => facts.diagnoses.includes(code),
  }) as const satisfies FlagAsked;

export const noAscvd = without("ascvd", {
  en: "heart or vessel disease already known (secondary prevention)",
  zh: "已有动脉粥样硬化性心血管病（属二级预防）",
});
export const noHeartFailure = without("heart-failure", {
  en: "heart failure already known",
  zh: "已有心力衰竭",
});
export const noDiabetes = without("diabetes", { en: "diabetes already known", zh: "已知糖尿病" });

/** Known diabetes, or medicine for it. */
export const diabetes = {
  kind: "flag",
  label: { en: "diabetes", zh: "糖尿病" },
  read: ({ facts }: Known) =>
    facts.diagnoses.includes("diabetes") || facts.drugs.includes("glucose-lowering"),
} as const satisfies FlagAsked;

export const bpTreated = {
  kind: "flag",
  label: { en: "blood-pressure medicine", zh: "降压治疗" },
  read: ({ facts }: Known) => facts.drugs.includes("antihypertensive"),
} as const satisfies FlagAsked;

export const statin = {
  kind: "flag",
  label: { en: "lipid-lowering medicine", zh: "调脂治疗" },
  read: ({ facts }: Known) => facts.drugs.includes("lipid-lowering"),
} as const satisfies FlagAsked;

export const smoker = {
  kind: "flag",
  label: { en: "smoking now", zh: "目前吸烟" },
  items: ["SMOKE"],
  read: ({ facts }: Known) => facts.smoker,
  lever: { to: false },
} as const satisfies FlagAsked;

export const sbp = (valid: Valid = {}) =>
  item("SBP", { en: "systolic pressure", zh: "收缩压" }, "mm[Hg]", valid, {
    lever: { to: 129, when: "above" },
  });
export const dbp = (valid: Valid = {}) =>
  item("DBP", { en: "diastolic pressure", zh: "舒张压" }, "mm[Hg]", valid);

const tc = { en: "total cholesterol", zh: "总胆固醇" };
const hdl = { en: "HDL cholesterol", zh: "高密度脂蛋白胆固醇" };
const ldl = { en: "LDL cholesterol", zh: "低密度脂蛋白胆固醇" };
const tg = { en: "triglycerides", zh: "甘油三酯" };
const glucose = { en: "fasting glucose", zh: "空腹血糖" };
const creatinine = { en: "creatinine", zh: "肌酐" };

export const totalCholMmol = (valid: Valid = { above: 0 }) =>
  item("TC", tc, "mmol/L", valid, { lever: { to: 5.1, when: "above" } });
export const totalCholMgdl = (valid: Valid = { above: 0 }, times = cholesterolMgdl) =>
  item("TC", tc, "mg/dL", valid, { times, lever: { to: 197, when: "above" } });
export const hdlMmol = (valid: Valid = { above: 0 }) => item("HDLC", hdl, "mmol/L", valid);
export const hdlMgdl = (valid: Valid = { above: 0 }, times = cholesterolMgdl) =>
  item("HDLC", hdl, "mg/dL", valid, { times });
export const ldlMmol = (valid: Valid = { above: 0 }) => item("LDLC", ldl, "mmol/L", valid);
export const tgMmol = (valid: Valid = { above: 0 }) => fasting(item("TG", tg, "mmol/L", valid));
export const tgMgdl = (valid: Valid = { above: 0 }) =>
  fasting(item("TG", tg, "mg/dL", valid, { times: triglycerideMgdl }));

export const fpgMmol = (valid: Valid = { above: 0 }) => fasting(item("FPG", glucose, "mmol/L", valid));
export const glucoseMgdl = (valid: Valid = { above: 0 }) =>
  fasting(item("FPG", glucose, "mg/dL", valid, { times: 1 / 0.05551 }));
export const ogtt2hMmol = (valid: Valid = { above: 0 }) =>
  item("OGTT2H", { en: "glucose 2 h after 75 g", zh: "糖负荷后2小时血糖" }, "mmol/L", valid);
export const hba1cPct = (valid: Valid = { above: 0 }) =>
  item("HBA1C", { en: "HbA1c", zh: "糖化血红蛋白" }, "%", valid);
/** IFCC mmol/mol = (NGSP % − 2.15) × 10.929. */
export const hba1cMmolMol = (valid: Valid = { above: 0 }) =>
  ({
    ...item("HBA1C", { en: "HbA1c (IFCC)", zh: "糖化血红蛋白（IFCC）" }, "mmol/mol", valid),
    read: (known: Known) => {
      const ngsp = numberOf(known, "HBA1C");
      return typeof ngsp === "number" ? (ngsp - 2.15) * 10.929 : ngsp;
    },
  }) as const satisfies NumberAsked;

export const creatinineUmol = (valid: Valid = { above: 0 }) => item("CREA", creatinine, "umol/L", valid);
export const uacrMgG = (valid: Valid = { min: 0 }) =>
  item("UACR", { en: "urine albumin/creatinine", zh: "尿白蛋白/肌酐" }, "mg/g", valid);
export const waistCm = (valid: Valid = { above: 0 }) =>
  item("WAIST", { en: "waist", zh: "腰围" }, "cm", valid);
export const heightCm = (valid: Valid = { above: 0 }) =>
  item("HEIGHT", { en: "height", zh: "身高" }, "cm", valid);
export const weightKg = (valid: Valid = { above: 0 }) =>
  item("WEIGHT", { en: "weight", zh: "体重" }, "kg", valid);

const plain =
  (code: string, label: NumberAsked["label"], unit: string) =>
  (valid: Valid = { above: 0 }) =>
    item(code, label, unit, valid);

export const ast = plain("AST", { en: "AST", zh: "天门冬氨酸氨基转移酶" }, "U/L");
export const alt = plain("ALT", { en: "ALT", zh: "丙氨酸氨基转移酶" }, "U/L");
export const ggt = plain("GGT", { en: "GGT", zh: "谷氨酰转肽酶" }, "U/L");
export const alpUL = plain("ALP", { en: "ALP", zh: "碱性磷酸酶" }, "U/L");
export const platelets = plain("PLT", { en: "platelets", zh: "血小板" }, "10*9/L");
export const wbc = plain("WBC", { en: "white cells", zh: "白细胞" }, "10*9/L");
export const albuminGL = plain("ALB", { en: "albumin", zh: "白蛋白" }, "g/L");
export const albuminGdl = (valid: Valid = { above: 0 }) =>
  item("ALB", { en: "albumin", zh: "白蛋白" }, "g/dL", valid, { times: 0.1 });

export const urateUmol = plain("UA", { en: "uric acid", zh: "尿酸" }, "umol/L");
export const lymphocytePct = plain("LYMP", { en: "lymphocytes", zh: "淋巴细胞百分比" }, "%");
export const mcvFL = plain("MCV", { en: "red cell volume (MCV)", zh: "平均红细胞体积" }, "fL");
export const rdwPct = plain("RDW", { en: "red cell distribution width", zh: "红细胞分布宽度" }, "%");
export const insulinUiuMl = (valid: Valid = { above: 0 }) =>
  fasting(item("INSULIN", { en: "fasting insulin", zh: "空腹胰岛素" }, "u[IU]/mL", valid));
export const calciumMgdl = (valid: Valid = { above: 0 }) =>
  item("CA", { en: "calcium", zh: "钙" }, "mg/dL", valid, { times: 1 / 0.2495 });

/** The same input, which the formula can do without. */
export const optional = <const I extends object>(input: I) => ({ ...input, optional: true }) as const;

/** Read only off an exam that was fasting; a value after breakfast is no value for this. */
function fasting<const I extends NumberAsked>(input: I): I {
  const read = input.read;
  return {
    ...input,
    read: (known: Known) => (known.facts.fasting === false ? undefined : read?.(known)),
  };
}
