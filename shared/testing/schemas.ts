/** What may be asked of this context: schemas only, for doors that load the verbs later. */

export { endings, MakeAppointmentSchema, MoveAppointmentSchema } from "./appointments/appointment.ts";
export { BookExamSchema, ChangeItemsSchema, MoveSchema, OverrideSchema } from "./booking/booking.ts";
export { DoctorProfileSchema, OtherHoursSchema } from "./doctors/doctor.ts";
export { offerIds } from "./doctors/offers.ts";
export {
  AddOffSiteSchema,
  ClearDaysSchema,
  SetDaysSchema,
  SetWeekSchema,
} from "./places/calendar.ts";
export { SetQuotaSchema } from "./places/quota.ts";
export { JoinSchema } from "./waiting/waiting.ts";
