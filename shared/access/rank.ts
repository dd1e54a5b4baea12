import { type Actor, type Rank, ranks } from "../kernel/context.ts";
import type { Bilingual } from "../kernel/text.ts";
import type { Action } from "./policy.ts";

export const rankNames: Record<Rank, Bilingual> = {
  resident: { en: "Resident physician", zh: "住院医师" },
  attending: { en: "Attending physician", zh: "主治医师" },
  "associate-chief": { en: "Associate chief physician", zh: "副主任医师" },
  chief: { en: "Chief physician", zh: "主任医师" },
};

/** Whom the law lets sign a checkup report: 《健康体检管理暂行规定》(卫医政发〔2009〕77号) art. 14. */
const report = {
  rank: "associate-chief",
  why: {
    en: "A checkup report is signed and released by an associate chief physician or a chief physician (Interim Provisions on Health Checkups, Ministry of Health 2009, art. 14).",
    zh: "体检报告须由副主任医师以上的医师审核签署并发布（《健康体检管理暂行规定》第十四条）。",
  },
} as const;

/** The medical committee: who answers for what the rules say. */
const committee = {
  rank: "chief",
  why: {
    en: "Rules are signed by the medical committee: a chief physician.",
    zh: "规则由医疗委员会签署，须为主任医师。",
  },
} as const;

/** The lowest title an act asks of whoever has the role for it, and the sentence for those below. */
export const leastRank: Partial<Record<Action, { rank: Rank; why: Bilingual }>> = {
  "assessment:sign": report,
  "assessment:countersign": report,
  "assessment:release": report,
  "report:recall": report,
  "rules:sign": committee,
};

/** Whether the actor's title is high enough for an act; no title is the lowest. Says nothing of the role. */
export function ranksHigh(actor: Pick<Actor, "kind"> & { rank?: Rank }, action: Action): boolean {
  const least = leastRank[action];
  if (!least || actor.kind !== "staff") return true;
  return actor.rank !== undefined && ranks.indexOf(actor.rank) >= ranks.indexOf(least.rank);
}
