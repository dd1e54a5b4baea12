import {
  Dict,
  type PdfFile,
  PdfString,
  type PdfValue,
  parsePdf,
  Ref,
  Scanner,
  Stream,
} from "./pdf-objects.ts";

/** A failure condition of the Matterhorn Protocol 1.1 that a file meets, and where. */
export interface Failure {
  point: string;
  where: string;
}

/**
 * The machine-checkable failure conditions of PDF/UA-1 that this reader looks for, by their number in the
 * Matterhorn Protocol 1.1 (PDF Association); what the protocol leaves to people is not here, and of fonts only
 * what can be told without opening the font program.
 */
export const pointsChecked = {
  "01-003": "content marked as artifact inside tagged content",
  "01-004": "tagged content inside content marked as artifact",
  "01-005": "content neither tagged nor marked as artifact",
  "01-007": "Suspects is true",
  "02-001": "a structure type that is no standard type and is mapped to none",
  "02-004": "a standard structure type mapped to another",
  "06-001": "no XMP metadata",
  "06-002": "no PDF/UA identifier in the metadata",
  "06-003": "no dc:title in the metadata",
  "07-001": "no DisplayDocTitle",
  "07-002": "DisplayDocTitle is false",
  "09-004": "a table's parts stand in one another wrongly",
  "09-005": "a list's parts stand in one another wrongly",
  "10-001": "a character code without a Unicode value",
  "11-001": "text whose language cannot be told",
  "11-006": "metadata whose language cannot be told",
  "13-004": "a figure without words",
  "14-002": "the first heading is not H1",
  "14-003": "a heading level is left out",
  "14-007": "H and numbered headings both",
  "15-003": "a header cell without a scope, in a table whose cells name no headers",
  "26-001": "encrypted in a way that shuts out assistive technology",
  "28-002": "an annotation outside the structure tree",
  "28-004": "an annotation without words",
  "28-008": "a page with annotations and no tab order",
  "28-009": "a page with annotations whose tab order is not the structure's",
  "28-011": "a link that is not in a Link element",
  "28-012": "a link without words in Contents",
  "30-002": "a form XObject with marked content that is painted twice",
  "31-009": "a font that is not embedded",
  "31-027": "a font without ToUnicode",
  "31-028": "a character mapped to U+0000",
  "31-029": "a character mapped to U+FEFF or U+FFFE",
  "31-030": "the .notdef glyph is shown",
} as const;
export type Point = keyof typeof pointsChecked;

const standard = new Set(
  (
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI " +
    "Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP " +
    "Warichu WT WP Figure Formula Form"
  ).split(" "),
);

/** One element of the structure tree, with what stands in it. */
interface Element {
  type: string;
  dict: Dict;
  children: Element[];
  parent: Element | undefined;
  /** Marked content of a page, by page object and number. */
  marks: { page: number | undefined; mcid: number }[];
  /** Annotations it holds. */
  annotations: number[];
}

/** The failure conditions a file meets, of those in `pointsChecked`. */
export function matterhorn(bytes: Uint8Array): Failure[] {
  const pdf = parsePdf(bytes);
  const failures: Failure[] = [];
  const fails = (point: Point, where: string) => void failures.push({ point, where });
  const catalog = pdf.dict(pdf.trailer.get("Root"));
  const root = treeOf(pdf, catalog);
  const elements = everyOf(root);
  document(pdf, catalog, fails);
  structure(pdf, catalog, elements, fails);
  tables(elements, pdf, fails);
  headings(elements, fails);
  const tagged = new Map(
    elements.flatMap((element) =>
      element.marks.map(({ page, mcid }) => [`${page} ${mcid}`, element] as const),
    ),
  );
  const held = new Map(
    elements.flatMap((element) => element.annotations.map((id) => [id, element] as const)),
  );
  const painted = new Map<number, number>();
  for (const [id, page] of pagesOf(pdf, catalog)) {
    content(pdf, id, page, tagged, catalog, painted, fails);
    annotations(pdf, id, page, held, fails);
  }
  for (const [id, times] of painted) if (times > 1) fails("30-002", `XObject ${id}`);
  fonts(pdf, fails);
  return failures;
}

type Fails = (point: Point, where: string) => void;

