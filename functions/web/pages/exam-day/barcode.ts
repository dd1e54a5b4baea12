import { renderSVG } from "uqr";

/** A Code 128 of a text as SVG; the drawer is loaded with the first one that is asked for. */
export async function code128Of(text: string): Promise<string> {
  const { code128, drawingSVG } = await import("./draw-code128.ts");
  return code128({ bcid: "code128", text, height: 10, includetext: false, paddingwidth: 4 }, drawingSVG());
}

/** A QR code of a text as SVG. */
export const qrOf = (text: string): string => renderSVG(text, { border: 2 });
