import type { Bilingual } from "./text.ts";

/** The short vocabulary of refusals; every door maps it once (RFC 9457 in the API, a page on the web). */
export const errorStatus = {
  InvalidInput: 400,
  NotSignedIn: 401,
  NotAllowed: 403,
  NotFound: 404,
  Conflict: 409,
  CapacityFull: 409,
  AlreadyThere: 409,
  Expired: 410,
  TooLarge: 413,
  Unprocessable: 422,
  TooMany: 429,
  Unavailable: 503,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/** One field that was refused: a path into the input and the words that mend it. */
export interface FieldProblem {
  field: string;
  message: Bilingual;
}

/**
 * A refusal somebody can act on. `sentence` says what to do and never holds a person's data;
 * `problems` names fields when the input was at fault.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly sentence: Bilingual;
  readonly problems: readonly FieldProblem[];
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(
    code: ErrorCode,
    sentence: Bilingual,
    more: { problems?: readonly FieldProblem[]; facts?: Record<string, string | number> } = {},
  ) {
    super(sentence.en);
    this.name = code;
    this.code = code;
    this.sentence = sentence;
    this.problems = more.problems ?? [];
    this.facts = more.facts ?? {};
  }

  get status(): number {
    return errorStatus[this.code];
  }
}

/** The input cannot be used as it is; every problem names its field and the mend. */
export class InvalidInput extends AppError {
  constructor(problems: readonly FieldProblem[], sentence?: Bilingual) {
    super(
      "InvalidInput",
      sentence ?? problems[0]?.message ?? { en: "Please check what was entered.", zh: "请检查所填内容。" },
      { problems },
    );
  }
}

/** Nothing here, or nothing for you: the two read the same. */
export class NotFound extends AppError {
  constructor() {
    super("NotFound", { en: "There is nothing here.", zh: "此处没有内容。" });
  }
}

/** The role (or the title) may never do this; said only where it reveals nothing about any record. */
export class NotAllowed extends AppError {
  constructor(sentence?: Bilingual) {
    super("NotAllowed", sentence ?? { en: "Your role does not include this.", zh: "您的角色没有此项权限。" });
  }
}

export class NotSignedIn extends AppError {
  constructor() {
    super("NotSignedIn", { en: "Please sign in.", zh: "请先登录。" });
  }
}

/** Somebody else changed it meanwhile; reading it again and repeating is safe. */
export class Conflict extends AppError {
  constructor(sentence?: Bilingual, facts?: Record<string, string | number>) {
    super(
      "Conflict",
      sentence ?? {
        en: "Somebody changed this meanwhile. Look at it again, then repeat.",
        zh: "内容刚被他人修改。请刷新后重试。",
      },
      facts ? { facts } : {},
    );
  }
}

/** A thing that may exist once exists already; `facts` may say which one. */
export class AlreadyThere extends AppError {
  constructor(sentence: Bilingual, facts?: Record<string, string | number>) {
    super("AlreadyThere", sentence, facts ? { facts } : {});
  }
}

/** No place left; of the time itself unless the sentence says of what. */
export class CapacityFull extends AppError {
  constructor(sentence?: Bilingual) {
    super(
      "CapacityFull",
      sentence ?? {
        en: "This time is full. Choose another time.",
        zh: "该时段已约满，请选择其他时段。",
      },
    );
  }
}
