import { create } from "../../functions/web/app.tsx";
import type { Actor } from "../../shared/kernel/context.ts";
import type { World } from "../support/world.ts";

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** What a browser would have got. */
export interface Answer {
  status: number;
  html: string;
  /** Where it was sent on to, "" where it was not. */
  location: string;
  headers: Headers;
  body: Uint8Array;
}

/** Somebody signed in, without a browser: asks for pages and posts forms. */
export async function visitor(world: World, actor: Actor, language: "en" | "zh" = "en") {
  const app = create(world.home);
  const cookie = `session=${await world.token(actor)}; language=${language}`;
  const ask = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const answer = await app.request(path, { ...init, headers: { cookie } });
    const body = new Uint8Array(await answer.arrayBuffer());
    const html = new TextDecoder("utf-8", { ignoreBOM: true }).decode(body);
    return {
      status: answer.status,
      html,
      location: answer.headers.get("location") ?? "",
      headers: answer.headers,
      body,
    };
  };
  return {
    get: (path: string) => ask(path),
    post: (path: string, fields: Fields | FormData) =>
      ask(path, { method: "POST", body: fields instanceof FormData ? fields : formOf(fields) }),
  };
}

function formOf(fields: Fields): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of typeof value === "string" ? [value] : value) form.append(name, one);
  return form;
}

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`).exec(tag);
  return found ? plain(found[1] ?? "") : undefined;
};

const plain = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

function formTo(html: string, action: string): string {
  const forms = [...html.matchAll(/<form\b[^>]*>.*?<\/form>/gs)].map(([form]) => form);
  const form = forms.find((one) => attribute(one.slice(0, one.indexOf(">") + 1), "action") === action);
  if (!form) throw new Error(`no form goes to ${action}`);
  return form;
}

/** The same with what stands in its larger boxes. */
export function filledWhole(html: string, action: string): Record<string, string[]> {
  const boxes = [...formTo(html, action).matchAll(/(<textarea\b[^>]*>)(.*?)<\/textarea>/gs)];
  return {
    ...filled(html, action),
    ...Object.fromEntries(
      boxes.map(([, tag = "", text = ""]) => [attribute(tag, "name") ?? "", [plain(text)]]),
    ),
  };
}

/** What the form with this action would send if it were sent as it stands: several values where there are several. */
export function filled(html: string, action: string): Record<string, string[]> {
  const form = formTo(html, action);
  const sent: Record<string, string[]> = {};
  const add = (name: string | undefined, value: string) => {
    if (name) sent[name] = [...(sent[name] ?? []), value];
  };
  for (const [tag, select] of form.matchAll(/<input\b[^>]*>|(<select\b.*?<\/select>)/gs)) {
    if (select) {
      const options = [...select.matchAll(/<option\b[^>]*>/g)].map(([option]) => option);
      const chosen = options.find((option) => attribute(option, "selected") !== undefined) ?? options[0];
      add(attribute(select, "name"), chosen ? (attribute(chosen, "value") ?? "") : "");
      continue;
    }
    const ticked = ["checkbox", "radio"].includes(attribute(tag, "type") ?? "");
    if (!ticked || attribute(tag, "checked") !== undefined)
      add(attribute(tag, "name"), attribute(tag, "value") ?? "");
  }
  return sent;
}

/** Every address a page leads to or posts to. */
export const addresses = (html: string): string[] =>
  [...html.matchAll(/\s(?:href|action|src)="([^"]*)"/g)].map(([, address]) =>
    decodeURIComponent(plain(address ?? "")),
  );

/** The text a reader sees, without the tags. */
export const textOf = (html: string): string => plain(html.replace(/<[^>]+>/g, " ")).replace(/\s+/g, " ");
