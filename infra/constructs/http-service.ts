import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { AccessLogField, AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { acknowledge } from "../acknowledge.ts";
import type { ServiceFunction } from "./service-function.ts";
import type { Signal } from "./signal.ts";

interface HttpServiceProps {
  /** Path prefix → who answers below it. */
  under: Record<string, ServiceFunction>;
  /** Who answers everything else. */
  otherwise: ServiceFunction;
  key: IKey;
  impact: string;
}

/** One HTTP API for all doors. Its access log keeps route, status and time: no address, no query, no person. */
export class HttpService extends Construct {
  readonly api: HttpApi;
  readonly signals: Signal[];

  constructor(scope: Construct, id: string, props: HttpServiceProps) {
    super(scope, id);
    const door = (name: string, service: ServiceFunction) => new HttpLambdaIntegration(name, service.fn);
    this.api = new HttpApi(this, "Api", {
      createDefaultStage: false,
      defaultIntegration: door("Otherwise", props.otherwise),
    });
    for (const [prefix, service] of Object.entries(props.under)) {
      const integration = door(`Under${prefix.replaceAll("/", "")}`, service);
      for (const path of [prefix, `${prefix}/{proxy+}`])
        this.api.addRoutes({ path, methods: [HttpMethod.ANY], integration });
    }
    const accessLog = new LogGroup(this, "AccessLog", {
      encryptionKey: props.key,
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    new HttpStage(this, "Stage", {
      httpApi: this.api,
      stageName: "$default",
      autoDeploy: true,
      throttle: { rateLimit: 500, burstLimit: 1_000 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLog),
        format: AccessLogFormat.custom(
          JSON.stringify({
            request: AccessLogField.contextRequestId(),
            at: AccessLogField.contextRequestTimeEpoch(),
            route: "$context.routeKey",
            status: AccessLogField.contextStatus(),
            ms: AccessLogField.contextResponseLatency(),
            fault: "$context.integrationErrorMessage",
          }),
        ),
      },
    });
    this.signals = [
      {
        id: `${id}Faults`,
        impact: props.impact,
        metric: this.api.metricServerError({ period: Duration.minutes(5), statistic: "Sum" }),
        atLeast: 3,
      },
      {
        id: `${id}Slow`,
        impact: `Pages take more than 3 s: ${props.impact}`,
        metric: this.api.metricLatency({ period: Duration.minutes(5), statistic: "p95" }),
        atLeast: 3_000,
        periods: 3,
      },
    ];
    acknowledge(
      this.api,
      "The sign-in pages must be open; every other route checks its token and the policy table itself, walked by a test over routes and roles.",
      "AwsSolutions-APIG4",
    );
  }
}
