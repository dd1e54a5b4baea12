import * as z from "zod";

const text = z.string().min(1);

/** What the stacks tell a function about the place it runs in; `infra/` writes exactly these names. */
const Env = z.object({
  AWS_REGION: text,
  RECORDS_TABLE: text,
  LOG_TABLE: text,
  FILES_BUCKET: text,
  JOBS_QUEUE_URL: z.url(),
  INTAKE_QUEUE_URL: z.url(),
  MAC_KEY_ID: text,
  MAC_KEY_VERSION: text,
  IDENTITY_KEY_ID: text,
  MAIL_FROM: text,
  OIDC_ISSUER: z.url(),
  /** Comma-separated: the web client first, then machines. */
  OIDC_CLIENT_IDS: text.transform((list) => list.split(",").map((id) => id.trim())),
  OIDC_JWKS_URI: z.url().optional(),
  OIDC_AUTHORIZE_URL: z.url(),
  OIDC_TOKEN_URL: z.url(),
  OIDC_SIGN_OUT_URL: z.url(),
  PUBLIC_URL: z.url().transform((url) => url.replace(/\/+$/, "")),
});
export type Env = z.infer<typeof Env>;

/**
 * Reads a function's settings, once, at its start: not worth compiling a parser for.
 * @throws Error naming the settings that are missing or malformed, never their values.
 */
export function readEnv(env: Record<string, string | undefined>): Env {
  const parsed = Env.safeParse(env, { jitless: true });
  if (parsed.success) return parsed.data;
  const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
  throw new Error(`settings missing or malformed: ${names.join(", ")}`);
}
