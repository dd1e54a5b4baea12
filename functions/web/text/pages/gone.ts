import { words } from "../bilingual.ts";

export const gone = words("gone", {
  en: {
    "gone.title": "Better: no longer found",
    "gone.line": "{name} {then} on {day}, now {now} {unit}",
    "gone.since": "Found on {day}, measured again now",
    "gone.disease-client":
      "The values are good. What was diagnosed still needs its care: stop no medicine without asking your doctor.",
    "gone.disease-staff": "Was a disease then: good values, not a cure.",
  },
  zh: {
    "gone.title": "好转：本次未再发现",
    "gone.line": "{name} {day} 为 {then}，本次 {now} {unit}",
    "gone.since": "{day} 曾发现，本次已复测",
    "gone.disease-client": "本次数值良好。已确诊的疾病仍需继续管理，请勿自行停药。",
    "gone.disease-staff": "当时属疾病：本次数值良好，不等于治愈。",
  },
});
