import type { Bilingual } from "../../kernel/text.ts";

/** One of the seven national indicators of a health-checkup centre, and how it is read from what happens here. */
export interface Indicator {
  code: string;
  name: Bilingual;
  /** A share of the cases that meet it; a mean over them; or nothing until its events are recorded. */
  kind: "share" | "mean days" | "not recorded";
  /** What is counted, over what; in words for the page. */
  counts: Bilingual;
}

/** Names and formulas of 健康体检中心 quality indicators as the hospital keeps them (HCHM-PR-01 … OU-02). */
export const indicators: readonly Indicator[] = [
  {
    code: "HCHM-PR-01",
    name: { en: "Reports signed by a senior physician", zh: "高级职称医师签署报告率" },
    kind: "share",
    counts: {
      en: "released reports whose last signature is an associate chief physician's or a chief's, of all released reports",
      zh: "最终签署者为副主任医师及以上的已发布报告 / 全部已发布报告",
    },
  },
  {
    code: "HCHM-PR-02",
    name: { en: "Health questionnaires completed", zh: "健康问卷完成率" },
    kind: "share",
    counts: {
      en: "visits with a questionnaire answered on the day or in the 30 days before, of all visits checked in",
      zh: "到检当日或之前 30 天内完成问卷的到检人次 / 全部到检人次",
    },
  },
  {
    code: "HCHM-PR-03",
    name: { en: "Ultrasound load of a physician's day", zh: "超声医师日均负荷" },
    kind: "not recorded",
    counts: {
      en: "body parts examined by ultrasound over physicians' days: who examined which part is not recorded yet",
      zh: "超声检查部位数 / 超声医师工作日数：目前尚未记录由谁检查了哪个部位",
    },
  },
  {
    code: "HCHM-PR-04",
    name: { en: "Stool specimens received", zh: "大便标本留取率" },
    kind: "share",
    counts: {
      en: "visits whose stool specimen came, of those checked in with a test of stool ordered",
      zh: "收到大便标本的到检人次 / 开具大便检查的到检人次",
    },
  },
  {
    code: "HCHM-PR-05",
    name: { en: "Time to the report", zh: "报告平均完成时间" },
    kind: "mean days",
    counts: {
      en: "mean days from the exam's last result before the signature to the release of the report",
      zh: "签署前最后一项结果录入至报告发布的平均天数",
    },
  },
  {
    code: "HCHM-OU-01",
    name: { en: "Class A results told", zh: "高危异常结果通知率" },
    kind: "share",
    counts: {
      en: "class A values (the centre's own critical ones too) with a recorded telling, of all of them",
      zh: "已记录成功通知的 A 类（含本院危急值）结果 / 全部 A 类结果",
    },
  },
  {
    code: "HCHM-OU-02",
    name: { en: "Important results followed up", zh: "重要异常结果随访率" },
    kind: "share",
    counts: {
      en: "class A values with a recorded look, and findings to be looked at again within 30 days that came to a recorded end or a recorded talk, of all of them",
      zh: "已记录追踪的 A 类结果与须在 30 天内复查且已有结局或联系记录的发现 / 全部此类结果",
    },
  },
];

/** Beside the seven: every follow-up, for the closure rate and the time from finding to closure. */
export const followUpKind = "FOLLOW-UP";
