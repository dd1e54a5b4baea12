import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Construct } from "constructs";
import { acknowledge } from "./acknowledge.ts";
import { HttpService } from "./constructs/http-service.ts";
import { QueueWorker } from "./constructs/queue-worker.ts";
import { ScheduledJob } from "./constructs/scheduled-job.ts";
import { ServiceFunction } from "./constructs/service-function.ts";
import type { Signal } from "./constructs/signal.ts";
import { StreamWorker } from "./constructs/stream-worker.ts";
import { People } from "./constructs/user-pool.ts";
import type { DataStack } from "./data-stack.ts";
import { type FunctionName, functionNames, functions } from "./functions.ts";
import { grant } from "./grants.ts";
import type { MessagingStack } from "./messaging-stack.ts";
import type { Settings } from "./settings.ts";

interface ServiceStackProps extends StackProps {
  settings: Settings;
  data: DataStack;
  messaging: MessagingStack;
}

/** Name of the secret by which the API knows its own CDN; the edge reads its replica. */
export const originSecretName = (settings: Settings): string => `perennial/${settings.stage}/origin`;

/** The functions with their grants and doors, and who may sign in. */
export class ServiceStack extends Stack {
  readonly signals: Signal[] = [];
  private readonly given: ServiceStackProps;

  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, props);
    this.given = props;
    const { settings, data, messaging } = props;
    const environment = this.environmentOf(settings);
    const doors = settings.edge
      ? { ...environment, ORIGIN_SECRET: this.originSecret(settings) }
      : environment;

    const common = (name: FunctionName) => ({
      name,
      bundles: settings.bundles,
      key: messaging.key,
      memoryMb: functions[name].memoryMb,
      timeout: Duration.seconds(functions[name].seconds),
      impact: functions[name].impact,
      ...(functions[name].cpu ? { cpu: functions[name].cpu } : {}),
    });
    const door = (id: string, name: "api" | "web" | "fhir") =>
      new ServiceFunction(this, id, {
        ...common(name),
        environment: doors,
        concurrency: settings.concurrency[name],
      });
    const worker = (id: string, name: "send" | "intake", batchSize: number, patience: Duration) => {
      const { queue, undone } = messaging[name === "send" ? "jobs" : "intake"];
      const concurrency = settings.concurrency[name];
      const work = { queue, undoneWork: undone, batchSize, patience, concurrency };
      return new QueueWorker(this, id, { ...common(name), environment, ...work });
    };

    const made: Record<FunctionName, ServiceFunction> = {
      api: door("Api", "api"),
      web: door("Web", "web"),
      fhir: door("Fhir", "fhir"),
      send: worker("Send", "send", 5, Duration.minutes(30)),
      intake: worker("Intake", "intake", 1, Duration.minutes(60)),
      tick: new ScheduledJob(this, "Tick", { ...common("tick"), environment, every: Duration.minutes(1) }),
      project: new StreamWorker(this, "Project", {
        ...common("project"),
        environment,
        concurrency: settings.concurrency.project,
        table: data.log as ITable,
        sortKeyBegins: "w#",
        retryAttempts: 20,
      }),
    };
    for (const name of functionNames) {
      grant(made[name].role, functions[name].reach, props);
      this.signals.push(...made[name].signals);
    }
    const http = new HttpService(this, "Http", {
      under: { "/api": made.api, "/fhir": made.fhir },
      otherwise: made.web,
      key: messaging.key,
      impact: "Nobody reaches Perennial: no screen, no booking, no result comes in.",
    });
    this.signals.push(...http.signals);
    new CfnOutput(this, "ApiDomain", {
      description: "The edge stack's parameter ApiDomain; without an edge, where DNS points",
      value: `${http.api.apiId}.execute-api.${this.region}.${this.urlSuffix}`,
    });
  }

  /** The names `functions/cloud/env.ts` reads. */
  private environmentOf(settings: Settings): Record<string, string> {
    const { data, messaging } = this.given;
    const publicUrl = `https://${settings.domain}`;
    return {
      RECORDS_TABLE: data.records.tableName,
      LOG_TABLE: data.log.tableName,
      FILES_BUCKET: data.filesName,
      JOBS_QUEUE_URL: messaging.jobs.queue.queueUrl,
      INTAKE_QUEUE_URL: messaging.intake.queue.queueUrl,
      MAC_KEY_ID: data.macKey.keyId,
      MAC_KEY_VERSION: settings.macKeyVersion,
      IDENTITY_KEY_ID: data.identityKey.keyId,
      MAIL_FROM: settings.mailFrom,
      PUBLIC_URL: publicUrl,
      ...this.identityOf(settings, publicUrl),
    };
  }

  private identityOf(settings: Settings, publicUrl: string): Record<string, string> {
    if (settings.identity.kind === "oidc") {
      const { issuer, clientIds, authorizeUrl, tokenUrl, signOutUrl, jwksUri } = settings.identity;
      return {
        OIDC_ISSUER: issuer,
        OIDC_CLIENT_IDS: clientIds.join(","),
        OIDC_AUTHORIZE_URL: authorizeUrl,
        OIDC_TOKEN_URL: tokenUrl,
        OIDC_SIGN_OUT_URL: signOutUrl,
        ...(jwksUri ? { OIDC_JWKS_URI: jwksUri } : {}),
      };
    }
    const people = new People(this, "People", {
      prefix: `perennial-${settings.stage}-${settings.account}`,
      publicUrl,
    });
    return {
      OIDC_ISSUER: people.issuer,
      OIDC_CLIENT_IDS: `${people.web.userPoolClientId},${people.lis.userPoolClientId}`,
      OIDC_AUTHORIZE_URL: `${people.signInBase}/oauth2/authorize`,
      OIDC_TOKEN_URL: `${people.signInBase}/oauth2/token`,
      OIDC_SIGN_OUT_URL: people.signOutUrl,
    };
  }

  /** Made here, copied to where CloudFront is configured. */
  private originSecret(settings: Settings): string {
    const secret = new Secret(this, "OriginSecret", {
      secretName: originSecretName(settings),
      description: "Shown by our CDN to our API, so that nobody passes the firewall by",
      generateSecretString: { excludePunctuation: true, passwordLength: 48 },
      replicaRegions: [{ region: "us-east-1" }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(
      secret,
      "Read only while deploying, by the API's and the CDN's settings; it is changed by deploying both, not behind their backs.",
      "AwsSolutions-SMG4",
      "HIPAA.Security-SecretsManagerRotationEnabled",
    );
    acknowledge(
      secret,
      "It protects a door, not data; a key of its own in two regions would add nothing to the service's default key.",
      "HIPAA.Security-SecretsManagerUsingKMSKey",
    );
    return secret.secretValue.unsafeUnwrap();
  }
}
