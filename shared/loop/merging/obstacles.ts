import type { StoredAssessment } from "../../assessment/index.ts";
import type { Client } from "../../clients/index.ts";
import type { Bilingual } from "../../kernel/text.ts";

/**
 * Why two files may not be merged as they are, each with the mend; an empty list where nothing speaks against
 * it. Two valid national ids are two people, and so are two sexes or birth dates; an exam signed in both files on
 * one day is decided by a physician first.
 */
export function obstacles(
  keep: Client,
  gone: Client,
  signed: { keep: readonly StoredAssessment[]; gone: readonly StoredAssessment[] },
): Bilingual[] {
  const ofKeep = new Set(signed.keep.filter(counts).map(({ date }) => date));
  const both = signed.gone.filter((one) => counts(one) && ofKeep.has(one.date));
  const ids = [keep, gone].flatMap(({ document, alsoDocuments = [] }) =>
    [document, ...alsoDocuments].filter(({ kind }) => kind === "national-id"),
  );
  return [
    ...(keep.sex === gone.sex
      ? []
      : [{ en: "The sex differs: these are two people.", zh: "性别不同，不是同一人。" }]),
    ...(keep.birthDate === gone.birthDate
      ? []
      : [
          {
            en: "The birth date differs. Check the documents: these are two people, or one date is wrong.",
            zh: "出生日期不同。请核对证件：不是同一人，或其中一个日期有误。",
          },
        ]),
    ...(new Set(ids.map(({ guard }) => guard)).size > 1
      ? [
          {
            en: "Each file has a valid national id of its own: these are two people.",
            zh: "两份档案各有有效身份证号，不是同一人。",
          },
        ]
      : []),
    ...((keep.state === "deceased") === (gone.state === "deceased")
      ? []
      : [
          {
            en: "One file says that the client has died. Settle that first.",
            zh: "其中一份档案标记为已故，请先核实。",
          },
        ]),
    ...(both.length
      ? [
          {
            en: `Both files have a signed report of ${both[0]?.date}. A physician recalls one of them first.`,
            zh: `两份档案均有 ${both[0]?.date} 的已签发报告，请先由医生召回其中一份。`,
          },
        ]
      : []),
  ];
}

const counts = ({ state, signedAt }: StoredAssessment): boolean =>
  signedAt !== undefined || state === "recalled";
