import { readFloor } from "../../../../shared/testing/index.ts";
import type { PageCall } from "../../page-route.ts";
import { whyNowhere } from "../exam-day/RoomCard.tsx";
import { roomName } from "../exam-day/room-name.ts";

/** Where each client who has checked in is on their way through the rooms, by client number, in words. */
export type Ways = ReadonlyMap<string, string>;

export async function wayOf({ ctx, t }: PageCall): Promise<Ways> {
  const { rooms, nowhere } = await readFloor(ctx);
  const left = (needs: readonly unknown[]) => t("floor.left", { n: needs.length });
  return new Map([
    ...rooms.flatMap(({ room, inside, waiting }) => [
      ...inside.map(({ client, needs }): [string, string] => [
        client,
        `${t("floor.station-in", { room: roomName(t, room) })} · ${left(needs)}`,
      ]),
      ...waiting.map(({ ticket: { client, needs }, wait }): [string, string] => [
        client,
        `${wait < 1 ? t("floor.station-next", { room: roomName(t, room) }) : t("floor.station", { room: roomName(t, room), n: wait })} · ${left(needs)}`,
      ]),
    ]),
    ...nowhere.map((ticket): [string, string] => [ticket.client, t(whyNowhere(ticket))]),
  ]);
}
