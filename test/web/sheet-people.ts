import type { LoopModel, TrendModel } from "../../functions/web/charts/index.ts";
import type { BannerClient, Moment } from "../../functions/web/components/index.ts";
import type { Text } from "../../functions/web/text/index.ts";

/** Invented people, in both languages, for the sheet that shows every part. */
const say = (t: Text, en: string, zh: string): string => t.pick({ en, zh });

export const lin = (t: Text): BannerClient => ({
  number: "P-20417",
  name: { han: "林雅文", latin: "Lin Yawen" },
  sex: "female",
  age: 52,
  allergy: { is: "known", what: say(t, "Penicillin, rash", "青霉素，皮疹") },
  grade: "suspected",
  consent: [say(t, "Care", "诊疗"), say(t, "service", "服务")],
  withheld: say(t, "No marketing", "不接受推广"),
  manager: say(t, "Shen Jia", "沈佳"),
  tier: say(t, "Cedar", "雪松"),
});

export const linLoop = (t: Text, id = "loop"): LoopModel => ({
  id,
  name: say(t, "Lin Yawen", "林雅文"),
  turn: 5,
  registered: t.month("2022-03-14"),
  since: "2022",
  at: "monitor",
  share: 20 / 84,
  note: say(t, "day 20 of 84", "第 20 天，共 84 天"),
  notes: {
    test: t.day("2026-10-20"),
    assess: say(t, "signed 23 Oct", "10 月 23 日签发"),
    guide: say(t, "agreed 28 Oct", "10 月 28 日确认"),
    educate: say(t, "3 of 4 read", "已读 3 / 4"),
  },
  finished: [
    { turn: 1, grade: "healthy" },
    { turn: 2, grade: "healthy" },
    { turn: 3, grade: "subhealth" },
    { turn: 4, grade: "subhealth" },
  ],
  next: { when: t.day("2027-01-20"), turn: 6 },
});

export const ldl = (t: Text): TrendModel => ({
  id: "ldl",
  name: "LDL-C",
  unit: "mmol/L",
  caption: say(t, "six results", "六次结果"),
  digits: 1,
  band: { high: 3.4, word: say(t, "Acceptable, below 3.4", "合适水平，低于 3.4") },
  events: [
    { at: "2024-10-01", word: say(t, "Statin", "他汀") },
    { at: "2026-02-10", word: say(t, "Stopped", "停药") },
  ],
  points: [
    { at: "2022-05-10", value: 4.4, flag: "H" },
    { at: "2023-05-16", value: 4.6, flag: "H" },
    { at: "2024-06-02", value: 4.2, flag: "H" },
    { at: "2024-12-04", value: 3.1 },
    { at: "2025-09-02", value: 3.0 },
    { at: "2026-04-18", value: 3.8, flag: "H" },
  ],
});

export const pressure = (t: Text): TrendModel => ({
  id: "bp",
  name: say(t, "Blood pressure at home", "家庭血压"),
  unit: "mmHg",
  band: { low: 90, high: 135, word: say(t, "Systolic range 90 to 135", "收缩压参考 90 到 135") },
  points: [142, 139, 136, 141, 142].map((value, index) => ({
    at: `2026-11-1${index + 2}`,
    value,
    flag: "H" as const,
    source: say(t, "device", "设备"),
  })),
  second: {
    name: say(t, "diastolic", "舒张压"),
    points: [88, 86, 85, 87, 88].map((value, index) => ({ at: `2026-11-1${index + 2}`, value })),
  },
});

export const moments = (t: Text): Moment[] => [
  {
    from: "centre",
    icon: "out",
    by: say(t, "Shen Jia, WeChat, 16 Nov 18:20", "沈佳，微信，11 月 16 日 18:20"),
    text: say(t, "Three mornings to go. Read 18:41.", "还剩三个早上。18:41 已读。"),
  },
  {
    from: "client",
    icon: "in",
    by: say(t, "Portal, 16 Nov 08:05", "客户端，11 月 16 日 08:05"),
    text: say(t, "142/88, seated, left arm. “Slept badly.”", "142/88，坐位，左臂。“没睡好。”"),
  },
  {
    from: "client",
    icon: "phone",
    by: say(t, "She called, 12 Nov, 4 min", "来电，11 月 12 日，4 分钟"),
    text: say(t, "Does coffee before the reading matter?", "测之前喝咖啡有影响吗？"),
    learnt: say(t, "likes voice messages, after 18:00", "喜欢语音，18:00 以后"),
  },
  {
    from: "record",
    day: t.day("2026-10-28"),
    text: say(t, "Plan agreed, version 5: three goals, six actions", "计划第 5 版已确认：三个目标，六项行动"),
  },
];
