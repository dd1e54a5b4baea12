import { CfnParameter, Duration, RemovalPolicy, SecretValue, Stack, type StackProps } from "aws-cdk-lib";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { acknowledge } from "./acknowledge.ts";
import { Firewall } from "./constructs/firewall.ts";
import { logsOf } from "./principals.ts";
import { originSecretName } from "./service-stack.ts";
import type { Settings } from "./settings.ts";

/**
 * The CDN and firewall before the API, in us-east-1 where CloudFront is configured. Deployed after the
 * service, with two parameters: `ApiDomain`, which the service prints, and `CertificateArn`.
 */
export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, { settings, ...props }: StackProps & { settings: Settings }) {
    super(scope, id, props);
    const apiDomain = new CfnParameter(this, "ApiDomain", {
      description: "Output ApiDomain of the service stack",
      allowedPattern: "^[a-z0-9]+\\.execute-api\\.[a-z0-9-]+\\.amazonaws\\.com$",
    });
    const certificate = new CfnParameter(this, "CertificateArn", {
      description: `Certificate in us-east-1 for ${settings.domain}`,
      allowedPattern: "^arn:.+:acm:us-east-1:.+$",
    });
    const key = this.logKey();
    const firewall = new Firewall(this, "Firewall", {
      log: new LogGroup(this, "FirewallLog", {
        logGroupName: `aws-waf-logs-perennial-${settings.stage}`,
        encryptionKey: key,
        retention: RetentionDays.ONE_YEAR,
        removalPolicy: RemovalPolicy.RETAIN,
      }),
    });
    const origin = new HttpOrigin(apiDomain.valueAsString, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      readTimeout: Duration.seconds(30),
      customHeaders: {
        "x-origin-secret": SecretValue.secretsManager(originSecretName(settings)).unsafeUnwrap(),
      },
    });
    const always = {
      origin,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy: ResponseHeadersPolicy.SECURITY_HEADERS,
    };
    const distribution = new Distribution(this, "Distribution", {
      comment: `Perennial ${settings.stage}`,
      domainNames: [settings.domain],
      certificate: Certificate.fromCertificateArn(this, "Certificate", certificate.valueAsString),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      webAclId: firewall.arn,
      defaultBehavior: {
        ...always,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
      },
      additionalBehaviors: {
        "/assets/*": { ...always, cachePolicy: this.assetCache() },
      },
    });
    acknowledge(
      distribution,
      "Clients travel and read their reports wherever they are; the firewall limits rates instead.",
      "AwsSolutions-CFR1",
    );
    acknowledge(
      distribution,
      "Its access log would keep the paths of the links in messages, which are keys. The firewall logs without paths; the log table keeps who opened what.",
      "AwsSolutions-CFR3",
    );
  }

  /** An asset's address carries its version (`?v=`), so that is part of what is kept. */
  private assetCache(): CachePolicy {
    return new CachePolicy(this, "AssetCache", {
      queryStringBehavior: CacheQueryStringBehavior.allowList("v"),
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    });
  }

  private logKey(): Key {
    const key = new Key(this, "LogKey", {
      description: "Perennial: firewall log",
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [logsOf(this.region)],
        actions: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
        resources: ["*"],
      }),
    );
    return key;
  }
}
