import type { PageCall } from "../../page-route.ts";

/** The idempotency key of a form: a form sent twice is done once. A refused form keeps the key it had. */
export function Key({ call }: { call: Pick<PageCall, "ctx" | "form"> }) {
  return <input type="hidden" name="key" value={call.form.text("key") || call.ctx.newId()} />;
}
