import type { ClientCard } from "../../../../shared/clients/index.ts";
import type { Ctx } from "../../../../shared/kernel/context.ts";
import { ageOn, localDate } from "../../../../shared/kernel/time.ts";
import { sexAndAge } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";

type Named = Pick<ClientCard, "name" | "nameLatin">;

/** A name by its scripts; a name without hanzi is a Latin one wherever it was typed. */
export function scriptsOf({ name, nameLatin }: Named): { han?: string; latin?: string } {
  if (!/\p{Script=Han}/u.test(name)) return { latin: name };
  return nameLatin ? { han: name, latin: nameLatin } : { han: name };
}

/** F 52 · 女 52, on the centre's present day. */
export const sexAndAgeNow = (t: Text, ctx: Ctx, who: Pick<ClientCard, "sex" | "birthDate">): string =>
  sexAndAge(t, { sex: who.sex, age: ageOn(who.birthDate, localDate(ctx.now())) });
