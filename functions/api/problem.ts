import { AppError } from "../../shared/kernel/errors.ts";
import type { Log } from "../../shared/kernel/home.ts";
import type { Language } from "../../shared/kernel/text.ts";

/** A refusal as RFC 9457 problem+json, in the caller's language; what we did not foresee says nothing of itself. */
export function problem(error: unknown, language: Language, requestId: string, log: Log): Response {
  if (!(error instanceof AppError)) log.error("request failed", error, { requestId });
  const known =
    error instanceof AppError
      ? error
      : new AppError("Unavailable", {
          en: "Something went wrong here. Nothing was changed; please try again.",
          zh: "系统出现问题，未作任何更改，请重试。",
        });
  const status = error instanceof AppError ? known.status : 500;
  const body = {
    type: `urn:perennial:problem:${known.code}`,
    title: known.code,
    status,
    detail: known.sentence[language],
    ...(known.problems.length
      ? { problems: known.problems.map(({ field, message }) => ({ field, message: message[language] })) }
      : {}),
    ...(Object.keys(known.facts).length ? { facts: known.facts } : {}),
    requestId,
  };
  return Response.json(body, { status, headers: { "content-type": "application/problem+json" } });
}
