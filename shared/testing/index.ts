export {
  type Appointment,
  type Ending,
  endings,
  type MakeAppointment,
  MakeAppointmentSchema,
  type MoveAppointment,
  MoveAppointmentSchema,
  type Place,
  type TalkNote,
} from "./appointments/appointment.ts";
export {
  addNote,
  appointmentOf,
  appointmentsIn,
  appointmentsOf,
  noteOf,
  notesIn,
  saveAppointment,
} from "./appointments/appointments.store.ts";
export {
  farthestAppointment,
  type Planned,
  planAppointment,
  planCancelled,
  planMove,
} from "./appointments/plan-appointment.ts";
export {
  appointmentsToMove,
  asSeenBy,
  readAppointment,
  readAppointmentDay,
  readAppointments,
  type Seen,
} from "./appointments/read-appointments.ts";
export {
  type BookExam,
  BookExamSchema,
  type Booking,
  BookingSchema,
  ChangeItemsSchema,
  type Move,
  MoveSchema,
  type Override,
  OverrideSchema,
  stands,
} from "./booking/booking.ts";
export {
  addBooking,
  bookingOf,
  bookingsAndClaims,
  bookingsIn,
  bookingsOf,
  bookingsOn,
  daysEatenIn,
  noteEaten,
  saveBooking,
} from "./booking/bookings.store.ts";
export {
  type PlannedBooking,
  planCancelling,
  planConfirming,
  planEnding,
  planExpiring,
  planItems,
  planMoving,
} from "./booking/change-booking.ts";
export { type CalendarEvent, icsOf } from "./booking/ics.ts";
export { nearestFree } from "./booking/nearest-free.ts";
export { bookingId, clocksOf, heldFrom, planBooking, requestMark } from "./booking/plan-booking.ts";
export { type Arrival, readDay, type SlotLeft, slotsLeft } from "./booking/read-day.ts";
export { recheckVisit, visitOf } from "./booking/visit.ts";
export {
  catalogue,
  catalogueItem,
  type Flag,
  flagOf,
  itemByLoinc,
  plausibilityOf,
  rangeFor,
  type Who,
} from "./catalogue/catalogue.ts";
export type {
  Bounds,
  CatalogueItem,
  CriticalValue,
  Range,
  ResultWord,
  Sex,
} from "./catalogue/catalogue-item.ts";
export { criticalValues } from "./catalogue/data/critical-values.ts";
export { importantLists } from "./catalogue/data/important-results.ts";
export { itemGroups, rooms, specimens } from "./catalogue/data/names.ts";
export { type Package, packageById, packageItems, packages } from "./catalogue/packages.ts";
export { type Preparation, preparationFor } from "./catalogue/preparation.ts";
export {
  type Service,
  type ServiceCategory,
  serviceCalled,
  serviceCategories,
  services,
} from "./catalogue/service.ts";
export { toCatalogueUnit, unitProblem } from "./catalogue/units.ts";
export { changeDoctor, enterHours, withdrawHours } from "./doctors/change-doctor.ts";
export {
  type Doctor,
  type DoctorDay,
  type DoctorProfile,
  type Exception,
  type Span,
  type SpokenLanguage,
  spokenLanguages,
} from "./doctors/doctor.ts";
export { doctorDay, doctorDays, doctorOf } from "./doctors/doctors.store.ts";
export { hoursOn, outsideHours } from "./doctors/hours.ts";
export { type OfferId, offerIds, offers } from "./doctors/offers.ts";
export {
  type DoctorView,
  type FreeDay,
  freeTimes,
  readDoctor,
  readDoctors,
} from "./doctors/read-doctors.ts";
export {
  type Document,
  type DocumentType,
  documentBytesMax,
  documentFileName,
  documentTypeOf,
} from "./documents/document.ts";
export { addDocumentItem, documentOf, documentsOf, saveDocument } from "./documents/documents.store.ts";
export { changeFloor } from "./exam-day/change-floor.ts";
export { tubes } from "./exam-day/data/tubes.ts";
export {
  type Exam,
  givenUpOf,
  hasEnded,
  type Order,
  type OrderState,
  orderStates,
  putOffIn,
  type Sample,
  withOrders,
} from "./exam-day/exam.ts";
export { examInFile } from "./exam-day/exam-in-file.ts";
export { examNumber, readExamNumber } from "./exam-day/exam-number.ts";
export { addExam, examDaysIn, examDaysOf, examOf, saveExam } from "./exam-day/exams.store.ts";
export { examsHere } from "./exam-day/exams-here.ts";
export { dropTicket, examAt, nextQueue, takeQueue, ticketOf } from "./exam-day/floor.store.ts";
export { type FloorSettings, floorRooms, routings, type Ticket } from "./exam-day/floor.ts";
export {
  type Handover,
  handOver,
  handoversNow,
  labelOf,
  samplesHere,
  takeOver,
} from "./exam-day/hand-over.ts";
export { examFor, sameOrders, toDo, toDoIn, tubesFor, withResults } from "./exam-day/orders.ts";
export {
  kindOf,
  type OrderKind,
  type Outgoing,
  orderKinds,
  ordersWaiting,
  outgoingOf,
  saveOutgoing,
  tellOrders,
} from "./exam-day/orders-out.store.ts";
export { planArrival } from "./exam-day/plan-ticket.ts";
export {
  type Board,
  type FloorView,
  floorOf,
  type OwnWay,
  type RoomView,
  readBoard,
  readFloor,
  readWay,
} from "./exam-day/read-floor.ts";
export { readRecalls, rejectSample } from "./exam-day/reject-sample.ts";
export { roomsOf } from "./exam-day/rooms-of.ts";
export { type PassOn, PassOnSchema, rejectReasons } from "./exam-day/wishes.ts";
export {
  changeOrders,
  concludeExam,
  readExamDay,
  verifyOrders,
} from "./exam-day/work-exam.ts";
export { callIn, finishRoom, sendOn, stepBack } from "./exam-day/work-floor.ts";
export { type Calendar, general, openDays, type Resource, type Slot, slotsOn } from "./places/calendar.ts";
export { calendarOf } from "./places/calendars.store.ts";
export { clearDays, setDays, setWeek } from "./places/change-calendar.ts";
export {
  type Counter,
  changesOfPlaces,
  countersOf,
  type Use,
  usesOf,
  wishesOf,
} from "./places/counters.store.ts";
export { ordinaryCalendar } from "./places/ordinary-calendar.ts";
export type { Overfull } from "./places/overfull.ts";
export { readCalendar } from "./places/read-calendar.ts";
export type { Keep } from "./places/release.ts";
export { roomIn, spareUses, usesOfFreed } from "./places/room.ts";
export { bookedItems } from "./places/scarce.ts";
export { noQuota, quotaFor, quotaFrom, setQuota } from "./places/set-quota.ts";
export { type AddOn, type AddOnFacts, type Because, proposeAddOns } from "./prices/add-ons.ts";
export { withdrawPrice, writePrice } from "./prices/change-prices.ts";
export { addOnRules } from "./prices/data/add-on-rules.ts";
export { radiationMsv } from "./prices/data/radiation.ts";
export { dayPrices, readPriceBook } from "./prices/load-prices.ts";
export {
  type Bundle,
  type DayPrices,
  type Edition,
  type KeptEdition,
  knownPart,
  listKinds,
  type PricedPart,
  type PriceList,
  pricesOn,
  type Term,
} from "./prices/price-book.ts";
export { bundleParts, nameOf, type Priced, type PriceLine, priceOf, type Wanted } from "./prices/price-of.ts";
export { type Tells, tellsOf } from "./prices/tells.ts";
export { itemsOfDay, wantedFor } from "./prices/wishes.ts";
export { type Draft, draftOf, forgetDraft, keepDraft } from "./results/entry-drafts.ts";
export { criticalsIn, type ImportantList, type ImportantRow } from "./results/important-row.ts";
export { readResults } from "./results/read-results.ts";
export { itemsLookedAt, resultWord, wordWritten } from "./results/result-words.ts";
export { addResults, resultGroupsIn, resultGroupsOf, withdrawResults } from "./results/results.store.ts";
export {
  answersOnlyDays,
  answersSource,
  type ExamResults,
  examsOf,
  freshResults,
  type NewResult,
  newestExam,
  overtaken,
  type Provenance,
  type Reading,
  type ResultGroup,
  resultsIn,
  takenOutBefore,
} from "./results/results.ts";
export { type CashDay, type CashEntry, desks, sumsOf } from "./sales/cash.ts";
export { closeCash, type DeskDay, readCash } from "./sales/close-cash.ts";
export { madeUnder, marksOf, planChange, planSale } from "./sales/plan-sale.ts";
export { readSale, readSales, type SaleView, spendOf } from "./sales/read-sales.ts";
export { recordPayment, returnOverpaid } from "./sales/record-payment.ts";
export { refundItems } from "./sales/refund-items.ts";
export { requestFapiao } from "./sales/request-fapiao.ts";
export {
  ChangeSaleSchema,
  type Charge,
  type Fapiao,
  linesOf,
  type Method,
  methods,
  openFen,
  type Payment,
  payerKinds,
  QuoteSchema,
  type Sale,
  type SaleFile,
  SellSchema,
  standingLines,
} from "./sales/sale.ts";
export { addCharge, addSale, saleFilesOf, saveSale } from "./sales/sales.store.ts";
export { readTaxNumber } from "./sales/tax-number.ts";
export { offSiteIn, offSiteItems, whyNotOffSite } from "./team-days/off-site.ts";
export { cancelTeamDay, planTeamDay } from "./team-days/plan-team-day.ts";
export { readTeamDay, readTeamDays, type TeamDayView } from "./team-days/read-team-days.ts";
export { isOffSite, type PlanTeamDay, resourceOf, type TeamDay } from "./team-days/team-day.ts";
export { placeOf, teamDayOf } from "./team-days/team-days.store.ts";
export {
  addWait,
  dropFreed,
  dropRow,
  type Freed,
  freedOf,
  saveFreed,
  saveWait,
  waitingOn,
  waitOf,
  waitsOf,
} from "./waiting/waiting.store.ts";
export { ended, type Join, JoinSchema, offerUntil, type Wait } from "./waiting/waiting.ts";
