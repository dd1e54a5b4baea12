import type { Calendar } from "./calendar.ts";

const [weekdays, withSaturday] = [
  [1, 2, 3, 4, 5],
  [1, 2, 3, 4, 5, 6],
];
const always = "2000-01-01";

/**
 * What a centre starts with, until its manager enters its own: fasting mornings, quicker re-check visits after
 * them, ultrasound by the half hour, a suite for two.
 */
export const ordinaryCalendar: Calendar = [
  {
    id: "general",
    name: { en: "General", zh: "综合体检" },
    weeks: [
      {
        from: always,
        bands: [
          { weekdays: withSaturday, from: "07:30", last: "10:00", every: 30, capacity: 10 },
          { weekdays, from: "13:30", last: "15:00", every: 30, capacity: 4 },
        ],
      },
    ],
    days: [],
    v: 0,
  },
  {
    id: "ultrasound",
    name: { en: "Ultrasound", zh: "超声" },
    weeks: [
      {
        from: always,
        bands: [
          { weekdays: withSaturday, from: "08:00", last: "11:00", every: 30, capacity: 4 },
          { weekdays, from: "13:30", last: "16:00", every: 30, capacity: 4 },
        ],
      },
    ],
    days: [],
    v: 0,
  },
  {
    id: "vip",
    name: { en: "VIP suite", zh: "贵宾区" },
    weeks: [
      {
        from: always,
        bands: [{ weekdays: withSaturday, from: "07:30", last: "10:00", every: 30, capacity: 2 }],
      },
    ],
    days: [],
    v: 0,
  },
];
