import { assess } from "./assess.ts";
import type { Finding, Grade, Proposal } from "./assessment.ts";
import type { Facts } from "./facts.ts";
import type { RuleSet } from "./rule-set.ts";

/** What a finding is called on both sides of a comparison. */
export type FindingSaid = Pick<Finding, "rule" | "concern" | "name" | "class" | "severity"> &
  Partial<Pick<Finding, "site">>;

/** What two rule sets say differently of one exam. */
export interface Differences {
  grade?: { from: Grade["path"]; to: Grade["path"] };
  added: FindingSaid[];
  gone: FindingSaid[];
  /** The same thing found by both, at another class or severity. */
  changed: { from: FindingSaid; to: FindingSaid }[];
}

/** What `to` would say of an exam that `from` does not; undefined where they agree. Pure. */
export function differences(facts: Facts, from: RuleSet, to: RuleSet): Differences | undefined {
  const [before, after] = [assess(facts, from), assess(facts, to)];
  const [was, is] = [byStrand(before, from), byStrand(after, to)];
  const added = [...is].flatMap(([strand, one]) => (was.has(strand) ? [] : [said(one)]));
  const gone = [...was].flatMap(([strand, one]) => (is.has(strand) ? [] : [said(one)]));
  const changed = [...was].flatMap(([strand, one]) => {
    const other = is.get(strand);
    const same = !other || (other.class === one.class && other.severity === one.severity);
    return same ? [] : [{ from: said(one), to: said(other) }];
  });
  const regraded = before.grade.path !== after.grade.path;
  if (!regraded && !added.length && !gone.length && !changed.length) return undefined;
  const grade = { from: before.grade.path, to: after.grade.path };
  return { ...(regraded ? { grade } : {}), added, gone, changed };
}

/** Grades of one ladder are one thing at different heights. */
function byStrand({ findings }: Proposal, { rules }: RuleSet): Map<string, Finding> {
  const ladders = new Map(rules.map(({ id, ladder }) => [id, ladder ?? id]));
  return new Map(findings.map((finding) => [ladders.get(finding.rule) ?? finding.rule, finding]));
}

const said = ({ rule, concern, site, name, class: of, severity }: Finding): FindingSaid => ({
  rule,
  concern,
  ...(site && { site }),
  name,
  class: of,
  severity,
});
