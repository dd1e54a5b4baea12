import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Architecture, Code, Function as Fn, Runtime, Tracing } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { acknowledge } from "../acknowledge.ts";
import type { Signal } from "./signal.ts";

export interface ServiceFunctionProps {
  /** The folder of its bundle, and its name everywhere. */
  name: string;
  bundles: string;
  environment: Record<string, string>;
  /** Encrypts its log and its settings. */
  key: IKey;
  memoryMb: number;
  timeout: Duration;
  /** arm64 unless told otherwise. */
  cpu?: "x86_64";
  concurrency: number;
  /** Where an asynchronous call goes that failed for good; none for callers that wait or retry. */
  undone?: IQueue;
  /** Who is hurt when it fails. */
  impact: string;
}

/** One bundle on Node 24, with a role that can do nothing yet but write its own log. */
export class ServiceFunction extends Construct {
  readonly fn: Fn;
  readonly role: Role;
  readonly signals: Signal[];

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, "Log", {
      encryptionKey: props.key,
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.role = new Role(this, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    logGroup.grantWrite(this.role);
    props.key.grantDecrypt(this.role);
    this.fn = new Fn(this, "Function", {
      description: `Perennial ${props.name}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: props.cpu === "x86_64" ? Architecture.X86_64 : Architecture.ARM_64,
      handler: "handler.handler",
      code: Code.fromAsset(`${props.bundles}/${props.name}`),
      role: this.role,
      logGroup,
      memorySize: props.memoryMb,
      timeout: props.timeout,
      reservedConcurrentExecutions: props.concurrency,
      tracing: Tracing.ACTIVE,
      environment: props.environment,
      environmentEncryption: props.key,
      ...(props.undone ? { deadLetterQueue: props.undone } : {}),
    });
    this.signals = [
      {
        id: `${id}Errors`,
        impact: props.impact,
        metric: this.fn.metricErrors({ period: Duration.minutes(5) }),
      },
      {
        id: `${id}Throttles`,
        impact: `Too much at once for ${props.name}: ${props.impact}`,
        metric: this.fn.metricThrottles({ period: Duration.minutes(5) }),
        atLeast: 5,
      },
    ];
    acknowledge(
      this,
      "It reaches only AWS services by their public TLS endpoints with its own role; a VPC would add no wall and a NAT to pay and patch.",
      "HIPAA.Security-LambdaInsideVPC",
    );
    acknowledge(
      this.role,
      "A role's one policy lives and dies with it; a managed one could be attached where nobody looks.",
      "HIPAA.Security-IAMNoInlinePolicy",
    );
    acknowledge(this.role, "X-Ray's PutTraceSegments takes no resource.", "AwsSolutions-IAM5[Resource::*]");
    if (!props.undone)
      acknowledge(
        this,
        "Never called asynchronously: its caller waits for the answer, or its queue or stream keeps what failed.",
        "HIPAA.Security-LambdaDLQ",
      );
  }
}
