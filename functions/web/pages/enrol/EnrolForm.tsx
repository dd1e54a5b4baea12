import type { ClientCard } from "../../../../shared/clients/index.ts";
import { channelNames } from "../../../../shared/kernel/ports.ts";
import type { PlainDate } from "../../../../shared/kernel/time.ts";
import { Button, ErrorSummary } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Filled } from "../forms/controls.tsx";
import { Key } from "../forms/Key.tsx";
import type { Mends } from "../forms/mends.ts";
import { HabitsPart } from "../health/HabitsPart.tsx";
import { HistoryPart } from "../health/HistoryPart.tsx";
import { allergyIn } from "../health/input.ts";
import { Alike, HasFile } from "./Alike.tsx";
import { ConsentPart } from "./ConsentPart.tsx";
import { familyIn, isSomebodyElse, tickedFor } from "./input.ts";
import { DocumentPart, FamilyPart, PersonPart, ReachPart } from "./PersonParts.tsx";

/** Enrolment in one form: the document alone at first, everything once it was looked up. */
export function EnrolForm(props: {
  call: PageCall;
  today: PlainDate;
  mends: Mends;
  told: { birthDate?: string; sex?: string };
  known: readonly ClientCard[];
  alike: readonly ClientCard[];
  whole: boolean;
  managers: readonly { id: string; name: string }[];
  /** The manager who is offered first. */
  self: string;
}) {
  const { call, mends, told, known, alike, whole } = props;
  const { t, form } = call;
  const before: Readonly<Record<string, string | undefined>> = { ...told };
  const begun = form.has("name");
  const filled: Filled = {
    t,
    mends,
    value: (name) => before[name] ?? (name === "manager" && !begun ? props.self : form.text(name)),
  };
  return (
    <form
      method="post"
      action="/enrol"
      class="form enrol"
      novalidate
      data-guard={whole ? "" : undefined}
      aria-label={t("enrol.title")}
    >
      <ErrorSummary t={t} errors={mends.all} />
      <Key call={call} />
      {known.length ? <HasFile call={call} known={known} /> : null}
      {alike.length ? <Alike call={call} known={alike} /> : null}
      {!alike.length && isSomebodyElse(form) ? (
        <input type="hidden" name="notADuplicate" value={tickedFor(form)} />
      ) : null}
      <DocumentPart form={filled} first={!whole} />
      {whole ? (
        <>
          <PersonPart form={filled} today={props.today} managers={props.managers} />
          <ReachPart form={filled} channels={begun ? form.all("channels") : channelNames} />
          <ConsentPart form={filled} given={form.all("consents")} />
          <HistoryPart
            form={filled}
            allergy={allergyIn(form)}
            ticked={(name, value) => form.all(name).includes(value)}
          />
          <HabitsPart form={filled} />
          <FamilyPart form={filled} family={familyIn(form)} />
          <div class="row">
            <Button kind="main" name="act" value="enrol">
              {t("enrol.enrol")}
            </Button>
          </div>
        </>
      ) : null}
    </form>
  );
}
