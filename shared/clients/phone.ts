import { InvalidInput } from "../kernel/errors.ts";

/**
 * A phone number as it is kept: `+86…` for a mainland mobile typed any usual way, other countries with
 * their `+` code. Only the shape is checked; whether it rings is found out by the first message.
 * @throws InvalidInput naming `contacts.phone` and how many digits are missing.
 */
export function readPhone(text: string): string {
  const plain = text.normalize("NFKC").replace(/[\s()\-.]/g, "");
  if (/^\+\d{7,15}$/.test(plain)) return plain;
  const national = plain.replace(/^0086/, "");
  if (/^1\d{10}$/.test(national)) return `+86${national}`;
  const digits = national.replace(/\D/g, "").length;
  throw new InvalidInput([
    {
      field: "contacts.phone",
      message: {
        en: `${digits} digits typed, 11 needed; a number abroad begins with + and its country code.`,
        zh: `已输入 ${digits} 位，手机号应为 11 位；境外号码请以 + 和国家代码开头。`,
      },
    },
  ]);
}
