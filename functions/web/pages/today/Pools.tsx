import type { Bilingual } from "../../../../shared/kernel/text.ts";
import type { PlainDate } from "../../../../shared/kernel/time.ts";
import { calendarOf, slotsLeft } from "../../../../shared/testing/index.ts";
import type { PageCall } from "../../page-route.ts";
import { staffAt } from "../forms/staff.ts";

export interface Pool {
  name: Bilingual;
  taken: number;
  capacity: number;
}

/** What each resource of the centre has that day, and how much of it is taken. */
export async function pools({ ctx, actor }: PageCall, date: PlainDate): Promise<Pool[]> {
  const { centre } = staffAt(actor);
  const calendar = await calendarOf(ctx, centre);
  const all = await Promise.all(
    calendar
      .filter(({ offSite }) => !offSite)
      .map(async ({ id, name }) => {
        const slots = await slotsLeft(ctx, centre, date, id, calendar);
        const sum = (of: "taken" | "capacity") => slots.reduce((total, slot) => total + slot[of], 0);
        return { name, taken: sum("taken"), capacity: sum("capacity") };
      }),
  );
  return all.filter(({ capacity }) => capacity > 0);
}

/** The pools of a day in one line, and the way to the list on paper. */
export function Pools({
  call: { t },
  pools,
  date,
}: {
  call: PageCall;
  pools: readonly Pool[];
  date: PlainDate;
}) {
  if (!pools.length) return null;
  return (
    <ul class="row small" aria-label={t("today.pools")}>
      {pools.map(({ name, taken, capacity }) => (
        <li>
          <b>{t.pick(name)}</b> {t("today.pool", { taken, of: capacity })}
        </li>
      ))}
      <li>
        <a href={`/days/${date}/paper`}>{t("exam.paper")}</a>
      </li>
    </ul>
  );
}
