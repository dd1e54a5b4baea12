import type { Bilingual } from "../../kernel/text.ts";

/** A number anybody in mainland China may call at once. */
export interface HelpLine {
  readonly number: string;
  readonly name: Bilingual;
  readonly source: string;
}

export const helpLines: readonly HelpLine[] = [
  {
    number: "120",
    name: { en: "Ambulance, when somebody is in danger", zh: "急救电话（有危险时）" },
    source: "院前医疗急救管理办法 (2013): 120 is the one national number of pre-hospital emergency care",
  },
  {
    number: "12356",
    name: { en: "National mental-health support line", zh: "全国统一心理援助热线" },
    source: "国家卫生健康委 notice of 2024-12-25: one national number, in every place from 2025-05-01",
  },
];
