import type { Condition, Rule } from "../../../rule-set.ts";
import { all, any, from, says, suspected, told, watched } from "./words.ts";

const gallbladder = {
  concern: "gallbladder",
  site: "gallbladder",
  ladder: "gallbladder-polyp",
  evidence: ["POLYPGB", "POLYPGBRISK"],
  sentence: told("POLYPGB"),
  source: "ESGAR joint guideline 2022",
  status: "published",
  topics: ["gallbladder"],
} as const;
const surgeon = {
  en: "Larger polyps may change over years. A surgeon's opinion within a month says whether the gallbladder is better taken out.",
  zh: "较大的息肉可能随时间变化。请在一个月内到外科评估是否需要手术。",
};
const again = {
  en: "Almost always harmless. Ultrasound again in half a year, then after one and two years.",
  zh: "绝大多数为良性。请第 6 个月、1 年、2 年复查超声。",
};
const withRisk = says("POLYPGBRISK", "present");

const fat = {
  concern: "liver",
  site: "liver",
  ladder: "fatty-liver",
  evidence: ["STEATOSIS", "ALT", "FIB4"],
  sentence: told("STEATOSIS"),
  name: { en: "Fatty liver", zh: "脂肪肝" },
  topics: ["liver"],
} as const;
const steatosis = says("STEATOSIS", "mild", "moderate", "severe");
const scarring: Condition = all(
  { age: ">=", years: 35 },
  any({ score: "FIB4", band: "indeterminate" }, { score: "FIB4", band: "high" }),
);
const lessFat =
  "Weight, movement and less sugar and alcohol shrink it; five to ten percent less weight already shows.";
const lessFatZh = "控制体重、多活动、少糖少酒可使其减轻，体重下降 5%～10% 即可见效。";

export const abdomen = [
  {
    ...suspected,
    id: "abdomen-mass",
    concern: "abdomen-mass",
    when: says("MASSABD", "liver", "pancreas", "kidney"),
    name: { en: "Solid mass in the abdomen", zh: "腹部实性占位" },
    sentence: told("MASSABD"),
    meaning: {
      en: "Many masses are harmless, but a CT or MRI must tell. Please see a physician within a week.",
      zh: "不少占位为良性，但需 CT 或磁共振明确。请在一周内就诊。",
    },
    evidence: ["MASSABD"],
    followUp: "class-b",
    source: "proposed B-class limit",
    status: "needs sign-off",
    topics: ["abdomen-mass"],
  },
  {
    ...gallbladder,
    ...suspected,
    id: "gallbladder-polyp-10",
    when: from("POLYPGB", 10),
    name: { en: "Gallbladder polyp of 10 mm or more", zh: "胆囊息肉 ≥10 mm" },
    meaning: surgeon,
    followUp: "gallbladder-polyp-10",
    status: "needs sign-off",
  },
  {
    ...gallbladder,
    ...suspected,
    id: "gallbladder-polyp-6-risk",
    when: all(from("POLYPGB", 6), withRisk),
    name: { en: "Gallbladder polyp of 6 mm or more with a risk factor", zh: "胆囊息肉 ≥6 mm 伴危险因素" },
    meaning: surgeon,
    followUp: "gallbladder-polyp-10",
    status: "needs sign-off",
  },
  {
    ...gallbladder,
    ...watched,
    id: "gallbladder-polyp-6",
    when: any(from("POLYPGB", 6), all({ measured: "POLYPGB" }, withRisk)),
    name: { en: "Gallbladder polyp", zh: "胆囊息肉" },
    meaning: again,
    followUp: "gallbladder-polyp-6",
  },
  {
    ...fat,
    ...watched,
    id: "fatty-liver-scarring",
    when: all(steatosis, scarring),
    meaning: {
      en: `The scarring index needs a closer look, which is asked for apart. ${lessFat}`,
      zh: `肝纤维化指数需进一步检查（另行安排）。${lessFatZh}`,
    },
    source: "MASLD guidelines",
    status: "published",
  },
  {
    ...fat,
    ...watched,
    id: "fatty-liver",
    when: steatosis,
    meaning: {
      en: `Very common and mostly reversible. ${lessFat}`,
      zh: `十分常见，多可逆转。${lessFatZh}`,
    },
    followUp: "fatty-liver",
    source: "MASLD guidelines; yearly from practice",
    status: "needs sign-off",
  },
] as const satisfies readonly Rule[];
