import {
  assess,
  type Facts,
  type Finding,
  type Proposal,
  type Results,
  shippedBook,
} from "../../shared/assessment/index.ts";
import { catalogueItem } from "../../shared/testing/index.ts";

const examDate = "2026-11-20";

/** Results in catalogue units; "<5" and ">5" are bounds, other text stays text. */
function readings(values: Record<string, number | string>, date = examDate): Results {
  return Object.fromEntries(
    Object.entries(values).map(([code, said]) => {
      const bound = /^([<>])(\d.*)$/.exec(String(said));
      const unit = catalogueItem(code)?.unit ?? "";
      if (!bound) return [code, { value: said, unit, date }];
      return [code, { value: Number(bound[2]), unit, date, comparator: bound[1] as "<" | ">" }];
    }),
  );
}

/** A man of 45 on the day of the exam, with nothing known, unless said otherwise. */
export function facts(
  values: Record<string, number | string>,
  more: Partial<Omit<Facts, "results" | "previous">> & {
    age?: number;
    earlier?: Record<string, Record<string, number | string>>;
  } = {},
): Facts {
  const { age = 45, earlier = {}, ...rest } = more;
  return {
    sex: "male",
    birthDate: `${2026 - age}-03-01`,
    date: examDate,
    diagnoses: [],
    drugs: [],
    ...rest,
    results: readings(values, rest.date),
    previous: Object.entries(earlier).map(([date, old]) => ({ date, results: readings(old, date) })),
  };
}

/** What the shipped rules say. */
export const assessed = (of: Facts): Proposal => assess(of, shippedBook.ruleSetFor(of.date));

export const proposal = (...args: Parameters<typeof facts>): Proposal => assessed(facts(...args));

/** The finding of a rule, or undefined. */
export const found = (from: Proposal, rule: string): Finding | undefined =>
  from.findings.find((finding) => finding.rule === rule);

export const rulesOf = (from: Proposal, concern?: string): string[] =>
  from.findings.filter((one) => !concern || one.concern === concern).map(({ rule }) => rule);

/** A full exam with every value where it should be. */
export const wellMan = {
  SBP: 112,
  DBP: 72,
  HEIGHT: 176,
  WEIGHT: 68,
  WAIST: 80,
  FPG: 5.0,
  HBA1C: 5.2,
  TC: 4.6,
  TG: 1.0,
  HDLC: 1.4,
  LDLC: 2.5,
  ALT: 20,
  AST: 22,
  GGT: 25,
  CREA: 78,
  HGB: 150,
  WBC: 6.1,
  PLT: 220,
  UA: 330,
};
