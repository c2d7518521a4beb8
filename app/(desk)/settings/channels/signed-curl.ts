type Example = { url: string; secret: string; subject: string; text: string; name: string }

/**
 * Shell lines that post a ticket, signed the Standard Webhooks way. They need curl and openssl and nothing else, on
 * Linux and on a Mac; single quotes in the words would end the shell's own.
 */
export function signedCurl({ url, secret, subject, text, name }: Example): string {
  const body = JSON.stringify({ subject, message: { text }, contact: { name } }).replaceAll("'", '\u2019')
  return `URL='${url}'
SECRET='${secret}'
BODY='${body}'
ID="msg_$(openssl rand -hex 8)"; TIME=$(date +%s)
KEY=$(printf %s "\${SECRET#whsec_}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \\n')
SIGNATURE=$(printf %s "$ID.$TIME.$BODY" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$KEY" -binary | openssl base64 -A)
curl "$URL" -H 'content-type: application/json' -d "$BODY" \\
  -H "webhook-id: $ID" -H "webhook-timestamp: $TIME" -H "webhook-signature: v1,$SIGNATURE"`
}
