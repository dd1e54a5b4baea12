import {
  type Doctor,
  type DoctorProfile,
  type OfferId,
  offerIds,
  type Span,
  type SpokenLanguage,
  spokenLanguages,
} from "../../../../shared/testing/index.ts";
import type { Form } from "../../page-route.ts";
import { ticked } from "../forms/among.ts";

/** `08:30-11:30, 14:00-16:00` as hours; what is not written so is left for the schema to refuse. */
export const spansIn = (text: string): Span[] =>
  text
    .split(/[,，、;；]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [from = "", to = ""] = part.split(/[-–—~至]/).map((time) => time.trim().replace("：", ":"));
      return { from: padded(from), to: padded(to) };
    });

const padded = (time: string): string => (/^\d:\d\d$/.test(time) ? `0${time}` : time);

export const spansOut = (spans: readonly Span[]): string =>
  spans.map(({ from, to }) => `${from}-${to}`).join(", ");

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** What the settings form says of a doctor. */
export function profileIn(form: Form): DoctorProfile {
  return {
    specialty: { zh: form.text("specialty.zh"), en: form.text("specialty.en") },
    about: { zh: form.text("about.zh"), en: form.text("about.en") },
    since: Number(form.text("since") || Number.NaN),
    speaks: ticked<SpokenLanguage>(spokenLanguages, form, "speaks"),
    offers: ticked<OfferId>(offerIds, form, "offers"),
    room: form.text("room"),
    week: weekdays.flatMap((weekday) => {
      const hours = spansIn(form.text(`week.${weekday}`));
      return hours.length ? [{ weekday, hours }] : [];
    }),
    listed: form.has("listed"),
  };
}

/** A field of the form as it was typed, or as it is kept. */
export function fieldOf(form: Form, doctor: Doctor | undefined, name: string): string {
  if (form.has(name)) return form.text(name);
  if (!doctor) return "";
  const [part = "", rest = ""] = name.split(".");
  if (part === "specialty" || part === "about") return doctor[part][rest as "zh"];
  if (part === "week")
    return spansOut(doctor.week.find(({ weekday }) => weekday === Number(rest))?.hours ?? []);
  if (part === "since") return String(doctor.since);
  return part === "room" ? doctor.room : "";
}

/** The field of the form a refused part of the input was typed into: the week is refused by its index. */
export function typedField(path: string, sent: DoctorProfile): string {
  const [part, at] = path.split(".");
  return part === "week" ? `week.${sent.week[Number(at)]?.weekday ?? 1}` : path;
}
