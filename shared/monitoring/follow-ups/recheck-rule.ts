import { type RecheckRule, recheckRules } from "./rules/recheck-rules.ts";

const byId = new Map(recheckRules.map((rule) => [rule.id, rule]));

/** The re-check rule of an id. @throws where there is none: rules may change, but are never taken away. */
export function recheckRule(id: string): RecheckRule {
  const rule = byId.get(id);
  if (!rule) throw new Error(`no re-check rule ${id}`);
  return rule;
}
