import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { dist, root } from "../../functions/build.ts";
import { createTables } from "../../functions/local/tables.ts";
import { median, rounded } from "./measure.ts";

const starts = 9;
const entryPoints = {
  handler: fileURLToPath(import.meta.resolve("./bare-handler.ts")),
  child: fileURLToPath(import.meta.resolve("./cold-child.ts")),
};
const names = { records: "records-cold", log: "log-cold" };

interface Start {
  statusCode: number;
  cpu: number;
  wall: number;
}

/**
 * CPU and wall ms of a fresh process from the import of the API's handler to its answer to a first request,
 * beside a handler with the same start-up dependencies; medians of alternating starts. Both warm themselves
 * with one request and one read, as the product's handlers do.
 */
export async function coldStart(endpoint: string) {
  await createTables(endpoint, names);
  const folder = await mkdtemp(join(tmpdir(), "bare-"));
  try {
    await bundleBare(folder);
    const start = starter(endpoint, join(folder, "child.mjs"));
    const ours: Start[] = [];
    const bare: Start[] = [];
    for (let n = 0; n <= starts; n++) {
      const one = await start(join(dist, "api", "handler.mjs"), "/api/health");
      const other = await start(join(folder, "handler.mjs"), "/health");
      if (n === 0) continue;
      ours.push(one);
      bare.push(other);
    }
    return {
      ms: rounded(median(ours.map(({ cpu }) => cpu)), 1),
      bareMs: rounded(median(bare.map(({ cpu }) => cpu)), 1),
      wallMs: rounded(median(ours.map(({ wall }) => wall)), 1),
      bareWallMs: rounded(median(bare.map(({ wall }) => wall)), 1),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The bare handler with the options of functions/build.ts, and the process that starts either of them. */
async function bundleBare(outdir: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints,
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node24",
    mainFields: ["module", "main"],
    minify: true,
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
  });
}

const starter =
  (endpoint: string, child: string) =>
  async (handler: string, url: string): Promise<Start> => {
    const env = settings(endpoint);
    const { stdout } = await promisify(execFile)(process.execPath, [child, handler, url], { env });
    const one = JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Start;
    if (one.statusCode !== 200) throw new Error(`${handler} answered ${one.statusCode}`);
    return one;
  };

/** What a deployed function is told, with the table at the engine. */
const settings = (endpoint: string): Record<string, string> => ({
  AWS_REGION: "ap-southeast-1",
  AWS_ACCESS_KEY_ID: "test",
  AWS_SECRET_ACCESS_KEY: "test",
  AWS_ENDPOINT_URL_DYNAMODB: endpoint,
  RECORDS_TABLE: names.records,
  LOG_TABLE: names.log,
  FILES_BUCKET: "files",
  JOBS_QUEUE_URL: "https://sqs.example.org/1/jobs",
  INTAKE_QUEUE_URL: "https://sqs.example.org/1/intake",
  MAC_KEY_ID: "mac",
  MAC_KEY_VERSION: "1",
  IDENTITY_KEY_ID: "identity",
  MAIL_FROM: "care@example.org",
  OIDC_ISSUER: "https://sso.example.org/pool",
  OIDC_CLIENT_IDS: "web,lis",
  OIDC_AUTHORIZE_URL: "https://sso.example.org/authorize",
  OIDC_TOKEN_URL: "https://sso.example.org/token",
  OIDC_SIGN_OUT_URL: "https://sso.example.org/logout",
  PUBLIC_URL: "https://vip.example.org",
  POWERTOOLS_LOG_LEVEL: "SILENT",
});
