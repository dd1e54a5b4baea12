import { type OwnWay, readWay } from "../../../../shared/testing/index.ts";
import { Button } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import { roomName } from "../exam-day/room-name.ts";
import { ownNumber } from "./own.ts";

/** Her way through the rooms while she is here: the next one, how long, and what is left. */
export async function ownWay(call: PageCall) {
  const way = await readWay(call.ctx, ownNumber(call.actor));
  return way ? <WayCard call={call} way={way} /> : null;
}

function WayCard({ call: { t }, way }: { call: PageCall; way: OwnWay }) {
  const { exam, room, called, wait = 0, left } = way;
  const name = room && roomName(t, room);
  const where = way.away
    ? t("exam.your-away")
    : name
      ? t(called ? "exam.go-in" : "exam.go-to", { room: name })
      : way.drinking
        ? t("exam.your-drink")
        : t(left.length ? "exam.your-closed" : "exam.your-done");
  return (
    <section class="card" aria-labelledby="way">
      <h2 id="way">{t("exam.your-way")}</h2>
      <p>
        {t("exam.your-number")} <b class="num">{exam.queue}</b> · {exam.number}
      </p>
      <p class="lead" role="status">
        <b>{where}</b>
      </p>
      {name && !called ? <p>{wait < 1 ? t("exam.your-turn") : t("exam.your-wait", { n: wait })}</p> : null}
      {left.length ? (
        <p class="small quiet">
          {t("exam.your-left", { rooms: t.list(left.map((each) => roomName(t, each))) })}
        </p>
      ) : null}
      {way.drinking && !called ? (
        <form method="post" action="/me/ready">
          {name ? <p class="small">{t("exam.your-drink")}</p> : null}
          <input type="hidden" name="exam" value={exam.id} />
          <Button>{t("exam.your-ready")}</Button>
        </form>
      ) : null}
    </section>
  );
}
