import { NotFound } from "../../../shared/kernel/errors.ts";
import { readBoard } from "../../../shared/testing/index.ts";
import { Document } from "../layout/index.ts";
import type { PageCall, PageRoute } from "../page-route.ts";
import { roomName } from "./exam-day/room-name.ts";

const everySeconds = 10;

/** The screen in the hall: which number goes where. It knows no name, and needs no sign-in. */
async function board({ ctx, t, query }: PageCall) {
  const centre = query.get("centre") ?? "centre-1";
  if (!/^[\w-]{1,40}$/.test(centre)) throw new NotFound();
  const { rooms, away } = await readBoard(ctx, centre);
  const page = (
    <Document t={t} title={t("board.title")} kind="board" style="day.css">
      <main id="main" tabindex={-1}>
        <h1>{t("board.title")}</h1>
        {rooms.length ? (
          <table>
            <caption class="sr">{t("board.title")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("exam.room")}</th>
                <th scope="col">{t("board.please")}</th>
                <th scope="col">{t("board.next")}</th>
              </tr>
            </thead>
            <tbody>
              {rooms.map(({ room, inside, next }) => (
                <tr>
                  <th scope="row">{roomName(t, room)}</th>
                  <td>
                    {inside.map((queue) => (
                      <b>{queue}</b>
                    ))}
                  </td>
                  <td class="soon">{t.list(next.map(String))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : (
          <p class="desk">{t("board.empty")}</p>
        )}
        {away.length ? (
          <p class="desk">
            {t("board.desk")}: {t.list(away.map(String))}
          </p>
        ) : null}
        <p>{t("board.private")}</p>
      </main>
    </Document>
  );
  return new Response(String(page), {
    headers: {
      "content-type": "text/html; charset=UTF-8",
      "cache-control": "no-store",
      refresh: String(everySeconds),
    },
  });
}

export const boardPages: PageRoute[] = [{ method: "GET", path: "/board", action: null, run: board }];
