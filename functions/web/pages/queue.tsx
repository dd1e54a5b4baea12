import { mayEver } from "../../../shared/access/index.ts";
import { epochMs } from "../../../shared/kernel/time.ts";
import {
  callIn,
  changeFloor,
  type FloorView,
  finishRoom,
  floorRooms,
  readFloor,
  routings,
  sendOn,
  stepBack,
} from "../../../shared/testing/index.ts";
import { Button, ButtonLink, Chips, Empty, ErrorSummary } from "../components/index.ts";
import { Page } from "../layout/index.ts";
import { type PageCall, type PageRoute, see } from "../page-route.ts";
import { Nowhere, RoomCard, whyNowhere } from "./exam-day/RoomCard.tsx";
import { roomName } from "./exam-day/room-name.ts";
import { type Mends, mendsFor, nothingToMend } from "./forms/mends.ts";
import { staffAt } from "./forms/staff.ts";

const hereAt = (room: string): string => (room ? `/queue?room=${encodeURIComponent(room)}` : "/queue");

/** Every room with who is inside and who waits, or one room with what is to be done for each. */
async function show(call: PageCall, mends: Mends = nothingToMend) {
  const { ctx, t, frame, query, form, actor } = call;
  staffAt(actor);
  const floor = await readFloor(ctx);
  const asked = form.text("here") || (query.get("room") ?? "");
  const chosen = floorRooms.includes(asked) ? asked : "";
  const rooms = chosen ? floor.rooms.filter(({ room }) => room === chosen) : floor.rooms;
  const shown = rooms.filter((one) => chosen || one.inside.length + one.waiting.length > 0);
  const waiting = floor.rooms.flatMap((one) => one.waiting);
  const longest = Math.max(
    0,
    ...waiting.map(({ ticket }) => (epochMs(ctx.now()) - epochMs(ticket.at?.since ?? ctx.now())) / 60_000),
  );
  return (
    <Page {...frame} path={hereAt(chosen)} title={t("floor.title")} current="queue" style="day.css">
      <div class="head">
        <div>
          <h1>{t("floor.title")}</h1>
          <p>
            {t("floor.counts", {
              waiting: waiting.length,
              inside: floor.rooms.reduce((sum, one) => sum + one.inside.length, 0),
              longest: Math.round(longest),
            })}
          </p>
        </div>
        <ButtonLink href={`/board?centre=${staffAt(actor).centre}`} icon="queue">
          {t("floor.board")}
        </ButtonLink>
      </div>
      <ErrorSummary t={t} errors={mends.all} />
      <Chips
        label={t("floor.rooms")}
        items={[
          { href: "/queue", word: t("floor.all"), chosen: !chosen },
          ...floor.rooms
            .filter(({ places }) => places > 0)
            .map(({ room, waiting: line }) => ({
              href: hereAt(room),
              word: roomName(t, room),
              count: line.length,
              chosen: room === chosen,
            })),
        ]}
      />
      {floor.nowhere.length && !chosen ? <Nowhere call={call} floor={floor} /> : null}
      {waiting.length || floor.rooms.some(({ inside }) => inside.length) || chosen ? (
        <div class="floor">
          {shown.map((room) => (
            <RoomCard call={call} view={room} floor={floor} here={chosen} />
          ))}
        </div>
      ) : (
        <section class="card">
          <Empty t={t} title={t("floor.none")}>
            {t("floor.none-hint")}
          </Empty>
        </section>
      )}
      {mayEver(actor, "floor:change") && !chosen ? <Settings call={call} floor={floor} /> : null}
    </Page>
  );
}

