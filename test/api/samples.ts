/** A body each asked-for schema accepts, so that a test gets past the door to the verb behind it. */
export const sampleBodies: Readonly<Record<string, (client: string) => object>> = {
  ConclusionSchema: () => ({ zh: "请复查。" }),
  SignSchema: () => ({}),
  ChangeClientSchema: () => ({ occupation: "教师" }),
  ConsentSchema: () => ({ purpose: "care", given: true }),
  AnswersSchema: () => ({ answers: { "bp-1": 0 } }),
  ActionChangeSchema: () => ({ cadence: "weekly" }),
  ResultsSchema: () => ({ date: "2026-11-20", results: [{ item: "FPG", value: 5 }] }),
  BookExamSchema: (client) => ({ client, package: "basic", date: "2026-11-23", time: "08:00" }),
  Document: () => ({ text: "林" }),
  Cancelling: () => ({ reason: "出差" }),
  Arrival: () => ({ fasting: true }),
  Decline: () => ({ reason: "客户不愿意" }),
  Elsewhere: () => ({ reason: "外院报告", date: "2026-11-21" }),
  Snooze: () => ({ until: "2026-12-01" }),
  Tick: () => ({ done: true }),
  Measurement: () => ({ kind: "weight", values: { WEIGHT: 60 } }),
};
