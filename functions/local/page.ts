import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { html, raw } from "hono/html";
import type { Bilingual, Language } from "../../shared/kernel/text.ts";

type Markup = ReturnType<typeof html>;

/** The language of a local page: the address's, else the one chosen in the product, else the browser's. */
export function languageOf(c: Context): Language {
  const asked = c.req.query("lang") ?? getCookie(c, "language");
  if (asked === "en" || asked === "zh") return asked;
  return /^\s*en/i.test(c.req.header("accept-language") ?? "") ? "en" : "zh";
}

const words = {
  note: {
    en: "This machine only: for trying, developing and teaching. Nothing here is deployed.",
    zh: "仅限本机：供试用、开发与教学，不会部署到任何环境。",
  },
  home: { en: "Back to Perennial", zh: "返回常青" },
  other: { en: "中文", zh: "English" },
} satisfies Record<string, Bilingual>;

/** A whole page of the local furniture, in the product's own dress. */
export function page(c: Context, title: Bilingual, body: Markup): Response | Promise<Response> {
  const language = languageOf(c);
  const other: Language = language === "zh" ? "en" : "zh";
  const url = new URL(c.req.url);
  url.searchParams.set("lang", other);
  c.header("content-security-policy", "default-src 'self'; frame-ancestors 'none'");
  c.header("cache-control", "no-store");
  return c.html(html`${raw("<!doctype html>")}
<html lang="${language === "zh" ? "zh-CN" : "en"}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>${title[language]} · Perennial 常青</title>
    <link rel="stylesheet" href="/assets/perennial.css">
  </head>
  <body>
    <main class="page" id="main">
      <header class="head">
        <div><h1>${title[language]}</h1><p>${words.note[language]}</p></div>
        <nav class="row" aria-label="Perennial">
          <a href="/">${words.home[language]}</a>
          <a href="${url.pathname}${url.search}" lang="${other === "zh" ? "zh-CN" : "en"}">${words.other[language]}</a>
        </nav>
      </header>
      ${body}
    </main>
  </body>
</html>`);
}
