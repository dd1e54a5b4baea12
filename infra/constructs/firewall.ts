import { ArnFormat, Stack } from "aws-cdk-lib";
import type { LogGroup } from "aws-cdk-lib/aws-logs";
import { CfnLoggingConfiguration, CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import { Construct } from "constructs";

/**
 * A web ACL for CloudFront: AWS's common and known-bad rules, and at most 1,500 requests of one address
 * in five minutes (a hospital's whole staff may share one). Its log keeps no credentials
 * and no paths: the links in messages are keys.
 */
export class Firewall extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { log }: { log: LogGroup }) {
    super(scope, id);
    const seen = (metricName: string) => ({
      metricName,
      sampledRequestsEnabled: false,
      cloudWatchMetricsEnabled: true,
    });
    const managed = (name: string, priority: number, count: string[] = []): CfnWebACL.RuleProperty => ({
      name,
      priority,
      overrideAction: { none: {} },
      statement: {
        managedRuleGroupStatement: {
          vendorName: "AWS",
          name,
          ruleActionOverrides: count.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
        },
      },
      visibilityConfig: seen(name),
    });
    const acl = new CfnWebACL(this, "Acl", {
      scope: "CLOUDFRONT",
      defaultAction: { allow: {} },
      visibilityConfig: seen("perennial"),
      rules: [
        {
          name: "TooMany",
          priority: 0,
          action: { block: {} },
          statement: { rateBasedStatement: { limit: 1_500, aggregateKeyType: "IP" } },
          visibilityConfig: seen("TooMany"),
        },
        managed("AWSManagedRulesKnownBadInputsRuleSet", 1),
        // A results file is larger than the 8 KB this rule lets through.
        managed("AWSManagedRulesCommonRuleSet", 2, ["SizeRestrictions_BODY"]),
      ],
    });
    const hidden = ["authorization", "cookie"].map((Name) => ({ singleHeader: { Name } }));
    const logging = new CfnLoggingConfiguration(this, "Logging", {
      resourceArn: acl.attrArn,
      logDestinationConfigs: [
        Stack.of(this).formatArn({
          service: "logs",
          resource: "log-group",
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
          resourceName: log.logGroupName,
        }),
      ],
      redactedFields: [...hidden, { queryString: {} }, { uriPath: {} }],
    });
    logging.node.addDependency(log);
    this.arn = acl.attrArn;
  }
}
