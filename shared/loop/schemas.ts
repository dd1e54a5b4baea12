export { LinkSchema, UnlinkSchema } from "./results/quarantine-schema.ts";
