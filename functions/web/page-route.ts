import type { Child } from "hono/jsx";
import type { Action } from "../../shared/access/index.ts";
import type { Actor, Ctx } from "../../shared/kernel/context.ts";
import type { Home } from "../../shared/kernel/home.ts";
import type { ToastModel } from "./components/index.ts";
import type { Frame } from "./layout/index.ts";
import type { Text } from "./text/index.ts";

/** What a page's act is given. */
export interface PageCall {
  ctx: Ctx;
  home: Home;
  actor: Actor;
  t: Text;
  params: Record<string, string>;
  query: URLSearchParams;
  /** The posted form: each field's values in the order of the page. */
  form: Form;
  /** What `<Page>` and `<ClientPage>` want beside their content. */
  frame: Frame;
}

/** A page, or the answer to a form, as data: method, path, and the row of the policy table that decides. */
export interface PageRoute {
  method: "GET" | "POST";
  path: string;
  /** `null` only for pages whose right comes from a signed link. */
  action: Action | null;
  run(call: PageCall): Promise<Child | Response>;
}

/** A posted form. */
export class Form {
  private readonly data: FormData;

  constructor(data: FormData) {
    this.data = data;
  }

  /** The trimmed text of a field, "" where there is none. */
  text(name: string): string {
    const value = this.data.get(name);
    return typeof value === "string" ? value.trim() : "";
  }

  /** The trimmed text of a field, or undefined where nothing was typed. */
  maybe(name: string): string | undefined {
    return this.text(name) || undefined;
  }

  /** Every value of a field that may occur several times. */
  all(name: string): string[] {
    return this.data.getAll(name).flatMap((value) => (typeof value === "string" ? [value] : []));
  }

  has(name: string): boolean {
    return this.data.has(name);
  }

  names(): string[] {
    return [...new Set(this.data.keys())];
  }

  /** An uploaded file with its name, or undefined. */
  async file(name: string): Promise<{ name: string; bytes: Uint8Array } | undefined> {
    const value = this.data.get(name);
    if (!value || typeof value === "string" || !value.size) return undefined;
    return { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) };
  }
}

/** Goes to another page after a form was done; `toast` says what was done, with a way back where there is one. */
export function see(path: string, toast?: ToastModel): Response {
  const headers = new Headers({ location: path });
  if (toast)
    headers.append(
      "set-cookie",
      `toast=${Buffer.from(JSON.stringify(toast)).toString("base64url")}; ${flags}; Max-Age=20`,
    );
  return new Response(null, { status: 303, headers });
}

const flags = "Path=/; HttpOnly; SameSite=Lax";
