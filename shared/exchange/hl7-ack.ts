import type { Instant } from "../kernel/time.ts";
import type { Fault } from "./hl7-fault.ts";
import { componentsOf, type Message } from "./hl7-message.ts";
import type { UnknownCode } from "./result-row.ts";

/** Whether the sender asked for an answer of this kind (HL7 table 0155). */
function wanted(condition: string, taken: boolean): boolean {
  if (condition === "AL") return true;
  if (condition === "SU") return taken;
  return condition === "ER" && !taken;
}

/**
 * The answer to a message: nothing, one acknowledgement, or an accept and an application one, each ending in CR.
 * Where MSH-15 and MSH-16 are both empty the sender speaks the original mode and gets AA, AE or AR; else MSH-15
 * decides on CA, CE or CR and MSH-16 on AA, AE or AR. What is held back for a person counts as taken; without a
 * fault the message is in. Each code that is none of ours is named in a warning (ERR, severity W) of the application
 * answer: its result was not taken.
 */
export function acknowledge(
  message: Message,
  fault: Fault | undefined,
  { now, newId }: { now: Instant; newId: () => string },
  unknown: readonly UnknownCode[] = [],
): string[] {
  const { segments, separators: by } = message;
  const head = segments[0]?.name === "MSH" ? segments[0].fields : [];
  const [accept, application] = [15, 16].map((at) => (componentsOf(head[at], by)[0] ?? "").toUpperCase());
  const letter = fault ? (fault.rejected ? "R" : "E") : "A";
  const kinds =
    !accept && !application
      ? ["A"]
      : [...(wanted(accept ?? "", !fault) ? ["C"] : []), ...(wanted(application ?? "", !fault) ? ["A"] : [])];
  const component = (at: number, fallback = "") => head[at]?.replace(/[\r\n]/g, "") || fallback;
  const [, event] = componentsOf(head[9], by);
  const version = componentsOf(head[12], by)[0] || "2.5.1";
  const said = fault ? `${fault.column}: ${fault.reason.en}` : "";
  return kinds.map((kind) =>
    [
      [
        "MSH",
        `${by.component}${by.repetition}${by.escaping}${by.subcomponent}`,
        component(5, "PERENNIAL"),
        component(6, "CENTRE"),
        component(3),
        component(4),
        stamp(now),
        "",
        ["ACK", ...(event ? [event] : []), "ACK"].join(by.component),
        newId(),
        component(11, "P"),
        version,
        ...["", "", "", "", ""],
        "UNICODE UTF-8",
      ],
      ["MSA", `${kind}${letter}`, component(10), escaped(said, by)],
      ...(fault ? [errorOf(fault, by)] : []),
      ...(kind === "A" ? unknown.slice(0, warningsMax).map((one) => warningOf(one, by)) : []),
    ]
      .map(
        (fields) => `${fields.join(by.field).replace(new RegExp(`[${escapedForClass(by.field)}]+$`), "")}\r`,
      )
      .join(""),
  );
}

function errorOf({ column, code, reason }: Fault, by: Message["separators"]): string[] {
  const [, segment = "", at = ""] = /^([A-Z][A-Z0-9]{2})(?:-(\d+))?/.exec(column) ?? [];
  const place = segment === "OBX" ? [segment, at || "1"] : [segment, "1", at];
  const location = place.filter((part) => part !== "").join(by.component);
  return [
    "ERR",
    "",
    segment ? location : "",
    `${code}${by.component}${escaped(codes[code] ?? "", by)}`,
    "E",
    "",
    "",
    escaped(`${column}: ${reason.en}`, by),
    escaped(reason.zh, by),
  ];
}

/** More of one message would only repeat that its codes are not ours. */
const warningsMax = 100;

const warningOf = ({ code, at }: UnknownCode, by: Message["separators"]): string[] => [
  "ERR",
  "",
  ["OBX", at || "1", "3"].map((part) => escaped(part, by)).join(by.component),
  `103${by.component}${codes["103"]}`,
  "W",
  "",
  "",
  escaped(`OBX-3: this code is not known here, its result was not taken: ${code}`, by),
  escaped(`未识别的项目代码，该结果未入库：${code}`, by),
];

const codes: Readonly<Record<string, string>> = {
  "100": "Segment sequence error",
  "101": "Required field missing",
  "102": "Data type error",
  "103": "Table value not found",
  "200": "Unsupported message type",
  "201": "Unsupported event code",
  "203": "Unsupported version id",
  "204": "Unknown key identifier",
};

/** 20261122090000+0000 */
export const stamp = (now: Instant): string => `${now.replace(/\D/g, "").slice(0, 14)}+0000`;

export function escaped(
  text: string,
  { field, component, repetition, escaping, subcomponent }: Message["separators"],
): string {
  const means = new Map([
    [field, "F"],
    [component, "S"],
    [subcomponent, "T"],
    [repetition, "R"],
    [escaping, "E"],
  ]);
  return [...text.replace(/[\r\n]+/g, " ")]
    .map((char) => (means.has(char) ? `${escaping}${means.get(char)}${escaping}` : char))
    .join("");
}

const escapedForClass = (char: string): string => char.replace(/[\\\]^-]/g, "\\$&");
