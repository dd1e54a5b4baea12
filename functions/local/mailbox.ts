import { appendFile, readFile } from "node:fs/promises";
import { Hono } from "hono";
import { html } from "hono/html";
import type { Channels, Letter } from "../../shared/kernel/ports.ts";
import type { Instant } from "../../shared/kernel/time.ts";
import { localDate, localTime } from "../../shared/kernel/time.ts";
import { languageOf, page } from "./page.ts";

/** A letter as the mailbox keeps it. */
interface Kept extends Letter {
  at: Instant;
}

export interface Mailbox extends Channels {
  /** What was sent, oldest first. */
  letters(): readonly Kept[];
}

/**
 * Channels that deliver into a file of the data folder, one line a letter. The same letter id twice is one
 * letter; a line is on the disk before the letter counts as accepted, and begins anew even after one that a
 * crash cut off.
 */
export async function mailboxIn(file: string, now: () => Instant): Promise<Mailbox> {
  const kept = (await linesOf(file)).flatMap(letterIn);
  const ids = new Set(kept.map(({ id }) => id));
  return {
    letters: () => kept,
    idempotent: () => true,
    async send(letter) {
      if (ids.has(letter.id)) return { outcome: "accepted", providerId: letter.id };
      ids.add(letter.id);
      const one = { ...letter, at: now() };
      await appendFile(file, `\n${JSON.stringify(one)}\n`, { mode: 0o600, flush: true });
      kept.push(one);
      return { outcome: "accepted", providerId: letter.id };
    },
  };
}

async function linesOf(file: string): Promise<string[]> {
  try {
    return (await readFile(file, "utf8")).split("\n").filter(Boolean);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** A line a crash cut off was never acknowledged. */
function letterIn(line: string): Kept[] {
  try {
    return [JSON.parse(line) as Kept];
  } catch {
    return [];
  }
}

const words = {
  title: { en: "Mailbox", zh: "信箱" },
  none: { en: "Nothing has been sent yet.", zh: "尚未发出任何消息。" },
  lead: {
    en: "Everything the centre has sent, newest first. No one outside this machine got any of it.",
    zh: "中心已发出的全部消息，最新的在前。本机以外无人收到。",
  },
  columns: {
    en: ["Sent", "Channel", "To", "Message"],
    zh: ["发送时间", "渠道", "收件人", "内容"],
  },
  channels: {
    wechat: { en: "WeChat", zh: "微信" },
    sms: { en: "SMS", zh: "短信" },
    email: { en: "E-mail", zh: "邮件" },
  },
} as const;

const shown = 200;

/** The page that lists what was sent, to whom, by which channel; links in it can be followed. */
export function mailboxPage(mailbox: Mailbox): Hono {
  return new Hono().basePath("/local/mailbox").get("/", (c) => {
    const language = languageOf(c);
    const letters = mailbox.letters().slice(-shown).reverse();
    const [sent, channel, to, message] = words.columns[language];
    const body = letters.length
      ? html`<p>${words.lead[language]}</p>
<div class="scroll" tabindex="0" role="group" aria-label="${words.title[language]}"><table class="table">
<thead><tr><th scope="col">${sent}</th><th scope="col">${channel}</th><th scope="col">${to}</th><th scope="col">${message}</th></tr></thead>
<tbody>${letters.map(
          (letter) => html`<tr data-letter="${letter.id}">
<th scope="row" class="nowrap"><time datetime="${letter.at}">${localDate(letter.at)} ${localTime(letter.at)}</time></th>
<td>${words.channels[letter.channel][language]}</td>
<td>${letter.to}</td>
<td><b>${letter.subject}</b><p>${linked(letter.text)}</p></td>
</tr>`,
        )}</tbody></table></div>`
      : html`<p>${words.none[language]}</p>`;
    return page(c, words.title, body);
  });
}

/** The text with its addresses as links. */
const linked = (text: string) =>
  text
    .split(/(https?:\/\/[^\s<>"'，。；）)]+)/)
    .map((part) => (/^https?:/.test(part) ? html`<a href="${part}">${part}</a>` : part));
