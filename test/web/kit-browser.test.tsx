import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assetNamed } from "../../functions/web/assets/index.ts";
import { textFor } from "../../functions/web/text/index.ts";
import { axe, launch, withChinese } from "../support/browser.ts";
import { ClientSheet, ListSheet, StaffSheet } from "./sheet.tsx";

const home = "http://kit.test";
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** A page of the kit as the product would answer it, under its strict policy. */
async function open(
  element: unknown,
  look: { width?: number; dark?: boolean; bypassCSP?: boolean } = {},
): Promise<{ page: Page; context: BrowserContext; posted: string[]; refused: string[] }> {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1280, height: 900 },
    colorScheme: look.dark ? "dark" : "light",
    bypassCSP: look.bypassCSP ?? false,
  });
  const page = await context.newPage();
  const posted: string[] = [];
  const refused: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") refused.push(message.text());
  });
  page.on("pageerror", (error) => refused.push(error.message));
  await context.route(`${home}/**`, async (route) => {
    const request = route.request();
    const { pathname } = new URL(request.url());
    const asset = assetNamed(pathname.replace("/assets/", ""));
    if (asset) return route.fulfill({ contentType: asset.type, body: asset.body });
    if (request.method() === "POST") posted.push(`${pathname} ${request.postData() ?? ""}`.trim());
    if (request.method() === "POST") return route.fulfill({ status: 204 });
    return route.fulfill({
      contentType: "text/html; charset=utf-8",
      headers: { "content-security-policy": policy },
      body: pathname === "/" ? String(element) : `<title>${pathname}</title>`,
    });
  });
  await page.goto(home);
  return { page, context, posted, refused };
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent?.trim() || "");

describe("every part of the kit", () => {
  const looks = (["en", "zh"] as const).flatMap((language) =>
    [1280, 390].flatMap((width) => [true, false].map((dark) => ({ language, width, dark }))),
  );

  it.each(looks)("has no serious finding of axe-core: $language, $width px, dark $dark", async (look) => {
    const t = textFor(look.language);
    for (const element of [<StaffSheet t={t} />, <ClientSheet t={t} />]) {
      const { page, context, refused } = await open(element, look);
      expect(await axe(page)).toEqual([]);
      expect(refused).toEqual([]);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wider).toBeLessThanOrEqual(0);
      await context.close();
    }
  });

  it("has no serious finding with its dialog open, and Escape closes it", async () => {
    const { page, context } = await open(<StaffSheet t={textFor("en")} />);
    await page.click("[data-opens=merge]");
    expect(await page.locator("#merge").isVisible()).toBe(true);
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await page.locator("#merge").isVisible()).toBe(false);
    await context.close();
  });

  it("offers targets of at least 24 px, 44 px for a client", async () => {
    const t = textFor("en");
    for (const [element, least] of [
      [<StaffSheet t={t} />, 24],
      [<ClientSheet t={t} />, 44],
    ] as const) {
      const { page, context } = await open(element, { width: 390 });
      const small = await page.evaluate((limit) => {
        const controls = document.querySelectorAll<HTMLElement>(
          "main .btn, .tabs a, .chips a, .rail li a, main .input, .switch button",
        );
        return [...controls]
          .map((control) => ({
            what: control.outerHTML.slice(0, 80),
            ...control.getBoundingClientRect().toJSON(),
          }))
          .filter(({ width, height }) => width > 0 && (height < limit || width < 24));
      }, least);
      expect(small).toEqual([]);
      await context.close();
    }
  });

  it("shows Chinese on a machine without a Chinese font", async () => {
    const { page, context } = await open(<ClientSheet t={textFor("zh")} />, { width: 390, bypassCSP: true });
    await withChinese(page);
    const loaded = await page.evaluate(() =>
      [...document.fonts].some((face) => face.family.includes("Noto Sans SC") && face.status === "loaded"),
    );
    expect(loaded).toBe(true);
    await context.close();
  });
});

describe("the small script", () => {
  it("puts the focus on the error summary, and its links on the field", async () => {
    const { page, context } = await open(<StaffSheet t={textFor("en")} />);
    expect(await focused(page)).toContain("2 things to mend");
    await page.click("[data-errors] a");
    expect(await focused(page)).toBe("idNumber");
    await context.close();
  });

  it("goes to the search box on a slash, but leaves a slash to somebody typing", async () => {
    const { page, context } = await open(<StaffSheet t={textFor("en")} />);
    await page.focus("#mobile");
    await page.keyboard.press("/");
    expect(await page.inputValue("#mobile")).toMatch(/\//);
    await page.focus("#main");
    await page.keyboard.press("/");
    expect(await focused(page)).toBe("find");
    await context.close();
  });

  it("moves with j and k and acts with a key only while the list has the focus", async () => {
    const { page, context, posted } = await open(<ListSheet t={textFor("en")} />);
    await page.keyboard.press("j");
    await page.keyboard.press("e");
    expect(posted).toEqual([]);
    await page.focus("[data-list]");
    await page.keyboard.press("j");
    expect(await focused(page)).toBe("Hao Jingyi");
    await page.keyboard.press("j");
    expect(await focused(page)).toBe("Tang Weiguo");
    await page.keyboard.press("e");
    expect(posted, "the pane shows another client").toEqual([]);
    await page.keyboard.press("k");
    const sent = page.waitForResponse((response) => response.request().method() === "POST");
    await page.keyboard.press("e");
    await sent;
    expect(posted).toEqual(["/follow-ups/F1 state=done"]);
    await context.close();
  });

  it("keeps the toast while it holds the focus, and lets it go afterwards", async () => {
    const { page, context } = await open(<ListSheet t={textFor("en")} />);
    const toast = page.locator("[data-toast]");
    await toast.evaluate((element: HTMLElement) => {
      element.dataset["toast"] = "80";
    });
    await page.focus("[data-toast] button");
    await expect(toast.waitFor({ state: "hidden", timeout: 400 })).rejects.toThrow();
    await page.focus("#main");
    await toast.waitFor({ state: "hidden" });
    await context.close();
  });

  it("asks before a link leaves typed words behind, in the reader's language", async () => {
    const { page, context } = await open(<StaffSheet t={textFor("zh")} />);
    await page.fill("#mobile", "13800000000");
    await page.click(".rail li a");
    const dialog = page.locator("dialog[data-leave]");
    expect(await dialog.textContent()).toContain("不保存就离开？");
    expect(await axe(page)).toEqual([]);
    await page.click("dialog[data-leave] [data-closes]");
    expect(await page.inputValue("#mobile")).toBe("13800000000");
    await page.click(".rail li a");
    await page.click("dialog[data-leave] [data-go]");
    await page.waitForURL("**/worklist");
    await context.close();
  });

  it("sends a form once, however often it is pressed", async () => {
    const { page, context } = await open(<StaffSheet t={textFor("en")} />);
    const sent = await page.evaluate(() => {
      let count = 0;
      document.addEventListener("submit", (event) => {
        if (!event.defaultPrevented) count += 1;
      });
      const button = document.querySelector<HTMLButtonElement>("form[data-guard] button[type=submit]");
      for (let press = 0; press < 3; press += 1) button?.click();
      return count;
    });
    expect(sent).toBe(1);
    await context.close();
  });
});
