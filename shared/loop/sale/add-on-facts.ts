import { mayEver } from "../../access/index.ts";
import { signedBody, visibleIn } from "../../assessment/index.ts";
import { openRecord } from "../../clients/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { NotFound } from "../../kernel/errors.ts";
import { ageOn, type PlainDate } from "../../kernel/time.ts";
import { openIn } from "../../monitoring/index.ts";
import { type AddOn, type AddOnFacts, examsOf, itemsLookedAt } from "../../testing/index.ts";
import { recheckItems } from "../booking/recheck-items.ts";
import { openCore } from "../open-core.ts";

/**
 * What add-ons for a client on a day rest on: the newest signed report, the health file, open re-checks, what was
 * examined before. Whoever does not see results has only what was released to go by, and no names of findings. The
 * reading is traced.
 */
export async function addOnFacts(ctx: Ctx, number: string, on: PlainDate): Promise<AddOnFacts> {
  const client = await openRecord(ctx, "sale:quote", number, "sale-facts", true);
  const core = await openCore(ctx, number);
  if (!core) throw new NotFound();
  const clinical = mayEver(ctx.actor, "results:read");
  const released = visibleIn(core.assessments);
  const signed = clinical
    ? core.assessments.filter(({ state, recalled }) => state === "signed" && !recalled)
    : released.filter(({ state }) => state === "signed");
  const [newest] = signed;
  const body = newest && (await signedBody(ctx, number, newest.date, newest.version));
  const { health } = client;
  const near = { diabetes: ["first-degree", "second-degree"], ascvd: ["early", "later", "age-unknown"] };
  const family = [
    ...(near.diabetes.includes(health.familyDiabetes) ? ["diabetes" as const] : []),
    ...(near.ascvd.includes(health.familyAscvd) ? ["ascvd" as const] : []),
    ...(health.familyHypertension === "yes" ? ["hypertension" as const] : []),
    ...(health.familyCancer === "yes" ? ["cancer" as const] : []),
  ];
  return {
    sex: client.sex,
    age: ageOn(client.birthDate, on),
    pregnant: health.pregnant,
    smoked: health.smoking === "current" || health.smoking === "former",
    family: new Set(family),
    findings: (body?.findings ?? [])
      .filter((finding) => finding.class !== "normal")
      .map(({ concern, name }) => ({ concern, name })),
    asked: new Set(recheckItems(openIn(core.book).filter(({ opens }) => opens <= on))),
    done: examsOf(core.groups).flatMap(({ date, results }) =>
      itemsLookedAt(results).map((code) => ({ code, date })),
    ),
    on,
  };
}

const fromReport = { en: "From the physician's signed report.", zh: "依据医生签发的报告。" };

/** The same proposals for eyes that do not see findings: what stands in the report is not said. */
export const withoutFindings = (addOns: readonly AddOn[]): AddOn[] =>
  addOns.map(({ because, ...one }) => {
    const said = because.map((why) => (why.kind === "finding" ? { ...why, reason: fromReport } : why));
    const once = said.filter(
      (why, at) => why.kind !== "finding" || said.findIndex(({ kind }) => kind === "finding") === at,
    );
    return { ...one, because: once };
  });
