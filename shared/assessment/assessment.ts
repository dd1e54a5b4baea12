import * as z from "zod";
import { says } from "../kernel/parse.ts";
import { BilingualSchema } from "../kernel/text.ts";
import { SecondSignatureSchema, SignatureSchema } from "./countersign/second-signature.ts";
import { DepartmentSaidSchema } from "./departments/conclusion.ts";
import { RecalledSchema } from "./recall.ts";

export const findingClasses = ["disease", "suspected", "sub-health", "normal"] as const;
/** What a finding says of the person; `suspected` is one diagnostic-range value that nothing has confirmed yet. */
export type FindingClass = (typeof findingClasses)[number];

const date = z.iso.date();
const measured = z.union([z.number(), z.string()]);

/** A value a finding rests on. A bound (`<5`) is text, so that nobody computes with it. */
const EvidenceSchema = z.object({ item: z.string(), value: measured, unit: z.string(), date });
export type Evidence = z.infer<typeof EvidenceSchema>;

const changes = ["first", "new", "worse", "same", "better"] as const;
/**
 * Against the last exam that measured it: `first` nothing was measured before, `new` it was measured and
 * there was no such finding, the others compare severities.
 */
export type Change = (typeof changes)[number];

const FindingSchema = z.object({
  rule: z.string(),
  concern: z.string(),
  site: z.exactOptional(z.string()),
  name: BilingualSchema,
  class: z.enum(findingClasses),
  severity: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  evidence: z.array(EvidenceSchema),
  sentence: BilingualSchema,
  meaning: BilingualSchema,
  source: z.string(),
  status: z.enum(["published", "needs sign-off", "signed off"]),
  signedOff: z.exactOptional(z.object({ by: z.string(), at: z.iso.datetime() })),
  change: z.enum(changes),
  previous: z.exactOptional(z.object({ value: measured, date })),
  needsConfirmation: z.boolean(),
  followUp: z.exactOptional(z.string()),
  repeat: z.exactOptional(z.string()),
  topics: z.array(z.string()),
});
/**
 * One thing an exam found. Severity 4 is most urgent: 4 act now, 3 a physician soon, 2 look again within
 * months, 1 good to know. `followUp` names a re-check rule and stands on one finding per concern and site;
 * `repeat` is the re-check due as well where `followUp` only says that the client must hear of it at once.
 * A rule no published text carries is `needs sign-off` until the medical committee has (`signedOff`).
 */
export type Finding = z.infer<typeof FindingSchema>;

const ScoreSchema = z.object({
  id: z.string(),
  name: BilingualSchema,
  value: z.number().nullable(),
  unit: z.string(),
  decimals: z.int(),
  band: z.exactOptional(z.object({ id: z.string(), label: BilingualSchema })),
  parts: z.exactOptional(
    z.array(
      z.object({
        id: z.string(),
        name: BilingualSchema,
        value: z.number(),
        unit: z.string(),
        decimals: z.int(),
      }),
    ),
  ),
  inputs: z.record(z.string(), z.union([measured, z.boolean()])),
  missing: z.array(z.string()),
  outOfRange: z.array(z.string()),
  notComputed: z.exactOptional(BilingualSchema),
  source: z.string(),
  note: z.exactOptional(BilingualSchema),
  audience: z.exactOptional(z.literal("physician")),
});
/**
 * A published score. `inputs` are what went in, by the names and in the units of its formula; `missing` are
 * catalogue items. `value` is unrounded (`decimals` is for display) unless its source bands the reported
 * number; null comes with `notComputed`, which says why. `audience` is absent where the client sees it too.
 */
export type Score = z.infer<typeof ScoreSchema>;

export const gradePaths = ["disease", "needs-confirmation", "sub-health", "healthy"] as const;
export type GradePath = (typeof gradePaths)[number];

const GradeSchema = z.object({
  path: z.enum(gradePaths),
  asFarAsExamined: z.boolean(),
  missing: z.array(z.string()),
  reasons: z.array(z.string()),
});
/** `missing` are items of the minimum data set not examined; `reasons` are the rules that decided the path. */
export type Grade = z.infer<typeof GradeSchema>;

const GoneSchema = z.object({
  rule: z.string(),
  concern: z.string(),
  site: z.exactOptional(z.string()),
  name: BilingualSchema,
  class: FindingSchema.shape.class,
  severity: FindingSchema.shape.severity,
  item: z.string(),
  date,
});
/**
 * What the exam of `date` found and this one does not, though the value (`item` chiefly) was measured again. Of a
 * `disease` it says that the values are good now, not that it is over.
 */
export type Gone = z.infer<typeof GoneSchema>;

export const ProposalSchema = z.object({
  ruleSet: z.string(),
  findings: z.array(FindingSchema),
  scores: z.array(ScoreSchema),
  grade: GradeSchema,
  gone: z.array(GoneSchema).default([]),
});
/** What the rules say, before a physician has. */
export type Proposal = z.infer<typeof ProposalSchema>;

export const SignedBodySchema = ProposalSchema.extend({
  departments: z.exactOptional(z.array(DepartmentSaidSchema)),
});
/** What is signed: what the rules say, and what the departments of the centre said. */
export type SignedBody = z.infer<typeof SignedBodySchema>;

export const assessmentStates = ["proposed", "in review", "signed", "superseded", "recalled"] as const;
export type AssessmentState = (typeof assessmentStates)[number];

/**
 * One immutable version of what is said about one exam. Signing a further version is the amendment: it
 * makes the version before it `superseded`, which stays readable; `reason` is why, in the physician's words,
 * for the client to read. A recall takes a released version back (`recalled`), and those before it from the
 * client's eyes; all stay readable for staff.
 */
export const AssessmentSchema = z.object({
  client: z.string(),
  date,
  version: z.int().min(1),
  state: z.enum(assessmentStates),
  signedAt: z.exactOptional(z.iso.datetime()),
  signedBy: z.exactOptional(SignatureSchema),
  second: z.exactOptional(SecondSignatureSchema),
  releasedAt: z.exactOptional(z.iso.datetime()),
  conclusion: z.exactOptional(BilingualSchema.partial()),
  reason: z.exactOptional(z.string()),
  recalled: z.exactOptional(RecalledSchema),
  ...SignedBodySchema.shape,
  createdAt: z.iso.datetime(),
  v: z.int().min(1),
});
export type Assessment = z.infer<typeof AssessmentSchema>;

const words = z.strictObject({
  zh: z.string().trim().max(4000).optional(),
  en: z.string().trim().max(4000).optional(),
});

/** The `v` of the assessment somebody had before them: what has changed since is not decided on unseen. */
const seen = z.int().min(1).optional();

/** The physician's own words, in either language or both. */
export const ConclusionSchema = words.extend({ seen });

/** Why a signed version is amended. The client reads it. */
export const reasonLength = { least: 2, most: 300 } as const;
const reason = z
  .string()
  .trim()
  .refine(
    ({ length }) => length >= reasonLength.least && length <= reasonLength.most,
    says({
      en: "Say why it is amended, in 2 to 300 characters. The client will read it.",
      zh: "请写明修订原因（2至300字），客户会看到。",
    }),
  );

/** `reason` is asked for where a signed version is amended, and kept only there. */
export const SignSchema = z.strictObject({ conclusion: words.default({}), reason: reason.optional(), seen });
