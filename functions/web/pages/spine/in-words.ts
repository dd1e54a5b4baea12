import type { FollowUp, FollowUpEntry } from "../../../../shared/monitoring/index.ts";
import type { Text } from "../../text/index.ts";
import { en, type Key } from "../../text/words.ts";
import { stateText } from "../worklist/Rows.tsx";

export const followUpPath = ({ client, id }: Pick<FollowUp, "client" | "id">): string =>
  `/clients/${client}/follow-ups/${id}`;

export const askedPath = (client: string, date: string): string => `/clients/${client}/looked/${date}`;

/** What an entry of the log says, in words where there are some. */
export function actText(t: Text, { action }: Pick<FollowUpEntry, "action">): string {
  const key = `log.${action}`;
  return Object.hasOwn(en, key) ? t(key as Extract<Key, "log.client.enrolled">) : action;
}

/** How a follow-up stands: its state, or how and when it ended. */
export function standing(t: Text, followUp: FollowUp): string {
  const { closed, state } = followUp;
  return closed
    ? t("spine.ended-is", { state: t(`client.follow-up.${state}`), day: t.date(closed.at) })
    : stateText(t, { followUp });
}
