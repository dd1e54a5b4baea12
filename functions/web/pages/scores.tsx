import { readAssessment, scoreHistory } from "../../../shared/assessment/index.ts";
import { NotFound } from "../../../shared/kernel/errors.ts";
import { Banner, Empty } from "../components/index.ts";
import { Page } from "../layout/index.ts";
import type { PageCall, PageRoute } from "../page-route.ts";
import { bannerOf } from "./client/banner-of.ts";
import { staffNames } from "./client/staff-names.ts";
import { staffAt } from "./forms/staff.ts";
import { Explained, InLarge } from "./scores/Explained.tsx";
import { History, ScoreTrend } from "./scores/History.tsx";

const pathOf = (number: string): string => `/clients/${number}/scores`;

async function all(call: PageCall) {
  const { ctx, t, frame, actor, params } = call;
  staffAt(actor);
  const number = params["client"] ?? "";
  const [{ client, series }, staff] = await Promise.all([scoreHistory(ctx, number), staffNames(ctx, t)]);
  return (
    <Page
      {...frame}
      title={t("score.title", { number })}
      current="clients"
      banner={
        <Banner
          t={t}
          client={bannerOf(t, client, ctx.now(), { grade: "unseen", manager: staff.of(client.manager) })}
        />
      }
    >
      <div class="head">
        <div>
          <h2>{t("score.heading")}</h2>
          <p>{t("score.sub")}</p>
        </div>
        <a class="btn" href={`/clients/${number}`}>
          {t("client.back")}
        </a>
      </div>
      {series.length ? (
        <History t={t} series={series} hrefOf={(id) => `${pathOf(number)}/${id}`} />
      ) : (
        <section class="card">
          <Empty t={t} title={t("score.none")} />
        </section>
      )}
    </Page>
  );
}

/** One score of one exam explained, and the same score through the years. */
async function one(call: PageCall) {
  const { ctx, t, frame, actor, params, query } = call;
  staffAt(actor);
  const { client: number = "", score: id = "" } = params;
  const [{ client, assessment }, { series }, staff] = await Promise.all([
    readAssessment(ctx, number, query.get("exam") ?? undefined),
    scoreHistory(ctx, number),
    staffNames(ctx, t),
  ]);
  const score = assessment.scores.find((each) => each.id === id);
  if (!score) throw new NotFound();
  const through = series.find((each) => each.id === id);
  const name = t.pick(score.name);
  return (
    <Page
      {...frame}
      title={t("score.one-title", { name, number })}
      current="clients"
      banner={
        <Banner
          t={t}
          client={bannerOf(t, client, ctx.now(), {
            grade: assessment.grade.path,
            manager: staff.of(client.manager),
          })}
        />
      }
    >
      <div class="head">
        <div>
          <h2>{name}</h2>
          <p>
            {t("score.of-exam", {
              day: t.fullDay(assessment.date),
              state: t(assessment.signedAt ? "score.signed" : "score.proposed"),
            })}
          </p>
        </div>
        <a class="btn" href={pathOf(number)}>
          {t("score.all")}
        </a>
      </div>
      {score.value === null ? null : (
        <section class="card">
          <InLarge t={t} score={score} />
        </section>
      )}
      <Explained t={t} score={score} />
      {through ? <ScoreTrend t={t} series={through} /> : null}
    </Page>
  );
}

export const scoresPages: PageRoute[] = [
  { method: "GET", path: "/clients/:client/scores", action: "assessment:read", run: all },
  { method: "GET", path: "/clients/:client/scores/:score", action: "assessment:read", run: one },
];
