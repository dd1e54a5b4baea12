import { ServicePrincipal } from "aws-cdk-lib/aws-iam";

/** CloudWatch Logs of one region, whose principal carries the partition's own domain. */
export const logsOf = (region: string): ServicePrincipal =>
  new ServicePrincipal(`logs.${region}.${region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com"}`);
