export { composeMessage, queueMessage, type Words } from "./compose.ts";
export { deliver, type Facts, type FactsOf, letGo, type Ways } from "./deliver.ts";
export { type Link, linkPath, readLink } from "./links.ts";
export { type About, type Message, MessageSchema, messageId, type TemplateId } from "./message.ts";
export { addMessage, messageOf, messagesIn, messagesOf } from "./messages.store.ts";
export { allowedHours, isAllowedAt, nextAllowed } from "./quiet-hours.ts";
export { readMessages } from "./read-messages.ts";
export { settle } from "./settle.ts";
export { templates } from "./templates.ts";
