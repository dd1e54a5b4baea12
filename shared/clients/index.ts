export { changeClient, changeConsent } from "./change-client.ts";
export { changeHealth } from "./change-health.ts";
export * from "./client.ts";
export {
  addClient,
  claimIdentity,
  clientIn,
  clientOf,
  clientsOf,
  numberByGuard,
  panelPage,
  repointIdentity,
  saveClient,
  subjectOf,
} from "./clients.store.ts";
export { knowDocument } from "./documents.ts";
export { enrolClient, freeNumber } from "./enrol-client.ts";
export { fileNames } from "./file-names.ts";
export { findClients, panelClients, similarClients } from "./find-clients.ts";
export * from "./health-file.ts";
export {
  checkDigit,
  isClientNumber,
  maskDocument,
  parseDocument,
  parseNationalId,
  readClientNumber,
} from "./identity.ts";
export { lookUpDocument } from "./look-up-document.ts";
export { type Disagreement, disagreements, type PersonSaid } from "./match-person.ts";
export { joinProfiles } from "./merging/join-profiles.ts";
export { leadOn } from "./merging/lead-on.ts";
export { type Merge, MergeFilesSchema, UndoMergeSchema } from "./merging/merge.ts";
export {
  addAlias,
  addMerge,
  addPart,
  aliasOf,
  asideOf,
  dropAlias,
  dropPart,
  everythingOf,
  itemAt,
  mergeOf,
  mergesInto,
  move,
  type Part,
  partOf,
  put,
  saveMerge,
  take,
} from "./merging/merges.store.ts";
export { openList, openRecord, reachClient } from "./reach.ts";
export { clientCards, type Recipient, readClient, recipientOf, shown } from "./read-client.ts";
export type { ChangeClientSchema, ChangeHealthSchema } from "./wishes.ts";
