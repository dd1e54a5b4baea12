import { mayEver } from "../../../../shared/access/index.ts";
import type { PlainDate } from "../../../../shared/kernel/time.ts";
import { type Arrival, isOffSite, type SlotLeft, visitOf } from "../../../../shared/testing/index.ts";
import type { PageCall } from "../../page-route.ts";
import { Seats } from "../book/Seats.tsx";
import { ClientLine } from "../clients/ClientLine.tsx";
import { CheckIn } from "./CheckIn.tsx";
import type { Ways } from "./way-of.ts";

interface Props {
  call: PageCall;
  slots: readonly SlotLeft[];
  arrivals: readonly Arrival[];
  date: PlainDate;
  way: Ways | undefined;
}

/** The day as it comes: a group for each half hour with its places, under it who is expected. */
export function Arrivals({ call, slots, arrivals, date, way }: Props) {
  const { t } = call;
  const times = [
    ...new Set([...slots.map(({ time }) => time), ...arrivals.map(({ booking }) => booking.time)]),
  ].sort();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a frame that scrolls must be reachable by keyboard; it groups no fields
    <div class="scroll worklist arrivals" tabindex={0} role="group" aria-label={t("today.table")}>
      <table class="table">
        <caption class="sr">{t("today.table")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("clients.client")}</th>
            <th scope="col">{t("today.visit")}</th>
            <th scope="col">{t("today.station")}</th>
          </tr>
        </thead>
        {times.map((time) => (
          <Slot
            call={call}
            date={date}
            way={way}
            time={time}
            slot={slots.find((one) => one.time === time)}
            arrivals={arrivals.filter(({ booking }) => booking.time === time)}
          />
        ))}
      </table>
    </div>
  );
}

function Slot(
  props: Pick<Props, "call" | "date" | "arrivals" | "way"> & { time: string; slot: SlotLeft | undefined },
) {
  const { call, date, time, slot, arrivals, way } = props;
  const { t, ctx, actor } = call;
  return (
    <tbody>
      <tr class="grp">
        <th scope="rowgroup" colspan={3}>
          <span class="slot">
            <b class="num">{time}</b>
            {slot ? (
              <>
                <Seats taken={slot.taken} of={slot.capacity} />
                <span>{t("today.places", { taken: slot.taken, of: slot.capacity })}</span>
              </>
            ) : null}
          </span>
        </th>
      </tr>
      {arrivals.map((arrival) => (
        <tr id={`visit-${arrival.booking.id}`}>
          <th scope="row">
            <ClientLine
              t={t}
              ctx={ctx}
              client={arrival.client}
              href={mayEver(actor, "client:read") ? `/clients/${arrival.client.number}` : undefined}
            />
          </th>
          <td>
            {t.pick(visitOf(arrival.booking.package)?.name ?? { en: "", zh: "" })}
            {isOffSite(arrival.booking) ? <span class="sub">{t("today.off-site")}</span> : null}
            {mayEver(actor, "booking:cancel") && arrival.booking.state === "confirmed" ? (
              <span class="sub">
                <a href={`/book/${arrival.client.number}/${arrival.booking.id}`}>{t("today.booking")}</a>
              </span>
            ) : null}
          </td>
          <td>
            <CheckIn call={call} arrival={arrival} date={date} way={way} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}
