import type { PlainDate } from "../kernel/time.ts";
import { type ImportantList, type ImportantRow, importantLists } from "../testing/index.ts";
import { withCutOffs } from "./cut-offs.ts";
import type { Rule, RuleSet } from "./rule-set.ts";
import { ruleSets } from "./rule-sets.ts";
import type { BookPart, RuleVersion, SignOff } from "./rule-version.ts";

/** One edition of a part of the book: as shipped, or as the hospital changed it. */
export interface Edition {
  id: string;
  part: BookPart;
  effectiveFrom: PlainDate;
  version?: RuleVersion;
}

/** Every rule set there is, shipped and made by the hospital, and what was signed off of them. */
export interface RuleBook {
  /** The rule set in force on a date; exams from before the first one are read with the first. */
  ruleSetFor(date: PlainDate): RuleSet;
  /** The rule set an assessment names, whatever became of it. @throws where it is not kept. */
  ruleSetCalled(id: string): RuleSet;
  importantFor(date: PlainDate): ImportantList;
  importantCalled(id: string): ImportantList;
  /** The edition that would be in force on a date. */
  editionFor(part: BookPart, date: PlainDate): Edition;
  /** Every edition, newest first, drafts and withdrawn ones among them. */
  editions(part: BookPart): readonly Edition[];
  editionCalled(id: string): Edition | undefined;
  /** Where a rule of an edition was last changed: what was signed off there holds until it changes again. */
  homeOf(set: string, rule: string): string;
  /** The word given for a rule that needs one; undefined where nobody gave it, or it was taken back. */
  signOffOf(set: string, rule: string): SignOff | undefined;
  readonly versions: readonly RuleVersion[];
  readonly signOffs: readonly SignOff[];
}

const shipped: Record<BookPart, readonly Edition[]> = {
  rules: ruleSets.map(({ id, effectiveFrom }) => ({ id, effectiveFrom, part: "rules" })),
  important: importantLists.map(({ id, effectiveFrom }) => ({ id, effectiveFrom, part: "important" })),
};

/** The book of what is shipped and what the hospital made of it. Pure; versions that are no longer kept are not asked for. */
export function bookOf(versions: readonly RuleVersion[], signOffs: readonly SignOff[]): RuleBook {
  const made = new Map(versions.map((version) => [version.id, version]));
  const given = new Map(signOffs.map((one) => [`${one.set} ${one.rule}`, one]));
  const every = {
    rules: editionsOf("rules", versions),
    important: editionsOf("important", versions),
  } as const;
  const editionFor = (part: BookPart, date: PlainDate): Edition => {
    const inForce = every[part].filter(({ version }) => !version || version.state === "signed");
    return (
      inForce.find(({ effectiveFrom }) => effectiveFrom <= date) ?? (inForce[inForce.length - 1] as Edition)
    );
  };

  const ruleSetCalled = remembered((id): RuleSet => {
    const version = made.get(id);
    const found = version
      ? changedRules(ruleSetCalled(version.base), version)
      : ruleSets.find((one) => one.id === id);
    if (!found) throw new Error(`no rule set ${id}`);
    return found;
  });

  const importantCalled = remembered((id): ImportantList => {
    const version = made.get(id);
    const found = version
      ? changedRows(importantCalled(version.base), version)
      : importantLists.find((one) => one.id === id);
    if (!found) throw new Error(`no list ${id}`);
    return found;
  });

  const homeOf = (set: string, rule: string): string => {
    const version = made.get(set);
    if (!version || version.changes.some((change) => change.rule === rule)) return set;
    return homeOf(version.base, rule);
  };

  const signOffOf = (set: string, rule: string): SignOff | undefined => {
    const home = homeOf(set, rule);
    const one = given.get(`${home} ${rule}`);
    if (one) return one.revoked ? undefined : one;
    return signedWith(made.get(home), rule);
  };

  return {
    versions,
    signOffs,
    editions: (part) => every[part],
    editionFor,
    editionCalled: (id) => [...every.rules, ...every.important].find((one) => one.id === id),
    ruleSetCalled,
    importantCalled,
    ruleSetFor: (date) => ruleSetCalled(editionFor("rules", date).id),
    importantFor: (date) => importantCalled(editionFor("important", date).id),
    homeOf,
    signOffOf,
  };
}

const editionsOf = (part: BookPart, versions: readonly RuleVersion[]): readonly Edition[] =>
  [...shipped[part], ...versions.filter((one) => one.part === part).map(editionOf)].toSorted(newestFirst);

const editionOf = (version: RuleVersion): Edition => ({
  id: version.id,
  part: version.part,
  effectiveFrom: version.effectiveFrom,
  version,
});

/** What the hospital made stands before what it was made from, should both take effect on one day. */
const newestFirst = (a: Edition, b: Edition): number =>
  b.effectiveFrom.localeCompare(a.effectiveFrom) ||
  Number(Boolean(b.version)) - Number(Boolean(a.version)) ||
  b.id.localeCompare(a.id, "en", { numeric: true });

/** Who signs a version signs each cut-off it changes. */
function signedWith(version: RuleVersion | undefined, rule: string): SignOff | undefined {
  if (version?.state !== "signed" || !version.signedBy || !version.signedAt) return undefined;
  if (!version.changes.some((change) => change.rule === rule)) return undefined;
  return { set: version.id, rule, by: version.signedBy, at: version.signedAt, note: version.why, v: 0 };
}

/** Whose number it is stands beside the source it departs from, and the hospital's own word carries it. */
const local = (source: string, { id }: RuleVersion): string => `${source}; 本院界值 hospital cut-off ${id}`;

function changedRules(base: RuleSet, version: RuleVersion): RuleSet {
  const rules = base.rules.map((rule): Rule => {
    const changes = version.changes.filter((change) => change.rule === rule.id);
    if (!changes.length) return rule;
    const changed = withCutOffs(rule, changes);
    return {
      ...changed,
      source: local(rule.source, version),
      status: "needs sign-off",
      ...(changed.variants && {
        variants: changed.variants.map((variant) => ({
          ...variant,
          ...(variant.source && { source: local(variant.source, version) }),
          ...(variant.status && { status: "needs sign-off" as const }),
        })),
      }),
    };
  });
  return { ...base, id: version.id, effectiveFrom: version.effectiveFrom, rules };
}

function changedRows(base: ImportantList, version: RuleVersion): ImportantList {
  const rows = base.rows.map((row): ImportantRow => {
    const change = version.changes.find((one) => one.rule === row.id);
    return change
      ? { ...row, [change.path]: change.limit, source: local(row.source, version), status: "needs sign-off" }
      : row;
  });
  return { id: version.id, effectiveFrom: version.effectiveFrom, rows };
}

function remembered<V>(make: (id: string) => V): (id: string) => V {
  const kept = new Map<string, V>();
  return (id) => {
    const known = kept.get(id);
    if (known) return known;
    const made = make(id);
    kept.set(id, made);
    return made;
  };
}

/** The book as shipped, before a hospital wrote in it. */
export const shippedBook: RuleBook = bookOf([], []);
