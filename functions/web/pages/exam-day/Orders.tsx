import { mayEver } from "../../../../shared/access/index.ts";
import { catalogueItem, type Exam, type Order } from "../../../../shared/testing/index.ts";
import { Button, Field, MarkedTable, State } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Mends } from "../forms/mends.ts";
import { itemName, roomName } from "./room-name.ts";

interface Props {
  call: PageCall;
  exam: Exam;
  here: string;
  mends: Mends;
}

/** The orders by room, each with a tick; what can be done with the ticked ones stands below. */
export function Orders({ call, exam, here, mends }: Props) {
  const { t, actor, form } = call;
  const works = exam.state === "open" && mayEver(actor, "exam:work");
  const chosen = form.all("item");
  const byRoom = [...exam.orders].sort((a, b) => roomOf(a).localeCompare(roomOf(b)));
  let group = "";
  const rows = byRoom.map((order) => {
    const room = roomOf(order);
    const heading = room === group ? undefined : roomName(t, room);
    group = room;
    const may = works && ["ordered", "declined", "deferred"].includes(order.state) && !order.madeUpBy;
    return {
      ...(heading ? { group: heading } : {}),
      cells: [
        may ? (
          <label class="tickline">
            <input type="checkbox" name="item" value={order.item} checked={chosen.includes(order.item)} />{" "}
            {itemName(t, order.item)}
          </label>
        ) : (
          itemName(t, order.item)
        ),
        <OrderState t={t} order={order} />,
      ],
    };
  });
  const table = (
    <MarkedTable
      caption={t("exam.items")}
      columns={[{ head: t("exam.item") }, { head: t("exam.state") }]}
      rows={rows}
      kind="through"
    />
  );
  if (!works) return <section class="card">{table}</section>;
  return (
    <form method="post" action={`${here}/items`} class="card form" aria-label={t("exam.items")}>
      {table}
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

const roomOf = ({ item }: Order): string => catalogueItem(item)?.room ?? "";

function OrderState({ t, order }: Pick<PageCall, "t"> & { order: Order }) {
  const { state, reason, until, madeUpBy, makesUpFor } = order;
  const is = state === "verified" ? "ok" : state === "ordered" || state === "collected" ? "waiting" : "stop";
  const more = [
    reason,
    until ? t("exam.until", { day: t.day(until) }) : undefined,
    madeUpBy ? t("exam.made-up") : undefined,
    makesUpFor ? t("exam.makes-up") : undefined,
  ].filter((one) => one !== undefined);
  return (
    <>
      {state === "resulted" ? (
        <State is="waiting" word={t("exam.state.resulted")} />
      ) : (
        <State is={is} word={t(`exam.state.${state}`)} />
      )}
      {more.length ? <span class="sub">{more.join(" · ")}</span> : null}
    </>
  );
}
