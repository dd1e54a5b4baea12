import { mayEver } from "../../../../shared/access/index.ts";
import type { ClientCard } from "../../../../shared/clients/index.ts";
import type { PlainDate } from "../../../../shared/kernel/time.ts";
import type { Arrival } from "../../../../shared/testing/index.ts";
import type { PageCall } from "../../page-route.ts";
import { Found } from "../clients/Found.tsx";
import { CheckIn } from "./CheckIn.tsx";
import type { Ways } from "./way-of.ts";

/** Whoever was looked for, with the check-in of this day's visit, or the way to a booking. */
export function Searched(props: {
  call: PageCall;
  clients: readonly ClientCard[];
  arrivals: readonly Arrival[];
  date: PlainDate;
  way: Ways | undefined;
}) {
  const { call, clients, arrivals, date, way } = props;
  const { t, ctx, actor } = call;
  return (
    <Found
      t={t}
      ctx={ctx}
      caption={t("today.searched")}
      clients={clients}
      hrefOf={({ number }) => `/clients/${number}`}
      acts={({ number }) => {
        const arrival = arrivals.find(({ client }) => client.number === number);
        if (arrival)
          return (
            <>
              <span class="sub">{arrival.booking.time}</span>
              <CheckIn call={call} arrival={arrival} date={date} way={way} first={clients.length === 1} />
            </>
          );
        return (
          <>
            {t("today.none")}{" "}
            {mayEver(actor, "booking:make") ? (
              <a href={`/book?client=${number}&date=${date}`}>{t("today.book")}</a>
            ) : null}
          </>
        );
      }}
    />
  );
}
