/** What may be asked of this context: schemas only, for doors that load the verbs later. */

export { endings, MakeAppointmentSchema, MoveAppointmentSchema } from "./appointments/appointment.ts";
export { BookExamSchema, ChangeItemsSchema, MoveSchema, OverrideSchema } from "./booking/booking.ts";
export { DoctorProfileSchema, OtherHoursSchema } from "./doctors/doctor.ts";
export { offerIds } from "./doctors/offers.ts";
export { FloorChangeSchema, OrderChangeSchema, PassOnSchema, RejectSchema } from "./exam-day/wishes.ts";
export {
  ClearDaysSchema,
  SetDaysSchema,
  SetWeekSchema,
} from "./places/calendar.ts";
export { SetQuotaSchema } from "./places/quota.ts";
export { WithdrawEditionSchema } from "./prices/change-prices.ts";
export { EditionSchema } from "./prices/price-book.ts";
export { CloseCashSchema } from "./sales/cash.ts";
export {
  ChangeSaleSchema,
  FapiaoInputSchema,
  PaySchema,
  QuoteSchema,
  RefundSchema,
  ReturnSchema,
  SellSchema,
} from "./sales/sale.ts";
export { PlanTeamDaySchema } from "./team-days/team-day.ts";
export { JoinSchema } from "./waiting/waiting.ts";
