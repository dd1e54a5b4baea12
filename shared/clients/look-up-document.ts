import { authorize } from "../access/index.ts";
import type { Ctx } from "../kernel/context.ts";
import { InvalidInput, NotAllowed } from "../kernel/errors.ts";
import { localDate, type PlainDate } from "../kernel/time.ts";
import { type ClientCard, cardOf, type DocumentKind, type Sex } from "./client.ts";
import { clientOf, numberByGuard } from "./clients.store.ts";
import { knowDocument } from "./documents.ts";
import { parseDocument } from "./identity.ts";
import { openList } from "./reach.ts";

/**
 * What a document tells before anybody is enrolled: birth date and sex, and whose file it already belongs
 * to at this centre, the look traced. A prospect's file is one too.
 * @throws InvalidInput naming `document.text`.
 */
export async function lookUpDocument(
  ctx: Ctx,
  kind: DocumentKind,
  text: string,
): Promise<{ birthDate?: PlainDate; sex?: Sex; client?: ClientCard }> {
  if (!("centre" in ctx.actor)) throw new NotAllowed();
  const { centre } = ctx.actor;
  authorize(ctx, "client:enrol", { centre });
  if (kind === "centre" && text === "") return {};
  const parsed = parseDocument(kind, text, localDate(ctx.now()));
  if (!parsed.ok) throw new InvalidInput([{ field: "document.text", message: parsed.reason }]);
  const { stored } = await knowDocument(ctx, kind, text);
  const number = await numberByGuard(ctx, stored.guard);
  const client = number ? await clientOf(ctx, number) : undefined;
  const here = client?.centre === centre ? client : undefined;
  if (here) await openList(ctx, "document", [here.number]);
  return {
    ...(parsed.birthDate ? { birthDate: parsed.birthDate } : {}),
    ...(parsed.sex ? { sex: parsed.sex } : {}),
    ...(here ? { client: cardOf(here) } : {}),
  };
}
