import type { PlainDate } from "../../../../shared/kernel/time.ts";
import { Chips } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import type { Free } from "./free.ts";

/** The days as links; `hrefOf` keeps everything else of the address. */
export function FreeDays({
  t,
  free,
  hrefOf,
}: {
  t: Text;
  free: Free;
  hrefOf: (change: { from?: PlainDate; day?: PlainDate }) => string;
}) {
  const first = free.days[0]?.date;
  return (
    <Chips
      label={t("me.days")}
      items={[
        ...(free.earlier ? [{ href: hrefOf({}), word: t("me.earlier") }] : []),
        ...free.days.map(({ date }) => ({
          href: hrefOf({ day: date, ...(first && free.earlier ? { from: first } : {}) }),
          word: `${t.day(date)} ${t.weekday(date)}`,
          chosen: date === free.chosen?.date,
        })),
        ...(free.later ? [{ href: hrefOf({ from: free.later }), word: t("me.later") }] : []),
      ]}
    />
  );
}

/** The free times of the chosen day as radios. */
export function FreeTimes({ t, free, error }: { t: Text; free: Free; error?: string | undefined }) {
  if (!free.chosen) return <p class="quiet">{t("doctors.no-times")}</p>;
  const { date, times } = free.chosen;
  return (
    <fieldset class="field" id="time" tabindex={-1}>
      <legend>{t.longDay(date)}</legend>
      <input type="hidden" name="date" value={date} />
      <div class="times">
        {times.map((time) => (
          <label class="seat">
            <input type="radio" name="time" value={time} required />
            <span>{time}</span>
          </label>
        ))}
      </div>
      {error ? <span class="err">{error}</span> : null}
    </fieldset>
  );
}
