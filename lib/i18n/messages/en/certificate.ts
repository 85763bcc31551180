export default {
  title: 'Let this device trust the system',
  description:
    "The system runs in the office's own network, with a certificate that the office issued itself. Each phone and computer installs it once; from then on the system opens safely, and a phone can fill in forms without a network and send them later. About 3 minutes.",
  frameTitle: 'Install the certificate',
  none: {
    title: 'There is no certificate yet',
    text: 'The administrator of this office has not made an internal certificate yet: nothing has to be installed on this device.',
    todo: "Administrators: in Anju's folder on the server run (with the names and addresses of your office):",
    more: 'Then set nginx up as docs/operations/https.md says, and open this page again.',
  },
  check: {
    checking: 'Finding out whether this device trusts the system …',
    trusted: 'This device trusts the system',
    trustedText: 'Just open it; nothing else to install.',
    not: 'This device does not trust the system yet',
    notText:
      'Install the certificate as described below, then “Check again”. If it stays so, see whether the device is in the office network.',
    off: 'The system does not use HTTPS yet',
    offText:
      'The certificate may be installed already. Once HTTPS is on, this page tries by itself whether this device trusts it.',
    again: 'Check again',
    open: 'Open the system',
  },
  inApp: {
    title: 'Open this page in the browser',
    text: 'No certificate can be installed from within WeChat, QQ or DingTalk. Tap “…” at the top right and choose to open in the browser.',
  },
  deviceLabel: 'Device',
  devices: { ios: 'iPhone, iPad', android: 'Android, HarmonyOS', windows: 'Windows', linux: 'UOS, Kylin' },
  download: 'Download the certificate',
  downloadProfile: 'Download the profile',
  steps: {
    ios: {
      download: {
        title: 'Download the profile with Safari',
        text: 'Tap the button and choose “Allow”. It has to be Safari: what other browsers download cannot be installed.',
      },
      install: {
        title: 'Install it',
        text: 'Open Settings: “Profile Downloaded” stands at the top (else Settings → General → VPN & Device Management). Open it, compare the fingerprint below under “More Details”, then “Install” at the top right, your passcode, and “Install” again.',
      },
      trust: {
        title: 'Turn trust on (the step that is forgotten)',
        text: 'Settings → General → About → Certificate Trust Settings at the very bottom: turn on “{name}” and tap “Continue”. Without it Safari still says that the connection is not private.',
      },
    },
    android: {
      download: {
        title: 'Download the certificate',
        text: 'Tap the button: anju-ca.crt is saved under Downloads. Where the phone warns of the file, choose to keep it.',
      },
      install: {
        title: 'Install it from Settings',
        text: 'Open Settings, search for “certificate” or “credentials”, open “Install a certificate” (or “Install from storage”), choose “CA certificate”, “Install anyway”, your screen lock, and anju-ca.crt in Downloads. A phone without a screen lock asks for one first. Opening the downloaded file itself does not install it.',
      },
      compare: {
        title: 'Compare the fingerprint',
        text: 'In the same place under “Trusted credentials” → “User” open “{name}” and compare its SHA-256 fingerprint with the one below. The phone will say that the network may be monitored, as it does for any office’s certificate: this one can vouch for the addresses of this system only and sees nothing else you do.',
      },
    },
    windows: {
      download: { title: 'Download the certificate', text: 'Save anju-ca.crt to Downloads.' },
      compare: {
        title: 'Compare the fingerprint',
        text: 'Press Win+R, type cmd, and run this; the long number must be the SHA-256 fingerprint below (colons and case do not matter).',
      },
      install: {
        title: 'Install it',
        text: 'Double-click anju-ca.crt → Install Certificate → Local Machine (Current User where you are no administrator) → Place all certificates in the following store → Browse → Trusted Root Certification Authorities → Finish; answer the warning with Yes. Administrators may run instead:',
      },
      browser: {
        title: 'Start the browser again',
        text: 'Close all its windows and open it. Edge, Chrome and 360 use the certificates of Windows; in Firefox set security.enterprise_roots.enabled to true in about:config.',
      },
    },
    linux: {
      download: { title: 'Download the certificate', text: 'Save anju-ca.crt to Downloads.' },
      compare: {
        title: 'Compare the fingerprint',
        text: 'Open a terminal and run this; the long number must be the SHA-256 fingerprint below (colons and case do not matter).',
      },
      install: {
        title: 'Import it into the browser',
        text: 'Menu → Settings → Privacy and security → Security → Manage certificates → Authorities → Import: anju-ca.crt, tick “Trust this certificate for identifying websites”. The same in the UOS browser, Qi An Xin, 360, Chrome and Edge. Or in a terminal (needs libnss3-tools):',
      },
      browser: { title: 'Start the browser again', text: 'Close all its windows and open it.' },
    },
  },
  brands: {
    title: 'Where phones of each make have it',
    huawei: 'Huawei, Honor: Settings → Security → More settings → Encryption & credentials → Install from storage',
    harmony: 'HarmonyOS 5 and later: search Settings for “credentials”, install a CA certificate from storage',
    xiaomi:
      'Xiaomi, Redmi: Settings → Passwords & security (or Additional settings) → System security → Encryption & credentials → Install a certificate → CA certificate',
    others:
      'OPPO, vivo and others: Settings → Security → More security settings → Encryption & credentials → Install a certificate → CA certificate',
    browser:
      'Then open the system with the phone’s own browser, Edge or Chrome. UC, QQ Browser and pages within WeChat may not accept an office’s certificate.',
  },
  finish: { title: 'Check', text: 'Come back to the top of this page: it says whether this device trusts the system.' },
  fingerprint: {
    title: 'Compare the fingerprint',
    text: 'Before you install, compare the SHA-256 fingerprint on the device with the one on paper from your administrator. Where they differ, do not install, and tell the administrator.',
    name: 'Name of the certificate',
    sha256: 'SHA-256 fingerprint',
    until: 'Valid until',
    only: 'Good for these names only',
  },
  poster: {
    title: 'A QR code for the wall',
    text: 'Print it on A4 and hang it in the office. The code is the address of this page, for phones in the office network. Compare the printed fingerprint with what https:setup showed on the server before you hang it.',
    print: 'Print the poster',
    at: 'The address in the code',
    useAt: 'Use {address} instead',
    qr: 'QR code of the address of this page',
    first: 'Before you first use Anju',
    heading: 'install its certificate on your phone or computer',
    scan: 'Phones in the office network: scan and open',
    type: 'Computers: type into the browser',
    after: 'Follow the steps on the page: about 3 minutes, once per device.',
    compare: 'Install only where the SHA-256 fingerprint is this one',
  },
} as const;