function document(pdf: PdfFile, catalog: Dict, fails: Fails): void {
  if (pdf.dict(catalog.get("MarkInfo")).get("Marked") !== true) fails("01-005", "the file is not marked");
  if (pdf.dict(catalog.get("MarkInfo")).get("Suspects") === true) fails("01-007", "catalog");
  const metadata = pdf.follow(catalog.get("Metadata"));
  const xmp = metadata instanceof Stream ? Buffer.from(metadata.body, "latin1").toString("utf8") : undefined;
  if (xmp === undefined) fails("06-001", "catalog");
  else {
    if (!/pdfuaid:part(?:>\s*|\s*=\s*")1\b/.test(xmp)) fails("06-002", "metadata");
    if (!/<dc:title>[\s\S]*?<rdf:li[^>]*>[^<]+<\/rdf:li>/.test(xmp)) fails("06-003", "metadata");
    const language = /<dc:language>[\s\S]*?<rdf:li>[^<]+/.test(xmp) || languageOf(catalog) !== undefined;
    if (!language) fails("11-006", "metadata");
  }
  const shown = pdf.dict(catalog.get("ViewerPreferences")).get("DisplayDocTitle");
  if (shown === undefined) fails("07-001", "catalog");
  if (shown === false) fails("07-002", "catalog");
  const encrypted = pdf.follow(pdf.trailer.get("Encrypt"));
  if (encrypted instanceof Dict && !(Number(encrypted.get("P")) & 512)) fails("26-001", "trailer");
}

function treeOf(pdf: PdfFile, catalog: Dict): Element {
  const tree = pdf.dict(catalog.get("StructTreeRoot"));
  const top: Element = {
    type: "",
    dict: tree,
    children: [],
    parent: undefined,
    marks: [],
    annotations: [],
  };
  const add = (value: PdfValue, parent: Element, page: number | undefined): void => {
    if (typeof value === "number") {
      parent.marks.push({ page, mcid: value });
      return;
    }
    const dict = pdf.dict(value);
    const own = dict.get("Pg");
    const on = own instanceof Ref ? own.id : page;
    if (dict.get("Type") === "/MCR") {
      parent.marks.push({ page: on, mcid: Number(dict.get("MCID")) });
      return;
    }
    if (dict.get("Type") === "/OBJR") {
      const of = dict.get("Obj");
      if (of instanceof Ref) parent.annotations.push(of.id);
      return;
    }
    const element: Element = {
      type: String(dict.get("S") ?? "").slice(1),
      dict,
      children: [],
      parent,
      marks: [],
      annotations: [],
    };
    parent.children.push(element);
    for (const child of pdf.list(dict.get("K"))) add(child, element, on);
  };
  for (const child of pdf.list(tree.get("K"))) add(child, top, undefined);
  return top;
}

const everyOf = (element: Element): Element[] =>
  element.children.flatMap((child) => [child, ...everyOf(child)]);

function structure(pdf: PdfFile, catalog: Dict, elements: readonly Element[], fails: Fails): void {
  const roles = pdf.dict(pdf.dict(catalog.get("StructTreeRoot")).get("RoleMap"));
  for (const role of roles.keys()) if (standard.has(role)) fails("02-004", role);
  for (const { type, dict } of elements) {
    let mapped = type;
    const seen = new Set<string>();
    while (!standard.has(mapped) && roles.has(mapped) && !seen.has(mapped)) {
      seen.add(mapped);
      mapped = String(roles.get(mapped)).slice(1);
    }
    if (!standard.has(mapped)) fails("02-001", type);
    if (type === "Figure" && !said(pdf, dict.get("Alt")) && !said(pdf, dict.get("ActualText")))
      fails("13-004", "Figure");
  }
}

const said = (pdf: PdfFile, value: PdfValue | undefined): boolean => {
  const found = pdf.follow(value);
  return found instanceof PdfString && found.text.trim() !== "";
};

const above: Readonly<Record<string, readonly string[]>> = {
  TR: ["Table", "THead", "TBody", "TFoot"],
  TH: ["TR"],
  TD: ["TR"],
  THead: ["Table"],
  TBody: ["Table"],
  TFoot: ["Table"],
  LI: ["L"],
  LBody: ["LI"],
};

function tables(elements: readonly Element[], pdf: PdfFile, fails: Fails): void {
  for (const { type, parent } of elements) {
    const allowed = above[type];
    if (allowed && !allowed.includes(parent?.type ?? ""))
      fails(type.startsWith("L") ? "09-005" : "09-004", `${type} in ${parent?.type}`);
  }
  for (const { type, children } of elements) {
    if (type === "Table" && children.some((one) => !/^(TR|THead|TBody|TFoot|Caption)$/.test(one.type)))
      fails("09-004", "Table");
    if (type === "L" && children.some((one) => !/^(LI|L|Caption)$/.test(one.type))) fails("09-005", "L");
  }
  for (const table of elements.filter(({ type }) => type === "Table")) {
    const cells = everyOf(table);
    const named = cells.some(({ type, dict }) => type === "TD" && attribute(pdf, dict, "Headers"));
    if (named) continue;
    for (const { type, dict } of cells)
      if (type === "TH" && !attribute(pdf, dict, "Scope")) fails("15-003", "TH");
  }
}

function attribute(pdf: PdfFile, dict: Dict, name: string): PdfValue | undefined {
  const found = pdf
    .list(dict.get("A"))
    .map((one) => pdf.follow(pdf.dict(one).get(name)))
    .find((one) => one !== undefined);
  return Array.isArray(found) && !found.length ? undefined : found;
}

function headings(elements: readonly Element[], fails: Fails): void {
  const levels = elements.flatMap(({ type }) => (/^H[1-6]$/.test(type) ? [Number(type.slice(1))] : []));
  if (levels.length && levels[0] !== 1) fails("14-002", `H${levels[0]}`);
  levels.forEach((level, at) => {
    const before = levels[at - 1];
    if (before !== undefined && level > before + 1) fails("14-003", `H${before} → H${level}`);
  });
  if (levels.length && elements.some(({ type }) => type === "H")) fails("14-007", "H");
}

function pagesOf(pdf: PdfFile, catalog: Dict): [id: number, page: Dict][] {
  const under = (value: PdfValue): [number, Dict][] => {
    const dict = pdf.dict(value);
    if (dict.get("Type") === "/Page" && value instanceof Ref) return [[value.id, dict]];
    return pdf.list(dict.get("Kids")).flatMap(under);
  };
  return under(catalog.get("Pages") as PdfValue);
}

const languageOf = (dict: Dict): string | undefined => {
  const lang = dict.get("Lang");
  return lang instanceof PdfString && lang.text ? lang.text : undefined;
};

/** Operators that paint something. */
const paints = new Set([
  "Tj",
  "TJ",
  "'",
  '"',
  "f",
  "F",
  "f*",
  "B",
  "B*",
  "b",
  "b*",
  "S",
  "s",
  "sh",
  "Do",
  "EI",
]);

interface Mark {
  artifact: boolean;
  element: Element | undefined;
  tagged: boolean;
  lang: boolean;
}

/** Every stroke of a page: inside a mark that the tree knows, or an artifact; its text with a language and a font. */
function content(
  pdf: PdfFile,
  id: number,
  page: Dict,
  tagged: ReadonlyMap<string, Element>,
  catalog: Dict,
  painted: Map<number, number>,
  fails: Fails,
): void {
  const body = pdf
    .list(page.get("Contents"))
    .map((one) => pdf.follow(one))
    .map((one) => (one instanceof Stream ? one.body : ""))
    .join("\n");
  walk(pdf, body, pdf.dict(page.get("Resources")), [], {
    catalog,
    fails,
    painted,
    elementOf: (mcid) => tagged.get(`${id} ${mcid}`),
    where: `page object ${id}`,
  });
}

interface Walking {
  catalog: Dict;
  fails: Fails;
  painted: Map<number, number>;
  elementOf(mcid: number): Element | undefined;
  where: string;
}

function walk(pdf: PdfFile, body: string, resources: Dict, outer: readonly Mark[], on: Walking): void {
  const { fails, where } = on;
  const marks: Mark[] = [...outer];
  const scan = new Scanner(body);
  let operands: PdfValue[] = [];
  let font: Dict | undefined;
  while (!scan.atEnd) {
    const token = scan.value();
    if (typeof token !== "string" || !token.startsWith("!")) {
      operands.push(token);
      continue;
    }
    const operator = token.slice(1);
    if (operator === "BMC" || operator === "BDC") marks.push(markOf(pdf, operands, resources, marks, on));
    else if (operator === "EMC") marks.pop();
    else if (operator === "Tf")
      font = pdf.dict(pdf.dict(resources.get("Font")).get(String(operands[0]).slice(1)));
    if (paints.has(operator) && !marks.some(({ artifact, tagged }) => artifact || tagged))
      fails("01-005", `${operator} on ${where}`);
    if (/^(Tj|TJ|'|")$/.test(operator)) {
      const real = !marks.some(({ artifact }) => artifact);
      if (real && !languageOf(on.catalog) && !marks.some(({ lang }) => lang)) fails("11-001", where);
      const shown = operands.flatMap((one) => (Array.isArray(one) ? one : [one]));
      const codes = shown.flatMap((one) => (one instanceof PdfString ? codesIn(one.bytes) : []));
      if (font) glyphs(pdf, font, codes, where, fails);
    }
    if (operator === "Do") form(pdf, String(operands[0]).slice(1), resources, marks, on);
    operands = [];
  }
}

const codesIn = (bytes: string): number[] =>
  Array.from(
    { length: bytes.length / 2 },
    (_, at) => bytes.charCodeAt(2 * at) * 256 + bytes.charCodeAt(2 * at + 1),
  );

function markOf(
  pdf: PdfFile,
  [tag, properties]: readonly PdfValue[],
  resources: Dict,
  marks: readonly Mark[],
  { elementOf, fails, where }: Walking,
): Mark {
  const named =
    typeof properties === "string"
      ? pdf.dict(resources.get("Properties")).get(properties.slice(1))
      : properties;
  const dict = pdf.dict(named);
  const mcid = dict.get("MCID");
  const artifact = tag === "/Artifact";
  const element = typeof mcid === "number" ? elementOf(mcid) : undefined;
  if (artifact && marks.some(({ tagged }) => tagged)) fails("01-003", where);
  if (typeof mcid === "number" && marks.some((one) => one.artifact)) fails("01-004", where);
  if (typeof mcid === "number" && !element) fails("01-005", `mark ${mcid} on ${where} is in no element`);
  return { artifact, element, tagged: element !== undefined, lang: languageIn(dict, element) };
}

function languageIn(dict: Dict, element: Element | undefined): boolean {
  for (let one = element; one; one = one.parent) if (languageOf(one.dict)) return true;
  return languageOf(dict) !== undefined;
}

/** A form is read as part of the page that paints it. */
function form(pdf: PdfFile, name: string, resources: Dict, marks: readonly Mark[], on: Walking): void {
  const value = pdf.dict(resources.get("XObject")).get(name);
  const found = pdf.follow(value);
  if (!(found instanceof Stream) || found.dict.get("Subtype") !== "/Form") return;
  const { body, dict } = found;
  if (value instanceof Ref && /\/MCID\b/.test(body))
    on.painted.set(value.id, (on.painted.get(value.id) ?? 0) + 1);
  walk(pdf, body, pdf.dict(dict.get("Resources") ?? resources), marks, on);
}

const maps = new WeakMap<Dict, Map<number, string>>();

function glyphs(pdf: PdfFile, font: Dict, codes: readonly number[], where: string, fails: Fails): void {
  const known = maps.get(font) ?? unicodeOf(pdf, font);
  maps.set(font, known);
  for (const code of codes) {
    if (code === 0) fails("31-030", where);
    if (!known.has(code)) fails("10-001", `code ${code} on ${where}`);
  }
}

function unicodeOf(pdf: PdfFile, font: Dict): Map<number, string> {
  const map = pdf.follow(font.get("ToUnicode"));
  const found = new Map<number, string>();
  if (!(map instanceof Stream)) return found;
  const text = (hex: string) => Buffer.from(hex, "hex").swap16().toString("utf16le");
  for (const [, body = ""] of map.body.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = "", to = ""] of body.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi))
      found.set(Number.parseInt(code, 16), text(to));
  for (const [, body = ""] of map.body.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = "", to = "", first = ""] of body.matchAll(
      /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi,
    )) {
      const start = Number.parseInt(from, 16);
      for (let code = start; code <= Number.parseInt(to, 16); code++)
        found.set(code, String.fromCodePoint((text(first).codePointAt(0) ?? 0) + code - start));
    }
  return found;
}

