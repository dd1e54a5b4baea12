/**
 * Effective dose of one examination in mSv: typical figures from general knowledge, to be replaced by those of
 * the centre's own machines (needs sign-off).
 */
export const radiationMsv: Readonly<Record<string, number>> = {
  DXA: 0.01,
  CXR: 0.1,
  CTCHEST: 5,
  LDCT: 1.4,
  MAMMO: 0.4,
};

/** Computed tomography: not again within 12 months unless a follow-up asks for it. */
export const ctItems: readonly string[] = ["CTCHEST", "LDCT"];
