export { EndAppointmentSchema } from "./appointments/end-schema.ts";
export { DocumentAboutSchema } from "./documents/document-schema.ts";
export { SecondVisitSchema } from "./exam-day/second-visit-schema.ts";
export { InviteSchema } from "./messages/invite-schema.ts";
export { LinkSchema, UnlinkSchema } from "./results/quarantine-schema.ts";
export { BookTeamDaySchema } from "./team-days/book-team-day-schema.ts";
