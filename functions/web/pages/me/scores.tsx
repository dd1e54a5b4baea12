import { formulaCalled, scoreHistory } from "../../../../shared/assessment/index.ts";
import { Empty } from "../../components/index.ts";
import { ClientPage } from "../../layout/index.ts";
import type { PageCall } from "../../page-route.ts";
import { History } from "../scores/History.tsx";
import { ownNumber } from "./own.ts";

/** The client's own scores through the years, as they were released; what only a physician weighs stays with the physician. */
export async function showScores({ ctx, actor, t, frame }: PageCall) {
  const { series } = await scoreHistory(ctx, ownNumber(actor));
  const shown = series.filter(({ id }) => !formulaCalled(id)?.audience);
  return (
    <ClientPage {...frame} title={t("score.your-scores")} current="client-home">
      <h1>{t("score.your-scores")}</h1>
      {shown.length ? (
        <History t={t} series={shown} />
      ) : (
        <section class="card">
          <Empty t={t} title={t("score.none")} />
        </section>
      )}
    </ClientPage>
  );
}
