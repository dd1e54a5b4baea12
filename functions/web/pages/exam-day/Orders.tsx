import { mayEver } from "../../../../shared/access/index.ts";
import { catalogueItem, type Exam, type Order } from "../../../../shared/testing/index.ts";
import { Button, Field, State } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Mends } from "../forms/mends.ts";
import { itemName, roomName } from "./room-name.ts";

interface Props {
  call: PageCall;
  exam: Exam;
  here: string;
  mends: Mends;
}

/** The orders room by room, each with a tick; what can be done with the ticked ones stands below. */
export function Orders({ call, exam, here, mends }: Props) {
  const { t, actor, form } = call;
  const works = exam.state === "open" && mayEver(actor, "exam:work");
  const rooms = [...new Set(exam.orders.map(roomOf))];
  const lists = rooms.map((room) => (
    <RoomOrders
      call={call}
      room={room}
      orders={exam.orders.filter((order) => roomOf(order) === room)}
      works={works}
    />
  ));
  if (!works) return <section class="card">{lists}</section>;
  return (
    <form method="post" action={`${here}/items`} class="card form" aria-label={t("exam.items")}>
      {lists}
      <h2>{t("exam.with-chosen")}</h2>
      <div class="cols" data-cols="pair">
        <Field
          t={t}
          name="reason"
          label={t("exam.reason")}
          hint={t("exam.reason-hint")}
          error={mends.of("reason")}
          optional
        >
          {(wiring) => <input {...wiring} maxlength={200} value={form.text("reason")} />}
        </Field>
        <Field t={t} name="until" label={t("exam.put-off-to")} optional>
          {(wiring) => <input {...wiring} type="date" value={form.text("until")} />}
        </Field>
      </div>
      <div class="row">
        {(
          [
            ["declined", "exam.decline"],
            ["deferred", "exam.defer"],
            ["collected", "exam.collect"],
            ["ordered", "exam.want-again"],
          ] as const
        ).map(([to, word]) => (
          <Button name="to" value={to}>
            {t(word)}
          </Button>
        ))}
      </div>
    </form>
  );
}

/** One room's items; one tick takes all that is still to do there. */
function RoomOrders(props: { call: PageCall; room: string; orders: readonly Order[]; works: boolean }) {
  const { call, room, orders, works } = props;
  const { t, form } = call;
  const chosen = form.all("item");
  const waiting = orders.filter(({ state }) => state === "ordered").length;
  return (
    <fieldset class="room-orders">
      <legend>{roomName(t, room)}</legend>
      {works && waiting > 1 ? (
        <label class="small quiet">
          <input type="checkbox" name="room" value={room} checked={form.all("room").includes(room)} />{" "}
          {t("exam.whole-room")} ({waiting})
        </label>
      ) : null}
      <ul class="ticks">
        {orders.map((order) => (
          <li>
            {works && mayChange(order) ? (
              <label>
                <input type="checkbox" name="item" value={order.item} checked={chosen.includes(order.item)} />
                {itemName(t, order.item)}
              </label>
            ) : (
              itemName(t, order.item)
            )}
            {order.state === "ordered" && !order.makesUpFor ? null : <OrderState t={t} order={order} />}
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

const mayChange = ({ state, madeUpBy }: Order): boolean =>
  ["ordered", "declined", "deferred"].includes(state) && !madeUpBy;

const roomOf = ({ item }: Order): string => catalogueItem(item)?.room ?? "";

function OrderState({ t, order }: Pick<PageCall, "t"> & { order: Order }) {
  const { state, reason, until, madeUpBy, makesUpFor } = order;
  const ended = ["declined", "deferred", "passed"].includes(state);
  const is = state === "verified" ? "ok" : ended ? "stop" : "waiting";
  const more = [
    reason,
    until ? t("exam.until", { day: t.day(until) }) : undefined,
    madeUpBy ? t("exam.made-up") : undefined,
    makesUpFor ? t("exam.makes-up") : undefined,
  ].filter((one) => one !== undefined);
  return (
    <>
      <span class="sub">
        <State is={is} word={t(`exam.state.${state}`)} />
      </span>
      {more.length ? <span class="sub">{more.join(" · ")}</span> : null}
    </>
  );
}
