import type { Child } from "hono/jsx";
import { mayEver } from "../../../../shared/access/index.ts";
import type { FloorView, RoomView, Ticket } from "../../../../shared/testing/index.ts";
import { Button, NameOf } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import { scriptsOf } from "../clients/person.ts";
import { roomName } from "./room-name.ts";

interface Props {
  call: PageCall;
  floor: FloorView;
}

/** One room: who is inside with what can be done about it, and the line before its door. */
export function RoomCard({ call, view, floor, here }: Props & { view: RoomView; here: string }) {
  const { t, actor } = call;
  const { room, places, inside, waiting } = view;
  const works = mayEver(actor, "floor:work");
  const heading = `room-${floor.rooms.indexOf(view)}`;
  return (
    <section class="card" aria-labelledby={heading} data-closed={places === 0 ? "" : undefined}>
      <h2 id={heading}>
        {roomName(t, room)}
        <span>{places ? t("floor.places", { n: inside.length, of: places }) : t("floor.closed")}</span>
      </h2>
      <ul class="lines">
        {inside.map((ticket) => (
          <Line call={call} floor={floor} ticket={ticket} inside>
            {works ? <Inside call={call} ticket={ticket} room={room} here={here} /> : null}
          </Line>
        ))}
        {waiting.map(({ ticket, wait }) => (
          <Line
            call={call}
            floor={floor}
            ticket={ticket}
            note={wait < 1 ? t("floor.now") : t("floor.wait", { n: wait })}
          >
            {works && places > inside.length ? (
              <form method="post" action="/queue/call">
                <Where room={room} here={here} queue={ticket.queue} />
                <Button size="small" kind="plain">
                  {t("floor.call-one")} <span class="sr">{t("floor.number", { n: ticket.queue })}</span>
                </Button>
              </form>
            ) : null}
          </Line>
        ))}
      </ul>
      {waiting.length ? null : <p class="small quiet">{t("floor.nobody")}</p>}
      {works && places > inside.length ? (
        <form method="post" action="/queue/call">
          <Where room={room} here={here} />
          <Button kind={here ? "main" : undefined}>
            {t("floor.call")} <span class="sr">{roomName(t, room)}</span>
          </Button>
        </form>
      ) : null}
    </section>
  );
}

const Where = ({ room, here, queue }: { room: string; here: string; queue?: number }) => (
  <>
    <input type="hidden" name="room" value={room} />
    <input type="hidden" name="here" value={here} />
    {queue === undefined ? null : <input type="hidden" name="queue" value={String(queue)} />}
  </>
);

function Inside({
  call: { t },
  ticket,
  room,
  here,
}: {
  call: PageCall;
  ticket: Ticket;
  room: string;
  here: string;
}) {
  const sr = <span class="sr">{t("floor.number", { n: ticket.queue })}</span>;
  return (
    <div class="row">
      <form method="post" action="/queue/finish">
        <Where room={room} here={here} queue={ticket.queue} />
        <Button size="small" kind={here ? "main" : undefined}>
          {t("floor.done")} {sr}
        </Button>
      </form>
      <form method="post" action="/queue/back">
        <Where room={room} here={here} queue={ticket.queue} />
        <Button size="small" name="why" value="no-answer">
          {t("floor.no-answer")} {sr}
        </Button>
        <Button size="small" kind="plain" name="why" value="undo">
          {t("floor.undo")} {sr}
        </Button>
      </form>
    </div>
  );
}

function Line(props: Props & { ticket: Ticket; note?: string; inside?: boolean; children?: Child }) {
  const { call, floor, ticket, note, inside, children } = props;
  const { t } = call;
  const client = floor.clients.get(ticket.client);
  const facts = [
    ticket.at && !inside ? t("floor.since", { time: t.time(ticket.at.since) }) : undefined,
    inside && ticket.at?.called ? t("floor.since", { time: t.time(ticket.at.called) }) : undefined,
    note,
    ticket.missed ? t("floor.missed", { n: ticket.missed }) : undefined,
  ];
  return (
    <li class="line" data-inside={inside ? "" : undefined}>
      <b>
        <span aria-hidden="true">{ticket.queue}</span>
        <span class="sr">{t("floor.number", { n: ticket.queue })}</span>
      </b>
      <div>
        <a href={`/exams/${ticket.client}/${ticket.exam}`}>
          {client ? <NameOf t={t} name={scriptsOf(client)} /> : ticket.client}
        </a>
        <span class="sub">{facts.filter((fact) => fact !== undefined).join(" · ")}</span>
      </div>
      {children}
    </li>
  );
}

/** Why somebody was sent to no room. */
export function whyNowhere({ away, needs }: Pick<Ticket, "away" | "needs">) {
  if (away) return "floor.away";
  return needs.some(({ bladder }) => bladder === "full") ? "floor.drinking" : "floor.no-room";
}

/** Those the rule sent nowhere: somebody has to find them, or wait with them. */
export function Nowhere({ call, floor }: Props) {
  const { t, actor } = call;
  return (
    <section class="card" aria-labelledby="nowhere">
      <h2 id="nowhere">{t("floor.nowhere")}</h2>
      <ul class="lines">
        {floor.nowhere.map((ticket) => {
          const why = whyNowhere(ticket);
          const drinks = why === "floor.drinking";
          return (
            <Line call={call} floor={floor} ticket={ticket} note={t(why)}>
              {mayEver(actor, "floor:ready") ? (
                <form method="post" action="/queue/send">
                  <input type="hidden" name="client" value={ticket.client} />
                  <input type="hidden" name="exam" value={ticket.exam} />
                  <Button size="small" name="why" value={drinks ? "ready" : "back"}>
                    {t(drinks ? "floor.ready" : "floor.back")}{" "}
                    <span class="sr">{t("floor.number", { n: ticket.queue })}</span>
                  </Button>
                </form>
              ) : null}
            </Line>
          );
        })}
      </ul>
    </section>
  );
}
