import { addDays, type PlainDate } from "../../../kernel/time.ts";
import type { Closing, RecheckRule, RecordKind } from "./recheck-rules.ts";

/** One measurement of an item. `sample` names the results group it came in; `site` the region looked at. */
export interface Taken {
  date: PlainDate;
  sample?: string;
  site?: string;
}

/** What there is to end a follow-up with. */
export interface Evidence {
  /** The exam that raised it, and the sample it was raised by. */
  openedOn: PlainDate;
  openedSample?: string;
  /** Where the follow-up looks: the rule's region, or the lesion's (`thyroid/left`). */
  site?: string;
  /** The item that raised it, where the rule asks for the same marker again; else its site names it. */
  marker?: string;
  items: Readonly<Record<string, readonly Taken[]>>;
  records?: readonly { kind: RecordKind; date: PlainDate; site?: string }[];
}

/** Regions an imaging item looks at when nothing narrower is said. Blood and urine look nowhere in particular. */
const regions: Readonly<Record<string, readonly string[]>> = {
  USABD: ["liver", "gallbladder", "pancreas", "spleen", "kidney"],
  USTHY: ["thyroid"],
  USCAR: ["carotid"],
  USBREAST: ["breast"],
  MAMMO: ["breast"],
  CTCHEST: ["lung"],
  LDCT: ["lung"],
  CXR: ["lung"],
  LUNGMM: ["lung"],
  BIRADS: ["breast"],
  COLON: ["colon"],
  EGD: ["stomach"],
  MRBRAIN: ["brain"],
};

/**
 * Whether the evidence ends the follow-up. It does only by what the rule asks for: the same item, looking at
 * the same region, after the exam that raised it, never its own sample, and not before the window opens.
 */
export const closes = (rule: RecheckRule, evidence: Evidence): boolean =>
  endedFrom(rule, evidence, opensOn(rule, evidence.openedOn));

/**
 * Whether a later exam that came too early to be the re-check has looked at the same thing all the same. Its
 * own assessment then says what is to follow, so the follow-up counts as superseded, not done. Never
 * for a single value without an exam: only the caller knows that an assessment was signed.
 */
export const supersedes = (rule: RecheckRule, evidence: Evidence): boolean =>
  !closes(rule, evidence) && endedFrom(rule, evidence, addDays(evidence.openedOn, 1));

/**
 * The first day whose values count: a tenth of the waiting time early, because a re-check asked in 90 days
 * may be done on day 81, and one on day 10 tells nothing about a change of habits.
 */
export const opensOn = (rule: Pick<RecheckRule, "minDays">, openedOn: PlainDate): PlainDate =>
  addDays(openedOn, Math.max(1, Math.ceil(rule.minDays * 0.9)));

/**
 * Whether what ends it is a picture of a whole organ: with several of its lesions waiting, one picture does not
 * say which of them were looked at.
 */
export const seesWholeOrgan = (rule: RecheckRule): boolean =>
  rule.byLesion &&
  rule.closedBy.anyOf.some((way) => "items" in way && way.items.some((item) => regions[item]));

function endedFrom(rule: RecheckRule, evidence: Evidence, from: PlainDate): boolean {
  return rule.closedBy.anyOf.some((closing) => met(closing, evidence, evidence.site ?? rule.site, from));
}

function met(closing: Closing, evidence: Evidence, site: string | undefined, from: PlainDate): boolean {
  if ("record" in closing)
    return (evidence.records ?? []).some(
      (record) =>
        record.kind === closing.record &&
        record.date >= evidence.openedOn &&
        (!record.site || !site || covers(record.site, site)),
    );
  if ("sameMarker" in closing) {
    const marker = evidence.marker ?? site;
    return marker !== undefined && days(marker, evidence, site, from).size > 0;
  }
  const first = closing.sameDay ? evidence.openedOn : from;
  const dated = closing.items.map((item) => days(item, evidence, site, first));
  if (!closing.laterDays) return dated.every((each) => each.size > 0);
  const [one = new Set<PlainDate>(), ...others] = dated;
  const together = [...one].filter((day) => others.every((each) => each.has(day)));
  return together.length >= closing.laterDays;
}

/** The days, from `from` on, an item was measured anew at the place in question. */
function days(item: string, evidence: Evidence, site: string | undefined, from: PlainDate): Set<PlainDate> {
  const found = (evidence.items[item] ?? []).filter(
    (taken) => taken.date >= from && anew(taken, evidence) && looksAt(item, taken, site),
  );
  return new Set(found.map(({ date }) => date));
}

/** A sample without a name, taken on the day itself, may be the one that raised it and does not count. */
const anew = ({ date, sample }: Taken, { openedOn, openedSample }: Evidence): boolean =>
  date > openedOn
    ? sample === undefined || sample !== openedSample
    : sample !== undefined && openedSample !== undefined && sample !== openedSample;

function looksAt(item: string, { site: seen }: Taken, wanted: string | undefined): boolean {
  const usual = regions[item];
  if (!usual || !wanted) return true;
  return (seen ? [seen] : usual).some((region) => covers(region, wanted));
}

/** A whole organ covers its sides and lesions; one side does not cover the other, nor the whole. */
const covers = (seen: string, wanted: string): boolean => wanted === seen || wanted.startsWith(`${seen}/`);
