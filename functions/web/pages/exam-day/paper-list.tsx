import { NotFound } from "../../../../shared/kernel/errors.ts";
import { isPlainDate } from "../../../../shared/kernel/time.ts";
import { itemsOfVisit } from "../../../../shared/loop/index.ts";
import { readDay, roomsOf } from "../../../../shared/testing/index.ts";
import type { PageCall } from "../../page-route.ts";
import { staffAt } from "../forms/staff.ts";
import { roomName } from "./room-name.ts";
import { Sheet } from "./Sheet.tsx";

/** Everybody of a day with their rooms, on paper, for a day without network. */
export async function paperList(call: PageCall) {
  const { ctx, t, params, actor } = call;
  staffAt(actor);
  const date = params["date"] ?? "";
  if (!isPlainDate(date)) throw new NotFound();
  const { arrivals } = await readDay(ctx, date);
  const expected = arrivals.filter(({ booking }) => booking.state !== "cancelled");
  const rows = await Promise.all(
    expected.map(async ({ booking, client }) => ({
      booking,
      client,
      needs: roomsOf(await itemsOfVisit(ctx, client, booking)),
    })),
  );
  const title = t("exam.paper-title", { day: t.longDay(date) });
  return (
    <Sheet t={t} title={title} back={{ href: `/today?date=${date}`, word: t("today.title") }}>
      <section class="paper">
        <h1>
          {t("report.centre")} · {title}
        </h1>
        <p>{rows.length ? t("exam.paper-hint") : t("exam.paper-none")}</p>
        {rows.length ? (
          <table>
            <caption class="sr">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{t("exam.time")}</th>
                <th scope="col">{t("exam.client")}</th>
                <th scope="col">{t("exam.fasting-q")}</th>
                <th scope="col">{t("floor.rooms")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ booking, client, needs }) => (
                <tr>
                  <td class="tight">{booking.time}</td>
                  <th scope="row">
                    <b>{client.name}</b> {client.nameLatin ?? ""}
                    <br />
                    {client.birthDate}
                    <br />
                    {client.number}
                  </th>
                  <td class="tight">{t("exam.yes-no")}</td>
                  <td>
                    {needs.map(({ room }) => (
                      <span class="tickbox">
                        <span class="box" />
                        {roomName(t, room)}
                      </span>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </section>
    </Sheet>
  );
}
