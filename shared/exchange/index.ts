export { codeMapOf, saveCodeMap } from "./code-map.store.ts";
export { type CodeMap, CodeMapSchema, longestCode, meaningProblem } from "./code-map.ts";
export { type PersonField, personFields } from "./column-names.ts";
export { addHeld, heldAt, heldLately, saveHeld, type WaitingPage, waitingAt } from "./held.store.ts";
export { type Held, HeldSchema } from "./held.ts";
export { acknowledge } from "./hl7-ack.ts";
export { type Fault, faultOf, senderOf } from "./hl7-fault.ts";
export { type Message, messagesOf } from "./hl7-message.ts";
export { type Import, ImportSchema, isOver, RejectionSchema, type RowOutcome } from "./import.ts";
export { addImport, importOf, importsOf, noteProgress, progressOf, saveImport } from "./imports.store.ts";
export {
  addMessage,
  messageFile,
  messageMark,
  messagesWithUnknown,
  saveMessage,
  type TakenMessage,
  wasTaken,
} from "./messages-in.store.ts";
export { fhirOrders } from "./orders-out/fhir-orders.ts";
export { hl7Orders } from "./orders-out/hl7-orders.ts";
export type { Ordered } from "./orders-out/ordered.ts";
export { type Acknowledge, AcknowledgeSchema } from "./orders-out/wishes.ts";
export { readMessage } from "./parse-hl7.ts";
export { type ParsedFile, parseResultsFile } from "./parse-results-file.ts";
export type { RecognisedColumn, Rejection, ResultRow, UnknownCode } from "./result-row.ts";
export { resultsFromForm } from "./results-form.ts";
export { ResultsSchema } from "./results-schema.ts";
export { sniff } from "./sniff.ts";
