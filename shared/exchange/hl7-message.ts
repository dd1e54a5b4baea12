/** One segment: `fields[0]` is its name, then HL7's own numbering (MSH-1 is the separator itself). */
export interface Segment {
  name: string;
  fields: readonly string[];
}

/** A message as it stands in a file; `line` is that of its MSH, `broken` the line of what is no segment. */
export interface Message {
  line: number;
  separators: Separators;
  segments: readonly Segment[];
  broken?: number;
}

export interface Separators {
  field: string;
  component: string;
  repetition: string;
  escaping: string;
  subcomponent: string;
}

const usual: Separators = { field: "|", component: "^", repetition: "~", escaping: "\\", subcomponent: "&" };

/** MLLP's frame (vertical tab before, file separator after) and a byte order mark are no part of a segment. */
const unframed = (line: string): string => line.replace(/[\v\ufeff]/g, "").replaceAll("\x1c", "");

/**
 * Cuts a file into messages: segments end in CR, LF or CRLF, messages may be framed (MLLP), wrapped in a
 * batch (FHS, BHS) or parted by blank lines.
 */
export function* messagesOf(text: string): Generator<Message> {
  let lines: { line: number; text: string }[] = [];
  let line = 0;
  for (const raw of text.split(/\r\n|\r|\n/)) {
    line++;
    const clean = unframed(raw);
    if (clean.startsWith("MSH") && lines.length) {
      yield messageOf(lines);
      lines = [];
    }
    if (clean.trim() !== "" && !/^(FHS|BHS|BTS|FTS)/.test(clean)) lines.push({ line, text: clean });
  }
  if (lines.length) yield messageOf(lines);
}

function messageOf(lines: readonly { line: number; text: string }[]): Message {
  const { line = 1, text: head = "" } = lines[0] ?? {};
  const field = head[3] ?? "|";
  const [component = "^", repetition = "~", escaping = "\\", subcomponent = "&"] =
    head.slice(4).split(field)[0] ?? "";
  const sound = head.startsWith("MSH") && !/[\w\s]/.test(field);
  const broken = sound
    ? lines.find(({ text }) => !/^[A-Z][A-Z0-9]{2}/.test(text) || (text.length > 3 && text[3] !== field))
        ?.line
    : line;
  const segments = lines.map(({ text }) => {
    const fields = text.split(field);
    return {
      name: text.slice(0, 3),
      fields: text.startsWith("MSH") ? ["MSH", field, ...fields.slice(1)] : fields,
    };
  });
  return {
    line,
    separators: sound ? { field, component, repetition, escaping, subcomponent } : usual,
    segments,
    ...(broken === undefined ? {} : { broken }),
  };
}

/** The repetitions of a field, each as its unescaped components, cut after their first subcomponent. */
export const repetitionsOf = (field: string | undefined, by: Separators): string[][] =>
  wholeRepetitionsOf(field, by, (component) => component.split(by.subcomponent)[0] ?? "");

/** The same for text, where a bare `&` is nothing but an ampersand. */
export const wholeRepetitionsOf = (
  field: string | undefined,
  by: Separators,
  cut = (component: string): string => component,
): string[][] =>
  (field ?? "")
    .split(by.repetition)
    .map((one) => one.split(by.component).map((component) => plainText(cut(component), by)));

/** The components of a field's first repetition. */
export const componentsOf = (field: string | undefined, by: Separators): string[] =>
  repetitionsOf(field, by)[0] ?? [""];

/** Escape sequences mean their character; one that is unknown or never closed stays as it stands. */
function plainText(
  text: string,
  { field, component, repetition, escaping, subcomponent }: Separators,
): string {
  const meant = new Map([
    ["F", field],
    ["S", component],
    ["T", subcomponent],
    ["R", repetition],
    ["E", escaping],
    ["H", ""],
    ["N", ""],
    [".br", "\n"],
  ]);
  const pieces = text.split(escaping);
  let out = pieces[0] ?? "";
  for (let at = 1; at < pieces.length; at++) {
    const code = pieces[at] ?? "";
    const hex = /^X((?:[0-9A-F]{2})+)$/i.exec(code)?.[1];
    const means = hex ? Buffer.from(hex, "hex").toString("utf8") : meant.get(code);
    if (means === undefined || at === pieces.length - 1) out += escaping + code;
    else out += means + (pieces[++at] ?? "");
  }
  return out;
}
