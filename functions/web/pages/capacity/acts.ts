import { clearDays, type Overfull, setDays, setWeek } from "../../../../shared/testing/index.ts";
import { type PageCall, see } from "../../page-route.ts";
import { mendsFor } from "../forms/mends.ts";
import { showCapacity } from "./Calendar.tsx";
import { hoursIn, rowsInForm } from "./hours.ts";

const back = (call: PageCall): string => `/capacity?resource=${call.form.text("resource")}`;

/** What the change leads to is said at once: how many slots have too many people now. */
const said = ({ t }: PageCall, { overfull }: { overfull: readonly Overfull[] }) => ({
  text: overfull.length ? t("cap.changed-over", { n: overfull.length }) : t("cap.changed"),
});

export async function sendWeek(call: PageCall) {
  const { ctx, t, form } = call;
  try {
    const bands = rowsInForm
      .map((row) => ({ weekdays: form.all(`days${row}`).map(Number), ...hoursIn(form, String(row)) }))
      .filter(({ weekdays, from }) => weekdays.length || from);
    const told = await setWeek(ctx, { resource: form.text("resource"), from: form.text("from"), bands });
    return see(back(call), said(call, told));
  } catch (error) {
    return showCapacity(call, mendsFor(t, error));
  }
}

export async function sendDays(call: PageCall) {
  const { ctx, t, form } = call;
  try {
    const told = await setDays(ctx, {
      resources: form.has("all") ? form.text("every-resource").split(",") : [form.text("resource")],
      from: form.text("first"),
      until: form.text("until") || form.text("first"),
      hours: form.text("from-day") ? [hoursIn(form, "-day")] : [],
      why: form.text("why"),
    });
    return see(back(call), said(call, told));
  } catch (error) {
    return showCapacity(call, mendsFor(t, error));
  }
}

export async function giveBackDay(call: PageCall) {
  const { ctx, t, form } = call;
  try {
    const date = form.text("day");
    const told = await clearDays(ctx, { resources: [form.text("resource")], from: date, until: date });
    return see(back(call), said(call, told));
  } catch (error) {
    return showCapacity(call, mendsFor(t, error));
  }
}
