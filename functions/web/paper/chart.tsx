import { TrendChart, type TrendModel } from "../charts/index.ts";
import type { Text } from "../text/index.ts";

/** The page's own colours and type, for a drawing that stands alone. */
const style = `
text { font-family: "Noto Sans SC"; font-size: 12px; fill: #47564e; }
.band { fill: #dcece2; } .band-edge { stroke: #5c9a7b; stroke-width: 1; }
.grid { stroke: #e0dcd2; stroke-width: 1; }
.line { fill: none; stroke: #1c6549; stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
.line[data-kind="second"] { stroke: #5a5f9e; stroke-dasharray: 5 3; }
.pt { fill: #ffffff; stroke: #1c6549; stroke-width: 2; }
.pt[data-kind="second"] { stroke: #5a5f9e; }
.pt[data-flag="H"] { fill: #8a5200; stroke: #ffffff; stroke-width: 1.5; }
.pt[data-flag="L"] { fill: #275a91; stroke: #ffffff; stroke-width: 1.5; }
.pt[data-flag="A"] { fill: #6d4a86; stroke: #ffffff; stroke-width: 1.5; }
.pt[data-flag="HH"], .pt[data-flag="LL"] { fill: #ab2318; stroke: #ffffff; stroke-width: 1.5; }
.event { stroke: #5d6b63; stroke-width: 1; stroke-dasharray: 2 3; }
.lab { fill: #18261f; font-weight: 700; }
.lab[data-flag="H"] { fill: #8a5200; } .lab[data-flag="L"] { fill: #275a91; }
.lab[data-flag="A"] { fill: #6d4a86; } .lab[data-flag="HH"], .lab[data-flag="LL"] { fill: #ab2318; }
`;

/** The drawing of a trend as a file of its own, and what it shows in words. */
export function drawn(t: Text, trend: TrendModel): { svg: string; says: string } {
  const html = String(<TrendChart t={t} trend={trend} />);
  const svg = /<svg[\s\S]*?<\/svg>/.exec(html)?.[0] ?? "";
  const says = /<desc[^>]*>([\s\S]*?)<\/desc>/.exec(svg)?.[1] ?? trend.name;
  const [, width = "368", height = "200"] = /viewBox="0 0 (\S+) (\S+)"/.exec(svg) ?? [];
  return {
    svg: svg
      .replace("<svg", `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"`)
      .replace(">", `><style>${style}</style>`),
    says: plain(says),
  };
}

const plain = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
