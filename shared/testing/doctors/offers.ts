import type { Bilingual } from "../../kernel/text.ts";

export const offerIds = ["consultation", "report-reading", "referral"] as const;
/** What somebody may be seen for without being examined (Appointment.serviceType). */
export type OfferId = (typeof offerIds)[number];

export interface Offer {
  id: OfferId;
  name: Bilingual;
  about: Bilingual;
  /** How long one takes; a doctor's hours are divided by it. The centre's own, needs sign-off. */
  minutes: number;
  /** What to bring or do before, which says nothing of what is talked about. */
  prepare: readonly Bilingual[];
}

const papers: Bilingual = {
  en: "Bring earlier reports and films from other hospitals, if you have any.",
  zh: "如有其他医院的报告或影像片，请一并带来。",
};
const medicines: Bilingual = {
  en: "Bring a list of the medicines you take, or their boxes.",
  zh: "请带上正在服用的药物清单或药盒。",
};
const questions: Bilingual = {
  en: "Write down beforehand what you want to ask.",
  zh: "请事先写下想问的问题。",
};

export const offers: Readonly<Record<OfferId, Offer>> = {
  consultation: {
    id: "consultation",
    name: { en: "Consultation", zh: "健康咨询" },
    about: {
      en: "A talk about a question of your health, your medicines or your plan.",
      zh: "就健康问题、用药或健康计划与医生面谈。",
    },
    minutes: 30,
    prepare: [medicines, papers, questions],
  },
  "report-reading": {
    id: "report-reading",
    name: { en: "Report reading", zh: "报告解读" },
    about: {
      en: "A doctor goes through your report with you and says what comes next.",
      zh: "医生与您一起看体检报告，说明结果和下一步安排。",
    },
    minutes: 30,
    prepare: [questions, papers],
  },
  referral: {
    id: "referral",
    name: { en: "Referral talk", zh: "转诊面谈" },
    about: {
      en: "Which specialist, where and when, and what to take along.",
      zh: "商定去哪家医院、哪个专科、何时就诊，以及需要携带的资料。",
    },
    minutes: 15,
    prepare: [papers, medicines],
  },
};
