import type { DocumentKind } from "../clients/index.ts";

/** Identifier types of HL7 table 0203, used in v2 and FHIR alike, that are documents here. */
export const documentTypes: ReadonlyMap<string, DocumentKind> = new Map([
  ["NI", "national-id"],
  ["NNCHN", "national-id"],
  ["PPN", "passport"],
]);
