import type { Ctx } from "../../../../shared/kernel/context.ts";
import { addDays, isPlainDate, localDate, type PlainDate } from "../../../../shared/kernel/time.ts";
import { calendarOf, openDays, type SlotLeft, slotsLeft } from "../../../../shared/testing/index.ts";
import { Chips } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { type Mends, mendOne } from "../forms/mends.ts";

/** Days to choose from, and the times of the chosen one. */
export interface Offer {
  days: PlainDate[];
  day: PlainDate;
  /** Where further days begin, and whether there are earlier ones. */
  later: PlainDate;
  earlier: boolean;
  slots: SlotLeft[];
}

const shownDays = 6;

/** Free times from tomorrow, or from `from` if that is later; `asked` is the day in the address. */
export async function offerFor(
  ctx: Ctx,
  centre: string,
  { asked, from, resource }: { asked: string; from?: PlainDate | undefined; resource?: string | undefined },
): Promise<Offer> {
  const tomorrow = addDays(localDate(ctx.now()), 1);
  const start = from && from > tomorrow ? from : tomorrow;
  const calendar = await calendarOf(ctx, centre);
  const first = openDays(calendar, start, shownDays, resource);
  const wanted = isPlainDate(asked) && asked >= tomorrow ? asked : undefined;
  const days = !wanted || first.includes(wanted) ? first : openDays(calendar, wanted, shownDays, resource);
  const day = wanted && days.includes(wanted) ? wanted : (days[0] ?? start);
  return {
    days,
    day,
    later: openDays(calendar, addDays(days.at(-1) ?? start, 1), 1, resource)[0] ?? day,
    earlier: days !== first,
    slots: await slotsLeft(ctx, centre, day, resource, calendar),
  };
}

/** The days as links. */
export function Days({ t, offer, hrefOf }: { t: Text; offer: Offer; hrefOf: (day?: PlainDate) => string }) {
  return (
    <Chips
      label={t("me.days")}
      items={[
        ...(offer.earlier ? [{ href: hrefOf(), word: t("me.earlier") }] : []),
        ...offer.days.map((day) => ({
          href: hrefOf(day),
          word: `${t.day(day)} ${t.weekday(day)}`,
          chosen: day === offer.day,
        })),
        { href: hrefOf(offer.later), word: t("me.later") },
      ]}
    />
  );
}

const few = 2;

/** The times of the chosen day as radios; a full one says so and cannot be chosen. */
export function Times({ t, offer, error }: { t: Text; offer: Offer; error?: string | undefined }) {
  return (
    <fieldset class="field" id="time" tabindex={-1}>
      <legend>{t.longDay(offer.day)}</legend>
      <input type="hidden" name="date" value={offer.day} />
      <div class="times">
        {offer.slots.map((slot) => {
          const full = slot.left === 0 || !slot.ahead;
          return (
            <label
              class="seat"
              data-full={full ? "true" : undefined}
              data-few={!full && slot.left <= few ? "true" : undefined}
            >
              <input type="radio" name="time" value={slot.time} disabled={full} required />
              <span>{slot.time}</span>
              <b>{full ? t("me.full") : t("me.left", { n: slot.left })}</b>
            </label>
          );
        })}
      </div>
      {error ? <span class="err">{error}</span> : null}
    </fieldset>
  );
}

/** A form without a time: which field, and what to do. */
export const withoutTime = (t: Text): Mends => mendOne("time", t("me.choose-time"));
