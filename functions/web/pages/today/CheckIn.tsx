import { mayEver } from "../../../../shared/access/index.ts";
import { localDate, type PlainDate } from "../../../../shared/kernel/time.ts";
import { type Arrival, isOffSite } from "../../../../shared/testing/index.ts";
import { Button, State } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Ways } from "./way-of.ts";

/** How far a visit is; while it waits, its tick and the one button that checks in. */
export function CheckIn({
  call,
  arrival: { booking },
  date,
  way,
  first,
}: {
  call: PageCall;
  arrival: Arrival;
  date: PlainDate;
  way: Ways | undefined;
  /** The one who was looked for: Enter checks in. */
  first?: boolean;
}) {
  const { t, actor, ctx } = call;
  if (booking.state !== "confirmed")
    return (
      <>
        <State
          is={booking.state === "no-show" ? "waiting" : "ok"}
          word={
            booking.arrivedAt
              ? t("today.since", { time: t.time(booking.arrivedAt) })
              : t(`today.state.${booking.state}`)
          }
        />
        {booking.arrivedAt ? (
          <span class="sub">
            {t(booking.fasting ? "today.fasted" : "today.not-fasted")} ·{" "}
            <a href={`/exams/${booking.client}/${booking.id}`}>{t("exam.day")}</a>
          </span>
        ) : null}
        {booking.state === "arrived" && way && !isOffSite(booking) ? (
          <span class="sub">{way.get(booking.client) ?? t("floor.all-done")}</span>
        ) : null}
      </>
    );
  if (!mayEver(actor, "booking:check-in") || date !== localDate(ctx.now()))
    return <State is="waiting" word={t("today.state.confirmed")} />;
  return (
    <form method="post" action="/today/check-in" class="checkin">
      <input type="hidden" name="client" value={booking.client} />
      <input type="hidden" name="booking" value={booking.id} />
      <input type="hidden" name="date" value={date} />
      <label>
        <input type="checkbox" name="fasting" value="yes" /> {t("today.fasting")}
      </label>
      <Button size={first ? undefined : "small"} kind={first ? "main" : undefined} here={first}>
        {t("today.check-in")} <span class="sr">{booking.client}</span>
      </Button>
    </form>
  );
}
