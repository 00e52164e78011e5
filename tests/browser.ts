import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** The system's Chromium when there is one, else undefined: Playwright's own is then used. */
export const systemChromium = (): string | undefined =>
  [process.env.CHROMIUM, ...SYSTEM].find((path): path is string => path !== undefined && existsSync(path));

/** As root (a container, a CI) Chromium has no sandbox; it never looks for its own updates. */
export const launchOptions = {
  ...(systemChromium() && { executablePath: systemChromium() as string }),
  args: [
    '--no-sandbox',
    '--disable-dev-shm-usage',
    '--disable-background-networking',
    '--disable-component-update',
    '--no-first-run',
  ],
};

/** Makes sure there is a browser to test with: the system's, Playwright's, or Playwright's once downloaded. */
export function ensureBrowser(): void {
  if (systemChromium() || existsSync(chromium.executablePath())) return;
  console.log('Aucun navigateur trouvé : Playwright télécharge Chromium…');
  const { status } = spawnSync('npx', ['playwright', 'install', 'chromium'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0)
    throw new Error(
      'No browser to test with. Install one (Debian: apt-get install chromium), or let "npx playwright install chromium" through.',
    );
}
