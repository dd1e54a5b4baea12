import { type Change, putNew } from "../../data/commit.ts";
import { type Item, query } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict } from "../../kernel/errors.ts";
import { shippedTemplates } from "./data/templates.ts";
import { type Template, TemplateSchema } from "./template.ts";

export const templatesSubject = "TEMPLATES";
const keyOf = ({ id, version }: Pick<Template, "id" | "version">) => ({
  pk: templatesSubject,
  sk: `${id}#${String(version).padStart(4, "0")}`,
});

/** A further version of a template; refused when somebody wrote that one meanwhile. */
export const addTemplate = (template: Template): Change =>
  putNew(
    { ...keyOf(template), ...template },
    () =>
      new Conflict({
        en: "Somebody has edited this template meanwhile. Open it again, then repeat.",
        zh: "该模板刚被他人修改，请重新打开后再编辑。",
      }),
  );

const shipped: readonly Template[] = shippedTemplates.map((one) => ({ ...one, version: 0, retired: false }));

/** Every version of every template, in the order they were made. */
export async function everyTemplate(ctx: Ctx): Promise<Template[]> {
  const { items } = await query(ctx, { pk: templatesSubject });
  return [...shipped, ...items.map((item: Item) => TemplateSchema.parse(item))];
}

/** The newest version of each, in the order they first came to be. */
export const newestOf = (every: readonly Template[]): Template[] => [
  ...new Map(every.map((one) => [one.id, one])).values(),
];
