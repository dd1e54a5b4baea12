import type { ClientCard } from "../../../../shared/clients/index.ts";
import { Button, ButtonLink, Facts, NameOf } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import { scriptsOf, sexAndAgeNow } from "../clients/person.ts";
import { isSomebodyElse, tickedFor } from "./input.ts";

interface Props {
  call: PageCall;
  known: readonly ClientCard[];
}

function Card({ call, client }: { call: PageCall; client: ClientCard }) {
  const { t, ctx } = call;
  return (
    <section class="card" aria-label={client.number}>
      <h3>
        <NameOf t={t} name={scriptsOf(client)} />
      </h3>
      <Facts
        facts={[
          [t("banner.number"), client.number],
          [t("clients.born"), client.birthDate],
          [t("enrol.sex"), sexAndAgeNow(t, ctx, client)],
          [t("clients.file"), t(`clients.state.${client.state}`)],
        ]}
      />
      <ButtonLink href={`/clients/${client.number}`} size="small">
        {t("enrol.open")}
      </ButtonLink>
    </section>
  );
}

/** The document has a file here already: enrolling again is not needed, a prospect's file becomes hers. */
export function HasFile({ call, known }: Props) {
  const { t } = call;
  const prospect = known.every(({ state }) => state === "prospect");
  return (
    <section class="alike" aria-labelledby="has-file">
      <h2 id="has-file">{t(prospect ? "enrol.met" : "enrol.has-file")}</h2>
      <p>{t(prospect ? "enrol.met-hint" : "enrol.has-file-hint")}</p>
      <div class="cols" data-cols="half">
        {known.map((client) => (
          <Card call={call} client={client} />
        ))}
      </div>
    </section>
  );
}

/** Somebody of the same name and birth date, beside what was typed; the tick says that it is somebody else. */
export function Alike({ call, known }: Props) {
  const { t, form } = call;
  const sex = form.text("sex");
  return (
    <section class="alike" aria-labelledby="alike">
      <h2 id="alike">{t("enrol.alike")}</h2>
      <p>{t("enrol.alike-hint")}</p>
      <div class="cols" data-cols="half">
        <section class="card" aria-label={t("enrol.typed")}>
          <h3>{form.text("name")}</h3>
          <Facts
            facts={[
              [t("banner.number"), t("enrol.typed")],
              [t("clients.born"), form.text("birthDate")],
              [t("enrol.sex"), sex === "female" || sex === "male" ? t(`enrol.sex.${sex}`) : undefined],
              [t("enrol.phone"), form.text("contacts.phone")],
            ]}
          />
        </section>
        {known.map((client) => (
          <Card call={call} client={client} />
        ))}
      </div>
      <label class="tick">
        <input
          type="checkbox"
          name="notADuplicate"
          id="notADuplicate"
          value={tickedFor(form)}
          checked={isSomebodyElse(form)}
        />{" "}
        {t("enrol.somebody-else")}
      </label>
      <div class="row">
        <Button name="act" value="enrol">
          {t("enrol.enrol")}
        </Button>
      </div>
    </section>
  );
}
