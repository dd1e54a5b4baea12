export { HundredPeople } from "./HundredPeople.tsx";
export { Loop } from "./Loop.tsx";
export type { LoopModel, Stage } from "./loop-model.ts";
export { RangeBar, type RangeModel, rangeInWords } from "./RangeBar.tsx";
export { RiskScale } from "./RiskScale.tsx";
export { ShareBar } from "./ShareBar.tsx";
export { Sparkline } from "./Sparkline.tsx";
export { TrendChart } from "./TrendChart.tsx";
export type { TrendModel, TrendPoint } from "./trend-model.ts";
