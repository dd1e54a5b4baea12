import { Validations } from "aws-cdk-lib";
import type { IConstruct } from "constructs";

/** Sets a rule aside for one construct, or one finding of it (`Rule[finding]`), and says why. */
export function acknowledge(scope: IConstruct, reason: string, ...ids: string[]): void {
  Validations.of(scope).acknowledge(...ids.map((id) => ({ id, reason })));
}
