import { type Client, readClient } from "../../../shared/clients/index.ts";
import { AppError, InvalidInput } from "../../../shared/kernel/errors.ts";
import { answerHealth } from "../../../shared/loop/index.ts";
import { Banner, Button, ButtonLink, ErrorSummary } from "../components/index.ts";
import { Page } from "../layout/index.ts";
import { type PageCall, type PageRoute, see } from "../page-route.ts";
import { bannerOf } from "./client/banner-of.ts";
import type { Filled } from "./forms/controls.tsx";
import { type Mends, mends, mendsFor, nothingToMend } from "./forms/mends.ts";
import { staffAt } from "./forms/staff.ts";
import { HabitsPart } from "./health/HabitsPart.tsx";
import { HistoryPart } from "./health/HistoryPart.tsx";
import { allergyIn, answersOf, healthIn, unsaidAllergy } from "./health/input.ts";
import { labelIn, saidOtherwise } from "./health/said.ts";

const pathOf = (number: string): string => `/clients/${number}/health`;

const show = (call: PageCall) => page(call, nothingToMend);

/** The answers as they are kept, or as they were typed where they were refused. */
async function page(call: PageCall, mended: Mends) {
  const { ctx, t, frame, form } = call;
  staffAt(call.actor);
  const client = await readClient(ctx, call.params["client"] ?? "");
  const kept = answersOf(client.health);
  const typed = form.has("seen");
  const valuesOf = (name: string): string[] => (typed ? form.all(name) : (kept[name] ?? []));
  const filled: Filled = { t, mends: mended, value: (name) => valuesOf(name)[0] ?? "" };
  const { number } = client;
  return (
    <Page
      {...frame}
      path={pathOf(number)}
      title={t("health.title", { number })}
      current="clients"
      banner={<ClientBanner call={call} client={client} />}
    >
      <div class="head">
        <div>
          <h2>{t("health.heading")}</h2>
          <p>{t("health.sub")}</p>
        </div>
      </div>
      <form
        method="post"
        action={pathOf(number)}
        class="form enrol"
        novalidate
        data-guard
        aria-label={t("health.heading")}
      >
        <ErrorSummary t={t} errors={mended.all} />
        <input type="hidden" name="seen" value={client.v} />
        <HabitsPart form={filled} />
        <HistoryPart
          form={filled}
          sex={client.sex}
          allergy={typed ? allergyIn(form) : ((kept["allergies"]?.[0] ?? "unasked") as "unasked")}
          ticked={(name, value) => valuesOf(name).includes(value)}
        />
        <div class="row">
          <Button kind="main">{t("health.save")}</Button>
          <ButtonLink href={`/clients/${number}`} kind="plain">
            {t("health.back")}
          </ButtonLink>
        </div>
      </form>
    </Page>
  );
}

const ClientBanner = ({ call: { t, ctx }, client }: { call: PageCall; client: Client }) => (
  <Banner t={t} client={bannerOf(t, client, ctx.now(), { grade: "unseen", manager: undefined })} />
);

async function save(call: PageCall) {
  const { ctx, t, form, params } = call;
  const number = params["client"] ?? "";
  const labelOf = labelIn(t);
  const first = mends(t, unsaidAllergy(t, form), labelOf);
  if (first.all.length) return page(call, first);
  const client = await readClient(ctx, number);
  try {
    const { diabetesSince = null, neckCm = null, ...answers } = healthIn(form, client.sex);
    await answerHealth(ctx, number, { ...answers, diabetesSince, neckCm, seen: Number(form.text("seen")) });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "Conflict")
      return page(call, mendsFor(t, inTheForm(error), labelOf));
    const now = saidOtherwise(t, form, await readClient(ctx, number));
    const { all, of } = mends(t, now, labelOf);
    return page(call, { all: [{ message: t.pick(error.sentence) }, ...all], of });
  }
  return see(`/clients/${number}`, { text: t("health.saved", { number }) });
}

/** The verb names the answers alone; the form calls them by the file's name as well. */
const inTheForm = (error: unknown): unknown =>
  error instanceof InvalidInput
    ? new InvalidInput(error.problems.map((one) => ({ ...one, field: `health.${one.field}` })))
    : error;

const path = "/clients/:client/health";

export const healthPages: PageRoute[] = [
  { method: "GET", path, action: "health:change", run: show },
  { method: "POST", path, action: "health:change", run: save },
];
