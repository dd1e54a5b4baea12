import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import type { Keys } from "../../shared/kernel/ports.ts";

/** Three secrets of 32 bytes, base64; `version` names them in every guard made with them. */
export interface KeySet {
  version: string;
  mac: string;
  seal: string;
  sign: string;
}

export const newKeySet = (): KeySet => ({
  version: "1",
  mac: randomBytes(32).toString("base64"),
  seal: randomBytes(32).toString("base64"),
  sign: randomBytes(32).toString("base64"),
});

/**
 * Keys held in memory: HMAC-SHA256 for look-up and signatures, AES-256-GCM for display values
 * (`version.nonce.tag.text`, base64url). `nonce` makes 12 bytes, never the same twice for two texts.
 * `open` throws when the text was sealed by another key or changed.
 */
export function keysFrom(set: KeySet, nonce: (plain: string) => Buffer = () => randomBytes(12)): Keys {
  const secret = (name: "mac" | "seal" | "sign") => Buffer.from(set[name], "base64");
  const hmac = (name: "mac" | "sign", text: string) =>
    createHmac("sha256", secret(name)).update(text).digest("hex");
  return {
    mac: async (text) => ({ hash: hmac("mac", text), version: set.version }),
    sign: async (text) => hmac("sign", text),
    async seal(plain) {
      const iv = nonce(plain);
      const cipher = createCipheriv("aes-256-gcm", secret("seal"), iv);
      const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
      const parts = [iv, cipher.getAuthTag(), body].map((part) => part.toString("base64url"));
      return [set.version, ...parts].join(".");
    },
    async open(sealed) {
      const [version, iv, tag, body] = sealed.split(".");
      if (version !== set.version || !iv || !tag || body === undefined)
        throw new Error("sealed by a key that is not here");
      const decipher = createDecipheriv("aes-256-gcm", secret("seal"), Buffer.from(iv, "base64url"));
      decipher.setAuthTag(Buffer.from(tag, "base64url"));
      const plain = Buffer.concat([decipher.update(Buffer.from(body, "base64url")), decipher.final()]);
      return plain.toString("utf8");
    },
  };
}
