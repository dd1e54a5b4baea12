export { LinkSchema, UnlinkSchema } from "./quarantine-schema.ts";
