import { createHmac, randomBytes } from "node:crypto";
import { type Asked, json, type Reply } from "./loopback.ts";

/** KMS, as far as our keys use it: AWS JSON 1.1 by target; a wrapped key opens under its own context only. */
export function kms(): (asked: Asked) => Reply {
  const secret = randomBytes(32);
  const wrapped = new Map<string, Buffer>();
  return (asked) => {
    const input = asked.json();
    const context = JSON.stringify(input["EncryptionContext"]);
    switch (asked.headers["x-amz-target"]) {
      case "TrentService.GenerateMac": {
        const message = Buffer.from(String(input["Message"]), "base64");
        const Mac = createHmac("sha256", secret).update(message).digest("base64");
        return json({ KeyId: input["KeyId"], Mac, MacAlgorithm: input["MacAlgorithm"] });
      }
      case "TrentService.GenerateDataKey": {
        const plain = randomBytes(32);
        const blob = randomBytes(48).toString("base64");
        wrapped.set(`${blob} ${context}`, plain);
        return json({ KeyId: input["KeyId"], Plaintext: plain.toString("base64"), CiphertextBlob: blob });
      }
      case "TrentService.Decrypt": {
        const plain = wrapped.get(`${input["CiphertextBlob"]} ${context}`);
        if (!plain) return json({ __type: "InvalidCiphertextException" }, 400);
        return json({ KeyId: input["KeyId"], Plaintext: plain.toString("base64") });
      }
      default:
        return json({ __type: "UnknownOperationException" }, 400);
    }
  };
}
