import { SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
import { digest } from "../../shared/kernel/ids.ts";
import type { Channels, Delivery, Letter } from "../../shared/kernel/ports.ts";
import { patience, type Sdk } from "./sdk.ts";

const utf8 = (Data: string) => ({ Data, Charset: "UTF-8" });

/** SES keeps tag values of letters, digits and `_-.@`; any other id goes by its digest. */
const tagValue = (id: string): string => (/^[\w.@-]{1,256}$/.test(id) ? id : digest(id));

/**
 * E-mail by SES; WeChat and SMS are refused until a provider is configured.
 * SES takes no idempotency key, so a letter is handed over once and never repeated here: the letter's
 * id travels as the tag `letter`, for whoever follows SES's events. Nothing here does yet: an `unknown` waits
 * for a person.
 */
export function sesChannels({
  from,
  seconds = 8,
  ...sdk
}: Sdk & { from: string; seconds?: number }): Channels {
  const client = new SESv2Client({ ...sdk, maxAttempts: 1, requestHandler: patience(seconds) });
  return {
    idempotent: () => false,
    async send(letter: Letter): Promise<Delivery> {
      if (letter.channel !== "email") return { outcome: "refused", reason: "channel not configured" };
      try {
        const { MessageId } = await client.send(
          new SendEmailCommand({
            FromEmailAddress: from,
            Destination: { ToAddresses: [letter.to] },
            Content: { Simple: { Subject: utf8(letter.subject), Body: { Text: utf8(letter.text) } } },
            EmailTags: [{ Name: "letter", Value: tagValue(letter.id) }],
          }),
        );
        return { outcome: "accepted", providerId: MessageId ?? "" };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
}

interface SdkError {
  name?: string;
  code?: string;
  $metadata?: { httpStatusCode?: number };
  $response?: { statusCode?: number };
}

/** SES read the letter and will not have it; handing it over again changes nothing. */
const refusals = new Set(["MessageRejected", "BadRequestException", "InvalidParameterValue"]);

/** The connection never came about, so nothing was handed over. */
const unreached = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

/**
 * What an error of the hand-over means for the letter. Only its name is kept: the message may quote
 * the address. Everything SES answered with 4xx was not taken; a 5xx, a lost connection or a time-out
 * may have been.
 */
function outcomeOf(error: unknown): Delivery {
  const { name = "Error", code, $metadata, $response } = error as SdkError;
  const reason = code && code !== name ? `${name} ${code}` : name;
  const status = $metadata?.httpStatusCode ?? $response?.statusCode;
  if (refusals.has(name)) return { outcome: "refused", reason };
  if (code && unreached.has(code)) return { outcome: "busy", reason };
  if (name === "CredentialsProviderError") return { outcome: "busy", reason };
  if (status !== undefined && status >= 400 && status < 500) return { outcome: "busy", reason };
  return { outcome: "unknown", reason };
}
