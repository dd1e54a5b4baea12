import { addDays, isPlainDate, localDate } from "../../../shared/kernel/time.ts";
import { closeCash, type DeskDay, desks, methods, readCash } from "../../../shared/testing/index.ts";
import { Button, ButtonLink, ErrorSummary, Facts, MarkedTable, Note } from "../components/index.ts";
import { Page } from "../layout/index.ts";
import { type PageCall, type PageRoute, see } from "../page-route.ts";
import { type Filled, TextField } from "./forms/controls.tsx";
import { type Mends, mendsFor, nothingToMend } from "./forms/mends.ts";
import { signedFenIn } from "./sale/yuan.ts";

const hrefOf = (date: string): string => `/cash?date=${date}`;

const dayIn = ({ ctx, query, form }: PageCall): string => {
  const asked = form.text("date") || (query.get("date") ?? "");
  return isPlainDate(asked) ? asked : localDate(ctx.now());
};

async function show(
  call: PageCall,
  refused: { desk: string; mends: Mends } = { desk: "", mends: nothingToMend },
) {
  const { ctx, t, frame } = call;
  const date = dayIn(call);
  const books = await readCash(ctx, date);
  return (
    <Page {...frame} path={hrefOf(date)} title={t("cash.title")} current="cash">
      <div class="head">
        <div>
          <h1>
            {t("cash.title")} · {t.longDay(date)}
          </h1>
          <p>{t("cash.sub")}</p>
        </div>
        <nav class="row" aria-label={t("today.days")}>
          <ButtonLink href={hrefOf(addDays(date, -1))}>{t("today.before")}</ButtonLink>
          <ButtonLink href="/cash">{t("today.title")}</ButtonLink>
          <ButtonLink href={hrefOf(addDays(date, 1))}>{t("today.after")}</ButtonLink>
        </nav>
      </div>
      <div class="packages">
        {books.map((book) => (
          <Desk
            call={call}
            book={book}
            mends={refused.desk === book.day.desk ? refused.mends : nothingToMend}
          />
        ))}
      </div>
    </Page>
  );
}

function Desk({ call, book, mends }: { call: PageCall; book: DeskDay; mends: Mends }) {
  const { t } = call;
  const { day, entries, sums } = book;
  const name = t.pick(desks.find(({ id }) => id === day.desk)?.name ?? { en: day.desk, zh: day.desk });
  return (
    <section class="card" aria-labelledby={`at-${day.desk}`} id={day.desk}>
      <h2 id={`at-${day.desk}`}>{name}</h2>
      <MarkedTable
        kind="slim"
        caption={`${name}: ${t("cash.by-method")}`}
        columns={[
          { head: t("sale.how") },
          { head: t("cash.entries"), figure: true },
          { head: t("sale.amount"), figure: true },
        ]}
        rows={[
          ...methods.map((method) => ({
            cells: [
              t(`sale.method.${method}`),
              t.number(entries.filter((one) => one.method === method).length),
              t.money((sums[method] ?? 0) / 100),
            ],
          })),
          {
            cells: [
              <b>{t("sale.total")}</b>,
              t.number(entries.length),
              <b>{t.money(entries.reduce((sum, { amountFen }) => sum + amountFen, 0) / 100)}</b>,
            ],
          },
        ]}
      />
      <Entries t={t} book={book} />
      {day.closed ? (
        <Closed t={t} closed={day.closed} />
      ) : (
        <CloseForm call={call} book={book} mends={mends} />
      )}
    </section>
  );
}

function Entries({ t, book }: Pick<PageCall, "t"> & { book: DeskDay }) {
  if (!book.entries.length) return null;
  return (
    <details>
      <summary>{t("cash.every")}</summary>
      <ul class="tasks">
        {book.entries.map(({ at, method, amountFen, client, sale, reference, by }) => (
          <li class="row spread">
            <span>
              {t.time(at)} <a href={`/sales/${client}/${sale}`}>{client}</a>
              <span class="sub">
                {t(`sale.method.${method}`)} {reference} · {by.name}
              </span>
            </span>
            <span class="num">{t.money(amountFen / 100)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Closed({ t, closed }: Pick<PageCall, "t"> & { closed: NonNullable<DeskDay["day"]["closed"]> }) {
  return (
    <Note kind={closed.differenceFen ? "watch" : "good"}>
      <p>{t("cash.closed", { at: t.moment(closed.at), name: closed.by.name })}</p>
      <Facts
        facts={[
          [t("cash.expected"), t.money(closed.expectedFen / 100)],
          [t("cash.counted"), t.money(closed.countedFen / 100)],
          [t("cash.difference"), t.money(closed.differenceFen / 100)],
          [t("book.reason"), closed.reason],
        ]}
      />
    </Note>
  );
}

function CloseForm({ call, book, mends }: { call: PageCall; book: DeskDay; mends: Mends }) {
  const { t, form } = call;
  const { desk, date } = book.day;
  if (!book.entries.length || date > localDate(call.ctx.now())) return null;
  const typed = (name: string) => (mends.all.length ? form.text(name) : "");
  const filled: Filled = { t, mends, value: typed };
  return (
    <form method="post" action="/cash" class="form" novalidate>
      <ErrorSummary t={t} errors={mends.all} />
      <input type="hidden" name="desk" value={desk} />
      <input type="hidden" name="date" value={date} />
      <input type="hidden" name="expectedFen" value={book.sums.cash ?? 0} />
      <TextField
        form={filled}
        name="countedFen"
        label={t("cash.count")}
        hint={t("cash.count-hint", { sum: t.money((book.sums.cash ?? 0) / 100) })}
        maxlength={12}
      />
      <TextField form={filled} name="reason" label={t("cash.why")} maxlength={200} optional />
      <Button>{t("cash.close")}</Button>
    </form>
  );
}

async function close(call: PageCall) {
  const { ctx, t, form } = call;
  const [desk, date] = [form.text("desk"), form.text("date")];
  try {
    const countedFen = signedFenIn(form, "countedFen");
    const expectedFen = Number(form.text("expectedFen"));
    await closeCash(ctx, { desk, date, countedFen, expectedFen, reason: form.text("reason") });
  } catch (error) {
    return show(call, { desk, mends: mendsFor(t, error) });
  }
  return see(`${hrefOf(dayIn(call))}#${desk}`, { text: t("cash.done") });
}

export const cashPages: PageRoute[] = [
  { method: "GET", path: "/cash", action: "cash:read", run: (call) => show(call) },
  { method: "POST", path: "/cash", action: "cash:close", run: close },
];
