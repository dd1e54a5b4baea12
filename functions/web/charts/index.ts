export { Loop } from "./Loop.tsx";
export { type LoopModel, type Stage, stages } from "./loop-model.ts";
export { RangeBar, type RangeModel, rangeInWords } from "./RangeBar.tsx";
export { type RiskModel, RiskScale } from "./RiskScale.tsx";
export { ShareBar } from "./ShareBar.tsx";
export { Sparkline } from "./Sparkline.tsx";
export { TrendChart } from "./TrendChart.tsx";
export type { TrendModel, TrendPoint } from "./trend-model.ts";
