import type { Bilingual } from "../../kernel/text.ts";
import { addMonths, type PlainDate } from "../../kernel/time.ts";
import { catalogueItem } from "../catalogue/catalogue.ts";
import type { Sex } from "../catalogue/catalogue-item.ts";
import { type AddOnRule, addOnRules } from "./data/add-on-rules.ts";
import { ctItems } from "./data/radiation.ts";

/** What proposals rest on. No tier, no purse: they cannot change what is offered. */
export interface AddOnFacts {
  sex: Sex;
  age: number;
  pregnant: boolean;
  smoked: boolean;
  family: ReadonlySet<"diabetes" | "ascvd" | "hypertension" | "cancer">;
  /** Concerns of the last signed assessment, with the finding's name. */
  findings: readonly { concern: string; name: Bilingual }[];
  /** Items an open re-check asks for. */
  asked: ReadonlySet<string>;
  /** What was examined, and when. */
  done: readonly { code: string; date: PlainDate }[];
  /** The day it would be done. */
  on: PlainDate;
}

export interface Because {
  kind: "follow-up" | "finding" | "family" | "smoking" | "age";
  reason: Bilingual;
  source: Bilingual;
  status: "published" | "needs sign-off";
}

/**
 * One thing that could be added. `proposed` is offered; the other states say why it is not: done within its sensible
 * interval (`too soon`), another CT within twelve months (`radiation`), `pregnant`. `again` is the first day that
 * stops holding.
 */
export interface AddOn {
  code: string;
  state: "proposed" | "in package" | "too soon" | "radiation" | "pregnant";
  because: Because[];
  last?: PlainDate;
  again?: PlainDate;
  /** When it would be due again if it were done now; absent where once is enough. */
  next?: PlainDate;
}

const recheckSource: Bilingual = { en: "re-check rules", zh: "复查规则" };
const recheckReason: Bilingual = { en: "An open re-check asks for it.", zh: "进行中的复查需要此项。" };

/** What is proposed beside what is chosen, the most pressing first; never added by itself. */
export function proposeAddOns(facts: AddOnFacts, chosen: ReadonlySet<string>): AddOn[] {
  const rules = addOnRules.filter((rule) => holds(rule, facts) && suits(rule.item, facts.sex));
  const codes = [...new Set([...facts.asked, ...rules.map(({ item }) => item)])];
  return codes
    .map((code) =>
      addOnOf(
        code,
        rules.filter(({ item }) => item === code),
        facts,
        chosen,
      ),
    )
    .sort((a, b) => pressing(a) - pressing(b));
}

const suits = (code: string, sex: Sex): boolean => {
  const item = catalogueItem(code);
  return item !== undefined && (!item.sex || item.sex === sex);
};

function holds({ when }: AddOnRule, facts: AddOnFacts): boolean {
  return (
    (when.sex === undefined || when.sex === facts.sex) &&
    (when.ageFrom === undefined || facts.age >= when.ageFrom) &&
    (when.ageTo === undefined || facts.age <= when.ageTo) &&
    (when.family === undefined || facts.family.has(when.family)) &&
    (!when.smoked || facts.smoked) &&
    (when.concern === undefined || facts.findings.some(({ concern }) => concern === when.concern))
  );
}

const kindOf = ({ when }: AddOnRule): Because["kind"] =>
  when.concern ? "finding" : when.family ? "family" : when.smoked ? "smoking" : "age";

function addOnOf(
  code: string,
  rules: readonly AddOnRule[],
  facts: AddOnFacts,
  chosen: ReadonlySet<string>,
): AddOn {
  const asked = facts.asked.has(code);
  const because: Because[] = [
    ...(asked
      ? [
          {
            kind: "follow-up" as const,
            reason: recheckReason,
            source: recheckSource,
            status: "published" as const,
          },
        ]
      : []),
    ...rules.map((rule) => ({
      kind: kindOf(rule),
      reason: rule.reason,
      source: rule.source,
      status: rule.status,
    })),
  ];
  const last = lastOf([code], facts);
  const months = rules.map(({ everyMonths }) => everyMonths);
  const every = months.length ? Math.min(...months) : 0;
  const again = last && every ? (every === Infinity ? undefined : addMonths(last, every)) : undefined;
  const once = every === Infinity && last !== undefined;
  const guard = guardOf(code, facts, chosen);
  const dates = {
    ...(last ? { last } : {}),
    ...(every && every !== Infinity ? { next: addMonths(facts.on, every) } : {}),
  };
  if (chosen.has(code)) return { code, state: "in package", because, ...dates };
  if (guard && !(asked && guard.state === "radiation")) return { code, because, ...dates, ...guard };
  if (!asked && (once || (again !== undefined && again > facts.on)))
    return { code, state: "too soon", because, ...dates, ...(again ? { again } : {}) };
  return { code, state: "proposed", because, ...dates };
}

/** The newest day one of these was done, up to the day it is asked for. */
const lastOf = (codes: readonly string[], { done, on }: AddOnFacts): PlainDate | undefined =>
  done
    .filter(({ code, date }) => codes.includes(code) && date <= on)
    .map(({ date }) => date)
    .sort()
    .at(-1);

function guardOf(
  code: string,
  facts: AddOnFacts,
  chosen: ReadonlySet<string>,
): Pick<AddOn, "state" | "again"> | undefined {
  if (facts.pregnant && xRays(code)) return { state: "pregnant" };
  if (!ctItems.includes(code)) return undefined;
  if (ctItems.some((one) => one !== code && chosen.has(one)))
    return { state: "radiation", again: addMonths(facts.on, 12) };
  const last = lastOf(ctItems, facts);
  const again = last && addMonths(last, 12);
  return again && again > facts.on ? { state: "radiation", again } : undefined;
}

const xRooms = ["CT", "X-ray", "mammography", "DXA"];
const xRays = (code: string): boolean => xRooms.includes(catalogueItem(code)?.room ?? "");

const kinds: readonly Because["kind"][] = ["follow-up", "finding", "family", "smoking", "age"];
const pressing = ({ because }: AddOn): number => Math.min(...because.map(({ kind }) => kinds.indexOf(kind)));