function Settings({ call: { t }, floor }: { call: PageCall; floor: FloorView }) {
  const { settings } = floor;
  return (
    <section class="card" data-fold>
      <details>
        <summary>{t("floor.settings")}</summary>
        <form method="post" action="/queue/settings" class="form">
          <p class="small quiet">{t("floor.settings-hint")}</p>
          <div class="rooms-set">
            {floorRooms.map((room) => (
              <div class="field">
                <label for={`places-${room}`}>{roomName(t, room)}</label>
                <input
                  class="input"
                  id={`places-${room}`}
                  name={`places-${room}`}
                  type="number"
                  min="0"
                  max="99"
                  value={String(settings.places[room] ?? 0)}
                />
              </div>
            ))}
          </div>
          <div class="field">
            <label for="fullBladder">{t("floor.full-bladder")}</label>
            <span class="hint" id="bladder-hint">
              {t("floor.full-bladder-hint")}
            </span>
            <input
              class="input"
              id="fullBladder"
              name="fullBladder"
              aria-describedby="bladder-hint"
              value={settings.fullBladder.join(", ")}
            />
          </div>
          <div class="field">
            <label for="routing">{t("floor.routing")}</label>
            <select class="input" id="routing" name="routing">
              {routings.map((rule) => (
                <option value={rule} selected={rule === settings.routing}>
                  {t(`floor.routing.${rule}`)}
                </option>
              ))}
            </select>
          </div>
          <Button>{t("floor.save")}</Button>
        </form>
      </details>
    </section>
  );
}

/** An act on the floor: what it did is said, and what refused it stands above the rooms. */
const act =
  (work: (call: PageCall, room: string, queue: number) => Promise<string>) => async (call: PageCall) => {
    const { t, form } = call;
    const room = form.text("room");
    if (room && !floorRooms.includes(room)) return show(call);
    try {
      const text = await work(call, room, Number(form.text("queue")));
      return see(hereAt(form.text("here")), { text });
    } catch (error) {
      return show(call, mendsFor(t, error));
    }
  };

const callOne = act(async ({ ctx, t }, room, queue) => {
  const called = await callIn(ctx, room, queue || undefined);
  const name = roomName(t, room);
  return called
    ? t("floor.called", { n: called.ticket.queue, room: name })
    : t("floor.called-nobody", { room: name });
});

const finish = act(async ({ ctx, t }, room, queue) => {
  const next = await finishRoom(ctx, queue, room);
  if (!next) return t("floor.went-home", { n: queue });
  return next.at
    ? t("floor.went-on", { n: queue, room: roomName(t, next.at.room) })
    : `${t("floor.number", { n: queue })}: ${t(whyNowhere(next))}`;
});

const back = act(async ({ ctx, t, form }, room, queue) => {
  const why = form.text("why") === "no-answer" ? "no-answer" : "undo";
  await stepBack(ctx, queue, room, why);
  return t(why === "undo" ? "floor.undone" : "floor.unanswered", { n: queue });
});

const send = act(async ({ ctx, t, form }) => {
  const why = form.text("why") === "ready" ? "ready" : "back";
  const { queue, at } = await sendOn(ctx, form.text("client"), form.text("exam"), why);
  return at
    ? t("floor.went-on", { n: queue, room: roomName(t, at.room) })
    : `${t("floor.number", { n: queue })}: ${t("floor.no-room")}`;
});

const settings = act(async ({ ctx, t, form }) => {
  const places = Object.fromEntries(
    floorRooms.map((room) => [room, Math.trunc(Number(form.text(`places-${room}`) || 0))]),
  );
  const fullBladder = form
    .text("fullBladder")
    .toUpperCase()
    .split(/[\s,，、]+/)
    .filter(Boolean);
  const routing = routings.find((rule) => rule === form.text("routing"));
  await changeFloor(ctx, { places, fullBladder, ...(routing ? { routing } : {}) });
  return t("floor.saved");
});

export const queuePages: PageRoute[] = [
  { method: "GET", path: "/queue", action: "floor:read", run: (call) => show(call) },
  { method: "POST", path: "/queue/call", action: "floor:work", run: callOne },
  { method: "POST", path: "/queue/finish", action: "floor:work", run: finish },
  { method: "POST", path: "/queue/back", action: "floor:work", run: back },
  { method: "POST", path: "/queue/send", action: "floor:ready", run: send },
  { method: "POST", path: "/queue/settings", action: "floor:change", run: settings },
];
