import * as z from "zod";
import { BilingualSchema } from "../kernel/text.ts";

/**
 * What the grade asks for: disease → `care` (medical care and rehabilitation), needs confirmation →
 * `confirmation` (confirm first, refer, nothing else yet), sub-health → `conditioning` (conditioning and
 * maintenance), healthy → `keeping` (keep and promote).
 */
const planPaths = ["care", "confirmation", "conditioning", "keeping"] as const;
export type PlanPath = (typeof planPaths)[number];

const planStates = ["drafted", "agreed", "revised", "closed", "withdrawn"] as const;
export type PlanState = (typeof planStates)[number];

const signOffStates = ["published", "needs sign-off"] as const;
export type SignOff = (typeof signOffStates)[number];

const date = z.iso.date();
const value = z.number();

const TargetSchema = z.object({
  /** Reached from this value up. */
  low: z.exactOptional(value),
  /** Reached below this value; the value itself is not reached. */
  high: z.exactOptional(value),
  unit: z.string(),
});
export type Target = z.infer<typeof TargetSchema>;

const GoalSchema = z.object({
  /** `G-` and the goal rule's id, with `.2` for its second step; the same goal keeps its id from plan to plan. */
  id: z.string(),
  rule: z.string(),
  /** Catalogue item code, or a habit's own: SALT_G_DAY, ACTIVITY_MIN_WEEK. */
  metric: z.string(),
  name: BilingualSchema,
  /** Absent for a habit nobody has measured yet. */
  start: z.exactOptional(z.object({ value, date })),
  target: TargetSchema,
  by: date,
  state: z.enum(["open", "reached", "dropped"]),
  source: z.string(),
  status: z.enum(signOffStates),
});
export type Goal = z.infer<typeof GoalSchema>;

export const owners = ["client", "health-manager", "physician", "family"] as const;
export type Owner = (typeof owners)[number];

export const cadences = ["once", "daily", "weekly", "monthly"] as const;
export type Cadence = (typeof cadences)[number];

export const actionKinds = ["care", "confirm", "recheck", "habit", "review"] as const;
export type ActionKind = (typeof actionKinds)[number];

const ActionSchema = z.object({
  /** `A-` and the action rule's id, then the concern where one rule serves several. */
  id: z.string(),
  kind: z.enum(actionKinds),
  text: BilingualSchema,
  why: BilingualSchema,
  owner: z.enum(owners),
  cadence: z.enum(cadences),
  /** Once: to be done by. Otherwise: looked at again on. */
  due: date,
  goal: z.exactOptional(z.string()),
  done: z.array(z.object({ at: z.iso.datetime(), by: z.string() })),
  /** A physician takes part: agrees to it first, or orders what it asks for. */
  needsPhysician: z.boolean(),
  rule: z.string(),
  /** Rule ids of the findings it answers. */
  findings: z.array(z.string()),
  source: z.string(),
  status: z.enum(signOffStates),
});
export type Action = z.infer<typeof ActionSchema>;

/**
 * What client and centre mean to do until the next turn of the loop: `drafted → agreed → revised | closed`;
 * `withdrawn` where the report it was drafted from was recalled.
 */
export const PlanSchema = z.object({
  client: z.string().min(1),
  number: z.int().min(1),
  path: z.enum(planPaths),
  /** The rules it was drafted under; it stays what it was when they change. */
  ruleSet: z.string(),
  state: z.enum(planStates),
  /** What a closed plan was, should the turn that closed it be taken back. */
  was: z.exactOptional(z.enum(planStates)),
  draftedOn: date,
  /** The version of the exam it was drafted from; its client sees it once that is released. */
  exam: z.exactOptional(z.object({ date, version: z.int().min(1) })),
  goals: z.array(GoalSchema),
  actions: z.array(ActionSchema),
  agreedAt: z.exactOptional(z.iso.datetime()),
  agreedBy: z.exactOptional(z.string()),
  v: z.int().min(1),
});
export type Plan = z.infer<typeof PlanSchema>;

export type ExamVersion = NonNullable<Plan["exam"]>;

/** The version of the exam a plan came from. */
export const examOf = ({ exam, draftedOn }: Plan): ExamVersion => exam ?? { date: draftedOn, version: 1 };

/** Whether a value is inside a target: `low` counts as inside, `high` does not. */
export const within = (target: Target, value: number): boolean =>
  (target.low === undefined || value >= target.low) && (target.high === undefined || value < target.high);

/** What a manager may change on a drafted action. */
export const ActionChangeSchema = z.strictObject({
  owner: z.enum(owners).optional(),
  cadence: z.enum(cadences).optional(),
  due: z.iso.date().optional(),
});
