import * as z from "zod";
import { PlainDateSchema } from "../../shared/clients/schemas.ts";
import {
  CallSchema,
  ClaimSchema,
  CloseCaseSchema,
  DeclineSchema,
  ElsewhereSchema,
  LogMeasurementSchema,
  LookSchema,
  OutcomeSchema,
  RecordContactSchema,
  SendBackSchema,
  SettleAskedSchema,
  SnoozeSchema,
} from "../../shared/monitoring/schemas.ts";
import { offerIds } from "../../shared/testing/schemas.ts";

/**
 * What requests may ask, by name. Loaded with the first request that brings a body or a query: to make
 * these schemas takes longer than everything else at the start together.
 */
export {
  AnsweredSchema,
  CompareSchema,
  ConclusionSchema,
  ConversationSchema,
  DraftSchema,
  EditTemplateSchema,
  LicenceInputSchema,
  MakeShareSchema,
  RecallSchema,
  RedraftSchema,
  RevokeSchema,
  SettleSchema,
  SignOffNoteSchema,
  SignSchema,
  SignVersionSchema,
  WithdrawSchema,
  WriteConclusionSchema,
} from "../../shared/assessment/schemas.ts";
export {
  ChangeClientSchema,
  ChangeHealthSchema,
  ConsentSchema,
  EnrolSchema,
  MergeFilesSchema,
  UndoMergeSchema,
} from "../../shared/clients/schemas.ts";
export { AnswersSchema } from "../../shared/education/schemas.ts";
export {
  AcknowledgeSchema,
  OrdersViewSchema,
  OutboxSchema,
  ResultsSchema,
} from "../../shared/exchange/schemas.ts";
export { ActionChangeSchema } from "../../shared/guidance/schemas.ts";
export {
  BookTeamDaySchema,
  DocumentAboutSchema,
  EndAppointmentSchema,
  InviteSchema,
  LinkSchema,
  SecondVisitSchema,
  UnlinkSchema,
} from "../../shared/loop/schemas.ts";
export {
  BookExamSchema,
  ChangeItemsSchema,
  ChangeSaleSchema,
  ClearDaysSchema,
  CloseCashSchema,
  DoctorProfileSchema,
  EditionSchema,
  FapiaoInputSchema,
  FloorChangeSchema,
  JoinSchema,
  MakeAppointmentSchema,
  MoveAppointmentSchema,
  MoveSchema,
  OrderChangeSchema,
  OtherHoursSchema,
  OverrideSchema,
  PassOnSchema,
  PaySchema,
  PlanTeamDaySchema,
  QuoteSchema,
  RefundSchema,
  RejectSchema,
  ReturnSchema,
  SellSchema,
  SetDaysSchema,
  SetQuotaSchema,
  SetWeekSchema,
  WithdrawEditionSchema,
} from "../../shared/testing/schemas.ts";

export const FreeTimes = z.object({
  offer: z.enum(offerIds).default("consultation"),
  from: PlainDateSchema,
  days: z.coerce.number().int().min(1).max(31).default(14),
});
export const FromDay = z.object({ from: PlainDateSchema });
export const ByDoctor = z.object({ doctor: z.string().max(60).optional() });
export const Document = z.strictObject({ text: z.string().max(60) });
export const PriceDay = z.object({ date: PlainDateSchema.optional() });
export const Day = z.object({
  date: PlainDateSchema,
  centre: z.string().default("centre-1"),
  resource: z.string().optional(),
});
export const Page = z.object({ from: z.string().max(100).optional() });
export const Cancelling = z.strictObject({ reason: z.string().trim().min(1).max(200) });
export const Arrival = z.strictObject({ fasting: z.boolean() });
export const ExamDate = z.object({ date: z.iso.date().optional() });
export const WorklistView = z.object({
  filter: z.enum(["overdue", "today", "7days", "high", "silent", "unanswered", "all"]).default("all"),
  manager: z.string().optional(),
});
export const QualityView = z.object({
  months: z.coerce.number().int().min(1).max(24).default(12),
  of: z.string().optional(),
});
export const RecountDays = z.strictObject({ from: PlainDateSchema, days: z.number().int().min(1).max(31) });
export const Decline = DeclineSchema.omit({ client: true, id: true });
export const Elsewhere = ElsewhereSchema.omit({ client: true, id: true });
export const Claim = ClaimSchema.omit({ client: true, id: true });
export const SendBack = SendBackSchema.omit({ client: true, id: true });
export const Call = CallSchema.omit({ client: true, id: true });
export const Asked = SettleAskedSchema.omit({ client: true });
export const Outcome = OutcomeSchema.omit({ client: true, id: true });
export const CaseContact = RecordContactSchema.omit({ client: true, id: true });
export const CaseLook = LookSchema.omit({ client: true, id: true });
export const CaseClosing = CloseCaseSchema.omit({ client: true, id: true });
export const Snooze = SnoozeSchema.omit({ client: true, id: true });
export const Tick = z.strictObject({ done: z.boolean() });
export const Measurement = LogMeasurementSchema.omit({ client: true });

const Room = z.string().max(40);
const Queue = z.number().int().min(1).max(9999);
export const CallIn = z.strictObject({ room: Room, queue: Queue.optional() });
export const RoomDone = z.strictObject({
  room: Room,
  queue: Queue,
  items: z.array(z.string().max(20)).max(130).optional(),
});
export const CallBack = z.strictObject({ room: Room, queue: Queue, why: z.enum(["undo", "no-answer"]) });
export const Ready = z.strictObject({ why: z.enum(["ready", "back"]) });
export const Handing = z.strictObject({ samples: z.array(z.string().max(40)).min(1).max(60) });
export const Taking = z.strictObject({
  count: z.number().int().min(0).max(999),
  date: PlainDateSchema.optional(),
});
