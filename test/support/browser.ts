import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";

const require = createRequire(import.meta.url);
const systemChromium = "/usr/bin/chromium";

/**
 * A headless Chromium that needs nothing but `npm ci`: the machine's own when it has one, else the packaged
 * build, unpacked once into a directory of its own together with the libraries a bare Linux lacks.
 * The caller closes it.
 */
export async function launch(): Promise<Browser> {
  if (existsSync(systemChromium)) {
    return chromium.launch({ executablePath: systemChromium, args: ["--no-sandbox"] });
  }
  const home = await unpacked();
  const { default: packaged } = await import("@sparticuz/chromium");
  const withoutSharedProcess = packaged.args.filter(
    (flag) =>
      flag !== "--single-process" && flag !== "--disable-web-security" && !flag.includes("--headless"),
  );
  return chromium.launch({
    executablePath: join(home, "chromium"),
    args: withoutSharedProcess,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [join(home, "al2023", "lib"), process.env["LD_LIBRARY_PATH"]]
        .filter(Boolean)
        .join(":"),
      ...(existsSync("/etc/fonts") ? {} : { FONTCONFIG_PATH: join(home, "fonts") }),
      HOME: home,
      TMPDIR: home,
    },
  });
}

/** Test files run side by side, so each unpacks for itself and the first to finish gives its copy to all. */
async function unpacked(): Promise<string> {
  const version: string = JSON.parse(readFileSync(manifestOf("@sparticuz/chromium"), "utf8")).version;
  const shared = join(tmpdir(), `perennial-chromium-${version}`);
  if (existsSync(join(shared, "chromium"))) return shared;
  const own = `${shared}-${process.pid}`;
  mkdirSync(own, { recursive: true });
  await withEnvironment({ TMPDIR: own, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" }, async () => {
    const { default: packaged } = await import("@sparticuz/chromium");
    await packaged.executablePath();
  });
  try {
    renameSync(own, shared);
  } catch {
    rmSync(own, { recursive: true, force: true });
  }
  return shared;
}

/** The package believes it is on Lambda only while it unpacks; nothing it sets outlives the call. */
async function withEnvironment(values: Record<string, string>, run: () => Promise<void>): Promise<void> {
  const before = { ...process.env };
  Object.assign(process.env, values);
  try {
    await run();
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

function manifestOf(name: string): string {
  let folder = dirname(require.resolve(name));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return join(folder, "package.json");
}

/** A finding of axe-core, short enough to read in a failed assertion. */
export interface Violation {
  rule: string;
  impact: string;
  help: string;
  where: string[];
}

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const axeSource = () => readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** The serious and critical findings of axe-core on the page as it stands, open dialogs included. */
export async function axe(page: Page): Promise<Violation[]> {
  await page.evaluate(axeSource());
  return page.evaluate(async (wanted) => {
    const engine = (globalThis as never as { axe: { run: (...args: unknown[]) => Promise<unknown> } }).axe;
    const report = (await engine.run(document, { runOnly: wanted, preload: false })) as {
      violations: { id: string; impact: string; help: string; nodes: { target: string[]; html: string }[] }[];
    };
    return report.violations
      .filter((found) => found.impact === "serious" || found.impact === "critical")
      .map((found) => ({
        rule: found.id,
        impact: found.impact,
        help: found.help,
        where: found.nodes.map((node) => `${node.target.join(" ")}  ${node.html.slice(0, 160)}`),
      }));
  }, tags);
}

const fontHost = "http://fonts.invalid/";

/**
 * Makes Chinese glyphs visible on a machine without a Chinese font; call it after each `goto`.
 * The page's context needs `bypassCSP: true`.
 */
export async function withChinese(page: Page): Promise<void> {
  const folder = dirname(manifestOf("@fontsource/noto-sans-sc/400.css"));
  await page.route(`${fontHost}**`, (route) =>
    route.fulfill({
      path: join(folder, "files", new URL(route.request().url()).pathname.slice(1)),
      headers: { "access-control-allow-origin": "*", "content-type": "font/woff2" },
    }),
  );
  const faces = ["400", "500", "600"]
    .map((weight) => readFileSync(join(folder, `${weight}.css`), "utf8"))
    .join("\n")
    .replaceAll("./files/", fontHost);
  await page.addStyleTag({ content: faces });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForLoadState("networkidle");
}
