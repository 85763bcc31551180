import 'server-only';
import { createHash, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { httpsFolder } from './certificate';

export interface Authority {
  name: string;
  /** SHA-256 as certificates show it: AB:CD:… */
  fingerprint: string;
  notAfter: string;
  der: Buffer;
}

/** The office's own certificate authority, or null where `npm run https:setup` was not run yet (or its file is damaged). */
export async function authority(): Promise<Authority | null> {
  try {
    const certificate = new X509Certificate(
      await readFile(/* turbopackIgnore: true */ path.join(httpsFolder(), 'ca.crt')),
    );
    return {
      name: certificate.subject.replace(/^CN=/, ''),
      fingerprint: certificate.fingerprint256,
      notAfter: new Date(certificate.validTo).toISOString(),
      der: certificate.raw,
    };
  } catch {
    return null;
  }
}

/** The same authority gives the same number, so that a profile installed twice is there once. */
function uuidFrom(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`.toUpperCase();
}

const entry = (key: string, value: string): string => `<key>${key}</key><string>${value}</string>`;

/** What iPhones and iPads install: Apple's configuration profile with the one certificate in it. */
export function mobileConfig({ name, fingerprint, der }: Authority): string {
  const base64 = der.toString('base64').replace(/.{64}/g, '$&\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
<key>PayloadContent</key><array><dict>
${entry('PayloadType', 'com.apple.security.root')}${entry('PayloadIdentifier', 'anju.office.ca.root')}
${entry('PayloadUUID', uuidFrom(`root ${fingerprint}`))}<key>PayloadVersion</key><integer>1</integer>
${entry('PayloadDisplayName', name)}${entry('PayloadCertificateFileName', 'anju-ca.crt')}
<key>PayloadContent</key><data>
${base64}
</data></dict></array>
${entry('PayloadType', 'Configuration')}${entry('PayloadIdentifier', 'anju.office.ca')}
${entry('PayloadUUID', uuidFrom(`profile ${fingerprint}`))}<key>PayloadVersion</key><integer>1</integer>
${entry('PayloadDisplayName', '安居 内部证书')}
${entry('PayloadDescription', '让本设备信任单位内部的安居系统。只对本系统的地址有效。')}
</dict></plist>
`;
}
