import * as z from "zod";
import { authorize } from "../../access/index.ts";
import { commit } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { AppError, Conflict, type FieldProblem, InvalidInput, NotFound } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import type { Bilingual } from "../../kernel/text.ts";
import { localDate } from "../../kernel/time.ts";
import { packageById } from "../catalogue/packages.ts";
import { forgetPrices } from "./load-prices.ts";
import { addEdition, editionName, keptEditions, priceSubject, saveEdition } from "./price-book.store.ts";
import { type Edition, EditionSchema, knownPart } from "./price-book.ts";

export const WithdrawEditionSchema = z.strictObject({
  kind: z.enum(["part", "package", "list"]),
  id: z.string(),
  from: z.string(),
  why: z.string().trim().min(1).max(200),
});

/**
 * Writes in the price book: a price, a package or a price list as it is from a later day on. What was sold before
 * keeps its price; the same edition sent twice is one.
 * @throws InvalidInput naming what cannot stand; AlreadyThere where that day has another one.
 */
export async function writePrice(ctx: Ctx, input: z.input<typeof EditionSchema>): Promise<Edition> {
  const edition = parse(EditionSchema, input);
  authorize(ctx, "price:change", {});
  const problems = problemsOf(edition, localDate(ctx.now()));
  if (problems.length) throw new InvalidInput(problems);
  const ofDay = (await keptEditions(ctx)).filter((one) => editionName(one.edition) === editionName(edition));
  const standing = ofDay.find(({ withdrawn }) => !withdrawn);
  if (standing && JSON.stringify(standing.edition) === JSON.stringify(edition)) return edition;
  const n = standing ? standing.n : ofDay.length + 1;
  const madeBy = { id: ctx.actor.id, name: ctx.actor.name };
  await commit(ctx, {
    changes: [addEdition({ edition, madeBy, madeAt: ctx.now(), n, v: 1 })],
    log: {
      subject: priceSubject,
      action: "price.written",
      refs: { kind: edition.kind, id: edition.id, from: edition.from },
      v: 1,
    },
  });
  forgetPrices(ctx);
  return edition;
}

/**
 * Takes an edition back before its day.
 * @throws NotFound; AppError `Unprocessable` once it is in force: then another one ends it.
 */
export async function withdrawPrice(ctx: Ctx, input: z.input<typeof WithdrawEditionSchema>): Promise<void> {
  const { why, ...named } = parse(WithdrawEditionSchema, input);
  authorize(ctx, "price:change", {});
  const found = (await keptEditions(ctx)).filter((one) => editionName(one.edition) === editionName(named));
  const standing = found.find(({ withdrawn }) => !withdrawn);
  if (!found.length) throw new NotFound();
  if (!standing) throw new Conflict();
  if (named.from <= localDate(ctx.now()))
    throw new AppError("Unprocessable", {
      en: "It is in force. Write another one to end it.",
      zh: "该版本已生效，请另立新版本以替代。",
    });
  const by = { id: ctx.actor.id, name: ctx.actor.name };
  await commit(ctx, {
    changes: [saveEdition({ ...standing, withdrawn: { by, at: ctx.now(), why } })],
    log: { subject: priceSubject, action: "price.withdrawn", refs: named, v: standing.v + 1, why },
  });
  forgetPrices(ctx);
}

function problemsOf(edition: Edition, today: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const refuse = (field: string, en: string, zh: string) =>
    void problems.push({ field, message: { en, zh } satisfies Bilingual });
  if (edition.from <= today)
    refuse(
      "from",
      "Choose a later day than today: what is sold today keeps its price.",
      "请选择今天之后的日期；今日售价不变。",
    );
  if (edition.kind !== "part" && edition.until !== undefined && edition.until < edition.from)
    refuse("until", "The last day comes after the first.", "结束日期须不早于生效日期。");
  if (edition.kind === "part" && !knownPart(edition.id))
    refuse("id", "There is no such item or service.", "没有该项目或服务。");
  if (edition.kind === "package") {
    if (!packageById(edition.id))
      refuse(
        "id",
        "Packages are the three levels: basic, advanced, comprehensive.",
        "套餐为三个级别：basic、advanced、comprehensive。",
      );
    for (const [field, codes, category] of [
      ["items", edition.items, true],
      ["services", edition.services, false],
    ] as const) {
      const unknown = codes.filter((code) => {
        const part = knownPart(code);
        return !part || (part.category === "exam") !== category;
      });
      if (unknown.length)
        refuse(field, `Not sold by itself: ${unknown.join(", ")}.`, `不单独销售：${unknown.join("、")}。`);
      if (new Set(codes).size < codes.length) refuse(field, "Each is named once.", "每项只列一次。");
    }
  }
  if (edition.kind === "list") for (const term of edition.terms) termProblem(term, refuse);
  return problems;
}

function termProblem(
  { on, percentOff, fixedFen }: Extract<Edition, { kind: "list" }>["terms"][number],
  refuse: (field: string, en: string, zh: string) => void,
): void {
  const [what, name = ""] = on.split(":");
  if ((what === "code" && !knownPart(name)) || (what === "package" && !packageById(name)))
    refuse("terms", `There is no ${name}.`, `没有 ${name}。`);
  if ((percentOff === undefined) === (fixedFen === undefined))
    refuse("terms", `For ${on}, say a percentage or a price.`, `${on} 请填写优惠比例或价格之一。`);
  if (fixedFen !== undefined && !["code", "package"].includes(what ?? ""))
    refuse("terms", "A price is for one item, service or package.", "固定价格只能用于单个项目、服务或套餐。");
}
