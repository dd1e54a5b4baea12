export { type BookExam, BookExamSchema, type Booking, BookingSchema } from "./booking.ts";
export { bookingOf, bookingsIn, bookingsOf, daysEatenIn, saveBooking } from "./bookings.store.ts";
export { openDays, type Slot, slotsOn } from "./calendar.ts";
export {
  catalogue,
  catalogueItem,
  type Flag,
  flagOf,
  itemByLoinc,
  plausibilityOf,
  rangeFor,
  type Who,
} from "./catalogue.ts";
export type { Bounds, CatalogueItem, CriticalValue, Range, ResultWord, Sex } from "./catalogue-item.ts";
export { checkIn } from "./check-in.ts";
export { criticalValues } from "./data/critical-values.ts";
export { importantLists } from "./data/important-results.ts";
export { itemGroups, rooms } from "./data/names.ts";
export { type CalendarEvent, icsOf } from "./ics.ts";
export { criticalsIn, type ImportantList, type ImportantRow } from "./important-row.ts";
export { nearestFree } from "./nearest-free.ts";
export { type Package, packageById, packageItems, packagePriceFen, packages } from "./packages.ts";
export { planBooking, planCancelling, requestMark } from "./plan-booking.ts";
export { type Preparation, preparationFor } from "./preparation.ts";
export { type Arrival, readDay, type SlotLeft, slotsLeft } from "./read-day.ts";
export { readResults } from "./read-results.ts";
export { itemsLookedAt, resultWord, wordWritten } from "./result-words.ts";
export { addResults, resultGroupsIn, resultGroupsOf } from "./results.store.ts";
export {
  answersOnlyDays,
  answersSource,
  type ExamResults,
  examsOf,
  freshResults,
  type NewResult,
  newestExam,
  type Provenance,
  type Reading,
  type ResultGroup,
} from "./results.ts";
export { toCatalogueUnit, unitProblem } from "./units.ts";
export { recheckVisit, visitOf } from "./visit.ts";
