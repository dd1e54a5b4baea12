import { Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import {
  AccountRecovery,
  ClientAttributes,
  FeaturePlan,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  StandardThreatProtectionMode,
  StringAttribute,
  UserPool,
  type UserPoolClient,
} from "aws-cdk-lib/aws-cognito";
import { Construct } from "constructs";

/** A person's roles are her groups; the names are those of the policy table. */
export const groups = [
  "front-desk",
  "nurse",
  "physician",
  "health-manager",
  "manager",
  "hr",
  "client",
] as const;

/**
 * What ties a person to a centre, a file or a company, and a physician's title; read in every token, written by
 * administrators only.
 */
export const ties = ["centre", "client", "account", "rank"] as const;

interface PeopleProps {
  /** Prefix of the sign-in pages' host name; unique in the region. */
  prefix: string;
  publicUrl: string;
}

/** Who may sign in: people by the web client with a second factor, machines by a secret, one scope for
 * what they do and one for their centre. */
export class People extends Construct {
  readonly pool: UserPool;
  readonly web: UserPoolClient;
  readonly lis: UserPoolClient;
  /** Base of the hosted sign-in pages. */
  readonly signInBase: string;
  readonly issuer: string;
  readonly signOutUrl: string;

  constructor(scope: Construct, id: string, { prefix, publicUrl }: PeopleProps) {
    super(scope, id);
    this.pool = new UserPool(this, "Pool", {
      selfSignUpEnabled: false,
      signInAliases: { username: true, email: true },
      autoVerify: { email: true },
      keepOriginal: { email: true },
      customAttributes: Object.fromEntries(ties.map((tie) => [tie, new StringAttribute({ mutable: true })])),
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const name of groups) this.pool.addGroup(name, { groupName: name });

    this.web = this.pool.addClient("Web", {
      generateSecret: false,
      authFlows: {},
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE],
        callbackUrls: [`${publicUrl}/signed-in`],
        logoutUrls: [`${publicUrl}/`],
      },
      readAttributes: new ClientAttributes()
        .withStandardAttributes({ fullname: true, email: true, emailVerified: true, locale: true })
        .withCustomAttributes(...ties),
      writeAttributes: new ClientAttributes().withStandardAttributes({ locale: true }),
      // The session is the id token; it lasts as long as its cookie, a working day.
      idTokenValidity: Duration.hours(8),
      accessTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(12),
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
    });

    const lisScope = new ResourceServerScope({
      scopeName: "lis",
      scopeDescription: "Deliver laboratory results",
    });
    const centreScope = new ResourceServerScope({
      scopeName: "centre.centre-1",
      scopeDescription: "Act for the first centre",
    });
    const scopes = [lisScope, centreScope];
    const server = this.pool.addResourceServer("Server", { identifier: "perennial", scopes });
    this.lis = this.pool.addClient("Lis", {
      generateSecret: true,
      authFlows: {},
      oAuth: {
        flows: { clientCredentials: true },
        scopes: scopes.map((scope) => OAuthScope.resourceServer(server, scope)),
      },
      accessTokenValidity: Duration.hours(1),
    });

    const { region, urlSuffix } = Stack.of(this);
    this.pool.addDomain("Domain", { cognitoDomain: { domainPrefix: prefix } });
    this.signInBase = `https://${prefix}.auth.${region}.amazoncognito.com`;
    const back = `client_id=${this.web.userPoolClientId}&logout_uri=${encodeURIComponent(`${publicUrl}/`)}`;
    this.signOutUrl = `${this.signInBase}/logout?${back}`;
    this.issuer = `https://cognito-idp.${region}.${urlSuffix}/${this.pool.userPoolId}`;
  }
}
