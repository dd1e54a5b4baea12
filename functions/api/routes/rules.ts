import { NotFound } from "../../../shared/kernel/errors.ts";
import { localDate } from "../../../shared/kernel/time.ts";
import * as load from "../contexts.ts";
import { route } from "../route.ts";

const named = (params: Record<string, string>): [set: string, rule: string] => [
  params["set"] ?? "",
  params["rule"] ?? "",
];

export const ruleRoutes = [
  route({
    method: "GET",
    path: "/rules",
    action: "rules:read",
    summary: "Every edition of the rules and of the important abnormal results, and which is in force today",
    run: async ({ ctx }) => {
      const book = await (await load.assessment()).readRules(ctx);
      const today = localDate(ctx.now());
      return {
        rules: { inForce: book.editionFor("rules", today).id, editions: book.editions("rules") },
        important: { inForce: book.editionFor("important", today).id, editions: book.editions("important") },
      };
    },
  }),
  route({
    method: "GET",
    path: "/rules/compare",
    action: "rules:compare",
    summary: "Who of the centre another rule set would judge differently, 100 clients a page",
    query: "CompareSchema",
    run: async ({ ctx, query }) => (await load.assessment()).compareRuleSets(ctx, query),
  }),
  route({
    method: "GET",
    path: "/rules/:set",
    action: "rules:read",
    summary:
      "One edition, rule by rule: condition in words, cut-offs, class, source, sign-off, what it sets in motion",
    run: async ({ ctx, params }) => {
      const { readRules, sheetOf } = await load.assessment();
      const book = await readRules(ctx);
      const edition = book.editionCalled(params["set"] ?? "");
      if (!edition) throw new NotFound();
      return { ...edition, entries: sheetOf(book, edition) };
    },
  }),
  route({
    method: "POST",
    path: "/rules/versions",
    action: "rules:draft",
    summary: "Begin a version with other cut-offs; it has no effect until it is signed and its day has come",
    body: "DraftSchema",
    creates: true,
    run: async ({ ctx, body, key }) => (await load.assessment()).draftVersion(ctx, body, key),
  }),
  route({
    method: "PUT",
    path: "/rules/versions/:version",
    action: "rules:draft",
    summary: "Change a draft",
    body: "RedraftSchema",
    run: async ({ ctx, params, body }) =>
      (await load.assessment()).redraftVersion(ctx, params["version"] ?? "", body),
  }),
  route({
    method: "POST",
    path: "/rules/versions/:version/sign",
    action: "rules:sign",
    summary: "The medical committee's signature: in force from its day on, never edited again",
    body: "SignVersionSchema",
    run: async ({ ctx, params, body }) =>
      (await load.assessment()).signVersion(ctx, params["version"] ?? "", body),
  }),
  route({
    method: "POST",
    path: "/rules/versions/:version/withdraw",
    action: "rules:draft",
    summary: "Take a version back before it takes effect, with the reason; a signed one by the committee",
    body: "WithdrawSchema",
    run: async ({ ctx, params, body }) =>
      (await load.assessment()).withdrawVersion(ctx, params["version"] ?? "", body),
  }),
  route({
    method: "POST",
    path: "/rules/:set/entries/:rule/sign-off",
    action: "rules:sign",
    summary: "The committee's word for one rule that no published text carries",
    body: "SignOffNoteSchema",
    run: async ({ ctx, params, body }) => (await load.assessment()).signOffRule(ctx, ...named(params), body),
  }),
  route({
    method: "POST",
    path: "/rules/:set/entries/:rule/revoke",
    action: "rules:sign",
    summary: "Take the word back, with the reason",
    body: "RevokeSchema",
    run: async ({ ctx, params, body }) =>
      (await load.assessment()).revokeSignOff(ctx, ...named(params), body),
  }),
];
