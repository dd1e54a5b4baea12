import { InvalidInput } from "../../../../shared/kernel/errors.ts";
import type { Form } from "../../page-route.ts";

/** Yuan as people type them (1234, 1,234.5, 1234.50), in fen; undefined for anything else. */
export function fenOf(text: string): number | undefined {
  const plain = text.normalize("NFKC").replace(/[¥￥,\s]/g, "");
  if (!/^\d{1,7}(\.\d{1,2})?$/.test(plain)) return undefined;
  const [yuan = "0", part = ""] = plain.split(".");
  return Number(yuan) * 100 + Number(part.padEnd(2, "0"));
}

/** Fen as a field is filled with them: 1234.50. */
export const yuanText = (fen: number): string => (fen / 100).toFixed(2);

/** The amount of a form's field. @throws InvalidInput naming `field` where it is none. */
export function fenIn(form: Form, name: string, field = name): number {
  const fen = fenOf(form.text(name));
  if (fen === undefined) throw noAmount(field);
  return fen;
}

/** The same of a sum that may be below zero: more was given back than taken. */
export function signedFenIn(form: Form, name: string): number {
  const text = form.text(name).normalize("NFKC").trim();
  const below = /^[-−]/.test(text);
  const fen = fenOf(below ? text.slice(1) : text);
  if (fen === undefined) throw noAmount(name);
  return below ? 0 - fen : fen;
}

const noAmount = (field: string) =>
  new InvalidInput([
    {
      field,
      message: { en: "Write an amount in yuan, such as 1234.50.", zh: "请填写金额（元），如 1234.50。" },
    },
  ]);
