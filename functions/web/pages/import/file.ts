import { InvalidInput, NotFound } from "../../../../shared/kernel/errors.ts";
import { digestBytes } from "../../../../shared/kernel/ids.ts";
import type { PageCall } from "../../page-route.ts";

/** A file between its preview and its import. */
export interface Upload {
  name: string;
  digest: string;
  bytes: Uint8Array;
}

const most = 10_000_000;
const keyOf = (digest: string): string => `imports/${digest}`;

/**
 * The uploaded file, kept under its digest so that nobody has to choose it twice.
 * @throws InvalidInput (`file`) when none was chosen or it is too large.
 */
export async function keepUpload({ ctx, form }: PageCall): Promise<Upload> {
  const file = await form.file("file");
  if (!file)
    throw new InvalidInput([
      {
        field: "file",
        message: { en: "Choose a file that is not empty.", zh: "请选择文件，且文件不能为空。" },
      },
    ]);
  if (file.bytes.length > most)
    throw new InvalidInput([
      {
        field: "file",
        message: { en: "The file is over 10 MB. Split it in parts.", zh: "文件超过 10 MB，请拆分后上传。" },
      },
    ]);
  const digest = digestBytes(file.bytes);
  await ctx.files.put(keyOf(digest), file.bytes);
  return { ...file, digest };
}

/**
 * The file a preview was made of.
 * @throws NotFound when it is not there any more.
 */
export async function keptUpload({ ctx, form }: PageCall): Promise<Upload> {
  const digest = form.text("digest");
  const bytes = /^[0-9a-f]{64}$/.test(digest) ? await ctx.files.get(keyOf(digest)) : undefined;
  if (!bytes) throw new NotFound();
  return { digest, bytes, name: form.text("name") };
}
