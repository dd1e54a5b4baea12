import { scoreHistory } from "../../../../shared/assessment/index.ts";
import { Empty } from "../../components/index.ts";
import { ClientPage } from "../../layout/index.ts";
import type { PageCall } from "../../page-route.ts";
import { History } from "../scores/History.tsx";
import { ownNumber } from "./own.ts";

/** The client's own scores through the years, as they were released. */
export async function showScores({ ctx, actor, t, frame }: PageCall) {
  const { series } = await scoreHistory(ctx, ownNumber(actor));
  return (
    <ClientPage {...frame} title={t("score.your-scores")} current="client-home">
      <h1>{t("score.your-scores")}</h1>
      {series.length ? (
        <History t={t} series={series} />
      ) : (
        <section class="card">
          <Empty t={t} title={t("score.none")} />
        </section>
      )}
    </ClientPage>
  );
}
