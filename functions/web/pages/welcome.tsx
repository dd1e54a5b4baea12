import { Empty } from "../components/index.ts";
import { Page } from "../layout/index.ts";
import type { PageRoute } from "../page-route.ts";

/** Where somebody arrives whose role has no page of its own. */
export const welcomePages: PageRoute[] = [
  {
    method: "GET",
    path: "/welcome",
    action: "self:read",
    run: async ({ actor, t, frame }) => (
      <Page {...frame} title={t("welcome.title")}>
        <h1>{t("welcome.title")}</h1>
        <Empty t={t} title={t(actor.kind === "corporate" ? "welcome.hr" : "welcome.none")} />
      </Page>
    ),
  },
];
