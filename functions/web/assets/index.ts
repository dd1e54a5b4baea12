import { createHash } from "node:crypto";
import base from "./base.css?text";
import day from "./day.css?text";
import enhance from "./enhance.ts?text";
import mark from "./mark.svg?text";
import pages from "./pages.css?text";
import tokens from "./tokens.css?text";

/** A file the browser asks for at `/assets/<name>`. `version` changes with the text, so it may be kept for ever. */
export interface Asset {
  type: string;
  body: string;
  version: string;
}

const asset = (type: string, body: string): Asset => ({
  type,
  body,
  version: createHash("sha256").update(body).digest("hex").slice(0, 10),
});

export const assets = {
  "perennial.css": asset("text/css; charset=utf-8", tokens + base + pages),
  "day.css": asset("text/css; charset=utf-8", day),
  "enhance.js": asset("text/javascript; charset=utf-8", enhance),
  "mark.svg": asset("image/svg+xml", mark),
} satisfies Record<string, Asset>;

export type AssetName = keyof typeof assets;

/** The asset of a name out of a URL, or nothing. */
export const assetNamed = (name: string): Asset | undefined =>
  Object.hasOwn(assets, name) ? assets[name as AssetName] : undefined;

/** Where a page finds an asset; the version in it makes an old copy impossible. */
export const assetHref = (name: AssetName): string => `/assets/${name}?v=${assets[name].version}`;
