import { type Staff, staffOf } from "../../../../shared/access/index.ts";
import { NotFound } from "../../../../shared/kernel/errors.ts";
import { localDate } from "../../../../shared/kernel/time.ts";
import {
  changeDoctor,
  type DoctorView,
  enterHours,
  offerIds,
  offers,
  readDoctors,
  spokenLanguages,
  withdrawHours,
} from "../../../../shared/testing/index.ts";
import { Button, Choices, ErrorSummary, Field } from "../../components/index.ts";
import { Page } from "../../layout/index.ts";
import { type PageCall, see } from "../../page-route.ts";
import { daysOf, doctorName, entriesAhead, spansInWords, weekdayName } from "../doctors/in-words.ts";
import { type Filled, TextField } from "../forms/controls.tsx";
import { type Mends, mendsFor, mends as mendsOf, nothingToMend } from "../forms/mends.ts";
import { staffAt } from "../forms/staff.ts";
import { fieldOf, profileIn, spansIn, typedField, weekdays } from "./form.ts";
import { settingsPath, ToMove } from "./List.tsx";

interface Edited {
  member: Staff;
  doctor: DoctorView | undefined;
}

async function edited({ ctx, actor, params }: PageCall): Promise<Edited> {
  const { centre } = staffAt(actor);
  const [doctors, staff] = await Promise.all([readDoctors(ctx, centre), staffOf(ctx, centre)]);
  const member = staff.find(({ id }) => id === params["doctor"]);
  if (!member) throw new NotFound();
  return { member, doctor: doctors.find(({ id }) => id === member.id) };
}

/** The entry of one member of staff: what clients read of them, the week, and the days that are otherwise. */
export async function showEdit(call: PageCall, mends: Mends = nothingToMend) {
  const { ctx, t, frame, form } = call;
  const { member, doctor } = await edited(call);
  const path = `${settingsPath}/${member.id}`;
  const filled: Filled = { t, mends, value: (name) => fieldOf(form, doctor, name) };
  return (
    <Page {...frame} path={path} title={doctorName(t, member)} current="doctor-settings">
      <div class="head">
        <div>
          <h1>{doctorName(t, member)}</h1>
          <p>{member.title ? t.pick(member.title) : null}</p>
        </div>
        <a class="btn" href={settingsPath}>
          {t("doctors.back")}
        </a>
      </div>
      <ErrorSummary t={t} errors={mends.all} />
      <ToMove call={call} doctor={member.id} />
      <div class="cols" data-cols="side">
        <form method="post" action={path} class="card form" novalidate data-guard>
          <ProfileFields call={call} filled={filled} doctor={doctor} />
          <Button kind="main">{t("doctors.save")}</Button>
        </form>
        {doctor ? (
          <Otherwise call={call} doctor={doctor} filled={filled} today={localDate(ctx.now())} />
        ) : null}
      </div>
    </Page>
  );
}

function ProfileFields({
  call: { t, form },
  filled,
  doctor,
}: {
  call: PageCall;
  filled: Filled;
  doctor: DoctorView | undefined;
}) {
  const sent = form.names().length > 0;
  const chosen = (name: "speaks" | "offers", value: string): boolean =>
    sent ? form.all(name).includes(value) : ((doctor?.[name] ?? []) as readonly string[]).includes(value);
  return (
    <>
      <div class="cols" data-cols="half">
        <TextField form={filled} name="specialty.zh" label={t("doctors.specialty-zh")} maxlength={80} />
        <TextField form={filled} name="specialty.en" label={t("doctors.specialty-en")} maxlength={80} />
      </div>
      <div class="cols" data-cols="half">
        {(["zh", "en"] as const).map((language) => (
          <Field
            t={t}
            name={`about.${language}`}
            label={t(`doctors.about-${language}`)}
            error={filled.mends.of(`about.${language}`)}
          >
            {(wiring) => (
              <textarea {...wiring} rows={3} maxlength={400} lang={language === "en" ? "en" : "zh-CN"}>
                {filled.value(`about.${language}`)}
              </textarea>
            )}
          </Field>
        ))}
      </div>
      <div class="cols" data-cols="half">
        <TextField form={filled} name="since" label={t("doctors.since")} inputmode="numeric" maxlength={4} />
        <TextField form={filled} name="room" label={t("doctors.room")} maxlength={40} optional />
      </div>
      <Choices
        legend={t("doctors.offers")}
        name="offers"
        kind="checkbox"
        error={filled.mends.of("offers")}
        options={offerIds.map((offer) => ({
          value: offer,
          label: t.pick(offers[offer].name),
          hint: t("doctors.minutes", { n: offers[offer].minutes }),
          checked: chosen("offers", offer),
        }))}
      />
      <Choices
        legend={t("doctors.speaks")}
        name="speaks"
        kind="checkbox"
        error={filled.mends.of("speaks")}
        options={spokenLanguages.map((code) => ({
          value: code,
          label: t(`doctors.speaks-${code}`),
          checked: chosen("speaks", code),
        }))}
      />
      <fieldset class="field">
        <legend>{t("doctors.week")}</legend>
        <span class="hint">{t("doctors.week-hint")}</span>
        <div class="cols" data-cols="half">
          {weekdays.map((weekday) => (
            <TextField
              form={filled}
              name={`week.${weekday}`}
              label={weekdayName(t, weekday)}
              maxlength={60}
              optional
            />
          ))}
        </div>
      </fieldset>
      <Choices
        legend={t("doctors.shown")}
        name="listed"
        kind="checkbox"
        options={[
          {
            value: "yes",
            label: t("doctors.listed"),
            hint: t("doctors.listed-hint"),
            checked: sent ? form.has("listed") : (doctor?.listed ?? true),
          },
        ]}
      />
    </>
  );
}

