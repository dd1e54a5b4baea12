import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import type { Files } from "../../shared/kernel/ports.ts";
import { patience, type Sdk } from "./sdk.ts";

/** Files in a private bucket; the bucket's own settings encrypt and version them. */
export function s3Files({ bucket, ...sdk }: Sdk & { bucket: string }): Files {
  const client = new S3Client({
    ...sdk,
    forcePathStyle: sdk.endpoint !== undefined,
    requestHandler: patience(30),
  });
  return {
    async put(key, bytes) {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes }));
    },
    async get(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        return await Body?.transformToByteArray();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
  };
}
