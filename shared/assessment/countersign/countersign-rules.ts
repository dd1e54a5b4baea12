import type { Rank } from "../../kernel/context.ts";
import type { Bilingual } from "../../kernel/text.ts";
import type { ImportantRow } from "../../testing/index.ts";

/** What of an exam asks for a second physician's signature. */
export interface CountersignRule {
  readonly id: string;
  readonly name: Bilingual;
  readonly when:
    | { readonly kind: "important"; readonly classes: readonly ImportantRow["class"][] }
    /** A finding that no list of numbers holds, by the re-check it asks for. */
    | { readonly kind: "follow-up"; readonly rules: readonly string[] }
    | { readonly kind: "sensitive" }
    /** A finding at least so severe that rests first on an item of the department. */
    | { readonly kind: "department"; readonly departments: readonly string[]; readonly severity: 3 | 4 };
  /** The lowest title of whoever signs second. */
  readonly rank: Rank;
  readonly source: string;
  readonly status: "published" | "needs sign-off";
}

const source = "proposed by this product: no published text that was read asks for a second signature";

/** When a report has two signatures. Every row is the centre's own [K] and waits for the medical committee. */
export const countersignRules: readonly CountersignRule[] = [
  {
    id: "class-a",
    name: {
      en: "A result of class A, or of the hospital's critical list",
      zh: "A类重要异常结果或本院危急值",
    },
    when: { kind: "important", classes: ["A", "local"] },
    rank: "associate-chief",
    source,
    status: "needs sign-off",
  },
  {
    id: "class-b",
    name: { en: "A result of class B", zh: "B类重要异常结果" },
    when: { kind: "important", classes: ["B"] },
    rank: "associate-chief",
    source,
    status: "needs sign-off",
  },
  {
    id: "important-words",
    name: { en: "An important finding that is no number", zh: "非数值的重要异常结果" },
    when: { kind: "follow-up", rules: ["class-a", "class-b", "phq9-item9"] },
    rank: "associate-chief",
    source,
    status: "needs sign-off",
  },
  {
    id: "sensitive",
    name: { en: "An abnormal result of a sensitive item", zh: "敏感项目结果异常" },
    when: { kind: "sensitive" },
    rank: "associate-chief",
    source,
    status: "needs sign-off",
  },
  {
    id: "imaging",
    name: {
      en: "Something serious on imaging or endoscopy",
      zh: "影像或内镜有需尽快就诊的发现",
    },
    when: { kind: "department", departments: ["ultrasound", "radiology", "endoscopy"], severity: 3 },
    rank: "associate-chief",
    source,
    status: "needs sign-off",
  },
];

export const countersignRule = (id: string): CountersignRule | undefined =>
  countersignRules.find((rule) => rule.id === id);
