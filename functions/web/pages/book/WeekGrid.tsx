import type { SlotLeft } from "../../../../shared/testing/index.ts";
import type { Text } from "../../text/index.ts";
import { Seats } from "./Seats.tsx";
import { slotValue, type Week } from "./week.ts";

const noon = "12:00";
const few = 2;

/** A week as a table of radios: day × half hour, places drawn and said. */
export function WeekGrid({ t, week, chosen }: { t: Text; week: Week; chosen: string }) {
  const afternoon = week.times.find((time) => time > noon);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a frame that scrolls must be reachable by keyboard; it groups no fields
    <div class="scroll week" tabindex={0} role="group" aria-label={t("book.week")} id="slot">
      <table class="capacity">
        <caption class="sr">{t("book.week")}</caption>
        <thead>
          <tr>
            <td></td>
            {week.days.map(({ date }) => (
              <th scope="col">
                <b>{t.weekday(date)}</b>
                {t.day(date)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {week.times.map((time) => (
            <>
              {time === afternoon ? (
                <tr class="gap">
                  <td></td>
                  <td colspan={week.days.length}>{t("book.afternoon")}</td>
                </tr>
              ) : null}
              <tr>
                <th scope="row">{time}</th>
                {week.days.map(({ slots }) => (
                  <Place t={t} slot={slots.find((slot) => slot.time === time)} chosen={chosen} />
                ))}
              </tr>
            </>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Place({ t, slot, chosen }: { t: Text; slot: SlotLeft | undefined; chosen: string }) {
  if (!slot) return <td class="shut">{t("book.shut")}</td>;
  if (!slot.ahead) return <td class="shut">{t("book.past")}</td>;
  const value = slotValue(slot);
  const word = slot.left
    ? t("book.left", { n: slot.left })
    : slot.waiting
      ? t("book.full-waits", { n: slot.waiting })
      : t("book.full");
  return (
    <td>
      <label
        class="seat"
        data-full={slot.left ? undefined : ""}
        data-few={slot.taken && slot.left && slot.left <= few ? "" : undefined}
      >
        <input
          type="radio"
          name="slot"
          value={value}
          checked={value === chosen && slot.left > 0}
          aria-label={`${t.weekday(slot.date)} ${t.day(slot.date)} ${slot.time}, ${word}`}
        />
        <b>{word}</b>
        <Seats taken={slot.taken} of={slot.capacity} />
      </label>
    </td>
  );
}
