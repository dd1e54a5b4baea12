import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { assetHref, assetNamed, assets } from "../../functions/web/assets/index.ts";
import { textFor } from "../../functions/web/text/index.ts";
import { ClientSheet, StaffSheet } from "./sheet.tsx";

const sheets = (["en", "zh"] as const).flatMap((language) => {
  const t = textFor(language);
  return [
    { name: `staff ${language}`, lang: t.lang, html: String(<StaffSheet t={t} />) },
    { name: `client ${language}`, lang: t.lang, html: String(<ClientSheet t={t} />) },
  ];
});

const attribute = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, "g"))].map((found) => found[1] ?? "");

describe.each(sheets)("the kit sheet, $name", ({ html, lang }) => {
  it("is a whole document in its own language with one main and one main heading", () => {
    expect(html.startsWith("<!doctype html>")).toBe(true);
    expect(html).toContain(`<html lang="${lang}"`);
    expect(html.match(/<main[\s>]/g)).toHaveLength(1);
    expect(html.match(/<h1[\s>]/g)).toHaveLength(1);
    expect(html).toMatch(/<title>[^<]+ · (Perennial|常青)<\/title>/);
  });

  it("says every word: no hole, no missing value, no object", () => {
    expect(html).not.toMatch(/undefined|\[object|NaN|Infinity/);
    expect(html.replace(/<[^>]+>/g, "")).not.toMatch(/[{}]/);
  });

  it("needs nothing a strict policy forbids", () => {
    expect(html).not.toMatch(/\sstyle=|\son[a-z]+=|javascript:|<style/);
    const scripts = html.match(/<script[^>]*>[^<]*/g) ?? [];
    expect(scripts).toHaveLength(1);
    expect(scripts[0]).toContain(`src="${assetHref("enhance.js")}"`);
  });

  it("names each thing once, and whoever points to a name finds it", () => {
    const ids = attribute(html, "id");
    expect(ids).toEqual([...new Set(ids)]);
    const pointed = ["for", "aria-labelledby", "aria-describedby", "data-opens"]
      .flatMap((name) => attribute(html, name))
      .concat(attribute(html, "href").flatMap((href) => (href.startsWith("#") ? [href.slice(1)] : [])))
      .flatMap((value) => value.split(" "));
    expect(pointed.filter((id) => !ids.includes(id))).toEqual([]);
    expect(pointed.length).toBeGreaterThan(1);
  });

  it("gives every drawing words, or leaves it to the words beside it", () => {
    const outer = html.match(/<svg[^>]*>/g)?.filter((tag) => !tag.includes("overflow=")) ?? [];
    expect(outer.length).toBeGreaterThan(5);
    for (const tag of outer) expect(tag).toMatch(/aria-hidden="true"|role="img"[^>]*aria-label/);
  });

  it("keeps every table's cells under a heading", () => {
    for (const row of html.match(/<thead>.*?<\/thead>/gs) ?? []) {
      expect(row.match(/<th[ >]/g)?.length).toBe(row.match(/scope="col"/g)?.length);
    }
  });
});

describe("the search box", () => {
  it("posts, so that a name never stands in an address", () => {
    const form = sheets[0]?.html.match(/<form class="search"[^>]*>/)?.[0];
    expect(form).toContain('method="post"');
  });
});

describe("the assets", () => {
  it("keep within the budget: 8 KB of script, 14 KB of packed style", () => {
    expect(assets["enhance.js"].body.length).toBeGreaterThan(500);
    expect(Buffer.byteLength(assets["enhance.js"].body)).toBeLessThanOrEqual(8 * 1024);
    expect(gzipSync(assets["perennial.css"].body).length).toBeLessThanOrEqual(14 * 1024);
  });

  it("ask the browser for nothing from elsewhere", () => {
    for (const { body } of [assets["perennial.css"], assets["enhance.js"]]) {
      expect(body).not.toMatch(/https?:|@import|url\(/);
    }
  });

  it("are found by their own name only", () => {
    expect(assetNamed("mark.svg")?.type).toBe("image/svg+xml");
    expect(assetNamed("toString")).toBeUndefined();
    expect(assetNamed("../index.ts")).toBeUndefined();
  });
});