function annotations(
  pdf: PdfFile,
  id: number,
  page: Dict,
  held: ReadonlyMap<number, Element>,
  fails: Fails,
): void {
  const list = pdf.list(page.get("Annots"));
  if (!list.length) return;
  const where = `page object ${id}`;
  const tabs = page.get("Tabs");
  if (tabs === undefined) fails("28-008", where);
  else if (tabs !== "/S") fails("28-009", where);
  for (const value of list) {
    const dict = pdf.dict(value);
    const element = value instanceof Ref ? held.get(value.id) : undefined;
    const words = said(pdf, dict.get("Contents")) || said(pdf, element?.dict.get("Alt"));
    if (dict.get("Subtype") === "/Link") {
      if (element?.type !== "Link") fails("28-011", where);
      if (!said(pdf, dict.get("Contents"))) fails("28-012", where);
    } else if (dict.get("Subtype") !== "/Widget" && dict.get("Subtype") !== "/PrinterMark") {
      if (element?.type !== "Annot") fails("28-002", where);
      if (!words) fails("28-004", where);
    }
  }
}

function fonts(pdf: PdfFile, fails: Fails): void {
  for (const value of pdf.objects.values()) {
    if (!(value instanceof Dict) || value.get("Type") !== "/Font") continue;
    const name = String(value.get("BaseFont") ?? "").slice(1);
    const [descendant] = pdf.list(value.get("DescendantFonts"));
    const own = value.get("Subtype") === "/Type0" ? pdf.dict(descendant) : value;
    const descriptor = pdf.dict(own.get("FontDescriptor"));
    const embedded = ["FontFile", "FontFile2", "FontFile3"].some((file) => descriptor.has(file));
    if (value.get("Subtype") !== "/Type3" && !embedded) fails("31-009", name);
    if (String(value.get("Subtype")).startsWith("/CIDFont")) continue;
    if (!value.has("ToUnicode")) fails("31-027", name);
    for (const text of unicodeOf(pdf, value).values()) {
      if (text.includes("\0")) fails("31-028", name);
      if (/[\ufeff\ufffe]/.test(text)) fails("31-029", name);
    }
  }
}
