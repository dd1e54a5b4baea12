import { type CodeMap, personFields } from "../../../../shared/exchange/index.ts";
import type { Form } from "../../page-route.ts";

type Meaning = CodeMap[string];

/** A meaning as the value of a choice: `item FPG`, `person name`, `leave`; "" for nothing decided. */
export function meaningValue(meaning: Meaning | undefined): string {
  if (!meaning) return "";
  if (meaning.kind === "unknown") return "leave";
  return meaning.kind === "item" ? `item ${meaning.item}` : `person ${meaning.field}`;
}

function meaningOf(value: string, unit: string): Meaning | undefined {
  const [kind, of = ""] = value.split(" ");
  if (kind === "leave") return { kind: "unknown" };
  if (kind === "item" && of) return { kind: "item", item: of, unit };
  const field = personFields.find((one) => one === of);
  return kind === "person" && field ? { kind: "person", field } : undefined;
}

/**
 * What a posted form says of columns or codes: `code.N` names the Nth, `means.N` and `unit.N` say what it is. One
 * left at nothing is forgotten where it was decided (`was.N`), else left alone.
 */
export function meaningsIn(form: Form): Record<string, Meaning | undefined> {
  return Object.fromEntries(
    form.names().flatMap((name) => {
      const [, n] = /^code\.(\d+)$/.exec(name) ?? [];
      if (n === undefined) return [];
      const meaning = meaningOf(form.text(`means.${n}`), form.text(`unit.${n}`));
      if (!meaning && !form.has(`was.${n}`)) return [];
      return [[form.text(name), meaning] as const];
    }),
  );
}
