import { Hono } from "hono";
import { html } from "hono/html";
import { type Instant, localDate, localTime } from "../../shared/kernel/time.ts";
import { type Move, moveNames } from "./moves.ts";
import { languageOf, page } from "./page.ts";

export const moveLabels = {
  day: { en: "+1 day", zh: "+1 天" },
  month: { en: "+1 month", zh: "+1 个月" },
  next: { en: "To the next due item", zh: "到下一到期事项" },
} as const satisfies Record<Move, { en: string; zh: string }>;

const words = {
  title: { en: "Clock", zh: "时钟" },
  now: { en: "It is now", zh: "当前时间" },
  lead: {
    en: "Move the centre's clock on and watch what falls due. It cannot be turned back.",
    zh: "将中心时钟向前拨动，观察到期事项。时钟不能回拨。",
  },
};

/** Shows the clock; a POST to `day`, `month` or `next` moves it and goes back to where it was asked for. */
export function clockPage(now: () => Instant, move: (how: Move) => Promise<void>): Hono {
  return new Hono()
    .basePath("/local/clock")
    .get("/:move?", (c) => {
      const language = languageOf(c);
      const at = now();
      const body = html`<section class="card">
<p>${words.now[language]} <b class="num"><time datetime="${at}">${localDate(at)} ${localTime(at)}</time></b></p>
<p>${words.lead[language]}</p>
<div class="row">${moveNames.map(
        (name) =>
          html`<form method="post" action="/local/clock/${name}"><button class="btn">${moveLabels[name][language]}</button></form>`,
      )}</div></section>`;
      return page(c, words.title, body);
    })
    .post("/:move", async (c) => {
      const how = moveNames.find((name) => name === c.req.param("move"));
      if (!how) return c.notFound();
      await move(how);
      return c.redirect(backTo(c.req.header("referer"), new URL(c.req.url).host), 303);
    });
}

/** The page the button was on, if it was one of ours. */
function backTo(referer: string | undefined, host: string): string {
  const from = referer && URL.canParse(referer) ? new URL(referer) : undefined;
  return from?.host === host ? `${from.pathname}${from.search}` : "/local/clock";
}
