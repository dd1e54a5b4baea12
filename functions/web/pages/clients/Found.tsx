import type { Child } from "hono/jsx";
import type { ClientCard } from "../../../../shared/clients/index.ts";
import type { Ctx } from "../../../../shared/kernel/context.ts";
import { Empty, MarkedTable } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { ClientLine } from "./ClientLine.tsx";

/** Clients a search found, each leading on; or words that say how else to look. */
export function Found(props: {
  t: Text;
  ctx: Ctx;
  caption: string;
  clients: readonly ClientCard[];
  hrefOf: (client: ClientCard) => string | undefined;
  /** The last cell of a row. */
  acts?: ((client: ClientCard) => Child) | undefined;
}) {
  const { t, ctx, clients, acts } = props;
  if (!clients.length)
    return (
      <section class="card">
        <Empty t={t} title={t("clients.nobody")}>
          {t("clients.nobody-hint")}
        </Empty>
      </section>
    );
  return (
    <section class="card people">
      <MarkedTable
        caption={props.caption}
        columns={[
          { head: t("clients.client") },
          { head: t("clients.born") },
          { head: t("clients.file") },
          ...(acts ? [{ head: t("clients.acts"), silent: true }] : []),
        ]}
        rows={clients.map((client) => ({
          cells: [
            <ClientLine t={t} ctx={ctx} client={client} href={props.hrefOf(client)} />,
            client.birthDate,
            t(`clients.state.${client.state}`),
            ...(acts ? [acts(client)] : []),
          ],
        }))}
      />
    </section>
  );
}
