import { type Client, readClient } from "../../../../shared/clients/index.ts";
import { catalogueItem, floorRooms, readExamDay, roomsOf } from "../../../../shared/testing/index.ts";
import type { PageCall } from "../../page-route.ts";
import { staffAt } from "../forms/staff.ts";
import { code128Of } from "./barcode.ts";
import { itemName, roomName } from "./room-name.ts";
import { Barcode, Sheet } from "./Sheet.tsx";

/** The printed guide sheet (导检单): the rooms in order with their items, to tick and sign. */
export async function guideSheet(call: PageCall) {
  const { ctx, t, params, actor } = call;
  staffAt(actor);
  const [number = "", id = ""] = [params["client"], params["exam"]];
  const client: Client = await readClient(ctx, number);
  const exam = await readExamDay(ctx, number, id);
  const svg = await code128Of(exam.number);
  const items = exam.orders.filter(({ state }) => state !== "declined" && state !== "deferred");
  const needs = [...roomsOf(items.map(({ item }) => item))].sort(
    (a, b) => order(a.room, a.fasting) - order(b.room, b.fasting),
  );
  return (
    <Sheet
      t={t}
      title={t("exam.guide-title")}
      back={{ href: `/exams/${number}/${id}`, word: t("exam.title", { number: exam.number }) }}
    >
      <section class="paper">
        <header>
          <div>
            <h1>
              {t("report.centre")} · {t("exam.guide-title")}
            </h1>
            <dl>
              <dt>{t("exam.client")}</dt>
              <dd>
                <b>{client.name}</b> {client.nameLatin ?? ""} · {client.number}
              </dd>
              <dt>{t("exam.born")}</dt>
              <dd>{client.birthDate}</dd>
              <dt>{t("exam.day")}</dt>
              <dd>
                {t.fullDay(exam.date)} · {t(exam.fasting ? "exam.fasting" : "exam.not-fasting")}
              </dd>
            </dl>
          </div>
          <div>
            <p class="quiet">{t("exam.queue")}</p>
            <p class="big">{exam.queue}</p>
          </div>
          <Barcode svg={svg} text={exam.number} />
        </header>
        <table>
          <caption class="sr">{t("exam.guide-title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("exam.room")}</th>
              <th scope="col">{t("exam.items")}</th>
              <th scope="col">{t("exam.minutes")}</th>
              <th scope="col" class="blank">
                {t("exam.sign")}
              </th>
            </tr>
          </thead>
          <tbody>
            {needs.map(({ room, minutes, fasting }) => (
              <tr>
                <th scope="row">
                  <span class="box" /> {roomName(t, room)}
                  {fasting && exam.fasting ? (
                    <>
                      <br />
                      {t("exam.fasting")}
                    </>
                  ) : null}
                </th>
                <td>
                  {t.list(
                    items
                      .filter(({ item }) => catalogueItem(item)?.room === room)
                      .map(({ item }) => itemName(t, item)),
                  )}
                </td>
                <td>{minutes}</td>
                <td class="blank" />
              </tr>
            ))}
          </tbody>
        </table>
        <p>{t("exam.guide-hint")}</p>
        <p>{t("exam.guide-fasting")}</p>
      </section>
    </Sheet>
  );
}

const order = (room: string, fasting: boolean | undefined): number =>
  floorRooms.indexOf(room) - (fasting ? floorRooms.length : 0);
