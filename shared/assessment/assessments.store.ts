import { type Change, putNew, save } from "../data/commit.ts";
import { getItem, getItems, type Item, query } from "../data/read.ts";
import type { Ctx } from "../kernel/context.ts";
import type { PlainDate } from "../kernel/time.ts";
import { type Assessment, AssessmentSchema, type Proposal, ProposalSchema } from "./assessment.ts";

/**
 * An assessment as it is kept. Until somebody signs it is only named (which rules fired, which grade):
 * the same inputs and rule set always give the same words, so they are worked out when looked at.
 * What is signed is kept whole in `body`, for good.
 */
export type StoredAssessment = Pick<
  Assessment,
  "client" | "date" | "version" | "state" | "ruleSet" | "createdAt" | "v"
> &
  Partial<Pick<Assessment, "signedAt" | "signedBy" | "releasedAt" | "conclusion">> & {
    centre: string;
    path: Assessment["grade"]["path"];
    /** Rule ids by urgency, most urgent first. */
    rules: string[];
    urgency: number;
    body?: string;
  };

const sortKey = (date: PlainDate, version: number): string =>
  `ASM#${date}#${String(version).padStart(2, "0")}`;

function item(stored: StoredAssessment): Item & { v: number } {
  const waiting = stored.state === "proposed" || stored.state === "in review";
  return {
    pk: `C#${stored.client}`,
    sk: sortKey(stored.date, stored.version),
    ...stored,
    ...(waiting
      ? { listPk: `REVIEW#${stored.centre}`, listSk: `${9 - stored.urgency}#${stored.date}#${stored.client}` }
      : {}),
  };
}

export const addAssessment = (stored: StoredAssessment): Change => putNew(item(stored));
export const saveAssessment = (stored: StoredAssessment): Change => save(item(stored));

export function summary(
  proposal: Proposal,
): Pick<StoredAssessment, "ruleSet" | "path" | "rules" | "urgency"> {
  return {
    ruleSet: proposal.ruleSet,
    path: proposal.grade.path,
    rules: proposal.findings.map(({ rule }) => rule),
    urgency: Math.max(0, ...proposal.findings.map(({ severity }) => severity)),
  };
}

const stored = (from: Item): StoredAssessment => from as unknown as StoredAssessment;

/** Every version of every exam's assessment, newest exam first, newest version first. */
export async function assessmentsOf(ctx: Ctx, client: string): Promise<StoredAssessment[]> {
  const { items } = await query(ctx, { pk: `C#${client}`, begins: "ASM#", newestFirst: true });
  return items.map(stored);
}

export async function assessmentOf(
  ctx: Ctx,
  client: string,
  date: PlainDate,
  version: number,
): Promise<StoredAssessment | undefined> {
  const found = await getItem(ctx, { pk: `C#${client}`, sk: sortKey(date, version) });
  return found ? stored(found) : undefined;
}

/** What waits for a physician, most urgent first. */
export async function waitingFor(ctx: Ctx, centre: string, limit: number): Promise<StoredAssessment[]> {
  const { items } = await query(ctx, { index: "list", pk: `REVIEW#${centre}`, limit });
  return (await getItems(ctx, items)).map(stored);
}

/** A signed assessment whole, as it was on the day. */
export function wholeOf(kept: StoredAssessment): Assessment {
  const { body, centre: _c, path: _p, rules: _r, urgency: _u, ...rest } = kept;
  const proposal = ProposalSchema.parse(JSON.parse(body ?? "{}"));
  return AssessmentSchema.parse({ ...rest, ...proposal });
}
