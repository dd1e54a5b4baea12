export {
  catalogue,
  catalogueItem,
  criticalFlagOf,
  type Flag,
  flagOf,
  itemByLoinc,
  plausibilityOf,
  rangeFor,
  type Who,
} from "./catalogue.ts";
export type { Bounds, CatalogueItem, CriticalValue, ItemKind, Range, Sex } from "./catalogue-item.ts";
export { criticalValues } from "./data/critical-values.ts";
export { itemGroups, rooms } from "./data/names.ts";
export { type Package, packageById, packageItems, packagePriceFen, packages } from "./packages.ts";
