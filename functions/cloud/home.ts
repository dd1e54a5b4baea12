import { tableClient } from "../../shared/data/client.ts";
import type { Home } from "../../shared/kernel/home.ts";
import { systemRandom } from "../../shared/kernel/ids.ts";
import type { Channels, Files, Keys, Queue } from "../../shared/kernel/ports.ts";
import { systemClock } from "../../shared/kernel/time.ts";
import { readEnv } from "./env.ts";
import { powertoolsLog } from "./logger.ts";
import type { Sdk } from "./sdk.ts";
import { verifierFor } from "./verify.ts";

/**
 * The home of a deployed function. Only DynamoDB is loaded at start; KMS, S3, SQS and SES are loaded
 * by the first act that needs them, so that a cold start does not pay for what a request never uses.
 * @throws Error naming the settings that are missing.
 */
export async function cloudHome(
  variables: Record<string, string | undefined>,
  override: Omit<Sdk, "region"> = {},
): Promise<Home> {
  const env = readEnv(variables);
  const sdk: Sdk = { region: env.AWS_REGION, ...override };
  const now = systemClock;
  const clientId = env.OIDC_CLIENT_IDS[0] ?? "";

  const keys = once<Keys>(async () =>
    (await import("./kms-keys.ts")).kmsKeys({
      ...sdk,
      now,
      macKey: env.MAC_KEY_ID,
      macVersion: env.MAC_KEY_VERSION,
      identityKey: env.IDENTITY_KEY_ID,
    }),
  );
  const files = once<Files>(async () =>
    (await import("./s3-files.ts")).s3Files({ ...sdk, bucket: env.FILES_BUCKET }),
  );
  const queue = once<Queue>(async () =>
    (await import("./sqs-queue.ts")).sqsQueue({
      ...sdk,
      jobs: env.JOBS_QUEUE_URL,
      intake: env.INTAKE_QUEUE_URL,
    }),
  );
  const channels = once<Channels>(async () =>
    (await import("./ses-channels.ts")).sesChannels({ ...sdk, from: env.MAIL_FROM }),
  );

  return {
    now,
    random: systemRandom,
    table: tableClient(sdk, { records: env.RECORDS_TABLE, log: env.LOG_TABLE }),
    keys: {
      mac: async (text) => (await keys()).mac(text),
      seal: async (plain) => (await keys()).seal(plain),
      open: async (sealed) => (await keys()).open(sealed),
      sign: async (text) => (await keys()).sign(text),
    },
    files: {
      put: async (key, bytes) => (await files()).put(key, bytes),
      get: async (key) => (await files()).get(key),
    },
    queue: { send: async (job) => (await queue()).send(job) },
    channels: {
      send: async (letter) => (await channels()).send(letter),
      /** SES takes no idempotency key, and no other provider is configured. */
      idempotent: () => false,
    },
    verify: verifierFor({
      issuer: env.OIDC_ISSUER,
      clientIds: env.OIDC_CLIENT_IDS,
      ...(env.OIDC_JWKS_URI ? { jwksUri: env.OIDC_JWKS_URI } : {}),
    }),
    signIn: {
      authorizeUrl: env.OIDC_AUTHORIZE_URL,
      tokenUrl: env.OIDC_TOKEN_URL,
      signOutUrl: env.OIDC_SIGN_OUT_URL,
      clientId,
    },
    publicUrl: env.PUBLIC_URL,
    log: powertoolsLog(),
  };
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}
