import type { Finding, Proposal } from "./assessment.ts";
import type { RuleBook } from "./rule-book.ts";

/** Says of each finding whose rule needs the medical committee's word who has given it, and when. */
export function withSignOffs(proposal: Proposal, book: RuleBook): Proposal {
  const findings = proposal.findings.map((finding): Finding => {
    if (finding.status !== "needs sign-off") return finding;
    const given = book.signOffOf(proposal.ruleSet, finding.rule);
    return given
      ? { ...finding, status: "signed off", signedOff: { by: given.by.name, at: given.at } }
      : finding;
  });
  return { ...proposal, findings };
}
