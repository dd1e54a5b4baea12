import type { ClientCard } from "../../../../shared/clients/index.ts";
import type { Ctx } from "../../../../shared/kernel/context.ts";
import { NameOf } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { scriptsOf, sexAndAgeNow } from "./person.ts";

/** A client in a list: the name, never cut, as a link; under it sex, age and number. */
export function ClientLine({
  t,
  ctx,
  client,
  href,
}: {
  t: Text;
  ctx: Ctx;
  client: ClientCard;
  href: string | undefined;
}) {
  const name = <NameOf t={t} name={scriptsOf(client)} />;
  return (
    <>
      {href ? (
        <a class="who" href={href}>
          {name}
        </a>
      ) : (
        <b>{name}</b>
      )}
      <span class="sub">
        {sexAndAgeNow(t, ctx, client)} · {client.number}
      </span>
    </>
  );
}
