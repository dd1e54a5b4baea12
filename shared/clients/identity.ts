import { digest } from "../kernel/ids.ts";
import type { Bilingual } from "../kernel/text.ts";
import { addMonths, isPlainDate, localDate, type PlainDate, systemClock } from "../kernel/time.ts";
import type { DocumentKind, Sex } from "./client.ts";

interface Refused {
  ok: false;
  reason: Bilingual;
}

const refuse = (en: string, zh: string): Refused => ({ ok: false, reason: { en, zh } });

/** One spelling of a typed identifier: half width, upper case, without spaces and hidden characters. */
const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\s\p{Cf}]/gu, "")
    .toUpperCase();

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The check character of 17 digits, ISO 7064 MOD 11-2. */
const checkCharacter = (digits: string): string => {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return "10X98765432"[sum % 11] as string;
};

/**
 * Reads a citizen identification number (GB 11643-1999): 18 characters, a real birth date within the last
 * 130 years, the check character. The region code is not checked: codes are withdrawn, numbers are not.
 * Full-width digits and spaces are understood. A reason never repeats the number.
 */
export function parseNationalId(
  text: string,
  today: PlainDate = localDate(systemClock()),
): { ok: true; id: string; birthDate: PlainDate; sex: Sex } | Refused {
  const id = plain(text);
  if (id === "") return refuse("The id number is missing.", "缺少身份证号。");
  if (/^\d(\.\d+)?E\+?\d+$/.test(id)) return roundedByExcel;
  if (/^\d{15}$/.test(id))
    return refuse(
      "This is an old 15-digit id number. Use the 18-digit number on the present card.",
      "这是旧版15位身份证号，请改用现行18位号码。",
    );
  if (!/^\d{17}[\dX]$/.test(id))
    return refuse("An id number has 18 digits; the last may be X.", "身份证号应为18位数字，末位可为 X。");
  const checked = checkCharacter(id) === id[17];
  if (!checked && id.endsWith("000")) return roundedByExcel;
  const birthDate = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
  if (!isPlainDate(birthDate) || birthDate > today || birthDate < addMonths(today, -130 * 12))
    return refuse(
      "The birth date inside the id number is not possible. Check digits 7 to 14.",
      "身份证号中的出生日期无效，请核对第7至14位。",
    );
  if (!checked)
    return refuse(
      "The check digit of the id number is wrong: a digit was mistyped. Compare it with the card.",
      "身份证号校验码不符，可能有一位输错，请对照证件核对。",
    );
  return { ok: true, id, birthDate, sex: Number(id[16]) % 2 ? "male" : "female" };
}

const roundedByExcel = refuse(
  "A spreadsheet rounded this id number: it keeps 15 digits. Format the column as text and enter the number again.",
  "该身份证号被表格软件截断为15位有效数字。请将该列设为文本格式后重新填写。",
);

/** How the other documents look, and what to say when one does not. */
const shapes: Readonly<Record<Exclude<DocumentKind, "national-id">, { shape: RegExp; words: Refused }>> = {
  passport: {
    shape: /^(?=.*\d)[A-Z0-9]{6,9}$/,
    words: refuse(
      "A passport number has 6 to 9 letters and digits, as on the photo page.",
      "护照号为6至9位字母和数字，请对照资料页填写。",
    ),
  },
  "hk-mo-permit": {
    shape: /^[HM](\d{8}|\d{10})$/,
    words: refuse(
      "A Hong Kong or Macau resident's permit number is H or M followed by 8 or 10 digits.",
      "港澳居民来往内地通行证号为 H 或 M 加8位或10位数字。",
    ),
  },
  "tw-permit": {
    shape: /^(\d{8}|\d{10}[A-Z]?)$/,
    words: refuse(
      "A Taiwan resident's permit number has 8 or 10 digits.",
      "台湾居民来往大陆通行证号为8位或10位数字。",
    ),
  },
  centre: {
    shape: /^[A-Z0-9-]{4,32}$/,
    words: refuse(
      "A centre's own number has 4 to 32 letters, digits or hyphens.",
      "中心自编号为4至32位字母、数字或连字符。",
    ),
  },
};

/**
 * Reads a document number of a kind into its one spelling (`id`); a national id also tells birth date and
 * sex. Shapes of permits and passports need sign-off: only national ids carry a check digit.
 */
export function parseDocument(
  kind: DocumentKind,
  text: string,
  today?: PlainDate,
): { ok: true; id: string; birthDate?: PlainDate; sex?: Sex } | Refused {
  if (kind === "national-id") return parseNationalId(text, today);
  const id = plain(text).replace(/[()]/g, "");
  const { shape, words } = shapes[kind];
  return shape.test(id) ? { ok: true, id } : words;
}

/** What lists may show of a document: enough to tell two cards apart in the hand, no birth date. */
export function maskDocument(kind: DocumentKind, id: string): string {
  const [head, tail] = kind === "national-id" ? [3, 4] : [1, 3];
  if (id.length < head + tail + 2) return "*".repeat(id.length);
  return id.slice(0, head) + "*".repeat(id.length - head - tail) + id.slice(-tail);
}

/** Damm's quasigroup of order 10: one wrong digit or two swapped neighbours never pass (Damm 2004). */
const damm = [
  "0317598642",
  "7092154863",
  "4206871359",
  "1750983426",
  "6123045978",
  "3674209581",
  "5869720134",
  "8945362017",
  "9438617205",
  "2581436790",
];

/** The check digit of a number people say aloud. */
export const checkDigit = (digits: string): string =>
  [...digits].reduce((interim, digit) => damm[Number(interim)]?.[Number(digit)] as string, "0");

/**
 * A client number, `P-` + 8 digits + a check digit: sayable on the phone, and one misheard digit or two
 * swapped ones are noticed. `seedHex` must be a keyed hash, so that the number tells nothing about its
 * owner; `attempt` gives the next candidate when a number is taken.
 */
export function clientNumber(seedHex: string, attempt: number): string {
  const digits = (BigInt(`0x${digest(`${seedHex}:${attempt}`)}`) % 100_000_000n).toString().padStart(8, "0");
  return `P-${digits}${checkDigit(digits)}`;
}

/** The one spelling of a client number as typed: `p 1234 5678 9` reads `P-123456789`. */
export const readClientNumber = (text: string): string =>
  plain(text)
    .replace(/[-‐-―−]/g, "")
    .replace(/^P/, "P-");

/** Whether text is a client number, spaces and lower case allowed; says nothing about whether it exists. */
export function isClientNumber(text: string): boolean {
  const number = readClientNumber(text);
  return /^P-\d{9}$/.test(number) && checkDigit(number.slice(2)) === "0";
}