/** Leave and other hours: those to come, and a form for the next. */
function Otherwise({
  call: { t },
  doctor,
  filled,
  today,
}: {
  call: PageCall;
  doctor: DoctorView;
  filled: Filled;
  today: string;
}) {
  const ahead = entriesAhead(doctor.exceptions, today);
  const path = `${settingsPath}/${doctor.id}/hours`;
  return (
    <section class="card" aria-labelledby="otherwise">
      <h2 id="otherwise">{t("doctors.otherwise")}</h2>
      {ahead.length ? (
        <ul class="tasks">
          {ahead.map((entry) => (
            <li class="row spread">
              <span>
                {daysOf(t, entry)}
                <span class="sub">
                  {entry.hours.length ? spansInWords(t, entry.hours) : t("doctors.away")}
                </span>
              </span>
              <form method="post" action={`${path}/withdraw`}>
                <input type="hidden" name="entry" value={entry.id} />
                <Button size="small" label={`${t("doctors.withdraw")}: ${daysOf(t, entry)}`}>
                  {t("doctors.withdraw")}
                </Button>
              </form>
            </li>
          ))}
        </ul>
      ) : (
        <p class="quiet">{t("doctors.otherwise-none")}</p>
      )}
      <form method="post" action={path} class="form" novalidate>
        <TextField form={filled} name="from" type="date" label={t("doctors.first-day")} />
        <TextField form={filled} name="to" type="date" label={t("doctors.last-day")} />
        <TextField
          form={filled}
          name="hours"
          label={t("doctors.other-hours")}
          hint={t("doctors.other-hours-hint")}
          maxlength={60}
          optional
        />
        <p class="small quiet">{t("doctors.otherwise-hint")}</p>
        <Button>{t("doctors.enter")}</Button>
      </form>
    </section>
  );
}

export async function sendEdit(call: PageCall) {
  const { ctx, t, form, params } = call;
  const sent = profileIn(form);
  try {
    await changeDoctor(ctx, params["doctor"] ?? "", sent);
    return see(settingsPath, { text: t("doctors.saved") });
  } catch (error) {
    const refused = mendsFor(t, error).all.map(({ field = "", message }) => ({
      field: typedField(field, sent),
      message,
    }));
    const first = [...new Map(refused.map((one) => [one.field, one])).values()];
    return showEdit(call, mendsOf(t, first));
  }
}

export async function sendHours(call: PageCall) {
  const { ctx, t, form, params } = call;
  const id = params["doctor"] ?? "";
  const to = form.text("to") || form.text("from");
  try {
    await enterHours(ctx, id, { from: form.text("from"), to, hours: spansIn(form.text("hours")) });
    return see(`${settingsPath}/${id}`, { text: t("doctors.entered") });
  } catch (error) {
    const refused = mendsFor(t, error).all.map(({ field = "", message }) => ({
      field: field.startsWith("hours") ? "hours" : field,
      message,
    }));
    return showEdit(call, mendsOf(t, refused));
  }
}

export async function sendWithdraw(call: PageCall) {
  const { ctx, t, form, params } = call;
  const id = params["doctor"] ?? "";
  await withdrawHours(ctx, id, form.text("entry"));
  return see(`${settingsPath}/${id}`, { text: t("doctors.withdrawn") });
}
