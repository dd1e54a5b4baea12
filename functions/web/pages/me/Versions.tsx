import type { Version } from "../../../../shared/assessment/index.ts";
import type { Text } from "../../text/index.ts";

/** The released versions of one report, newest first, with why a later one was made. Nothing where there is one. */
export function Versions({ t, versions }: { t: Text; versions: readonly Version[] }) {
  if (versions.length < 2 && !versions[0]?.reason) return null;
  return (
    <section class="card" aria-labelledby="versions">
      <h2 id="versions">{t("me.versions")}</h2>
      <ol class="tasks">
        {versions.map(({ version, signedAt, signedBy, reason }) => (
          <li>
            <b>{t("review.version", { n: version })}</b>
            {signedAt ? (
              <p class="small quiet">
                {t("me.version-signed", { day: t.fullDay(signedAt), name: signedBy?.name ?? "" })}
              </p>
            ) : null}
            {reason ? <p>{t("me.amended", { reason })}</p> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
