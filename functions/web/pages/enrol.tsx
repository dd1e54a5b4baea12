import { staffOf } from "../../../shared/access/index.ts";
import {
  type ClientCard,
  clientCards,
  findClients,
  isClientNumber,
  lookUpDocument,
  openList,
  readClient,
} from "../../../shared/clients/index.ts";
import { AppError } from "../../../shared/kernel/errors.ts";
import { localDate } from "../../../shared/kernel/time.ts";
import { enrol as enrolFile } from "../../../shared/loop/index.ts";
import { ButtonLink, NameOf } from "../components/index.ts";
import { Page } from "../layout/index.ts";
import { type PageCall, type PageRoute, see } from "../page-route.ts";
import { scriptsOf, sexAndAgeNow } from "./clients/person.ts";
import { EnrolForm } from "./enrol/EnrolForm.tsx";
import { enrolmentIn, familyIn, kindIn } from "./enrol/input.ts";
import { type Mends, mends, mendsFor, nothingToMend, type Problem } from "./forms/mends.ts";
import { staffAt } from "./forms/staff.ts";
import { unsaidAllergy } from "./health/input.ts";
import { labelIn as healthLabelIn } from "./health/said.ts";

interface Shown {
  mends?: Mends;
  /** What the document told; it wins over what was typed before. */
  told?: { birthDate?: string; sex?: string };
  known?: readonly ClientCard[];
  alike?: readonly ClientCard[];
  whole?: boolean;
}

async function page(call: PageCall, shown: Shown = {}) {
  const { ctx, t, frame } = call;
  const staff = staffAt(call.actor);
  const whole = shown.whole ?? call.form.has("name");
  const everyone = whole ? await staffOf(ctx, staff.centre) : [];
  return (
    <Page {...frame} path="/enrol" title={t("enrol.title")} current="enrol">
      <div class="head">
        <div>
          <h1>{t("enrol.title")}</h1>
          <p>{t(whole ? "enrol.sub" : "enrol.first-sub")}</p>
        </div>
      </div>
      <EnrolForm
        call={call}
        today={localDate(ctx.now())}
        mends={shown.mends ?? nothingToMend}
        told={shown.told ?? {}}
        known={shown.known ?? []}
        alike={shown.alike ?? []}
        whole={whole}
        managers={everyone.filter(({ roles }) => roles.includes("health-manager"))}
        self={staff.roles.includes("health-manager") ? staff.id : ""}
      />
    </Page>
  );
}

/** The label of a field, for the summary. */
const labels = {
  "document.text": "enrol.number",
  name: "enrol.name",
  nameLatin: "enrol.name-latin",
  birthDate: "enrol.born",
  sex: "enrol.sex",
  "contacts.phone": "enrol.phone",
  "contacts.email": "enrol.email",
  "contacts.wechat": "enrol.wechat",
  "family.client": "enrol.relative",
  "family.client-2": "enrol.relative",
} as const;

const labelIn =
  ({ t }: PageCall) =>
  (field: string): string | undefined => {
    const key = labels[field as keyof typeof labels];
    return key ? t(key) : healthLabelIn(t)(field);
  };

async function send(call: PageCall) {
  return call.form.text("act") === "look" ? look(call) : enrol(call);
}

async function look(call: PageCall) {
  const { ctx, t, form } = call;
  try {
    const { client, ...told } = await lookUpDocument(ctx, kindIn(form), form.text("document.text"));
    const full = client && client.state !== "prospect";
    return await page(call, { told, known: client ? [client] : [], whole: !full || form.has("name") });
  } catch (error) {
    return page(call, { mends: mendsFor(t, error, labelIn(call)) });
  }
}

async function enrol(call: PageCall) {
  const { ctx, t, form } = call;
  const whole = true;
  try {
    const first = mends(t, [...unsaidAllergy(t, form), ...(await unknownRelatives(call))], labelIn(call));
    if (first.all.length) return await page(call, { mends: first, whole });
    const client = await enrolFile(ctx, enrolmentIn(form), form.text("key"));
    return see(`/enrol/${client.number}`);
  } catch (error) {
    const refused = mendsFor(t, error, labelIn(call));
    const { client, similar } = error instanceof AppError ? error.facts : {};
    const cards = await cardsOf(call, String(client ?? similar ?? ""));
    return page(call, { mends: refused, whole, ...(client ? { known: cards } : { alike: cards }) });
  }
}

async function cardsOf({ ctx }: PageCall, numbers: string): Promise<ClientCard[]> {
  const wanted = numbers.split(" ").filter(Boolean);
  await openList(ctx, "alike", wanted);
  return [...(await clientCards(ctx, wanted)).values()];
}

/** A relative is named by number; a number nobody has here is a slip of the hand. */
async function unknownRelatives({ ctx, t, form }: PageCall): Promise<Problem[]> {
  const known = await Promise.all(
    familyIn(form).map(
      async ({ client }) => isClientNumber(client) && (await findClients(ctx, client)).length,
    ),
  );
  return known.flatMap((found, at) =>
    found
      ? []
      : [{ field: at ? `family.client-${at + 1}` : "family.client", message: t("enrol.relative-unknown") }],
  );
}

async function done({ ctx, t, params, frame, actor }: PageCall) {
  staffAt(actor);
  const client = await readClient(ctx, params["client"] ?? "");
  return (
    <Page {...frame} title={t("enrol.done", { number: client.number })} current="enrol">
      <section class="card enrolled">
        <h1>{t("enrol.done", { number: client.number })}</h1>
        <p>
          <b>
            <NameOf t={t} name={scriptsOf(client)} />
          </b>{" "}
          {sexAndAgeNow(t, ctx, client)}
        </p>
        <h2>{t("enrol.next")}</h2>
        <ol class="tasks">
          <li class="row spread">
            <span>{t("enrol.next-book")}</span>
            <ButtonLink href={`/book?client=${client.number}`} kind="main" icon="calendar">
              {t("enrol.book")}
            </ButtonLink>
          </li>
          <li class="row spread">
            <span>{t("enrol.next-file")}</span>
            <ButtonLink href={`/clients/${client.number}`} icon="person">
              {t("enrol.open")}
            </ButtonLink>
          </li>
        </ol>
        <p>
          <a href="/enrol">{t("enrol.another")}</a>
        </p>
      </section>
    </Page>
  );
}

export const enrolPages: PageRoute[] = [
  { method: "GET", path: "/enrol", action: "client:enrol", run: (call) => page(call) },
  { method: "POST", path: "/enrol", action: "client:enrol", run: send },
  { method: "GET", path: "/enrol/:client", action: "client:enrol", run: done },
];
