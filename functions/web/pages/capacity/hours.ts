/** How many bands one week's form has room for. */
export const rowsInForm = [0, 1, 2, 3] as const;

/** `8:00` and `8：00` as `08:00`. */
const timeIn = (text: string): string => text.replace("：", ":").replace(/^\d:/, (hour) => `0${hour}`);

/** Hours as one row of a form has them. */
export const hoursIn = (form: { text(name: string): string }, row: string) => ({
  from: timeIn(form.text(`from${row}`)),
  last: timeIn(form.text(`last${row}`) || form.text(`from${row}`)),
  every: Number(form.text(`every${row}`) || 30),
  capacity: Number(form.text(`places${row}`) || 0),
});
