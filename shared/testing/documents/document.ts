import * as z from "zod";

/** Kinds of files that are taken, by the first bytes each has; what is inside decides, never the name. */
const kinds = {
  "application/pdf": { ends: "pdf", begins: [[0, "%PDF-"]] },
  "image/png": { ends: "png", begins: [[0, "\x89PNG\r\n\x1a\n"]] },
  "image/jpeg": { ends: "jpg", begins: [[0, "\xff\xd8\xff"]] },
  "image/webp": {
    ends: "webp",
    begins: [
      [0, "RIFF"],
      [8, "WEBP"],
    ],
  },
  "application/dicom": { ends: "dcm", begins: [[128, "DICM"]] },
} as const satisfies Record<
  string,
  { ends: string; begins: readonly (readonly [at: number, text: string])[] }
>;

const types = Object.keys(kinds) as (keyof typeof kinds)[];
export type DocumentType = (typeof types)[number];

/** Five megabytes: a page in good resolution; what a machine can hand over in one piece. */
export const documentBytesMax = 5 * 1024 * 1024;

/**
 * An image or a paper that belongs to an exam, or to one of its results. The file itself lies elsewhere (`file`); it
 * is never changed and never thrown away: one put in by mistake is withdrawn, with the reason.
 */
export const DocumentSchema = z.object({
  client: z.string(),
  id: z.string(),
  /** Of the exam it belongs to. */
  date: z.string(),
  /** The catalogue item whose result it shows or proves. */
  item: z.string().optional(),
  /** What its bringer calls it. */
  name: z.string(),
  type: z.enum(types as [DocumentType, ...DocumentType[]]),
  size: z.number().int(),
  digest: z.string(),
  file: z.string(),
  /** The client brought it. */
  own: z.literal(true).optional(),
  by: z.object({ id: z.string(), name: z.string() }),
  at: z.string(),
  withdrawn: z.object({ at: z.string(), by: z.string(), reason: z.string() }).optional(),
  v: z.number().int().default(1),
});
export type Document = z.infer<typeof DocumentSchema>;

/** The kind of a file by its first bytes; undefined for every kind that is not taken. */
export const documentTypeOf = (bytes: Uint8Array): DocumentType | undefined =>
  types.find((type) =>
    kinds[type].begins.every(([at, text]) =>
      [...text].every((char, n) => bytes[at + n] === char.charCodeAt(0)),
    ),
  );

/** How a copy of it is called: by its id, for a name may tell of a person. */
export const documentFileName = ({ id, type }: Pick<Document, "id" | "type">): string =>
  `document-${id}.${kinds[type].ends}`;
