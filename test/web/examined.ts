import { create } from "../../functions/web/app.tsx";
import type { Client, Enrol } from "../../shared/clients/index.ts";
import type { Actor } from "../../shared/kernel/context.ts";
import { receiveResults, signAssessment } from "../../shared/loop/index.ts";
import { catalogueItem } from "../../shared/testing/index.ts";
import { enrolled } from "../support/people.ts";
import type { World } from "../support/world.ts";

/** An exam with a raised pressure, glucose in between and an enzyme above its range; the blood count is sound. */
export const raised: Readonly<Record<string, number>> = {
  SBP: 148,
  DBP: 92,
  FPG: 6.4,
  ALT: 47,
  HGB: 131,
  WBC: 5.6,
  PLT: 230,
};
export const examDay = "2026-11-20";

/** Results of one exam, as the laboratory's door takes them in. */
export async function examined(
  w: World,
  client: string,
  values: Readonly<Record<string, number>> = raised,
  date = examDay,
): Promise<void> {
  const results = Object.entries(values).map(([item, value]) => ({
    item,
    value,
    unit: catalogueItem(item)?.unit ?? "",
  }));
  await receiveResults(w.ctx(w.as.physician), client, { date, results, from: { source: "test" } });
}

/** Somebody enrolled and examined, whose exam waits for the physician. */
export async function waiting(w: World, otherwise: Partial<Enrol> = {}): Promise<Client> {
  const client = await enrolled(w, otherwise);
  await examined(w, client.number);
  return client;
}

/** The same with the assessment signed. */
export async function followed(w: World, otherwise: Partial<Enrol> = {}): Promise<Client> {
  const client = await waiting(w, otherwise);
  await signAssessment(w.ctx(w.as.physician), client.number, examDay, 1, {});
  return client;
}

/** A browser without a script: pages asked for and forms sent, in one language, as one person. */
export async function visitor(w: World, actor: Actor, language: "en" | "zh" = "en") {
  const app = create(w.home);
  const cookie = `session=${await w.token(actor)}; language=${language}`;
  return {
    async get(path: string): Promise<{ status: number; html: string }> {
      const answer = await app.request(path, { headers: { cookie } });
      return { status: answer.status, html: await answer.text() };
    },
    async post(path: string, fields: Record<string, string>) {
      const answer = await app.request(path, {
        method: "POST",
        headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams(fields),
      });
      return {
        status: answer.status,
        to: answer.headers.get("location"),
        toast: toastIn(answer.headers.getSetCookie()),
        html: await answer.text(),
      };
    },
  };
}

const toastIn = (
  cookies: string[],
): { text: string; undo?: { action: string; fields: Record<string, string> } } | undefined => {
  const value = cookies
    .find((one) => one.startsWith("toast=ey"))
    ?.slice("toast=".length)
    .split(";")[0];
  return value ? JSON.parse(Buffer.from(value, "base64url").toString()) : undefined;
};

/** Every address a page leads to or sends a form to. */
export const addressesIn = (html: string): string[] =>
  [...html.matchAll(/(?:href|action|formaction)="([^"]*)"/g)].map(([, address]) =>
    decodeURIComponent(address ?? ""),
  );
