import { rankNames } from "../../../../shared/access/index.ts";
import type { ClientFile } from "../../../../shared/loop/index.ts";
import { Icon } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";

/** The conclusion in the physician's own words, and who signed it. */
export function DoctorsWords({
  t,
  assessment: { conclusion, signedBy, signedAt, second },
}: {
  t: Text;
  assessment: NonNullable<ClientFile["assessment"]>;
}) {
  const said = conclusion?.[t.language] ?? conclusion?.zh ?? conclusion?.en;
  if (!signedBy || !signedAt) return null;
  const own = said && conclusion?.[t.language] === undefined;
  return (
    <section class="card doc" aria-labelledby="doctor">
      <h2 id="doctor">{t("me.doctor")}</h2>
      {said ? <p lang={own ? (t.language === "zh" ? "en" : "zh-CN") : undefined}>{said}</p> : null}
      <p class="sig">
        <span class="av" aria-hidden="true">
          <Icon name="check" />
        </span>
        <span>
          {signedBy.name}
          {signedBy.rank ? `, ${t.pick(rankNames[signedBy.rank])}` : null}
          <br />
          {t("me.signed", { day: t.fullDay(signedAt) })}
          {second?.by ? (
            <>
              <br />
              {t("second.by", { name: second.by.name })}
              {second.by.rank ? `, ${t.pick(rankNames[second.by.rank])}` : null}
            </>
          ) : null}
        </span>
      </p>
    </section>
  );
}
