import { agreePlan, type Plan, tickAction } from "../../../../shared/guidance/index.ts";
import { NotFound } from "../../../../shared/kernel/errors.ts";
import { localDate } from "../../../../shared/kernel/time.ts";
import type { ClientFile } from "../../../../shared/loop/index.ts";
import { isOpen } from "../../../../shared/monitoring/index.ts";
import { Button, ButtonLink, Empty, State } from "../../components/index.ts";
import { ClientPage } from "../../layout/index.ts";
import { type PageCall, see } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import { Actions } from "./Actions.tsx";
import { Goals } from "./Goals.tsx";
import { ownFile, ownNumber } from "./own.ts";

/** The plan in plain words, what to do today, and what to read. */
export async function showPlan(call: PageCall) {
  const { ctx, t, frame } = call;
  const file = await ownFile(call);
  const today = localDate(ctx.now(), file.client.zone);
  const { plan } = file;
  return (
    <ClientPage {...frame} title={t("me.plan")} current="client-plan">
      <div>
        <h1>{t("me.plan")}</h1>
        <p class="lead">{plan ? t(`me.path-${plan.path}`) : t("me.plan-none")}</p>
      </div>
      {plan ? <Agreement t={t} plan={plan} /> : null}
      {plan ? <Actions t={t} file={file} plan={plan} today={today} /> : null}
      {plan?.goals.length ? <Goals t={t} file={file} goals={plan.goals} today={today} /> : null}
      {file.followUps.some(isOpen) ? (
        <ButtonLink icon="calendar" href="/me/rechecks">
          {t("spine.rechecks")}
        </ButtonLink>
      ) : null}
      <ShelfCard t={t} shelf={file.shelf} />
      {!plan && !file.shelf.length ? (
        <section class="card">
          <Empty t={t} title={t("me.plan-empty")}>
            {t("me.plan-empty-hint")}
          </Empty>
        </section>
      ) : null}
    </ClientPage>
  );
}

function Agreement({ t, plan }: { t: Text; plan: Plan }) {
  if (plan.state === "agreed" && plan.agreedAt)
    return (
      <p>
        <State is="ok" word={t("me.agreed", { day: t.day(plan.agreedAt) })} />
      </p>
    );
  if (plan.state === "closed") return null;
  return (
    <section class="card nextstep" aria-labelledby="agree">
      <h2 id="agree">{t(plan.state === "revised" ? "me.agree-again" : "me.agree-title")}</h2>
      <p>{t("me.agree-text")}</p>
      <form method="post" action="/me/plan/agree">
        <Button kind="main">{t("me.agree")}</Button>
      </form>
    </section>
  );
}

function ShelfCard({ t, shelf }: { t: Text; shelf: ClientFile["shelf"] }) {
  if (!shelf.length) return null;
  return (
    <section class="card" aria-labelledby="shelf">
      <h2 id="shelf">{t("me.shelf")}</h2>
      <ul class="tasks">
        {shelf.map(({ assignment, piece }) => (
          <li class="line">
            <span>
              <a href={`/me/read/${piece.id}`}>{t.pick(piece.title)}</a>
              <span class="sub">{t("me.minutes", { n: piece.minutes })}</span>
            </span>
            <State
              is={assignment.state === "understood" ? "ok" : "waiting"}
              word={t(
                assignment.state === "understood"
                  ? "me.understood"
                  : assignment.state === "opened"
                    ? "me.begun"
                    : "me.unread",
              )}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

export async function agree(call: PageCall) {
  const { ctx, actor, t } = call;
  if (!(await ownFile(call)).plan) throw new NotFound();
  await agreePlan(ctx, ownNumber(actor));
  return see("/me/plan", { text: t("me.agreed-toast") });
}

export async function tick(call: PageCall) {
  const { ctx, actor, t, form } = call;
  if (!(await ownFile(call)).plan) throw new NotFound();
  const action = form.text("action");
  const done = form.text("done") !== "no";
  await tickAction(ctx, ownNumber(actor), action, done);
  return see("/me/plan", {
    text: t(done ? "me.ticked" : "me.unticked"),
    ...(done ? { undo: { action: "/me/plan/tick", fields: { action, done: "no" } } } : {}),
  });
}
