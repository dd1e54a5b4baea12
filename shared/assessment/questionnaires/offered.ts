import type { Client } from "../../clients/index.ts";
import type { Ctx } from "../../kernel/context.ts";
import { ageOn, localDate } from "../../kernel/time.ts";
import { licencesOf } from "./licences.store.ts";
import type { Questionnaire, Wording } from "./questionnaire.ts";
import { isFor, questionnaires } from "./registry.ts";

/** A questionnaire that may be asked, with its words: free ones, or the centre's under its licence. */
export interface Offered {
  questionnaire: Questionnaire;
  wording: Wording;
}

/** The questionnaires made for this client whose words may be shown. */
export async function offeredTo(ctx: Ctx, client: Client): Promise<Offered[]> {
  const licences = new Map((await licencesOf(ctx)).map((one) => [one.code, one]));
  const { sex, birthDate, zone, health } = client;
  const smoker = health.smoking === "unknown" ? undefined : health.smoking === "current";
  const who = { sex, age: ageOn(birthDate, localDate(ctx.now(), zone)), smoker };
  return questionnaires.flatMap((questionnaire) => {
    const licence = licences.get(questionnaire.code);
    const wording = questionnaire.wording ?? (licence && !licence.ended ? licence.wording : undefined);
    return wording && isFor(questionnaire, who) ? [{ questionnaire, wording }] : [];
  });
}
