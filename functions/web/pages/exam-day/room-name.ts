import { catalogueItem, rooms } from "../../../../shared/testing/index.ts";
import type { Text } from "../../text/index.ts";

/** A room in the reader's language. */
export const roomName = (t: Text, room: string): string => t.pick(rooms[room] ?? { en: room, zh: room });

/** An item in the reader's language. */
export const itemName = (t: Text, code: string): string =>
  t.pick(catalogueItem(code)?.name ?? { en: code, zh: code });
