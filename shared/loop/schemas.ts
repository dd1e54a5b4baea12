export { DocumentAboutSchema } from "./documents/document-schema.ts";
export { LinkSchema, UnlinkSchema } from "./results/quarantine-schema.ts";
