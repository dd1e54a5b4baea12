/** What may be asked of this context: schemas only, for doors that load the verbs later. */
export { endings, MakeAppointmentSchema, MoveAppointmentSchema } from "./appointments/appointment.ts";
export { BookExamSchema, ChangeItemsSchema } from "./booking/booking.ts";
export { DoctorProfileSchema, OtherHoursSchema } from "./doctors/doctor.ts";
export { offerIds } from "./doctors/offers.ts";
export { FloorChangeSchema, OrderChangeSchema, PassOnSchema, RejectSchema } from "./exam-day/wishes.ts";
export { PlanTeamDaySchema } from "./team-days/team-day.ts";
