import * as z from "zod";

const hostname = z.string().regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, "a host name, such as vip.example.org");

const Oidc = z.object({
  kind: z.literal("oidc"),
  issuer: z.url(),
  /** The web client first, then machines. */
  clientIds: z.array(z.string().min(1)).min(1),
  authorizeUrl: z.url(),
  tokenUrl: z.url(),
  signOutUrl: z.url(),
  jwksUri: z.url().optional(),
});

const Settings = z
  .object({
    stage: z.string().regex(/^[a-z][a-z0-9]{1,11}$/, "2 to 12 small letters and digits"),
    account: z.string().regex(/^\d{12}$/, "an AWS account number"),
    region: z.string().default("ap-southeast-1"),
    /** The host name people type; certificate and DNS are the operator's. */
    domain: hostname,
    mailFrom: z.email(),
    alarmMail: z.email(),
    /** Who signs people in: our own user pool, or any OIDC provider. */
    identity: z.discriminatedUnion("kind", [z.object({ kind: z.literal("cognito") }), Oidc]),
    /** CloudFront and WAF in us-east-1 before the API. */
    edge: z.boolean(),
    /** Names the MAC key in use; raised by a rotation. */
    macKeyVersion: z.string().default("1"),
    /** Executions set aside per function. A new account's quota is too small: ask for 1,000 first. */
    concurrency: z
      .object({ api: z.int(), web: z.int(), fhir: z.int(), intake: z.int(), send: z.int(), project: z.int() })
      .default({ api: 50, web: 50, fhir: 10, intake: 4, send: 10, project: 16 }),
    /** Folder of the bundles, one folder a function. */
    bundles: z.string().default("dist"),
  })
  .refine((s) => !s.region.startsWith("cn-") || (!s.edge && s.identity.kind === "oidc"), {
    message: "mainland China has neither Cognito user pools nor our edge: set edge false and identity oidc",
  });

export type Settings = z.infer<typeof Settings>;
export type SettingsInput = z.input<typeof Settings>;

/** @throws ZodError naming each setting that cannot be used. */
export const settingsFrom = (input: SettingsInput): Settings => Settings.parse(input);

const example = { account: "000000000000", mailFrom: "care@example.org", alarmMail: "it@example.org" };

/**
 * The stages that are synthesised. Example values are replaced when deploying, without touching code:
 * `cdk deploy 'perennial-trial-*' -c account=… -c domain=… -c mailFrom=… -c alarmMail=…`.
 */
export const stages: Record<string, SettingsInput> = {
  trial: {
    ...example,
    stage: "trial",
    domain: "vip.example.org",
    identity: { kind: "cognito" },
    edge: true,
  },
  china: {
    ...example,
    stage: "china",
    region: "cn-northwest-1",
    domain: "vip.example.cn",
    edge: false,
    identity: {
      kind: "oidc",
      issuer: "https://sso.example.cn/realms/perennial",
      clientIds: ["perennial-web", "perennial-lis"],
      authorizeUrl: "https://sso.example.cn/realms/perennial/protocol/openid-connect/auth",
      tokenUrl: "https://sso.example.cn/realms/perennial/protocol/openid-connect/token",
      signOutUrl: "https://sso.example.cn/realms/perennial/protocol/openid-connect/logout",
    },
  },
};

/** What may be overridden from the command line with `-c name=value`. */
export const overridable = ["account", "domain", "mailFrom", "alarmMail", "bundles"] as const;
