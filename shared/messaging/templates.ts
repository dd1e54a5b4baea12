import type { Bilingual, Language } from "../kernel/text.ts";
import type { MessagePurpose, TemplateId } from "./message.ts";

export interface Template {
  purpose: MessagePurpose;
  /** How long its link opens, in days. */
  linkDays: number;
  subject: Bilingual;
  text: Bilingual;
}

/**
 * What goes out, in both languages. No name, no concern, value or diagnosis: whoever reads over a shoulder
 * learns that a centre wrote, and no more. `{date}`, `{time}` and `{link}` are filled in when it is sent.
 */
export const templates: Readonly<Record<TemplateId, Template>> = {
  "recheck-reminder": {
    purpose: "care",
    linkDays: 45,
    subject: { en: "A re-check planned with you", zh: "您与中心约定的复查" },
    text: {
      en: "Hello. The centre planned a re-check with you for {date}. Choose a time that suits you: {link}",
      zh: "您好！健康管理中心与您约定的复查日期为 {date}。请选择方便的时间：{link}",
    },
  },
  "booking-preparation": {
    purpose: "service",
    linkDays: 3,
    subject: { en: "Your visit to the centre", zh: "您的到检提醒" },
    text: {
      en: "Hello. You are expected on {date} at {time}. Where to come, and how to prepare: {link}",
      zh: "您好！您已预约 {date} {time} 到检。请查看地点与准备事项：{link}",
    },
  },
  "booking-confirmed": {
    purpose: "service",
    linkDays: 30,
    subject: { en: "Your visit is booked", zh: "预约成功" },
    text: {
      en: "Hello. Your visit on {date} at {time} is booked. Details and changes: {link}",
      zh: "您好！您已成功预约 {date} {time} 到检。查看或更改：{link}",
    },
  },
  "place-offered": {
    purpose: "service",
    linkDays: 3,
    subject: { en: "A place has become free", zh: "候补名额通知" },
    text: {
      en: "Hello. A place has become free for you on {date} at {time}. It is kept until {until}. Accept or decline: {link}",
      zh: "您好！您候补的 {date} {time} 已有名额，为您保留至 {until}。请点击接受或放弃：{link}",
    },
  },
  "appointment-set": {
    purpose: "service",
    linkDays: 30,
    subject: { en: "Your appointment at the centre", zh: "您的面谈预约" },
    text: {
      en: "Hello. You are expected at the centre on {date} at {time}. Details and changes: {link}",
      zh: "您好！您在健康管理中心的预约时间为 {date} {time}。查看或更改：{link}",
    },
  },
  "appointment-reminder": {
    purpose: "service",
    linkDays: 3,
    subject: { en: "Your appointment is near", zh: "预约提醒" },
    text: {
      en: "Hello. You are expected at the centre on {date} at {time}. What to bring: {link}",
      zh: "您好！请于 {date} {time} 到健康管理中心。需要携带的资料：{link}",
    },
  },
  "appointment-cancelled": {
    purpose: "service",
    linkDays: 30,
    subject: { en: "Your appointment was cancelled", zh: "预约已取消" },
    text: {
      en: "Hello. Your appointment at the centre on {date} at {time} cannot take place. Choose another time: {link}",
      zh: "您好！您 {date} {time} 在健康管理中心的预约已取消。请另选时间：{link}",
    },
  },
  "report-ready": {
    purpose: "service",
    linkDays: 30,
    subject: { en: "Your report is ready", zh: "您的报告已完成" },
    text: {
      en: "Hello. Your report of {date} is ready to be read: {link}",
      zh: "您好！您 {date} 的报告已可查看：{link}",
    },
  },
  "report-recalled": {
    purpose: "service",
    linkDays: 30,
    subject: { en: "About your report", zh: "关于您的报告" },
    text: {
      en: "Hello. The centre has taken back your report of {date}. Please do not act on it. What happened and what comes next: {link}",
      zh: "您好！健康管理中心已撤回您 {date} 的报告，请勿据此行事。原因及后续安排：{link}",
    },
  },
};

/** The words of a template with every gap filled. @throws where a fact it needs is missing. */
export function render(
  id: TemplateId,
  language: Language,
  facts: Readonly<Record<string, string>>,
): { subject: string; text: string } {
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, gap: string) => {
      const fact = facts[gap];
      if (fact === undefined) throw new Error(`template ${id} needs ${gap}`);
      return fact;
    });
  const { subject, text } = templates[id];
  return { subject: fill(subject[language]), text: fill(text[language]) };
}
