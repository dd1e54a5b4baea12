export interface Person {
  sex: "female" | "male";
  age: number;
  sbp: number;
  bpTreated: boolean;
  totalCholMgdl: number;
  hdlMgdl: number;
  waistCm: number;
  smoker: boolean;
  diabetes: boolean;
  north: boolean;
  /** Both only of men. */
  urban: boolean;
  familyHistoryAscvd: boolean;
}

/**
 * Fitted to recorded outputs of the authors' calculator (github.com/original123/cardiovascular-risk-demo),
 * since the paper prints its coefficients with two decimals only.
 */
const equations = {
  male: {
    age: 32.344877,
    treated: [27.704396, -6.093602],
    untreated: [26.455809, -5.804677],
    tc: 0.619958,
    hdl: -0.700506,
    waist: -0.717373,
    smoker: [3.976209, -0.943908],
    diabetes: 0.356826,
    north: 0.478726,
    urban: -0.162623,
    family: [6.228884, -1.536263],
    constant: -145.726914,
  },
  female: {
    age: 25.266747,
    treated: [21.036129, -4.609343],
    untreated: [20.290294, -4.436694],
    tc: 0.064764,
    hdl: -0.212145,
    waist: 1.469891,
    smoker: [0.496938, 0],
    diabetes: 0.570571,
    north: 0.54576,
    urban: 0,
    family: [0, 0],
    constant: -123.071553,
  },
} as const;

/** Ten-year risk in percent: 1 − exp(−exp(x)), natural logarithms, cholesterol in mg/dL. */
export function tenYears(person: Person): number {
  const b = equations[person.sex];
  const lnAge = Math.log(person.age);
  const withAge = ([alone, timesAge]: readonly [number, number]) => alone + timesAge * lnAge;
  const x =
    b.constant +
    b.age * lnAge +
    withAge(person.bpTreated ? b.treated : b.untreated) * Math.log(person.sbp) +
    b.tc * Math.log(person.totalCholMgdl) +
    b.hdl * Math.log(person.hdlMgdl) +
    b.waist * Math.log(person.waistCm) +
    (person.smoker ? withAge(b.smoker) : 0) +
    (person.diabetes ? b.diabetes : 0) +
    (person.north ? b.north : 0) +
    (person.urban ? b.urban : 0) +
    (person.familyHistoryAscvd ? withAge(b.family) : 0);
  return 100 * (1 - Math.exp(-Math.exp(x)));
}

/** The same age, sex and home with every factor at the limit the authors' calculator calls ideal. */
export const ideal = (person: Person): Person => ({
  ...person,
  sbp: 120,
  bpTreated: false,
  totalCholMgdl: 200,
  hdlMgdl: 40,
  waistCm: person.sex === "male" ? 90 : 85,
  smoker: false,
  diabetes: false,
  familyHistoryAscvd: false,
});
