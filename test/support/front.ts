import { type ServerType, serve } from "@hono/node-server";
import type { BrowserContext, Page } from "playwright-core";
import { create } from "../../functions/web/app.tsx";
import type { Actor } from "../../shared/kernel/context.ts";
import { launch } from "./browser.ts";
import type { World } from "./world.ts";

/** How a page is looked at: English on a desk's screen, in daylight, with scripts, unless said otherwise. */
export interface Look {
  language?: string;
  width?: number;
  dark?: boolean;
  scripts?: boolean;
}

/** A page that was opened, and what the browser refused or stumbled over since. */
export interface Opened {
  page: Page;
  context: BrowserContext;
  refused: string[];
}

/** The web app of a world in front of a real browser. */
export interface Front {
  origin: string;
  /** A page as the product answers it to this actor, under its own policy. The caller closes the context. */
  open(actor: Actor, path: string, look?: Look): Promise<Opened>;
  close(): Promise<void>;
}

/** Puts a world's web app behind a port of its own and starts a browser. */
export async function front(w: World): Promise<Front> {
  const [browser, { server, origin }] = await Promise.all([launch(), listening(create(w.home).fetch)]);
  return {
    origin,
    open: async (actor, path, { language = "en", width = 1280, dark = false, scripts = true } = {}) => {
      const context = await browser.newContext({
        viewport: { width, height: width < 800 ? 844 : 900 },
        colorScheme: dark ? "dark" : "light",
        javaScriptEnabled: scripts,
      });
      await context.addCookies([
        { name: "session", value: await w.token(actor), url: origin },
        { name: "language", value: language, url: origin },
      ]);
      const page = await context.newPage();
      const refused: string[] = [];
      page.on("console", (message) => void (message.type() === "error" && refused.push(message.text())));
      page.on("pageerror", (error) => void refused.push(error.message));
      await page.goto(origin + path);
      return { page, context, refused };
    },
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

const listening = (fetch: Parameters<typeof serve>[0]["fetch"]) =>
  new Promise<{ server: ServerType; origin: string }>((ready) => {
    const server = serve({ fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
      ready({ server, origin: `http://localhost:${port}` }),
    );
  });

/** By how many pixels a page is wider than its window. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
