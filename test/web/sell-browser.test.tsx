import { type ServerType, serve } from "@hono/node-server";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { create } from "../../functions/web/app.tsx";
import { changeHealth } from "../../shared/clients/index.ts";
import type { Actor } from "../../shared/kernel/context.ts";
import { quote, sell } from "../../shared/loop/index.ts";
import { recordPayment, writePrice } from "../../shared/testing/index.ts";
import { axe, launch } from "../support/browser.ts";
import { enrolled } from "../support/people.ts";
import { type World, world } from "../support/world.ts";

let browser: Browser;
let w: World;
let server: ServerType;
let host: string;
let client: string;
let sale: string;
beforeAll(async () => {
  browser = await launch();
  w = await world();
  client = (await enrolled(w)).number;
  const desk = () => w.ctx(w.as.frontDesk);
  await changeHealth(desk(), client, { smoking: "former", familyDiabetes: "first-degree" });
  const { priced } = await quote(desk(), client, { package: "basic" });
  sale = (await sell(desk(), client, { package: "basic", netFen: priced.netFen })).id;
  const cash = { payer: { kind: "client" }, method: "cash", desk: "desk-1" } as const;
  await recordPayment(desk(), client, sale, { ...cash, amountFen: 50_000 });
  await writePrice(w.ctx(w.as.manager), {
    kind: "part",
    id: "LPA",
    from: "2026-12-01",
    priceFen: 2_000,
    costFen: 1,
  });
  const app = create(w.home);
  await new Promise<void>((ready) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => {
      host = `http://localhost:${port}`;
      ready();
    });
  });
});
afterAll(async () => {
  await browser.close();
  server.close();
});

interface Look {
  language: string;
  width: number;
  dark?: boolean;
  script?: boolean;
}

async function open(path: string, actor: Actor, { language, width, dark = false, script = true }: Look) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: dark ? "dark" : "light",
    javaScriptEnabled: script,
  });
  await context.addCookies([
    { name: "session", value: await w.token(actor), url: host },
    { name: "language", value: language, url: host },
  ]);
  const page = await context.newPage();
  const refused: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") refused.push(message.text());
  });
  await page.goto(host + path);
  return { page, context, refused };
}

describe("selling in a browser", () => {
  it.each([
    { language: "en", width: 1280, dark: false },
    { language: "zh", width: 390, dark: true },
  ])(
    "has no serious finding of axe-core and never scrolls sideways: $language, $width px, dark $dark",
    async (look) => {
      const paths: [string, Actor][] = [
        [`/sell?client=${client}`, w.as.frontDesk],
        [`/sales/${client}/${sale}`, w.as.frontDesk],
        [`/sales/${client}/${sale}/receipt`, w.as.frontDesk],
        ["/cash", w.as.frontDesk],
        ["/settings/catalogue?show=items&group=cervix", w.as.manager],
        ["/settings/catalogue?show=lists", w.as.manager],
        ["/settings/catalogue/package/basic", w.as.manager],
      ];
      for (const [path, actor] of paths) {
        const { page, context, refused } = await open(path, actor, look);
        await page.evaluate(() => {
          for (const fold of document.querySelectorAll<HTMLDetailsElement>("main details")) fold.open = true;
        });
        expect(await axe(page), path).toEqual([]);
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(sideways, path).toBe(0);
        expect(refused, path).toEqual([]);
        await context.close();
      }
    },
  );

  it("says the price after every tick, and takes a new level over whole, without leaving the page", async () => {
    const { page, context } = await open(`/sell?client=${client}`, w.as.frontDesk, {
      language: "en",
      width: 1280,
    });
    const price = page.locator("#price [role=status]");
    await expect.poll(() => price.textContent()).toBe("¥656");
    await page.locator("#choice summary", { hasText: "Imaging" }).click();
    await page.uncheck("input[name=keep][value=CXR]");
    await expect.poll(() => price.textContent()).toBe("¥592");
    await page.check("input[name=package][value=advanced]");
    await expect.poll(() => price.textContent()).toBe("¥2,095.25");
    expect(await page.locator("input[name=keep][value=LDCT]").isChecked()).toBe(true);
    await page.locator("#choice summary", { hasText: "Swap" }).click();
    await page.selectOption("#out", "USTHY");
    await page.selectOption("#in", "LPA");
    await expect.poll(() => page.locator("input[name=swap]").count()).toBe(1);
    expect(page.url()).toContain(`/sell?client=${client}`);
    await context.close();
  });

  it("works without a script by the recalculate button", async () => {
    const look = { language: "en", width: 1280, script: false };
    const { page, context } = await open(`/sell?client=${client}`, w.as.frontDesk, look);
    await page.check("input[name=package][value='']");
    await page.check("input[name=add][value=LPA]");
    await page.click("#price button[formaction]");
    expect(await page.textContent("#price [role=status]")).toBe("¥18");
    await context.close();
  });
});
