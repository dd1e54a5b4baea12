import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { AppError } from "../../../shared/kernel/errors.ts";
import type { Sheet } from "./sheet.ts";
import { template } from "./template.ts";

const at = "/paper";
const here = createRequire(import.meta.url);
const faces = ["400Regular/NotoSansSC_400Regular.ttf", "700Bold/NotoSansSC_700Bold.ttf"];

let press: Promise<NodeCompiler> | undefined;

/**
 * Sets a sheet as a tagged PDF (PDF/UA-1). What the sheet says reaches the typesetter as JSON, so that no word
 * of it is ever read as markup; nothing of it stays in the machine's memory afterwards.
 * @throws AppError `Unavailable` where this machine has no typesetter: the page itself prints instead.
 */
export async function typeset(sheet: Sheet): Promise<Uint8Array> {
  press ??= open();
  const compiler = await press.catch((error) => {
    press = undefined;
    throw error;
  });
  const files = new Map<string, string>([
    [`${at}/sheet.json`, JSON.stringify({ ...sheet, drawings: undefined })],
    ...Object.entries(sheet.drawings).map(([name, svg]): [string, string] => [`${at}/${name}`, svg]),
  ]);
  for (const [path, text] of files) compiler.mapShadow(path, Buffer.from(text));
  try {
    const set = compiler.compile({ mainFilePath: `${at}/main.typ`, resetRead: true });
    if (!set.result) throw new Error(faultOf(compiler, set.takeError()));
    return new Uint8Array(compiler.pdf(set.result, { pdfStandard: "ua-1" }));
  } finally {
    for (const path of files.keys()) compiler.unmapShadow(path);
    compiler.evictCache(0);
  }
}

async function open(): Promise<NodeCompiler> {
  const [{ NodeCompiler: Compiler }, ...fontBlobs] = await Promise.all([
    load(),
    ...faces.map((face) => readFile(here.resolve(`@expo-google-fonts/noto-sans-sc/${face}`))),
  ]);
  const compiler = Compiler.create({ fontArgs: [{ fontBlobs }], workspace: at });
  compiler.addSource(`${at}/main.typ`, template);
  return compiler;
}

/** The typesetter is a binary of its own for each kind of machine, so it is looked for, never built in. */
async function load(): Promise<typeof import("@myriaddreamin/typst-ts-node-compiler")> {
  try {
    return here("@myriaddreamin/typst-ts-node-compiler");
  } catch (cause) {
    throw Object.assign(
      new AppError("Unavailable", {
        en: "PDF files cannot be made on this machine. Print the report page, or save it as PDF in the browser.",
        zh: "本机暂不能生成 PDF。请打印报告页面，或在浏览器中存为 PDF。",
      }),
      { cause },
    );
  }
}

/** What the typesetter complains of, by place; never a word of the sheet. */
function faultOf(
  compiler: NodeCompiler,
  error: Parameters<NodeCompiler["fetchDiagnostics"]>[0] | null,
): string {
  const faults = error ? (compiler.fetchDiagnostics(error) as { message?: string; range?: unknown }[]) : [];
  return `the sheet was not set: ${faults.map(({ message }) => message?.slice(0, 80)).join("; ")}`;
}
