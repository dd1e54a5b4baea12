/**
 * The 180 factors of Martin and Hopkins (JAMA 2013;310:2061): for each row of triglycerides, in mg/dL from
 * `from` on, one factor per column of non-HDL cholesterol. Rows from 400 mg/dL are outside the table's use.
 */
export const nonHdlColumns = [100, 130, 160, 190, 220] as const;

export const tgRows: readonly { readonly from: number; readonly factors: readonly number[] }[] = [
  { from: 7, factors: [3.5, 3.4, 3.3, 3.3, 3.2, 3.1] },
  { from: 50, factors: [4, 3.9, 3.7, 3.6, 3.6, 3.4] },
  { from: 57, factors: [4.3, 4.1, 4, 3.9, 3.8, 3.6] },
  { from: 62, factors: [4.5, 4.3, 4.1, 4, 3.9, 3.9] },
  { from: 67, factors: [4.7, 4.4, 4.3, 4.2, 4.1, 3.9] },
  { from: 72, factors: [4.8, 4.6, 4.4, 4.2, 4.2, 4.1] },
  { from: 76, factors: [4.9, 4.6, 4.5, 4.3, 4.3, 4.2] },
  { from: 80, factors: [5, 4.8, 4.6, 4.4, 4.3, 4.2] },
  { from: 84, factors: [5.1, 4.8, 4.6, 4.5, 4.4, 4.3] },
  { from: 88, factors: [5.2, 4.9, 4.7, 4.6, 4.4, 4.3] },
  { from: 93, factors: [5.3, 5, 4.8, 4.7, 4.5, 4.4] },
  { from: 97, factors: [5.4, 5.1, 4.8, 4.7, 4.5, 4.3] },
  { from: 101, factors: [5.5, 5.2, 5, 4.7, 4.6, 4.5] },
  { from: 106, factors: [5.6, 5.3, 5, 4.8, 4.6, 4.5] },
  { from: 111, factors: [5.7, 5.4, 5.1, 4.9, 4.7, 4.5] },
  { from: 116, factors: [5.8, 5.5, 5.2, 5, 4.8, 4.6] },
  { from: 121, factors: [6, 5.5, 5.3, 5, 4.8, 4.6] },
  { from: 127, factors: [6.1, 5.7, 5.3, 5.1, 4.9, 4.7] },
  { from: 133, factors: [6.2, 5.8, 5.4, 5.2, 5, 4.7] },
  { from: 139, factors: [6.3, 5.9, 5.6, 5.3, 5, 4.8] },
  { from: 147, factors: [6.5, 6, 5.7, 5.4, 5.1, 4.8] },
  { from: 155, factors: [6.7, 6.2, 5.8, 5.4, 5.2, 4.9] },
  { from: 164, factors: [6.8, 6.3, 5.9, 5.5, 5.3, 5] },
  { from: 174, factors: [7, 6.5, 6, 5.7, 5.4, 5.1] },
  { from: 186, factors: [7.3, 6.7, 6.2, 5.8, 5.5, 5.2] },
  { from: 202, factors: [7.6, 6.9, 6.4, 6, 5.6, 5.3] },
  { from: 221, factors: [8, 7.2, 6.6, 6.2, 5.9, 5.4] },
  { from: 248, factors: [8.5, 7.6, 7, 6.5, 6.1, 5.6] },
  { from: 293, factors: [9.5, 8.3, 7.5, 7, 6.5, 5.9] },
];
