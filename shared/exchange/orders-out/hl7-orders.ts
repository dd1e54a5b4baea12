import { catalogueItem, labelOf, tubes } from "../../testing/index.ts";
import { escaped, stamp } from "../hl7-ack.ts";
import { type Ordered, orderNumber, sampleFor } from "./ordered.ts";

const separators = { field: "|", component: "^", repetition: "~", escaping: "\\", subcomponent: "&" };
const text = (words: string): string => escaped(words, separators);
const coded = (...parts: string[]): string => parts.map(text).join("^");

const types = {
  lab: { type: "OML^O21^OML_O21", to: "LIS" },
  imaging: { type: "ORM^O01^ORM_O01", to: "RIS" },
} as const;

/**
 * Orders as one HL7 v2.5.1 message: OML^O21 to the laboratory (with SPM where a sample was drawn), ORM^O01 to
 * imaging. ORC-4 is the exam number, ORC-2 and OBR-2 the order's own; a result that bears either finds its exam.
 * PID-3 is the client number: the document stays here. Segments end in CR.
 */
export function hl7Orders(ordered: Ordered): string {
  const { id, kind, control, exam, client, items, at } = ordered;
  const { type, to } = types[kind];
  const sex = client.sex === "female" ? "F" : "M";
  const born = client.birthDate.replaceAll("-", "");
  const sent = stamp(at);
  const head = ["MSH", "^~\\&", "PERENNIAL", text(exam.centre), to, "", sent, "", type, id, "P", "2.5.1"];
  const segments = [
    [...head, "", "", "AL", "AL", "CHN", "UNICODE UTF-8"],
    ["PID", "1", "", `${text(client.number)}^^^PERENNIAL^MR`, "", text(client.name), "", born, sex],
    ["PV1", "1", "O"],
    ...items.flatMap((code, at) => orderSegments(ordered, code, at + 1, { control, sent })),
  ];
  return segments.map((fields) => `${fields.join("|")}\r`).join("");
}

function orderSegments(
  { exam, kind }: Ordered,
  code: string,
  set: number,
  { control, sent }: { control: string; sent: string },
): string[][] {
  const item = catalogueItem(code);
  const sample = sampleFor(exam, code);
  const name = item?.name.zh ?? code;
  const service = item?.loinc ? coded(item.loinc, name, "LN", code, name, "L") : coded(code, name, "L");
  const number = orderNumber(exam, code);
  const drawn = sample ? stamp(sample.at) : "";
  const order = ["ORC", control, number, "", exam.number, "", "", "", "", sent];
  const request = ["OBR", String(set), number, "", service, "", "", drawn];
  const tube = tubes.find(({ id }) => id === sample?.tube);
  if (kind !== "lab" || !sample || !tube) return [order, request];
  const specimen = [
    "SPM",
    String(set),
    labelOf(exam, sample.n),
    "",
    coded(tube.hl7, tube.name.zh, "HL70487"),
  ];
  return [order, request, specimen];
}
