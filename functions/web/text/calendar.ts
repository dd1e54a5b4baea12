import type { Language } from "../../../shared/kernel/text.ts";
import { type Instant, localDate, localTime, type PlainDate, weekday } from "../../../shared/kernel/time.ts";

type When = Instant | PlainDate;

/** Dates as people read them; an instant is read in the zone, a plain date is taken as it stands. */
export interface Calendar {
  /** For tables: 2026-10-20. */
  date(at: When): PlainDate;
  /** For sentences: 20 Oct · 10 月 20 日. */
  day(at: When): string;
  /** 20 October 2026 · 2026 年 10 月 20 日. */
  fullDay(at: When): string;
  /** Oct 2026 · 2026 年 10 月. */
  month(at: When): string;
  /** Tue · 周二. */
  weekday(at: When): string;
  /** Tuesday 20 October · 10 月 20 日星期二. */
  longDay(at: When): string;
  /** 18:20, of an instant. */
  time(at: Instant): string;
  /** 20 Oct 18:20 · 10 月 20 日 18:20. */
  moment(at: Instant): string;
}

const months = "January February March April May June July August September October November December".split(
  " ",
);
const weekdays = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
const shortDay = 3;

export function calendarFor(language: Language, zone: string): Calendar {
  const date = (at: When): PlainDate => (at.length === "2026-10-20".length ? at : localDate(at, zone));
  const parts = (at: When) => {
    const [year = 0, month = 0, day = 0] = date(at).split("-").map(Number);
    return { year, month, day, monthName: months[month - 1] ?? "" };
  };
  const weekdayName = (at: When): string => weekdays[weekday(date(at)) - 1] ?? "";
  const hanziOf = (at: When): string => "一二三四五六日"[weekday(date(at)) - 1] ?? "";
  const time = (at: Instant): string => localTime(at, zone);

  if (language === "zh") {
    const day = (at: When): string => `${parts(at).month} 月 ${parts(at).day} 日`;
    return {
      date,
      day,
      fullDay: (at) => `${parts(at).year} 年 ${day(at)}`,
      month: (at) => `${parts(at).year} 年 ${parts(at).month} 月`,
      weekday: (at) => `周${hanziOf(at)}`,
      longDay: (at) => `${day(at)}星期${hanziOf(at)}`,
      time,
      moment: (at) => `${day(at)} ${time(at)}`,
    };
  }
  const day = (at: When): string => `${parts(at).day} ${parts(at).monthName.slice(0, shortDay)}`;
  return {
    date,
    day,
    fullDay: (at) => `${parts(at).day} ${parts(at).monthName} ${parts(at).year}`,
    month: (at) => `${parts(at).monthName.slice(0, shortDay)} ${parts(at).year}`,
    weekday: (at) => weekdayName(at).slice(0, shortDay),
    longDay: (at) => `${weekdayName(at)} ${parts(at).day} ${parts(at).monthName}`,
    time,
    moment: (at) => `${day(at)} ${time(at)}`,
  };
}
