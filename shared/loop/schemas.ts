export { InviteSchema } from "./messages/invite-schema.ts";
export { LinkSchema, UnlinkSchema } from "./results/quarantine-schema.ts";
