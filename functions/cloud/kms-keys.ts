import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { DecryptCommand, GenerateDataKeyCommand, GenerateMacCommand, KMSClient } from "@aws-sdk/client-kms";
import type { Keys } from "../../shared/kernel/ports.ts";
import { epochMs, type Instant } from "../../shared/kernel/time.ts";
import { patience, type Sdk } from "./sdk.ts";

interface KmsKeys extends Sdk {
  now: () => Instant;
  /** A KMS HMAC_256 key: look-up hashes and, derived from it, signatures. */
  macKey: string;
  /** Kept beside every hash, so that a rotation can tell old from new. */
  macVersion: string;
  /** A symmetric KMS key: wraps the data keys that seal identifiers. */
  identityKey: string;
}

interface DataKey {
  plain: Uint8Array;
  wrapped: string;
  usesLeft: number;
  until: number;
}

const form = "e1";
const context = { purpose: "identity" };
const keyMinutes = 10;
const keyUses = 1_000;
const openKeysMax = 200;

/**
 * Keys held by KMS. A hash is one GenerateMac; a sealed value is AES-256-GCM under a data key that is
 * used for at most 10 minutes and 1,000 values; a signature is HMAC-SHA-256 under a key derived once
 * per process. Messages to the MAC key carry a prefix, so that no identifier can yield the derived key.
 * @throws whatever KMS answers; `open` throws when the value was changed or is not ours.
 */
export function kmsKeys({ now, macKey, macVersion, identityKey, ...sdk }: KmsKeys): Keys {
  const client = new KMSClient({ ...sdk, requestHandler: patience(5) });
  const opened = new Map<string, { plain: Uint8Array; until: number }>();
  let sealing: Promise<DataKey> | undefined;
  let signing: Promise<Uint8Array> | undefined;

  const generateMac = async (message: string): Promise<Uint8Array> => {
    const { Mac } = await client.send(
      new GenerateMacCommand({ KeyId: macKey, MacAlgorithm: "HMAC_SHA_256", Message: Buffer.from(message) }),
    );
    if (!Mac) throw new Error("KMS answered without a MAC");
    return Mac;
  };

  const newDataKey = async (): Promise<DataKey> => {
    const { Plaintext, CiphertextBlob } = await client.send(
      new GenerateDataKeyCommand({ KeyId: identityKey, KeySpec: "AES_256", EncryptionContext: context }),
    );
    if (!Plaintext || !CiphertextBlob) throw new Error("KMS answered without a data key");
    return {
      plain: Plaintext,
      wrapped: Buffer.from(CiphertextBlob).toString("base64url"),
      usesLeft: keyUses,
      until: epochMs(now()) + keyMinutes * 60_000,
    };
  };

  const sealingKey = async (): Promise<DataKey> => {
    const current = await sealing;
    if (current && current.usesLeft > 0 && current.until > epochMs(now())) {
      current.usesLeft -= 1;
      return current;
    }
    const fresh = newDataKey();
    sealing = fresh;
    fresh.catch(() => {
      if (sealing === fresh) sealing = undefined;
    });
    return fresh;
  };

  const openingKey = async (wrapped: string): Promise<Uint8Array> => {
    const known = opened.get(wrapped);
    if (known && known.until > epochMs(now())) return known.plain;
    const { Plaintext } = await client.send(
      new DecryptCommand({
        KeyId: identityKey,
        CiphertextBlob: Buffer.from(wrapped, "base64url"),
        EncryptionContext: context,
      }),
    );
    if (!Plaintext) throw new Error("KMS answered without a data key");
    const oldest = opened.keys().next().value;
    if (opened.size >= openKeysMax && oldest !== undefined) opened.delete(oldest);
    opened.set(wrapped, { plain: Plaintext, until: epochMs(now()) + keyMinutes * 60_000 });
    return Plaintext;
  };

  return {
    async mac(text) {
      const hash = Buffer.from(await generateMac(`look-up\n${text}`)).toString("hex");
      return { hash, version: macVersion };
    },
    async seal(plain) {
      const key = await sealingKey();
      const iv = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", key.plain, iv);
      const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final(), cipher.getAuthTag()]);
      return [form, key.wrapped, iv.toString("base64url"), body.toString("base64url")].join(".");
    },
    async open(sealed) {
      const [kind, wrapped, iv, packed] = sealed.split(".");
      if (kind !== form || !wrapped || !iv || !packed) throw new Error("not a sealed value of ours");
      const body = Buffer.from(packed, "base64url");
      const key = await openingKey(wrapped);
      const plain = createDecipheriv("aes-256-gcm", key, Buffer.from(iv, "base64url"), { authTagLength: 16 });
      plain.setAuthTag(body.subarray(-16));
      return Buffer.concat([plain.update(body.subarray(0, -16)), plain.final()]).toString("utf8");
    },
    async sign(text) {
      signing ??= generateMac("derive\nsignature-1").catch((error: unknown) => {
        signing = undefined;
        throw error;
      });
      return createHmac("sha256", await signing)
        .update(text)
        .digest("hex");
    },
  };
}
