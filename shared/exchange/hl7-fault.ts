import type { Bilingual } from "../kernel/text.ts";
import { componentsOf, type Message } from "./hl7-message.ts";

/**
 * Why a message is not taken. `rejected`: of a kind we do not speak (AR); else its content cannot be used (AE).
 * `code` is HL7's own (table 0357); `column` says where, such as `OBX-3` or `MSH-12`.
 */
export interface Fault {
  rejected: boolean;
  code: string;
  column: string;
  reason: Bilingual;
}

const versions = /^2\.[3-8](\.[12])?$/;

/** What is wrong with a message before a single result is read, if anything is. */
export function faultOf({ segments, separators: by, broken }: Message): Fault | undefined {
  const refuse = (rejected: boolean, code: string, column: string, en: string, zh: string): Fault => ({
    rejected,
    code,
    column,
    reason: { en, zh },
  });
  const header = segments[0];
  if (header?.name !== "MSH")
    return refuse(false, "100", "MSH", "the message does not begin with MSH", "消息未以MSH段开头");
  if (broken !== undefined)
    return refuse(false, "100", "MSH", `line ${broken} is not a segment`, `第${broken}行不是有效的段`);
  const [type, event] = componentsOf(header.fields[9], by);
  if (type !== "ORU")
    return refuse(
      true,
      "200",
      "MSH-9",
      "only result messages (ORU^R01) are taken",
      "仅接收检验结果消息（ORU^R01）",
    );
  if (event !== "R01")
    return refuse(
      true,
      "201",
      "MSH-9",
      "only result messages (ORU^R01) are taken",
      "仅接收检验结果消息（ORU^R01）",
    );
  if (!versions.test(componentsOf(header.fields[12], by)[0] ?? ""))
    return refuse(true, "203", "MSH-12", "HL7 versions 2.3 to 2.8 are taken", "支持HL7 2.3至2.8版本");
  if (!componentsOf(header.fields[10], by)[0])
    return refuse(false, "101", "MSH-10", "the message has no control id", "缺少消息控制号");
  for (const name of ["PID", "OBR"] as const)
    if (!segments.some((segment) => segment.name === name))
      return refuse(false, "100", name, `the message has no ${name} segment`, `缺少${name}段`);
  return undefined;
}

/** Which system and place sends (MSH-3 and MSH-4), as `LIS/LAB`; "" where it does not say. */
export const senderOf = ({ segments, separators: by }: Message): string =>
  [3, 4]
    .map((at) => componentsOf(segments[0]?.fields[at], by)[0])
    .filter(Boolean)
    .join("/");
